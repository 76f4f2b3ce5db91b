import json
import logging
import os
import sys
import tempfile
from pathlib import Path

import pytest

from tests.fakes.notebooks import code, notebook, parameters, step
from workbench.errors import InvalidParameters, NotebookFailed
from workbench.record.run import run_notebook

LOOK_AROUND = """\
import json, os, stat, sys
path = os.environ["WORKBENCH_FROZEN_CASE"]
print(json.dumps({
    "case_id": case_id,
    "case": json.load(open(path)),
    "mode": stat.S_IMODE(os.stat(path).st_mode),
    "cwd": os.getcwd(),
    "python": sys.executable,
    "names": sorted(os.environ),
    "seed": os.environ["PYTHONHASHSEED"],
    "zone": os.environ["TZ"],
}))"""


@pytest.fixture
def leftovers(tmp_path):
    """What a run left in the folder for temporary files."""
    usual, folder = tempfile.tempdir, tmp_path / "temporary"
    folder.mkdir()
    tempfile.tempdir = str(folder)
    yield lambda: list(folder.iterdir())
    tempfile.tempdir = usual


@pytest.fixture
def secret():
    os.environ["WORKBENCH_PASSPHRASE"] = "correct horse"
    os.environ["SOME_TOKEN"] = "battery staple"
    yield
    del os.environ["WORKBENCH_PASSPHRASE"], os.environ["SOME_TOKEN"]


def failing(source, tmp_path, timeout=60):
    book = notebook(parameters(), step("timeline", "3. Timeline"), code("1"), code(source))
    with pytest.raises(NotebookFailed) as caught:
        run_notebook(book, {"case_id": "C-0001"}, frozen_case="{}", cwd=tmp_path, timeout=timeout)
    return caught.value


def test_a_notebook_sees_its_case_and_its_parameters_and_no_secret(tmp_path, secret, leftovers):
    asked_for = {"name": "ir", "language": "R", "display_name": "R"}
    book = json.loads(notebook(parameters(), step("scope", "1. Scope"), code(LOOK_AROUND)))
    book["metadata"]["kernelspec"] = asked_for
    told = []

    executed = run_notebook(
        json.dumps(book).encode(),
        {"case_id": "0012"},
        frozen_case='{"id": "é"}',
        cwd=tmp_path,
        progress=lambda *place: told.append(place),
    )

    cells = json.loads(executed.content)["cells"]
    seen = json.loads("".join(cells[-1]["outputs"][0]["text"]))
    assert seen["case_id"] == "0012"
    assert seen["case"] == {"id": "é"}
    assert seen["mode"] == 0o600
    assert Path(seen["cwd"]) == tmp_path
    assert seen["python"] == sys.executable
    assert not {"WORKBENCH_PASSPHRASE", "SOME_TOKEN", "PYTHONPATH"} & set(seen["names"])
    assert (seen["seed"], seen["zone"]) == ("0", "Europe/London")
    assert told == [(0, 4, ""), (1, 4, ""), (2, 4, "scope"), (3, 4, "scope"), (4, 4, "")]
    assert b"workbench-run-" not in executed.content.replace(seen["cwd"].encode(), b"")
    assert not leftovers()


SHADOWS = (
    *("workbench", "pydantic", "json", "pathlib", "ipykernel", "ipykernel_launcher", "IPython"),
    *("sitecustomize", "usercustomize", "runpy", "pandas"),
)


def seen_in(executed):
    return json.loads("".join(json.loads(executed.content)["cells"][-1]["outputs"][0]["text"]))


def shadow(folder):
    """Put a module beside the notebook for each name that the kernel or the library imports."""
    for name in SHADOWS:
        (folder / name).mkdir()
        (folder / name / "__init__.py").write_text("raise SystemExit('shadowed')")
        (folder / f"{name}.py").write_text("raise SystemExit('shadowed')")
    (folder / "own.pth").write_text("import sys; sys.shadowed = True")
    (folder / "ipython_config.py").write_text("raise SystemExit('shadowed')")


WHERE_FROM = """\
import importlib, json, os, sys
names = ["workbench", "pydantic", "json", "pathlib", "ipykernel", "IPython"]
print(json.dumps({
    "from": [importlib.import_module(name).__file__ for name in names],
    "path": sys.path,
    "customised": [name for name in ("sitecustomize", "usercustomize") if name in sys.modules
                   and "shadow" in str(sys.modules[name].__file__)],
    "pth": hasattr(sys, "shadowed"),
    "file": open("beside.csv").read(),
}))"""


