"""What breaks while somebody works: it is said, what was typed stays, and it is saved once."""

from __future__ import annotations

import json
import os
import resource
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.fakes.desks import desk_of
from tests.fakes.labs import Lab, opened
from tests.fakes.patience import PATIENCE
from tests.fakes.typed_events import begin, save, told
from tests.fakes.workspaces import Office, make_office
from workbench.domain.inquiry import Evidence
from workbench.domain.kinds import encode, kind_named
from workbench.domain.story import Event
from workbench.errors import InvalidEntry
from workbench.ledger.amend import Amendment
from workbench.widgets.forms.catalogue import form_of
from workbench.widgets.forms.form import Field
from workbench.widgets.steps import STEPS
from workbench.widgets.wire import Change

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
    context.set_default_timeout(PATIENCE)
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
def timeline(page: Page, lab: Lab) -> Locator:
    """The timeline's editor; on a page that is loaded anew where a test that failed left it."""
    timeline = opened(page, "timeline")
    if timeline.locator("form").count():
        page.evaluate("sessionStorage.clear()")
        page.goto(lab.address)
        timeline = opened(page, "timeline")
    return timeline


def saved(editor: Locator) -> None:
    """Save, and see it said."""
    save(editor)
    expect(editor.locator(".rca-status")).to_contain_text("Saved, entry")
    expect(editor.locator("form")).to_have_count(0)


def events(office: Office, what: str) -> int:
    return sum(one.what == what for one in office.ledger.fold("C-0001").all(Event))


def until(holds: Callable[[], bool]) -> None:
    """Wait until something holds that no page tells of."""
    for _ in range(PATIENCE // 50):
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
    expect(notice).to_contain_text("What you typed and had not saved is kept")
    expect(timeline).to_contain_text("What you typed before")
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

    expect(timeline).to_contain_text("What you typed before")
    saved(timeline)
    assert events(office, "Saved as the kernel was killed.") == 1


def test_a_server_that_stopped_and_came_again_goes_on_by_itself_where_it_was(
    page: Page, timeline: Locator, office: Office, lab: Lab
) -> None:
    begin(timeline, "Typed as the server stopped.")
    lab.stop()
    try:
        notice = page.get_by_label("State of the notebook")
        expect(notice).to_contain_text("The server does not answer")
        expect(notice).to_contain_text("What you typed is kept on this page")
        expect(timeline.locator(".rca-status")).to_contain_text("No answer from the notebook")
        expect(told(timeline)).to_have_value("Typed as the server stopped.")
    finally:
        lab.token = "another"  # each server makes up its own
        lab.start()

    timeline = opened(page, "timeline")
    expect(timeline).to_contain_text("What you typed before")
    expect(told(timeline)).to_have_value("Typed as the server stopped.")
    expect(notice).to_have_count(0)
    saved(timeline)
    assert events(office, "Typed as the server stopped.") == 1


@contextmanager
def no_room(process: int) -> Iterator[None]:
    """Let a process write no file any further, as on a disk that is full."""
    limits = resource.prlimit(process, resource.RLIMIT_FSIZE)
    resource.prlimit(process, resource.RLIMIT_FSIZE, (0, limits[1]))
    try:
        yield
    finally:
        resource.prlimit(process, resource.RLIMIT_FSIZE, limits)


def test_a_full_disk_is_said_beside_the_form_and_nothing_is_half_written(
    page: Page, timeline: Locator, office: Office
) -> None:
    process, before = page.evaluate(PROCESS), office.ledger.entries("C-0001")
    begin(timeline, "Typed as the disk was full.")
    with no_room(process):
        save(timeline)
        refused = timeline.locator("form").get_by_role("alert")
        expect(refused).to_contain_text("there is no room for it")
        expect(refused).to_contain_text("Free some space")
        assert office.ledger.entries("C-0001") == before
        assert office.ledger.verify().intact

    expect(told(timeline)).to_have_value("Typed as the disk was full.")
    saved(timeline)
    assert events(office, "Typed as the disk was full.") == 1
    assert office.ledger.verify().intact


def test_a_file_for_which_there_is_no_room_is_refused_in_words_and_taken_afterwards(
    page: Page, office: Office
) -> None:
    evidence = opened(page, "evidence")
    with no_room(page.evaluate(PROCESS)):
        form = drop(evidence, "chart.pdf", "for which there is no room")
        expect(form).to_contain_text("no room")
    assert files_with(office, "for which there is no room") == []

    form = drop(evidence, "chart.pdf", "for which there is room")
    expect(form).to_contain_text("Kept with its fingerprint")
    assert len(files_with(office, "for which there is room")) == 1
    put_away(evidence)


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
    expect(refused).to_contain_text("Shorten this to 20,000 characters")
    assert len(told(timeline).input_value()) == 1_000_000
    told(timeline).fill("x" * 19_000)
    expect(timeline).to_contain_text("Room for 1,000 more of 20,000 characters")
    saved(timeline)
    assert events(office, "x" * 19_000) == 1


DROP = """([where, name, text]) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], name));
    where.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }));
}"""


def drop(evidence: Locator, name: str, text: str) -> Locator:
    """Drop a file on the form of evidence, which is opened if it is not; returns the form."""
    form = evidence.locator("form")
    if not form.count():
        evidence.locator('[data-add="evidence"]').click()
    place = form.locator(".rca-drop").element_handle()
    evidence.page.evaluate(DROP, [place, name, text])
    return form


def put_away(editor: Locator) -> None:
    """Close the form and keep nothing of it."""
    editor.get_by_role("button", name="Throw away what I typed").click()
    expect(editor.locator("form")).to_have_count(0)


def files_with(office: Office, text: str) -> list[Path]:
    """The files, in the workspace and around it, that hold a text."""
    around = office.workspace.root.parent.rglob("*")
    return [one for one in around if one.is_file() and text.encode() in one.read_bytes()]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("<img src=x onerror=window.pwned=1>.pdf", "<img src=x onerror=window.pwned=1>.pdf"),
        ("../../../etc/passwd", "passwd"),
        ("..\\..\\AppData\\run.bat", "run.bat"),
        ("chart\u202egpj.exe", "chart\ufffdgpj.exe"),
        ("chart\x00\x1b[31m\r\n.pdf", "chart\ufffd\ufffd[31m\ufffd\ufffd.pdf"),
        ("y" * 4_000 + ".pdf", "y" * 255),
        ("..", ".."),
        ("", "file"),
    ],
    ids=["markup", "upwards", "backslashes", "right-to-left", "control", "long", "dots", "none"],
)
def test_a_file_with_a_hostile_name_is_kept_by_its_hash_and_shown_as_text(
    name: str, shown: str, page: Page, office: Office
) -> None:
    evidence, text = opened(page, "evidence"), f"What was dropped as {name!r}."
    digest = sha256(text.encode()).hexdigest()
    form = drop(evidence, name, text)
    expect(form.locator(".rca-drop b")).to_have_text(shown)
    form.get_by_label("What is it?").fill(f"A chart, {digest[:6]}")
    form.get_by_label("What kind of evidence is it?").select_option("Care record")
    saved(evidence)

    kept = office.ledger.fold("C-0001").all(Evidence)[-1]
    assert (kept.sha256, kept.file_name) == (digest, shown)
    assert files_with(office, text) == [office.workspace.root / "evidence" / digest[:2] / digest]
    evidence.get_by_role("tab", name="As in the record").click()
    expect(evidence).to_contain_text(shown)
    evidence.get_by_role("tab", name="List").click()
    assert page.locator(CAME_ALIVE).count() == 0
    assert page.evaluate("window.pwned") is None


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
