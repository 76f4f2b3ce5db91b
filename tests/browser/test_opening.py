"""A notebook that is opened while its kernel is slow, missing, or never there at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from nbconvert import HTMLExporter
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.fakes.labs import Lab, opened
from tests.fakes.patience import PATIENCE
from tests.fakes.workspaces import Office, make_office

SAVE = "() => jupyterapp.commands.execute('docmanager:save')"
STOP = "() => jupyterapp.shell.currentWidget.context.sessionContext.shutdown()"
STARTS = "**/api/sessions?*"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    office = make_office(tmp_path_factory.mktemp("opening") / "ws")
    office.start()
    return office


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(bypass_csp=True, viewport={"width": 1400, "height": 1000})
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


@pytest.fixture(scope="module")
def lab(office: Office, context: BrowserContext) -> Iterator[Lab]:
    """A server without a kernel, and the case's notebook as somebody saved it earlier."""
    lab = Lab(office)
    lab.start()
    page = context.new_page()
    page.goto(lab.address)
    opened(page, "timeline")
    page.evaluate(SAVE)
    page.evaluate(STOP)
    page.close()
    yield lab
    lab.stop()


@pytest.fixture
def page(context: BrowserContext, lab: Lab) -> Iterator[Page]:
    """A new page; what it started has ended when it closes."""
    page = context.new_page()
    yield page
    page.evaluate(STOP)
    page.close()


def starting(route: Route) -> bool:
    return route.request.method == "POST"


def shows_the_case_as_it_stood(page: Page) -> None:
    figure = page.locator(".jp-OutputArea-output svg").first
    figure.scroll_into_view_if_needed()
    expect(figure).to_be_visible()
    table = page.locator(".jp-OutputArea-output table").first
    table.scroll_into_view_if_needed()
    expect(table).to_be_visible()
    expect(page.locator(".rca-editor")).to_have_count(0)
    expect(page.get_by_text("Error displaying widget")).to_have_count(0)


def test_a_notebook_shows_what_there_was_while_its_kernel_is_slow(page: Page, lab: Lab) -> None:
    held: list[Route] = []
    page.route(STARTS, lambda one: held.append(one) if starting(one) else one.continue_())
    page.goto(lab.address)

    notice = page.get_by_label("State of the notebook")
    expect(notice).to_contain_text("The editors are waking")
    shows_the_case_as_it_stood(page)
    expect(notice).to_contain_text("The editors are waking")
    held[0].continue_()
    opened(page, "timeline")
    expect(notice).to_have_count(0)


def test_a_notebook_whose_kernel_cannot_start_shows_what_there_was_and_how_to_go_on(
    page: Page, lab: Lab
) -> None:
    page.route(STARTS, lambda one: one.fulfill(status=500) if starting(one) else one.continue_())
    page.goto(lab.address)
    for title, answer in (("Error Starting Kernel", "Ok"), ("Select Kernel", "No Kernel")):
        asked = page.locator(".jp-Dialog", has_text=title)  # JupyterLab's own, of the same trouble
        asked.get_by_role("button", name=answer).click()

    notice = page.get_by_label("State of the notebook")
    expect(notice).to_contain_text("This notebook has no kernel")
    shows_the_case_as_it_stood(page)
    page.unroute(STARTS)
    notice.get_by_role("button", name="Start the editors").click()
    opened(page, "timeline")
    expect(notice).to_have_count(0)


def test_a_saved_notebook_shows_figures_and_tables_where_there_is_no_kernel_at_all(
    lab: Lab, office: Office
) -> None:
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
