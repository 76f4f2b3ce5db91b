"""The editors in a real JupyterLab, worked by keyboard, and what comes of it in the ledger."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from tests.fakes.labs import RUN_ALL, opened, running_lab
from tests.fakes.patience import PATIENCE
from tests.fakes.workspaces import Office, make_office
from workbench.domain.story import Event
from workbench.ledger.amend import Amendment

NAME = "Zebedee Quillfeather"
WHAT = "The on-call nurse was rung."
CELLS = "() => jupyterapp.shell.currentWidget.content.widgets.length"
SAVE = "() => jupyterapp.commands.execute('docmanager:save')"
STOP = "() => jupyterapp.shell.currentWidget.context.sessionContext.session.kernel.shutdown()"
PLACE = """root => Math.round(root.getBoundingClientRect().top
    - root.closest('.jp-WindowedPanel-outer').getBoundingClientRect().top)"""
HEARD = """() => {
    globalThis.heard = [];
    jupyterapp.commands.commandExecuted.connect((_, { id }) => heard.push(id));
}"""
WIDGETS = """async () => {
    const kernel = jupyterapp.shell.currentWidget.context.sessionContext.session.kernel;
    const { content } = await kernel.requestCommInfo({ target_name: 'jupyter.widget' });
    return Object.keys(content.comms).length;
}"""
LOADED = "() => globalThis.rcaEditors.size"
THEME = "name => jupyterapp.commands.execute('apputils:change-theme', {theme: name})"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    office = make_office(tmp_path_factory.mktemp("editors") / "ws")
    office.start()
    return office


@pytest.fixture(scope="module")
def page(office: Office, browser: Browser) -> Iterator[Page]:
    """The case's notebook with every cell run."""
    with running_lab(office) as address:
        context = browser.new_context(bypass_csp=True, viewport={"width": 1400, "height": 1000})
        page = context.new_page()
        page.goto(address)
        page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=PATIENCE)
        page.evaluate(RUN_ALL)
        editor(page, "scope").wait_for(state="attached", timeout=PATIENCE)
        yield page
        context.close()


def editor(page: Page, step: str) -> Locator:
    return page.locator(f'.rca-editor[data-rca-step="{step}"]')


def violations(page: Page, step: str) -> list[object]:
    found = Axe().run(page, context=f'.rca-editor[data-rca-step="{step}"]')
    return [(one["id"], one["nodes"][0]["html"]) for one in found.response["violations"]]


def test_a_jump_lands_on_its_step_and_stays_while_the_others_fill(page: Page) -> None:
    scope = opened(page, "scope")
    scope.locator(".rca-progress > summary").press("Enter")
    scope.locator(".rca-jump", has_text="Findings").press("Enter")
    findings = editor(page, "findings")
    findings.locator(".rca-frame").wait_for(timeout=PATIENCE)

    expect(findings).to_be_focused()
    expect(scope.locator(".rca-progress[open]")).to_have_count(0)
    assert findings.evaluate(PLACE) == 0


def test_saving_and_the_palette_answer_within_an_editor_and_no_command_of_a_cell_does(
    page: Page,
) -> None:
    timeline = opened(page, "timeline")
    cells = page.evaluate(CELLS)
    page.evaluate(HEARD)
    timeline.get_by_role("button", name="Add event").focus()
    for keys in ("Control+s", "Control+Backspace", "Control+Shift+M", "Control+a", "Shift+J"):
        page.keyboard.press(keys)
    page.keyboard.press("Control+Shift+C")
    expect(page.locator(".jp-ModalCommandPalette")).to_be_visible()
    page.keyboard.press("Escape")

    assert page.evaluate("heard") == ["docmanager:save", "apputils:activate-command-palette"]
    assert page.evaluate(CELLS) == cells


def test_a_page_gets_each_layout_once_however_many_editors_it_shows(page: Page) -> None:
    opened(page, "timeline")
    opened(page, "actions")

    assert page.locator(".rca-editor").count() > 20
    assert page.evaluate(LOADED) <= 6


def test_a_cell_that_is_run_again_leaves_no_editor_behind_in_the_kernel(page: Page) -> None:
    before = page.evaluate(WIDGETS)
    page.evaluate(RUN_ALL)
    opened(page, "scope")

    assert page.evaluate(WIDGETS) == before > 20


