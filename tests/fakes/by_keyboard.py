"""Somebody who works with a keyboard alone, and what would stop them on the way."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import FileChooser, Locator, Page, expect

from tests.fakes.patience import PATIENCE

__all__ = ["AtTheKeyboard", "Stop"]

_FAR = 200
_DRAWN = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
"""What was pressed last has been answered on the screen, as anybody would see before going on."""
_STOP = """() => {
    const tidy = words => (words || '').replace('(needed)', '').replace(/\\s+/g, ' ').trim();
    const here = document.activeElement;
    if (!here || here === document.body) return null;
    const told = (here.getAttribute('aria-labelledby') || '').split(' ')
        .map(id => document.getElementById(id)?.textContent || '').join(' ').trim();
    const label = here.labels?.length ? here.labels[0].textContent : '';
    const groups = [];
    for (let e = here.closest('fieldset'); e; e = e.parentElement.closest('fieldset')) {
        groups.push(tidy(e.querySelector('legend')?.textContent));
    }
    const box = here.getBoundingClientRect();
    const look = getComputedStyle(here);
    const piece = here instanceof SVGElement && here.querySelector('.rca-ring, rect, path');
    const ringed = piece && parseFloat(getComputedStyle(piece).strokeWidth) >= 3;
    return {
        name: tidy(here.getAttribute('aria-label') || told || label || here.textContent),
        group: groups.join(' in '),
        kind: here.type || here.localName,
        step: here.closest('.rca-editor')?.dataset.rcaStep || null,
        ours: location.pathname.includes('/workbench')
            || !!here.closest('.rca-editor, .rca-notice'),
        row: !!here.closest('.jp-Toolbar'),
        seen: (look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) > 0)
            || look.boxShadow !== 'none' || !!ringed,
        inside: box.left >= 0 && box.right <= innerWidth && box.bottom > 0 && box.top < innerHeight,
        html: here.cloneNode(false).outerHTML || here.localName,
    };
}"""


@dataclass(frozen=True)
class Stop:
    """Where the focus is: its name and group, and whether anybody can see that it is there.

    `row` tells whether it stands in a toolbar of JupyterLab, where arrows lead on; `inside` whether
    the window shows it.
    """

    name: str
    group: str
    kind: str
    step: str | None
    ours: bool
    row: bool
    seen: bool
    inside: bool
    html: str


@dataclass
class AtTheKeyboard:
    """Presses keys and nothing else.

    `unseen` are the stops of the workbench's own at which the focus could not be seen; `faults` is
    what axe found in the editors that were looked at.
    """

    page: Page
    unseen: list[str] = field(default_factory=list)
    faults: list[tuple[str, str, str]] = field(default_factory=list)

    def press(self, *keys: str) -> None:
        """Press keys, one after another."""
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, words: str) -> None:
        """Type words."""
        self.page.keyboard.type(words)

    def here(self) -> Stop | None:
        """Where the focus is."""
        found = self.page.evaluate(_STOP)
        stop = Stop(**found) if found else None
        if stop and stop.ours and not stop.seen and stop.html not in self.unseen:
            self.unseen.append(stop.html)
        return stop

    def to(self, name: str, group: str = "", *, key: str = "Tab") -> Stop:
        """Press Tab until what is called `name`, in what is called `group`, has the focus."""
        trail = []
        self.page.evaluate(_DRAWN)
        for _ in range(_FAR):
            stop = self.here()
            if stop and _is(stop.name, name) and group in stop.group:
                return stop
            trail.append(stop.name[:40] if stop else "")
            self.press(key)
        raise AssertionError(f"{name!r} in {group!r} is out of reach; passed {trail[-60:]}")

    def enter(self, name: str, group: str = "") -> None:
        """Go to a button or a link and press Enter."""
        self.to(name, group)
        self.press("Enter")

    def follow(self, name: str, group: str = "") -> None:
        """Go to a button or a link that leads to another page, and be there."""
        self.to(name, group)
        with self.page.expect_navigation(wait_until="domcontentloaded", timeout=PATIENCE):
            self.press("Enter")

    def write(self, name: str, words: str, group: str = "") -> None:
        """Go to a field and type; in a list, go down to what begins with the words."""
        if self.to(name, group).kind != "select-one":
            self.type(words)
            return
        chosen = "document.activeElement.selectedOptions[0].text"
        self.press("Home")
        for _ in range(60):
            if self.page.evaluate(chosen).startswith(words):
                return
            self.press("ArrowDown")
        there = self.page.evaluate("[...document.activeElement.options ?? []].map(o => o.text)")
        raise AssertionError(f"{words!r} is not in the list {name!r}: {there}")

    def pick(self, name: str, file: Path) -> None:
        """Go to a field for a file, press Enter, and pick the file in what opens."""
        opened: list[FileChooser] = []
        self.page.on("filechooser", lambda one: opened.append(one))
        self.to(name)
        self.press("Enter")
        for _ in range(100):
            if opened:
                break
            self.page.wait_for_timeout(100)
        opened[0].set_files(file)

    def tick(self, name: str, group: str = "") -> None:
        """Go to a box, or to the first of a row of answers, and choose it."""
        self.to(name, group)
        self.press("Space")

    def choose(self, name: str, group: str) -> None:
        """Go to a row of answers of which one is chosen, and choose by the arrows."""
        self.to("*", group)
        self.press("Space")
        for _ in range(20):
            stop = self.here()
            if stop and _is(stop.name, name):
                return
            self.press("ArrowDown")
        raise AssertionError(f"{name!r} is not among the answers of {group!r}")

    def to_toolbar(self, name: str) -> None:
        """Go back up to the notebook's toolbar, where arrows lead from button to button."""
        for _ in range(_FAR):
            stop = self.here()
            if stop and stop.row:
                break
            self.press("Shift+Tab")
        for _ in range(20):
            stop = self.here()
            if stop and _is(stop.name, name):
                return
            self.press("ArrowLeft")
        raise AssertionError(f"{name!r} is not in the toolbar")

    def day(self, name: str, day: date, group: str = "") -> None:
        """Type a day, in the order in which this browser asks for it."""
        self.write(name, f"{day:%m%d%Y}", group)

    def moment(self, at: datetime, group: str) -> None:
        """Type a day and a time."""
        self.day("Date", at.date(), group)
        self.write("Time", f"{at:%I%M%p}", group)

    def editor(self, step: str) -> Locator:
        """The editor of a step."""
        return self.page.locator(f'.rca-editor[data-rca-step="{step}"]')

    def jump(self, step: str, title: str) -> Locator:
        """Go from one editor to the one of another step, by the list of steps."""
        editor = self.editor(step)
        self.to("All * steps*")
        self.press("Enter")
        self.enter(title)
        expect(editor).to_be_focused(timeout=PATIENCE)
        editor.locator(".rca-frame").wait_for(timeout=PATIENCE)
        return editor

    def begin(self, step: str, name: str, group: str = "") -> None:
        """Press the button that opens a form, and wait for the form to have the focus."""
        self.enter(name, group)
        expect(self.editor(step).locator("form:focus-within")).to_have_count(1)

    def save(self, step: str) -> None:
        """Save what was typed and wait until the form has gone and the focus is back."""
        self.press("Control+Enter")
        expect(self.editor(step).locator("form")).to_have_count(0)
        expect(self.editor(step).locator(":focus")).to_have_count(1)

    def look(self, step: str | None = None) -> None:
        """Have axe look at the editor of a step as it stands, or at every editor."""
        which = f'[data-rca-step="{step}"]' if step else ""
        found = Axe().run(self.page, context=f".rca-editor{which}")
        self.faults += [
            (step or "all", one["id"], one["nodes"][0]["html"])
            for one in found.response["violations"]
        ]

    def walk(self) -> list[Stop]:
        """Press Tab from where the focus is to the end of the page; return each stop."""
        stops = []
        while (stop := self.here()) is not None and len(stops) < _FAR:
            stops.append(stop)
            self.press("Tab")
        return stops


def _is(name: str, wanted: str) -> bool:
    """Whether a name is the wanted one, in which * stands for any words."""
    return bool(re.fullmatch(re.escape(wanted).replace(r"\*", ".*"), name))
