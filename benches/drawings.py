"""How soon the drawing of a causal graph answers a key, at 150 causes beside 6.

A case of 500 events and 150 causes is opened in Chromium from the committed bundle. Measured in the
page: from a key, or a pointer over a box, to the frame after it is painted, of 60 each; the 95th
of a hundred is what is compared. Typing is measured in the field that renames a cause.
"""

from __future__ import annotations

import json
import runpy
import statistics
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from workbench.analysis.causal import build_causal_graph
from workbench.checks.report import run_checks
from workbench.domain.case import Case
from workbench.domain.kinds import encode, kind_named
from workbench.widgets.drawings import causes
from workbench.widgets.wire import finding_to_json

ROOT = Path(__file__).parents[1]
STATIC = ROOT / "workbench" / "widgets" / "static"
DAY = date(2026, 4, 1)
ROUNDS = 60
ADDRESS = "http://case.test/"
PAGE = "<!doctype html><html lang=en><title>Bench</title><body><main id=cell></main>"

START = """async ({ bundle, graphviz, setup, view }) => {
  const address = URL.createObjectURL(new Blob([bundle], { type: "text/javascript" }));
  const { default: editor } = await import(address);
  const answers = { asset: () => ({ text: graphviz }), pulse: () => ({ seq: 1, people: [] }) };
  const invoke = async (name) => [(answers[name] ?? (() => view))(), []];
  const model = { get: () => setup, on() {}, off() {} };
  const signal = new AbortController().signal;
  editor.render({ model, el: document.getElementById("cell"), signal, experimental: { invoke } });
}"""

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
    big_case = runpy.run_path(str(ROOT / "tests" / "fakes" / "cases.py"))["big_case"]
    chromium = runpy.run_path(str(ROOT / "scripts" / "bootstrap_browser.py"))["find"]()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium)
        large, small = (
            measured(browser, big_case(events, number, 10))
            for events, number in ((500, 150), (20, 6))
        )
        browser.close()
    for doing, seconds in large.items():
        ratio = seconds / small[doing]
        print(f"{doing}: {seconds:.3f} s against {small[doing]:.3f} s, ratio {ratio:.2f}")


def measured(browser: Browser, case: Case) -> Mapping[str, float]:
    """Return the 95th of a hundred of each way of answering, in seconds."""
    page = opened(browser, case)
    found = {}
    for doing in ("arrow", "connect", "hover", "typing"):
        taken = page.evaluate(MEASURE, {"doing": doing, "rounds": ROUNDS})
        found[doing] = statistics.quantiles(taken, n=20)[-1] / 1000
    page.close()
    return found


def opened(browser: Browser, case: Case) -> Page:
    """Return a page that shows the drawing of a case's causes, arranged."""
    page = browser.new_page(viewport={"width": 1200, "height": 900})
    page.route(f"{ADDRESS}**", lambda route: route.fulfill(body=PAGE, content_type="text/html"))
    page.goto(ADDRESS)
    page.add_style_tag(content=(STATIC / "editor.css").read_text(encoding="utf-8"))
    sections = [
        {"kind": kind, "label": kind, "one": kind, "add": kind, "empty": kind, "single": False}
        for kind in ("cause", "link")
    ]
    given = {
        "bundle": (STATIC / "causes.js").read_text(encoding="utf-8"),
        "graphviz": (STATIC / "graphviz.js").read_text(encoding="utf-8"),
        "view": view_of(case),
        "setup": {
            "case": case.id,
            "step": "causes",
            "title": "Causes",
            "layout": "causes",
            "sections": sections,
            "forms": {},
            "intro": "",
        },
    }
    page.evaluate(START, json.loads(json.dumps(given)))
    page.get_by_role("tab", name="Drawing").click()
    page.locator(f'[data-cause="{case_causes(case)[-1]}"]').wait_for()
    page.wait_for_timeout(500)
    return page


def case_causes(case: Case) -> list[str]:
    """Return the identifiers of a case's causes."""
    return [one.id for one in case.all(kind_named("cause").model)]


def view_of(case: Case) -> dict[str, Any]:
    """Return what the kernel answers for the step, without what the drawing does not read."""
    found = run_checks(case, DAY).open
    return {
        "case": case.id,
        "step": "causes",
        "title": "Causes",
        "seq": 1,
        "on": DAY.isoformat(),
        "person": "investigator",
        "sections": [
            {
                "kind": kind,
                "rows": [
                    {
                        "id": one.id,
                        "version": 1,
                        "title": one.id,
                        "detail": "",
                        "data": encode(one),
                        "by": "investigator",
                        "at": "2026-04-01T09:00:00Z",
                    }
                    for one in case.all(kind_named(kind).model)
                ],
            }
            for kind in ("cause", "link")
        ],
        "references": {},
        "findings": [finding_to_json(one, case.find(one.subject)) for one in found],
        "progress": [],
        "figures": None,
        "undo": None,
        "redo": None,
        "extra": causes.extra(case, build_causal_graph(case), found),
    }


if __name__ == "__main__":
    main()