def test_nothing_beside_the_notebook_takes_the_place_of_what_is_installed(tmp_path):
    folder = tmp_path / "shadow"
    folder.mkdir()
    shadow(folder)
    (folder / "beside.csv").write_text("a,b")

    seen = seen_in(
        run_notebook(notebook(code(WHERE_FROM)), {}, frozen_case="{}", cwd=folder, timeout=60)
    )
    assert [path for path in seen["from"] if path.startswith(str(folder))] == []
    assert not {"", ".", str(folder)} & set(seen["path"])
    assert seen["file"] == "a,b"


@pytest.fixture
def shadowing_environment(tmp_path):
    """A folder of shadows, and every variable of Python that could lead there."""
    folder = tmp_path / "shadow"
    packages = folder / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}/site-packages"
    packages.mkdir(parents=True)
    shadow(packages)
    shadow(folder)
    (folder / "beside.csv").write_text("a,b")
    before = dict(os.environ)
    os.environ.update(
        PYTHONPATH=f"{folder}{os.pathsep}",
        PYTHONUSERBASE=str(folder),
        PYTHONSTARTUP=str(folder / "json.py"),
        PYTHONHOME=str(folder),
        PYTHONPLATLIBDIR=str(folder),
        PYTHONINSPECT="1",
        IPYTHONDIR=str(folder),
        VIRTUAL_ENV=str(folder),
    )
    yield folder
    os.environ.clear()
    os.environ.update(before)


def test_no_variable_leads_python_to_other_modules(shadowing_environment):
    seen = seen_in(
        run_notebook(
            notebook(code(WHERE_FROM)),
            {},
            frozen_case="{}",
            cwd=shadowing_environment,
            timeout=60,
        )
    )

    assert [one for one in seen["path"] if one.startswith(str(shadowing_environment))] == []
    assert seen["customised"] == []
    assert not seen["pth"]


def test_a_program_that_added_code_starts_is_not_shadowed_either(tmp_path):
    shadow(tmp_path)
    source = (
        "import subprocess, sys\nprint(subprocess.run([sys.executable, '-m', 'json.tool', "
        "'--help'], capture_output=True, text=True).returncode)"
    )
    executed = run_notebook(notebook(code(source)), {}, frozen_case="{}", cwd=tmp_path, timeout=60)

    assert seen_in(executed) == 0


def test_papermill_keeps_its_remarks_to_itself(tmp_path, caplog):
    book = notebook(parameters('case_id: str = ""\nif True:\n    pass'), code("1"))
    logger = logging.getLogger("papermill")
    before = (logger.level, logger.disabled)

    with caplog.at_level(logging.DEBUG):
        run_notebook(book, {"case_id": "0012"}, frozen_case="{}", cwd=tmp_path, timeout=60)

    assert [one.name for one in caplog.records if one.name.startswith("papermill")] == []
    assert (logger.level, logger.disabled) == before


def test_a_failing_cell_is_named_and_what_it_said_is_not(tmp_path, leftovers):
    error = failing("name = 'Maria'\nraise KeyError(name)", tmp_path)

    assert str(error) == (
        "In code cell 2 of the step 'timeline', the notebook stopped with KeyError."
    )
    assert not leftovers()


def test_an_error_cannot_smuggle_text_in_by_its_name(tmp_path):
    error = failing("raise type('Maria Lopez', (Exception,), {})()", tmp_path)

    assert "Maria" not in str(error)


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("input('Name?')", "asks for something to be typed"),
        ("import os; os._exit(1)", "the program that runs the notebook stopped"),
        ("raise SystemExit", "SystemExit"),
        (
            "from IPython.display import display\n"
            "display({'application/vnd.jupyter.widget-view+json': {}, 'text/plain': ''}, raw=True)",
            "interactive control",
        ),
    ],
)
def test_what_a_record_cannot_hold_fails_clearly(source, said, tmp_path):
    assert said in str(failing(source, tmp_path))


def test_a_cell_that_takes_too_long_is_stopped(tmp_path, leftovers):
    error = failing("while True: pass", tmp_path, timeout=1)

    assert "took too long" in str(error)
    assert not leftovers()


def test_parameters_are_checked_before_anything_runs(tmp_path):
    with pytest.raises(InvalidParameters):
        run_notebook(notebook(parameters()), {"x\ny": 1}, frozen_case="{}", cwd=tmp_path)
