"""What breaks while somebody works: it is said, what was typed stays, and it is saved once."""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbconvert import HTMLExporter
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.fakes.desks import desk_of
from tests.fakes.labs import Lab, opened
from tests.fakes.workspaces import Office, make_office
from workbench.domain.kinds import encode, kind_named
from workbench.domain.story import Event
from workbench.errors import InvalidEntry
from workbench.ledger.amend import Amendment
from workbench.widgets.forms.catalogue import form_of
from workbench.widgets.forms.form import Field
from workbench.widgets.steps import STEPS
from workbench.widgets.wire import Change

PATIENCE = 60_000
CORPUS = Path(__file__).parents[1] / "ledger" / "corpus" / "schema1.jsonl"
EDITED = {kind for step in STEPS.values() for kind in step.kinds}
EXAMPLES = {
    entry["kind"]: json.loads(entry["data"])
    for entry in map(json.loads, CORPUS.read_text(encoding="utf-8").splitlines())
    if entry["kind"] in EDITED
}
HEARING = """
    const Heard = window.WebSocket;
    window.WebSocket = class extends Heard {
        set onmessage(hear) { super.onmessage = event => window.isDeaf || hear(event); }
    };"""
"""A page that can be made deaf: what it sends arrives, and what comes back is lost on the way."""
PROCESS = """async () => {
    const kernel = jupyterapp.shell.currentWidget.context.sessionContext.session.kernel;
    const asked = {code: '', user_expressions: {id: "__import__('os').getpid()"}};
    const reply = await kernel.requestExecute(asked).done;
    return Number(reply.content.user_expressions.id.data['text/plain']);
}"""
SAVE = "() => jupyterapp.commands.execute('docmanager:save')"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    office = make_office(tmp_path_factory.mktemp("breakage") / "ws")
    office.start()
    return office


@pytest.fixture(scope="module")
def lab(office: Office) -> Iterator[Lab]:
    lab = Lab(office)
    lab.start()
    yield lab
    lab.stop()


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(bypass_csp=True, viewport={"width": 1400, "height": 1000})
    context.add_init_script(HEARING)
    yield context
    context.close()


@pytest.fixture(scope="module")
def page(lab: Lab, context: BrowserContext) -> Page:
    """The case's notebook, with its editors awake."""
    page = context.new_page()
    dialogs = page.locator(".jp-Dialog").first  # JupyterLab's own, of the same trouble
    page.add_locator_handler(dialogs, lambda dialog: dialog.get_by_role("button").last.click())
    page.goto(lab.address)
    return page


@pytest.fixture
def timeline(page: Page) -> Locator:
    return opened(page, "timeline")


def begin(timeline: Locator, what: str) -> None:
    """Type an event, and leave it unsaved."""
    timeline.get_by_role("button", name="Add event").click()
    timeline.get_by_label("Date", exact=True).fill("2026-03-14")
    timeline.get_by_label("Time", exact=True).fill("19:30")
    told(timeline).fill(what)


def told(timeline: Locator) -> Locator:
    return timeline.get_by_label("What happened?")


def save(editor: Locator) -> None:
    editor.get_by_role("button", name="Save", exact=True).click()


def saved(editor: Locator) -> None:
    """Save, and see it said."""
    save(editor)
    expect(editor.locator(".rca-status")).to_contain_text("Saved, entry", timeout=PATIENCE)
    expect(editor.locator("form")).to_have_count(0)


def events(office: Office, what: str) -> int:
    return sum(one.what == what for one in office.ledger.fold("C-0001").all(Event))


def until(holds: Callable[[], bool]) -> None:
    """Wait until something holds that no page tells of."""
    for _ in range(600):
        if holds():
            return
        time.sleep(0.05)
    raise AssertionError("it never came to hold")


def test_a_kernel_that_is_killed_while_somebody_types_comes_back_with_what_was_typed(
    page: Page, timeline: Locator, office: Office
) -> None:
    begin(timeline, "Typed as the kernel was killed.")
    os.kill(page.evaluate(PROCESS), signal.SIGKILL)

    notice = page.get_by_label("State of the notebook")
    expect(notice).to_contain_text("What you typed and had not saved is kept", timeout=10_000)
    expect(timeline).to_contain_text("What you typed before", timeout=PATIENCE)
    expect(told(timeline)).to_have_value("Typed as the kernel was killed.")
    expect(notice).to_have_count(0)
    saved(timeline)
    assert events(office, "Typed as the kernel was killed.") == 1


def test_a_save_that_was_kept_but_never_answered_is_not_kept_twice(
    page: Page, timeline: Locator, office: Office
) -> None:
    begin(timeline, "Saved as the kernel was killed.")
    process = page.evaluate(PROCESS)
    page.evaluate("window.isDeaf = true")
    save(timeline)
    until(lambda: events(office, "Saved as the kernel was killed.") == 1)
    expect(timeline.locator(".rca-status")).to_contain_text("Saving")
    os.kill(process, signal.SIGKILL)
    page.evaluate("window.isDeaf = false")

    expect(timeline).to_contain_text("What you typed before", timeout=PATIENCE)
    saved(timeline)
    assert events(office, "Saved as the kernel was killed.") == 1


