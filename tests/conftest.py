"""What holds for every test.

The network is cut off but for this machine (`--allow-hosts` in `pyproject.toml`; Chromium gets a
resolver that knows no other name). The time zone is one that nobody expects, so that a test which
depends on the machine's zone fails everywhere. Files are made under the usual umask, so that a
private file that was not made private shows. Temporary files, Jupyter and IPython keep to a folder
of this process, so that runs beside each other do not see each other's. With `CI=true` examples are
the same in each run, and a skipped test fails the run.
"""

from __future__ import annotations

import atexit
import os
import runpy
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.fakes.patience import PATIENCE

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[1]
IN_CI = os.environ.get("CI", "").lower() in {"1", "true"}
CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)

os.umask(0o022)
os.environ["TZ"] = "Asia/Kathmandu"
time.tzset()

_made: list[Path] = []


@atexit.register  # here, so that it runs after what multiprocessing registers later
def _clear() -> None:
    for folder in _made:
        shutil.rmtree(folder, ignore_errors=True)


JUPYTER_FOLDERS = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR")
scratch = pytest.StashKey[tuple[Path, str | None]]()

settings.register_profile("local", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if IN_CI else "local")


def pytest_configure(config: pytest.Config) -> None:
    """Make this run's folder: a process may hold several runs, one after another."""
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", tempfile.gettempdir())  # `tmp_path` stays there
    folder = Path(tempfile.mkdtemp(prefix="wb-"))
    config.stash[scratch] = (folder, os.environ.get("TMPDIR"))
    (folder / "tmp").mkdir()
    os.environ["TMPDIR"] = tempfile.tempdir = str(folder / "tmp")
    for name in JUPYTER_FOLDERS:
        os.environ[name] = str(folder / name.lower())


def pytest_unconfigure(config: pytest.Config) -> None:
    """Remove this run's folder."""
    folder, before = config.stash[scratch]
    os.environ.pop("TMPDIR")
    os.environ.update({"TMPDIR": before} if before else {})
    tempfile.tempdir = None
    _made.append(folder)


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail a CI run in which a test was skipped: what is skipped proves nothing."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if IN_CI and reporter is not None and reporter.stats.get("skipped"):
        reporter.write_line("error: a test was skipped, which a CI run does not allow", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(scope="session")
def root() -> Path:
    """The top folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of Chromium on this machine; `make test` sees to it that there is one."""
    path = runpy.run_path(str(ROOT / "scripts" / "bootstrap_browser.py"))["find"]()
    assert path, "no Chromium: run scripts/bootstrap_browser.py"
    return str(path)


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """A headless Chromium that reaches nothing but this machine."""
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=list(CHROMIUM_FLAGS))
        yield launched
        launched.close()
