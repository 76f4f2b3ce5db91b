"""How soon the drawing of a causal graph answers a key, at 150 causes beside 6.

A case of 500 events and 150 causes is opened in Chromium from the committed bundle. Measured in the
page: from a key, or a pointer over a box, to the frame after it is painted, of 60 each; the 95th
of a hundred is what is compared. Typing is measured in the field that renames a cause.
"""

from __future__ import annotations

import runpy
import statistics
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from _big_case import ROOT, big_office
from playwright.sync_api import Browser, sync_playwright

from workbench.domain.reasoning import Cause

ROUNDS = 60

MEASURE = """async ({ doing, rounds }) => {
  const painted = () => new Promise((done) =>
    requestAnimationFrame(() => setTimeout(() => done(performance.now()))));
  const boxes = [...document.querySelectorAll("[data-cause]")];
  const key = (name) => document.activeElement.dispatchEvent(
    new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true }));
  const deeds = {
    arrow: (n) => key(n % 8 < 4 ? "PageDown" : "PageUp"),
    connect: (n) => key(n % 2 ? "Escape" : "c"),
    hover: (n) => boxes[(n * 7) % boxes.length].dispatchEvent(
      new PointerEvent("pointermove", { bubbles: true })),
    typing: () => document.execCommand("insertText", false, "a"),
  };
  boxes[0].focus();
  if (doing === "typing") key("F2");
  const taken = [];
  for (let n = 0; n < rounds; n += 1) {
    await painted();
    const before = performance.now();
    deeds[doing](n);
    taken.push((await painted()) - before);
  }
  if (doing === "typing") key("Escape");
  return taken;
}"""


def main() -> None:
    """Print, for each way of answering, the 95th of a hundred at both sizes and their ratio."""
    chromium = runpy.run_path(str(ROOT / "scripts" / "bootstrap_browser.py"))["find"]()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium)
        large, small = (
            measured(browser, big_office(Path(folder) / str(causes), events=events, causes=causes))
            for events, causes in ((500, 150), (20, 6))
        )
        browser.close()
    for doing, seconds in large.items():
        ratio = seconds / small[doing]
        print(f"{doing}: {seconds:.3f} s against {small[doing]:.3f} s, ratio {ratio:.2f}")


def measured(browser: Browser, office: Any) -> Mapping[str, float]:
    """Return the 95th of a hundred of each way of answering, in seconds."""
    from tests.fakes.desks import desk_of
    from tests.fakes.live_editors import drawn_step, open_drawing

    page = browser.new_page(viewport={"width": 1200, "height": 900})
    open_drawing(page, drawn_step(desk_of(office, steps=("causes",)), "causes"))
    last = office.ledger.fold("C-0001").all(Cause)[-1]
    page.locator(f'[data-cause="{last.id}"]').wait_for()
    page.wait_for_timeout(500)
    found = {}
    for doing in ("arrow", "connect", "hover", "typing"):
        taken = page.evaluate(MEASURE, {"doing": doing, "rounds": ROUNDS})
        found[doing] = statistics.quantiles(taken, n=20)[-1] / 1000
    page.close()
    return found


if __name__ == "__main__":
    main()