@pytest.mark.parametrize(
    ("choice", "kept"),
    [("Keep mine throughout", "Mine"), ("Keep theirs", "Theirs"), ("put together", "Theirs")],
)
def test_two_versions_of_one_field_are_shown_and_one_is_chosen(
    choice: str, kept: str, timeline: Locator, office: Office
) -> None:
    timeline.locator('[data-edit="T1"]').click()
    told(timeline).fill(f"Mine, {choice}.")
    office.change("C-0001", Amendment("event", "T1", {"what": f"Theirs, {choice}."}))
    save(timeline)

    conflict = timeline.locator(".rca-conflict")
    expect(conflict).to_contain_text(f"Mine, {choice}.")
    expect(conflict).to_contain_text(f"Theirs, {choice}.")
    if choice == "put together":
        conflict.get_by_label("Theirs (").check()
    conflict.get_by_role("button", name=choice).click()
    expect(timeline.locator("form")).to_have_count(0)
    held = office.ledger.fold("C-0001").get(Event, "T1")
    assert held is not None
    assert held.what == f"{kept}, {choice}."


def test_a_megabyte_in_one_field_is_never_cut_and_its_limit_is_said(
    page: Page, timeline: Locator, office: Office
) -> None:
    begin(timeline, "")
    told(timeline).focus()
    page.keyboard.insert_text("long " * 200_000)

    expect(timeline).to_contain_text("Longer than the 20,000 characters that fit, by 980,000")
    save(timeline)
    refused = timeline.get_by_role("alert")
    expect(refused).to_contain_text("Shorten this to 20,000 characters", timeout=PATIENCE)
    assert len(told(timeline).input_value()) == 1_000_000
    told(timeline).fill("x" * 19_000)
    expect(timeline).to_contain_text("Room for 1,000 more of 20,000 characters")
    saved(timeline)
    assert events(office, "x" * 19_000) == 1


SCRIPT = (
    '<img src=x onerror="window.pwned=1"><script>window.pwned=1</script>'
    "[a](javascript:window.pwned=1)"
)
CAME_ALIVE = "img[src='x'], a[href^='javascript'], .rca-editor script"


def hostile(fields: Iterable[Field], held: dict[str, Any]) -> dict[str, Any]:
    """What somebody types who writes a script into every field that takes words."""
    typed: dict[str, Any] = {}
    for field in fields:
        inner = held.get(field.name)
        if field.input in ("text", "long-text"):
            typed[field.name] = SCRIPT
        elif field.input == "lines":
            typed[field.name] = [SCRIPT]
        elif field.input == "part" and inner:
            typed[field.name] = {**inner, **hostile(field.fields, inner)}
        elif field.input == "parts" and inner:
            typed[field.name] = [{**one, **hostile(field.fields, one)} for one in inner]
    return typed


def write_scripts(office: Office) -> int:
    """Type a script into every form, by the command that a page gives; returns how many took it."""
    desk, taken = desk_of(office), 0
    for kind, example in EXAMPLES.items():
        held = desk.case.all(kind_named(kind).model)
        data = encode(held[0]) if held else example
        fields = {**data, **hostile(form_of(kind).fields, data)}
        version = desk.case.stamps[held[0].id].version if held else None
        with suppress(InvalidEntry):  # this one takes no such words
            desk.save((Change(kind, held[0].id if held else None, fields, version),), "")
            taken += 1
    return taken


def test_a_script_that_is_typed_into_any_field_is_shown_as_text_everywhere(
    page: Page, office: Office, lab: Lab
) -> None:
    assert write_scripts(office) >= len(EXAMPLES) - 1
    shown = 0
    steps = [one.get_attribute("data-rca-step") for one in page.locator(".rca-editor").all()]
    for step in filter(None, steps):
        found = opened(page, step)
        for tab in found.get_by_role("tab").all():
            tab.click()
            expect(found.get_by_text("Drawing…")).to_have_count(0)
            shown += "onerror=" in found.inner_text()
            assert page.locator(CAME_ALIVE).count() == 0, step
    assert page.evaluate("window.pwned") is None
    assert shown > len(steps)

    pages = page.context.new_page()
    for place in ("", "cases/C-0001"):
        pages.goto(f"http://127.0.0.1:{lab.port}/workbench/{place}?token={lab.token}")
        expect(pages.locator("body")).to_contain_text("C-0001")
        assert pages.locator(CAME_ALIVE).count() == 0, place
        assert pages.evaluate("window.pwned") is None
    pages.close()


def test_a_saved_notebook_shows_figures_and_tables_where_there_is_no_kernel_at_all(
    page: Page, office: Office
) -> None:
    page.evaluate(SAVE)
    notebook = nbformat.read(office.notebook("C-0001"), as_version=4)
    html, _ = HTMLExporter().from_notebook_node(notebook)

    assert "widget-view" not in html
    assert html.count("<table") > 10
    assert "<svg" in html


def test_no_record_holds_an_editor(tmp_path: Path) -> None:
    office = make_office(tmp_path / "ws")
    office.start()
    office.approve_all("C-0001")
    record = office.freeze("C-0001").path
    files = [record] if record.is_file() else [one for one in record.rglob("*") if one.is_file()]

    assert files
    for file in files:
        assert b"widget-view" not in file.read_bytes(), file.name
        assert b"rca-editor" not in file.read_bytes(), file.name
