"""How soon the timeline editor answers a key in a browser, with 500 events and with nine.

Each thing is done 60 times, on both; the time runs from the key to the frame that is drawn next.
The 95th percentiles are compared; less than 0.10 s is wanted with 500 events.
"""

from __future__ import annotations

import runpy
import statistics
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[1]
ROUNDS = 60
KEYS = {
    "along time": ["ArrowRight"],
    "closer and wider": ["+", "-"],
    "earlier and later": ["Shift+ArrowRight", "Shift+ArrowLeft"],
    "moving an event": ["ArrowRight", "ArrowLeft"],
}
TIMED = """() => {
  window.times = [];
  addEventListener("keydown", () => {
    const start = performance.now();
    requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - start)));
  }, { capture: true });
}"""


def main() -> None:
    """Print one line for each thing that is done."""
    sys.path.insert(0, str(ROOT))
    pages = runpy.run_path(str(ROOT / "tests" / "fakes" / "editor_pages.py"))
    cases = runpy.run_path(str(ROOT / "tests" / "fakes" / "drawn_cases.py"))
    chromium = runpy.run_path(str(ROOT / "scripts" / "bootstrap_browser.py"))["find"]()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        few, many = (
            measured(browser, pages, cases[case]) for case in ("long_night", "many_events")
        )
        browser.close()
    for what in KEYS:
        ratio = many[what] / few[what]
        print(f"{what}: {many[what]:.3f} s against {few[what]:.3f} s, ratio {ratio:.2f}")


def measured(browser: Browser, pages: dict[str, Any], case: Callable[..., Any]) -> dict[str, float]:
    """Return the 95th percentile of each thing, in seconds, on the timeline of a case."""
    page = browser.new_page(viewport={"width": 1200, "height": 900})
    pages["open_editor"](page, pages["FakeKernel"]("timeline", case))
    page.locator("[data-key=T2]").focus()
    page.evaluate(TIMED)
    found = {}
    for what, keys in KEYS.items():
        if what == "moving an event":
            page.keyboard.press("m")
            page.wait_for_timeout(200)
        found[what] = repeated(page, keys)
    page.close()
    return found


def repeated(page: Page, keys: list[str]) -> float:
    """Press the keys in turn; return the 95th percentile of the answers."""
    page.evaluate("() => { times.length = 0 }")
    for n in range(ROUNDS):
        page.keyboard.press(keys[n % len(keys)])
        page.wait_for_function("count => times.length >= count", arg=n + 1)
    return float(statistics.quantiles(page.evaluate("times"), n=20)[-1]) / 1000


if __name__ == "__main__":
    main()
