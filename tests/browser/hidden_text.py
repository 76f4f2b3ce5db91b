"""Finds text on a page that somebody who looks at it cannot see."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

__all__ = ["hidden_text"]

_PAPER = 665
"""The width of an A4 sheet between the record's margins, in CSS pixels."""

_FIND = r"""
() => {
  const found = [];
  const say = (why, text) => found.push(`${why}: ${text.trim().replace(/\s+/g, " ").slice(0, 80)}`);
  const clear = colour => /rgba\(.*, 0\)|transparent/.test(colour);
  const parse = colour => (colour.match(/[\d.]+/g) || []).map(Number);
  const ground = element => {
    for (let at = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (!clear(colour)) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  const light = colour => {
    const [r, g, b] = parse(colour).map(v => v / 255)
      .map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const contrast = (a, b) => {
    const [x, y] = [light(a), light(b)].sort((m, n) => n - m);
    return (x + .05) / (y + .05);
  };
  const named = new Set(["TITLE", "DESC", "STYLE", "HEAD"]);
  const width = document.documentElement.clientWidth;
  const height = document.documentElement.scrollHeight;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.data;
    const parent = node.parentElement;
    if (!text.trim() || named.has(parent.tagName.toUpperCase())) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    let unseen = null, scrolls = false;
    for (let at = parent; at; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.display === "none") unseen = "not displayed";
      if (Number(style.opacity) < .5) unseen = "see-through";
      if (style.clipPath !== "none" || (style.clip && style.clip !== "auto")) unseen = "clipped";
      if (at.tagName === "DETAILS" && !at.open) unseen = "folded away";
      if (/(hidden|clip)/.test(style.overflow + style.overflowX + style.overflowY)) {
        const frame = at.getBoundingClientRect();
        if (box.right > frame.right + 1 || box.bottom > frame.bottom + 1) unseen = "cut off";
      }
      if (/(auto|scroll)/.test(style.overflowX)) scrolls = true;
    }
    const style = getComputedStyle(parent);
    if (style.visibility !== "visible") unseen = "invisible";
    if (parseFloat(style.fontSize) < 8) unseen = "too small";
    if (!box.width || !box.height) unseen = unseen || "without size";
    const [left, top] = [box.left + scrollX, box.top + scrollY];
    if (left + box.width < 1 || top + box.height < 1 || top > height) {
      unseen = unseen || "off the page";
    }
    if (left > width && !scrolls) unseen = unseen || "off the page";
    if (!parent.closest("svg")) {
      if (clear(style.color) || contrast(style.color, ground(parent)) < 3) unseen = "same colour";
      if (parseFloat(style.textIndent) < -99) unseen = "off the page";
    } else if (clear(style.fill) || style.fill === "none" || Number(style.fillOpacity) < .5) {
      unseen = "same colour";
    }
    if (unseen) say(unseen, text);
  }
  for (const element of document.querySelectorAll("body *")) {
    for (const which of ["::before", "::after"]) {
      const content = getComputedStyle(element, which).content;
      if (/["']\S/.test(content) || /attr|counter/.test(content)) say(which, content);
    }
  }
  return found;
}
"""


def hidden_text(page: Page) -> list[str]:
    """Return what a page holds that is not seen on screen or only on paper, and why.

    Looks at display, visibility, opacity, size, place, clipping, colour, folded details, text made
    by `::before` and `::after`, and text that shows only in print, or only on screen. Titles and
    descriptions inside drawings are names for screen readers and not counted.
    """
    size = page.viewport_size
    found = [f"screen: {one}" for one in page.evaluate(_FIND)]
    page.emulate_media(media="print")
    page.set_viewport_size({"width": _PAPER, "height": 1000})
    found += [f"print: {one}" for one in page.evaluate(_FIND)]
    page.emulate_media(media="screen")
    if size:
        page.set_viewport_size(size)
    return found
