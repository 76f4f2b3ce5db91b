"""Take the pictures in `docs/images/` from the demonstration: `python scripts/take_screenshots.py`.

They are taken anew after a change that shows; nothing compares them, since fonts differ between
machines.
"""

from __future__ import annotations

import runpy
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from workbench.examples.library import load_example
from workbench.examples.play import play

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
SHOTS = (
    ("record", (1280, 1100), "body"),
    ("timeline", (1280, 1000), "[id$='timeline-figure-1']"),
    ("fishbone", (1280, 620), "[id$='fishbone-figure-1']"),
    ("causal-graph", (1280, 1400), "[id$='causal-graph-figure-1']"),
    ("record-phone", (390, 844), "body"),
)


def main() -> None:
    """Play the demonstration and write one picture for each of `SHOTS`."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    chromium = runpy.run_path(str(ROOT / "scripts" / "bootstrap_browser.py"))["find"]()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        played = play(
            Path(folder) / "demo",
            load_example("missed-escalation"),
            datetime.now(UTC),
            lambda *_: None,
        )
        browser = playwright.chromium.launch(executable_path=str(chromium), args=FLAGS)
        for name, (width, height), place in SHOTS:
            page = browser.new_page(viewport={"width": width, "height": height})
            page.goto(played.record.as_uri())
            take(page, place, IMAGES / f"{name}.png")
            page.close()
        browser.close()


def take(page: Page, place: str, target: Path) -> None:
    """Write what a reader sees who has gone to `place`."""
    page.eval_on_selector(place, "node => node.scrollIntoView()")
    page.screenshot(path=str(target))
    print(f"wrote {target.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