def test_an_event_is_added_by_keyboard_alone_and_stands_in_the_ledger(
    page: Page, office: Office
) -> None:
    timeline = opened(page, "timeline")
    cells = page.evaluate(CELLS)
    timeline.get_by_role("button", name="Add event").focus()
    keys = page.keyboard
    for key in ("x", "d", "d", "b", "a"):  # they would cut and insert cells
        keys.press(key)
    keys.press("Enter")
    expect(timeline.get_by_label("How sure is the time?")).to_be_focused()
    keys.press("Tab")
    keys.type("03142026")
    keys.press("Tab")
    keys.press("Tab")
    keys.type("0730PM")
    timeline.get_by_label("What happened?").focus()
    keys.type(WHAT)
    keys.press("Control+Enter")

    expect(timeline.locator(".rca-status")).to_contain_text("Saved, entry")
    events = office.ledger.fold("C-0001").all(Event)
    (added,) = [one for one in events if one.what == WHAT]
    assert added.when.start.isoformat() == "2026-03-14T19:30:00+00:00"
    assert office.ledger.entries("C-0001")[-1].author == "Asha"
    assert page.evaluate(CELLS) == cells
    expect(timeline.locator(f'[data-edit="{added.id}"]')).to_be_focused()


def test_what_does_not_fit_is_said_in_a_summary_and_beside_the_field(page: Page) -> None:
    timeline = opened(page, "timeline")
    timeline.get_by_role("button", name="Add event").click()
    timeline.get_by_role("button", name="Save", exact=True).click()

    expect(timeline.get_by_role("alert")).to_be_focused()
    expect(timeline.get_by_role("alert")).to_contain_text("2 things to mend")
    assert violations(page, "timeline") == []
    timeline.get_by_role("button", name="Close").click()


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
@pytest.mark.parametrize("step", ["scope", "timeline", "causes", "actions", "thread"])
def test_axe_finds_nothing(step: str, theme: str, page: Page) -> None:
    page.evaluate(THEME, theme)
    found = opened(page, step)
    for tab in found.get_by_role("tab").all():
        tab.click()

        assert violations(page, step) == []


def test_two_people_who_change_one_event_lose_nothing(page: Page, office: Office) -> None:
    timeline = opened(page, "timeline")
    timeline.get_by_role("tab", name="List").click()
    timeline.locator('[data-edit="T1"]').click()
    office.change("C-0001", Amendment("event", "T1", {"place": "Hall"}))
    timeline.get_by_label("What happened?").fill("The shift changed at six.")
    page.keyboard.press("Control+Enter")

    conflict = timeline.locator(".rca-conflict")
    expect(conflict).to_contain_text("Hall")
    expect(conflict).to_contain_text("The shift changed at six.")
    assert violations(page, "timeline") == []
    conflict.get_by_role("button", name="Save it put together").click()
    expect(timeline.locator(".rca-form")).to_have_count(0)
    both = office.ledger.fold("C-0001").get(Event, "T1")
    assert both is not None
    assert (both.what, both.place) == ("The shift changed at six.", "Hall")


@pytest.mark.parametrize("step", ["scope", "timeline", "evidence"])
def test_it_fits_into_320_pixels(step: str, page: Page) -> None:
    found = opened(page, step)
    found.evaluate("root => root.style.width = '320px'")
    found.get_by_role("tab", name="List").click()
    found.locator("[data-edit]").first.click()
    wide = found.evaluate("root => root.scrollWidth - root.clientWidth")
    found.get_by_role("button", name="Close").click()
    found.evaluate("root => root.style.width = ''")

    assert wide <= 0


def test_a_name_reaches_the_editor_and_never_the_notebook_file(page: Page, office: Office) -> None:
    scope = opened(page, "scope")
    scope.get_by_role("tab", name="List").click()
    scope.get_by_role("button", name="Add name").click()
    form = scope.locator("form")
    form.get_by_role("combobox").first.select_option("P1")
    form.get_by_role("textbox").first.fill(NAME)
    page.keyboard.press("Control+Enter")
    expect(scope.locator(".rca-status")).to_contain_text("Saved, entry")

    page.evaluate(SAVE)

    notebook = office.notebook("C-0001").read_text(encoding="utf-8")
    held = json.loads(notebook)
    expect(scope).to_contain_text(NAME)
    assert "exhibit+json" in notebook
    assert "widgets" not in held["metadata"]
    kept = [path for path in Path(office.workspace.root).rglob("*") if path.is_file()]
    assert [
        p for p in kept if NAME.encode() in p.read_bytes() and "workbench.db" not in p.name
    ] == []


def test_a_kernel_that_died_is_said_and_what_was_typed_stays(page: Page) -> None:
    timeline = opened(page, "timeline")
    timeline.locator('[data-edit="T2"]').click()
    timeline.get_by_label("What happened?").fill("Typed as the kernel died.")
    page.evaluate(STOP)
    page.keyboard.press("Control+Enter")

    expect(timeline.locator(".rca-status")).to_contain_text("No answer from the notebook")
    expect(timeline.get_by_label("What happened?")).to_have_value("Typed as the kernel died.")
