import json
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
    assert told == [(0, 4, ""), (1, 4, ""), (2, 4, "scope"), (3, 4, "scope")]
    assert b"workbench-run-" not in executed.content.replace(seen["cwd"].encode(), b"")
    assert not leftovers()


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
