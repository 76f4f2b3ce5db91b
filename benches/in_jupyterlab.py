"""How soon a case's notebook is ready in JupyterLab, and an edit is acknowledged there.

A case of 300 events, 120 causes and 60 actions is opened as `workbench lab` opens it, in Chromium.
Ready is when the first editor can be worked in, from following the link, with a kernel that has to
start; measured alternately with a notebook of one empty sum, which is ready once it is worked out.
Then an event is saved again and again: from the press of Save until its entry is said to be kept,
with what the checks ask of it, against the same page's answer to a pulse of the kernel.
"""

from __future__ import annotations

import json
import runpy
import statistics
import tempfile
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

from _big_case import ROOT, big_office
from playwright.sync_api import Browser, Page, sync_playwright

OPENED = 7
SAVED = 40
PATIENCE = 60_000

SUM = {
    "cells": [
        {
            "cell_type": "code",
            "id": "sum",
            "execution_count": None,
            "metadata": {},
            "outputs": [],
            "source": "1 + 1",
        }
    ],
    "metadata": {"kernelspec": {"name": "python3", "display_name": "Python 3"}},
    "nbformat": 4,
    "nbformat_minor": 5,
}

UNTIL_SAID = """(form) => new Promise((done) => {
  const editor = form.closest(".rca-editor");
  const status = editor.querySelector(".rca-status");
  let pressed = 0;
  form.addEventListener("submit", () => { pressed = performance.now(); }, { once: true });
  const watch = new MutationObserver(() => {
    if (!pressed || !status.textContent.includes("Saved, entry")) return;
    watch.disconnect();
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - pressed)));
  });
  watch.observe(status, { childList: true, subtree: true, characterData: true });
  form.requestSubmit();
})"""


def main() -> None:
    """Print the figures and their ratios."""
    from tests.fakes.labs import Lab

    chromium = runpy.run_path(str(ROOT / "scripts" / "bootstrap_browser.py"))["find"]()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        office = big_office(Path(folder) / "ws")
        (office.notebook("C-0001").parent / "sum.ipynb").write_text(json.dumps(SUM))
        lab = Lab(office)
        browser = playwright.chromium.launch(executable_path=chromium)
        try:
            lab.start()
            compare_opening(browser, lab)
            print_saving(browser, lab)
        finally:
            browser.close()
            lab.stop()


def compare_opening(browser: Browser, lab: Any) -> None:
    """Print how soon the case's notebook and the sum are ready, each with a new kernel."""
    from tests.fakes.labs import RUN_ALL

    context = browser.new_context(viewport={"width": 1400, "height": 1000}, bypass_csp=True)

    def the_case(page: Page) -> None:
        page.goto(lab.address)
        page.locator(".rca-editor .rca-frame").first.wait_for(timeout=PATIENCE)

    def the_sum(page: Page) -> None:
        page.goto(lab.address.replace("structured-analysis", "sum"))
        page.wait_for_function("window.jupyterapp?.shell.currentWidget?.context?.sessionContext")
        page.evaluate(RUN_ALL)
        page.locator(".jp-OutputArea-output").first.wait_for(timeout=PATIENCE)

    def opening(ready: Callable[[Page], None]) -> float:
        page = context.new_page()
        start = time.perf_counter()
        ready(page)
        taken = time.perf_counter() - start
        page.close()
        end_kernels(lab)
        return taken

    opening(the_sum), opening(the_case)
    pairs = [(opening(the_case), opening(the_sum)) for _ in range(OPENED)]
    case, sum_ = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"ready: {case:.2f} s against an empty notebook {sum_:.2f} s, ratio {case / sum_:.2f}")
    print(f"ready: slowest {max(one for one, _ in pairs):.2f} s of 6 s")
    context.close()


def print_saving(browser: Browser, lab: Any) -> None:
    """Print how soon an edit is acknowledged as durable, with its checks."""
    from tests.fakes.labs import opened

    page = browser.new_page(viewport={"width": 1400, "height": 1000})
    page.goto(lab.address)
    timeline = opened(page, "timeline")
    taken = []
    for number in range(SAVED):
        timeline.get_by_role("button", name="Add event").click()
        timeline.get_by_label("Date", exact=True).first.fill("2026-03-14")
        timeline.get_by_label("Time", exact=True).first.fill("19:30")
        timeline.get_by_label("What happened?").fill(f"Round {number}.")
        # what the checks ask while it is typed has been answered
        page.wait_for_timeout(700)
        taken.append(timeline.locator("form").evaluate(UNTIL_SAID) / 1000)
    page.close()
    middle, late = statistics.median(taken), statistics.quantiles(taken, n=20)[-1]
    print(f"saving: 95th percentile {late:.3f} s of 0.300 s, median {middle:.3f} s")


def end_kernels(lab: Any) -> None:
    """End every kernel of the server, and wait until none is left."""
    base = f"http://127.0.0.1:{lab.port}/api/sessions"
    headers = {"Authorization": f"token {lab.token}"}

    def ask(address: str, method: str = "GET") -> bytes:
        request = urllib.request.Request(address, headers=headers, method=method)
        with urllib.request.urlopen(request) as answer:
            return bytes(answer.read())

    for session in json.loads(ask(base)):
        ask(f"{base}/{session['id']}", "DELETE")
    while json.loads(ask(base)):
        time.sleep(0.1)


if __name__ == "__main__":
    main()
