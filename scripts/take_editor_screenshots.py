"""Take the pictures in `docs/images/editors/` from an example in a real JupyterLab.

`python scripts/take_editor_screenshots.py [NAME …]` takes all of them, or those named. They are
taken anew after a change that shows; nothing compares them, since fonts differ between machines.
"""

from __future__ import annotations

import os
import runpy
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeAlias

from playwright.sync_api import Browser, BrowserContext, Locator, Page, sync_playwright

from workbench.examples.library import load_example
from workbench.examples.play import PlayedExample, play
from workbench.ledger.amend import Amendment, amend
from workbench.ledger.presence import Place, PresenceBoard
from workbench.ledger.records import RecordLog
from workbench.ledger.store import Ledger
from workbench.notebooks.freezing import freeze_case
from workbench.notebooks.lab import lab_command, lab_environment
from workbench.notebooks.start import start_case
from workbench.record.approve import approve
from workbench.record.examine import examine
from workbench.register.store import Register
from workbench.workspace.database import open_engine
from workbench.workspace.folder import Workspace, open_workspace

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images" / "editors"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
TOKEN = "invented"
PATIENCE = 90_000
WIDTH, TALLEST, PAGE = 1100, 1000, 1150
CASE, OTHER = "C-0001", "INC-2026-0054"
SIGN, DECIDE = "[aria-labelledby=sign-title]", "[aria-labelledby=decide-title]"
_Place: TypeAlias = tuple[str, str, str | None]
PAGES: tuple[_Place, ...] = (
    ("home", "", None),
    ("start", "start", None),
    ("case", f"cases/{CASE}", None),
    ("approve", f"cases/{CASE}", DECIDE),
)
"""Each page: what its picture is called, where it is, and which part of it is taken."""
THEMES = {"": "JupyterLab Light", "-dark": "JupyterLab Dark"}
THEME = "name => jupyterapp.commands.execute('apputils:change-theme', {theme: name})"
STOP = "() => jupyterapp.shell.currentWidget.context.sessionContext.session.kernel.shutdown()"
RUN_ALL = """async () => {
    const context = jupyterapp.shell.currentWidget.context;
    await context.ready;
    await context.sessionContext.ready;
    await context.sessionContext.session.kernel.info;
    await jupyterapp.commands.execute('notebook:run-all-cells');
    await jupyterapp.commands.execute('application:toggle-left-area');
}"""


@dataclass(frozen=True)
class Shot:
    """A picture of an editor: its step, its tab, and what is done there first."""

    name: str
    step: str
    tab: str | None = "List"
    before: Callable[[Locator], None] = field(default=lambda _: None)
    part: str = ".rca-frame"


@dataclass(frozen=True)
class Scene:
    """A played example, and what changes it while its pictures are taken."""

    workspace: Workspace
    played: PlayedExample

    def ledger(self) -> Ledger:
        """The ledger of the example."""
        return Ledger(open_engine(self.workspace.database_url))

    def change(self, kind: str, identifier: str | None, **fields: object) -> None:
        """Change an entry as a colleague would, in another window."""
        amend(
            self.ledger(),
            CASE,
            [Amendment(kind, identifier, fields)],
            author="Deborah Stannage",
            reason="",
            at=datetime.now(UTC),
        )

    def come(self, step: str, entity: str) -> None:
        """Have a colleague come to a step."""
        place = Place("another-window", "Deborah Stannage", step, entity)
        board = PresenceBoard(open_engine(self.workspace.database_url))
        board.put(CASE, place, datetime.now(UTC))

    def go_on(self) -> None:
        """Change the case again, and start another."""
        self.change("action", None, statement="Remind all staff to step up in good time.")
        engine = open_engine(self.workspace.database_url)
        start_case(
            self.workspace,
            Ledger(engine),
            Register(engine).get(OTHER),
            "triage",
            author="Deborah Stannage",
            at=datetime.now(UTC),
        )

    def freeze_again(self) -> str:
        """Approve the case as it stands in each role, and freeze it; returns the record's name."""
        ledger, engine = self.ledger(), open_engine(self.workspace.database_url)
        now = datetime.now(UTC)
        for signer in self.played.example.sign_offs:
            approve(
                self.workspace,
                ledger,
                examine(self.workspace, ledger, Register(engine), CASE, now.date()),
                role=signer.role,
                name=signer.name,
                words="Read again, with what the sampling of the autumn showed.",
                returned=False,
                author=signer.name,
                at=now,
            )
        examined = examine(self.workspace, ledger, Register(engine), CASE, now.date())
        log = RecordLog(engine)
        return freeze_case(self.workspace, ledger, log, examined, on=now.date()).path.stem


