import subprocess
import sys

import nbformat

from tests.fakes.notebooks import code, display, markdown, notebook, step
from workbench.record.exporter import RecordExporter

BOOK = notebook(
    markdown("How to.", tags=["guidance"]),
    step("scope", "1. Scope"),
    code("shown()", display(html="<b>kept</b><script>alert(1)</script>")),
)


def test_a_notebook_is_exported_as_a_draft():
    html, resources = RecordExporter().from_notebook_node(
        nbformat.reads(BOOK.decode(), as_version=4), {"metadata": {"name": "C-0001"}}
    )

    assert "Not a record" in html
    assert "<h1>C-0001</h1>" in html
    assert "<b>kept</b>" in html
    assert "<script" not in html
    assert "How to." not in html
    assert resources["output_extension"] == ".html"


def test_nbconvert_finds_the_exporter_by_its_name(tmp_path):
    (tmp_path / "C-0001.ipynb").write_bytes(BOOK)
    ran = subprocess.run(
        [sys.executable, "-m", "nbconvert", "--to", "record", "C-0001.ipynb"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert ran.returncode == 0, ran.stderr
    assert "Draft" in (tmp_path / "C-0001.html").read_text(encoding="utf-8")


def test_the_exporter_imports_nothing_heavy():
    heavy = ("papermill", "nh3", "networkx", "sqlalchemy", "pandas", "cryptography", "pydantic")
    loaded = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, nbconvert.exporters; before = set(sys.modules)\n"
            "import workbench.record.exporter\n"
            "print(*sorted(set(sys.modules) - before))",
        ],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()

    assert not [name for name in loaded if name.split(".")[0] in heavy]
    assert "workbench.record.pieces" not in loaded
