"""The guided notebook in a real JupyterLab, as `workbench lab` opens it."""

import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.fakes.workspaces import Office, make_office
from workbench.errors import NotFound
from workbench.notebooks.lab import lab_command

RUN_ALL = """async () => {
    const context = jupyterapp.shell.currentWidget.context;
    await context.ready;
    await context.sessionContext.ready;
    await context.sessionContext.session.kernel.info;
    await jupyterapp.commands.execute('notebook:run-all-cells');
}"""
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
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = lab_command(office.workspace, "C-0001", browser=False, port=port)
    options = ("--IdentityProvider.token=invented", "--LabApp.expose_app_in_browser=True")
    server = subprocess.Popen(
        [*command, *options],
        env={**os.environ, "HOME": str(office.workspace.root.parent)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    root = f"http://127.0.0.1:{port}"
    try:
        wait_for(f"{root}/api?token=invented")
        yield f"{root}/lab/tree/cases/C-0001/structured-analysis.ipynb?token=invented&reset"
    finally:
        server.terminate()
        server.wait(timeout=30)


def wait_for(address: str) -> None:
    for _ in range(120):
        try:
            urllib.request.urlopen(address)
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.5)
        else:
            return
    pytest.fail("JupyterLab did not start")


def test_every_step_shows_itself_and_nothing_is_fetched_from_elsewhere(
    lab: str, browser: Browser
) -> None:
    page = browser.new_page(viewport={"width": 1400, "height": 1000})
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(lab)
    page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=60_000)
    page.evaluate(RUN_ALL)
    page.wait_for_selector("#sign-off-title", state="attached", timeout=60_000)

    outputs = page.evaluate(OUTPUTS)
    shown = page.locator(".jp-Notebook").inner_text()
    page.close()

    assert not [one for one in outputs if one["output_type"] in ("error", "stream")]
    assert "What the checks ask here" in shown
    assert "Javascript Error" not in shown
    assert not [url for url in fetched if "//127.0.0.1:" not in url and url.startswith("http")]


def test_a_case_without_a_notebook_is_said_before_anything_starts(office: Office) -> None:
    with pytest.raises(NotFound, match="C-0099 has no notebook"):
        lab_command(office.workspace, "C-0099", browser=False, port=1)