def main() -> None:
    """Play the example and write every picture, or those that were named, light and dark."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    chromium = runpy.run_path(str(ROOT / "scripts" / "bootstrap_browser.py"))["find"]()
    wanted = set(sys.argv[1:])
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        example = load_example("missed-escalation").model_copy(update={"after": ()})
        played = play(Path(folder) / "demo", example, datetime.now(UTC), lambda *_: None)
        scene = Scene(open_workspace(played.folder), played)
        record = scene.freeze_again()
        with _lab(scene.workspace) as address:
            browser = playwright.chromium.launch(executable_path=str(chromium), args=FLAGS)
            pages = (("record", f"records/{record}", None), ("sign", f"records/{record}", SIGN))
            for ending in THEMES:
                with _visitor(browser, address, ending) as context:
                    _take_pages(context.new_page(), address, pages, ending, wanted)
            scene.go_on()
            for ending in THEMES:
                with _visitor(browser, address, ending) as context:
                    shots = _editors(scene)
                    if not wanted or wanted & {shot.name for shot in shots}:
                        _take_editors(context.new_page(), address, shots, ending, wanted)
                    _take_pages(context.new_page(), address, PAGES, ending, wanted)
            browser.close()


@contextmanager
def _visitor(browser: Browser, address: str, ending: str) -> Iterator[BrowserContext]:
    context = browser.new_context(color_scheme="dark" if ending else "light", locale="en-GB")
    context.new_page().goto(f"{address}/workbench/?token={TOKEN}")
    yield context
    context.close()


@contextmanager
def _lab(workspace: Workspace) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = lab_command(workspace, None, browser=False, port=port)
    options = (f"--IdentityProvider.token={TOKEN}", "--LabApp.expose_app_in_browser=True")
    home = {"HOME": str(workspace.root.parent), "WORKBENCH_AUTHOR": "Hesper Quillan"}
    server = subprocess.Popen(
        [*command, *options],
        env=lab_environment(os.environ) | home,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(f"{address}/api?token={TOKEN}")
        yield address
    finally:
        server.terminate()
        server.wait(timeout=30)


def _wait_for(address: str) -> None:
    for _ in range(120):
        try:
            urllib.request.urlopen(address)
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.5)
        else:
            return
    raise SystemExit("JupyterLab did not start")


def _take_pages(
    page: Page, address: str, pages: tuple[_Place, ...], ending: str, wanted: set[str]
) -> None:
    page.set_viewport_size({"width": WIDTH, "height": PAGE})
    for name, place, part in pages:
        if not wanted or name in wanted:
            page.goto(f"{address}/workbench/{place}")
            picture = page.locator(part).first.screenshot() if part else page.screenshot()
            _write(picture, f"{name}{ending}")
    page.close()


def _take_editors(
    page: Page, address: str, shots: tuple[Shot, ...], ending: str, wanted: set[str]
) -> None:
    page.set_viewport_size({"width": WIDTH + 144, "height": TALLEST + 450})
    page.goto(f"{address}/lab/tree/cases/{CASE}/structured-analysis.ipynb?reset")
    page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=PATIENCE)
    page.evaluate(THEME, THEMES[ending])
    page.evaluate(RUN_ALL)
    for shot in shots:
        if not wanted or shot.name in wanted:
            _take(page, shot, ending)
    page.evaluate("() => jupyterapp.commands.execute('docmanager:save')")
    page.close()


def _take(page: Page, shot: Shot, ending: str) -> None:
    editor = page.locator(f'.rca-editor[data-rca-step="{shot.step}"]')
    editor.wait_for(state="attached", timeout=PATIENCE)
    # editors above it fill on the way, and push it out of sight again
    for _ in range(PATIENCE // 500):
        editor.scroll_into_view_if_needed()
        if editor.locator(".rca-frame").is_visible():
            break
        page.wait_for_timeout(500)
    if shot.tab and editor.get_by_role("tab").count():
        editor.get_by_role("tab", name=shot.tab).click()
    shot.before(editor)
    page.wait_for_timeout(800)
    part = editor if shot.part == ".rca-frame" else editor.locator(shot.part).first
    part.evaluate("root => root.scrollIntoView({ block: 'start' })")
    page.wait_for_timeout(300)
    box = part.bounding_box()
    assert box is not None, shot.name
    x, y, width, tall = box["x"], box["y"], box["width"], min(box["height"], TALLEST)
    picture = page.screenshot(clip={"x": x, "y": y, "width": width, "height": tall})
    _write(picture, f"{shot.name}{ending}")
    opened = editor.locator(".rca-progress[open] > summary")
    if opened.count():
        opened.click()
    close = editor.get_by_role("button", name="Close", exact=True)
    if close.count():
        close.first.click()


def _write(picture: bytes, name: str) -> None:
    target = IMAGES / f"{name}.png"
    target.write_bytes(picture)
    print(f"wrote {target.relative_to(ROOT)}, {len(picture) // 1024} kB", flush=True)


def _editors(scene: Scene) -> tuple[Shot, ...]:
    return (
        Shot("progress", "scope", before=_open_progress, part=".rca-header"),
        Shot("scope", "scope"),
        Shot("people", "people"),
        Shot("questions", "questions"),
        Shot("evidence", "evidence", before=_add("evidence"), part=".rca-form"),
        Shot("timeline-list", "timeline", before=lambda editor: _together(scene, editor)),
        Shot("timeline-form", "timeline", before=_change("T4"), part=".rca-form"),
        Shot("timeline", "timeline", "Drawing"),
        Shot("factors", "factors", "Drawing"),
        Shot("fishbone", "fishbone", "Drawing"),
        Shot("causes", "causes", "Drawing"),
        Shot("findings", "findings"),
        Shot("actions", "actions"),
        Shot("action-checks", "actions", before=_vague_action, part=".rca-form"),
        Shot("action-set", "actions", "Drawing"),
        Shot("comments", "comments"),
        Shot("sign-off", "sign-off"),
        Shot("as-in-the-record", "timeline", "As in the record"),
        Shot(
            "conflict",
            "questions",
            before=lambda editor: _collide(scene, editor),
            part=".rca-form",
        ),
        Shot("stopped", "findings", before=_stop),
    )


def _open_progress(editor: Locator) -> None:
    editor.locator(".rca-progress > summary").click()


def _add(kind: str) -> Callable[[Locator], None]:
    return lambda editor: editor.locator(f'[data-add="{kind}"]').click()


def _change(identifier: str) -> Callable[[Locator], None]:
    return lambda editor: editor.locator(f'[data-edit="{identifier}"]').first.click()


def _together(scene: Scene, editor: Locator) -> None:
    scene.come("timeline", "T2")
    editor.get_by_text("Deborah Stannage is in").wait_for()


def _vague_action(editor: Locator) -> None:
    editor.locator('[data-add="action"]').click()
    what = editor.locator(".rca-form textarea").first
    what.fill("Remind staff to be more careful about stepping up.")
    what.blur()
    editor.locator(".rca-live .rca-finding").first.wait_for()


def _collide(scene: Scene, editor: Locator) -> None:
    asked = editor.locator("[data-edit]").first.get_attribute("data-edit")
    assert asked is not None
    _change(asked)(editor)
    text = editor.locator(".rca-form textarea").first
    before = text.input_value().split(", and who")[0]
    scene.change("question", asked, text=f"{before.rstrip('?')}, and who knew of it?")
    text.fill(f"{before.rstrip('?')}, on each of the three evenings?")
    editor.page.keyboard.press("Control+Enter")
    editor.locator(".rca-conflict").wait_for()


def _stop(editor: Locator) -> None:
    editor.locator("[data-edit]").first.click()
    text = editor.locator(".rca-form textarea").first
    text.fill(f"{text.input_value()} This was typed as the notebook stopped.")
    editor.page.evaluate(STOP)
    editor.page.keyboard.press("Control+Enter")
    editor.get_by_role("alert").filter(has_text="No answer").first.wait_for(timeout=PATIENCE)


if __name__ == "__main__":
    main()
