"""The guided notebook in a real JupyterLab, as `workbench lab` opens it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.fakes.labs import RUN_ALL, running_lab
from tests.fakes.patience import PATIENCE
from tests.fakes.workspaces import Office, make_office
from workbench.errors import NotFound
from workbench.notebooks.lab import lab_command

OUTPUTS = """() => jupyterapp.shell.currentWidget.content.model.sharedModel.cells
    .filter(cell => cell.cell_type === 'code').flatMap(cell => cell.outputs)"""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    office = make_office(tmp_path_factory.mktemp("lab") / "ws")
    office.start()
    return office


@pytest.fixture(scope="module")
def lab(office: Office) -> Iterator[str]:
    """A running JupyterLab; yields the address of the case's notebook, with its token."""
    with running_lab(office) as address:
        yield address


def test_every_step_shows_itself_and_nothing_is_fetched_from_elsewhere(
    lab: str, browser: Browser
) -> None:
    page = browser.new_page(viewport={"width": 1400, "height": 1000})
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(lab)
    page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=PATIENCE)
    page.evaluate(RUN_ALL)
    last = page.locator('.rca-editor[data-rca-step="stages"]')
    last.wait_for(state="attached", timeout=PATIENCE)
    last.scroll_into_view_if_needed()
    last.locator("#stages-title").wait_for(timeout=PATIENCE)

    outputs = page.evaluate(OUTPUTS)
    shown = page.locator(".jp-Notebook").inner_text()
    page.close()

    assert not [one for one in outputs if one["output_type"] in ("error", "stream")]
    assert "Where this case stands" in shown
    assert "Javascript Error" not in shown
    assert not [url for url in fetched if "//127.0.0.1:" not in url and url.startswith("http")]


def test_a_notebook_is_exported_for_readers_and_not_for_developers(
    lab: str, browser: Browser
) -> None:
    page = browser.new_page()
    page.goto(lab)
    offered = page.evaluate("async () => Object.keys(await (await fetch('/api/nbconvert')).json())")
    page.close()

    assert sorted(offered) == ["html", "notebook", "record"]


def test_a_case_without_a_notebook_is_said_before_anything_starts(office: Office) -> None:
    with pytest.raises(NotFound, match="C-0099 has no notebook"):
        lab_command(office.workspace, "C-0099", browser=False, port=1)
