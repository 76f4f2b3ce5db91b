"""What is shipped: the wheel's files, and that it works with nothing but its dependencies."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from workbench.server.extension import NAME

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "workbench"
TEMPLATES = ROOT / "notebooks" / "templates"
DATA = {".css", ".html", ".j2", ".js", ".json", ".toml", ".typed", ".csv", ".mako", ".svg", ".xlsx"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from the working tree."""
    target = tmp_path_factory.mktemp("wheel")
    _run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(target), cwd=ROOT)
    (built,) = target.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    """Return the names of the wheel's files."""
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the Python of a fresh environment: the wheel and its dependencies, nothing else."""
    home = tmp_path_factory.mktemp("installed") / "venv"
    _run(sys.executable, "-m", "venv", "--without-pip", str(home))
    site = next(home.glob("lib/python*/site-packages"))
    for entry in _entries(_closure(Requirement("rca-workbench"))):
        if not (site / entry.name).exists():
            (site / entry.name).symlink_to(entry)
    interpreter = home / "bin" / "python"
    install = ("install", "--quiet", "--no-deps", "--no-index", "--disable-pip-version-check")
    _run(sys.executable, "-m", "pip", "--python", str(interpreter), *install, str(wheel))
    return interpreter


def test_the_wheel_holds_every_module(names: set[str]) -> None:
    modules = {str(path.relative_to(ROOT)) for path in PACKAGE.rglob("*.py")}

    assert modules - names == set()


def test_the_wheel_holds_the_data_that_modules_read(names: set[str]) -> None:
    data = {str(path.relative_to(ROOT)) for path in PACKAGE.rglob("*") if path.suffix in DATA}

    assert "workbench/py.typed" in names
    assert data - names == set()


def test_the_wheel_holds_the_templates(names: set[str]) -> None:
    templates = {path.name for path in TEMPLATES.glob("*.ipynb")}

    assert templates
    assert {f"workbench/notebooks/templates/{name}" for name in templates} - names == set()


def test_the_wheel_holds_the_licence_and_nothing_from_outside_the_package(names: set[str]) -> None:
    info = {name for name in names if ".dist-info/" in name}
    shared = {name for name in names if ".data/data/" in name}

    assert any(name.endswith("licenses/LICENSE") for name in info)
    assert [name for name in names - info - shared if not name.startswith("workbench/")] == []
    assert [name for name in names if "__pycache__" in name or name.endswith(".pyc")] == []


def test_jupyter_finds_the_pages_by_itself_where_the_wheel_is_installed(python: Path) -> None:
    folder = python.parents[1] / "etc" / "jupyter" / "jupyter_server_config.d"
    held = json.loads((folder / "rca-workbench.json").read_text(encoding="utf-8"))

    assert held == {"ServerApp": {"jpserver_extensions": {NAME: True}}}


def test_the_command_starts_without_the_development_tools(python: Path, tmp_path: Path) -> None:
    shown = _run(str(python.parent / "workbench"), "--help", cwd=tmp_path)

    assert "Usage" in shown


def test_every_module_imports_without_the_development_tools(python: Path, tmp_path: Path) -> None:
    program = (
        "import importlib.util, pkgutil, workbench\n"
        "assert 'installed' in workbench.__file__, workbench.__file__\n"
        "for module in pkgutil.walk_packages(workbench.__path__, 'workbench.'):\n"
        "    if '.migrations' not in module.name and '__main__' not in module.name:\n"
        "        importlib.import_module(module.name)\n"
        "tools = ('hypothesis', 'jupytext', 'mypy', 'playwright', 'pytest')\n"
        "print([name for name in tools if importlib.util.find_spec(name)])\n"
    )

    assert _run(str(python), "-c", program, cwd=tmp_path).strip() == "[]"


def _run(*command: str, cwd: Path | None = None) -> str:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def _closure(root: Requirement) -> dict[str, Distribution]:
    """Return the distributions that a requirement needs here, itself left out."""
    found: dict[str, Distribution] = {}
    seen: set[tuple[str, str]] = set()
    waiting = [(root.name, "")]
    while waiting:
        name, extra = waiting.pop()
        if (name, extra) in seen:
            continue
        seen.add((name, extra))
        try:
            held = distribution(name)
        except PackageNotFoundError:
            continue
        found[held.metadata["Name"].lower()] = held
        for text in held.requires or ():
            needed = Requirement(text)
            if needed.marker is None or needed.marker.evaluate({"extra": extra}):
                waiting.append((needed.name, ""))
                waiting.extend((needed.name, wanted) for wanted in needed.extras)
    found.pop("rca-workbench")
    return found


def _entries(distributions: dict[str, Distribution]) -> set[Path]:
    """Return what each distribution put at the top of the site folder."""
    return {
        Path(str(held.locate_file(file.parts[0])))
        for held in distributions.values()
        for file in held.files or ()
        if file.parts[0] not in {"..", "__pycache__"}
    }
