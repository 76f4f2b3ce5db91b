"""What one record costs, beside papermill and nbconvert on the same notebook.

Two comparisons, each measured alternately in this run, medians of the rounds: the commands
(`workbench freeze` against `papermill` and `jupyter nbconvert --to html`), and the same in one
warm process. A record also checks the case, scans for names, hashes and seals: that is in its
time. What it saves is nbconvert's default HTML, and what it spends is a kernel of its own.
"""

from __future__ import annotations

import logging
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from workbench.examples.library import load_example
from workbench.examples.play import play
from workbench.ledger.records import RecordLog
from workbench.ledger.store import Ledger
from workbench.notebooks.freezing import freeze_case
from workbench.record.examine import examine
from workbench.register.store import Register
from workbench.workspace.database import open_engine
from workbench.workspace.folder import Workspace, open_workspace

ROUNDS = 3
CASE = "C-0001"
DAY = datetime.now(UTC).date()


def main() -> None:
    """Print the two ratios."""
    logging.disable(logging.WARNING)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "demo"
        play(root, load_example("missed-escalation"), datetime.now(UTC), lambda *_: None)
        workspace = open_workspace(root)
        compare("commands", lambda: freeze_command(root), lambda: stock_commands(root))
        compare("one warm process", lambda: freeze_here(workspace), lambda: stock_here(root))


def compare(what: str, ours: Callable[[], None], theirs: Callable[[], None]) -> None:
    """Run both once to warm up, then alternately, and print their medians and the ratio."""
    ours(), theirs()
    pairs = [(seconds(ours), seconds(theirs)) for _ in range(ROUNDS)]
    our, their = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(
        f"{what}: record {our:.2f} s against papermill + nbconvert {their:.2f} s, "
        f"ratio {our / their:.2f}"
    )


def seconds(run: Callable[[], None]) -> float:
    """Return how long `run` takes."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def freeze_command(root: Path) -> None:
    """Make a record by the command."""
    call(root, str(tool("workbench")), "freeze", CASE, "--date", DAY.isoformat())


def stock_commands(root: Path) -> None:
    """Run and convert the notebook by the stock commands."""
    source, target = notebook(root), root / "executed.ipynb"
    papermill = ("--no-progress-bar", "-r", "case_id", CASE, "--cwd", str(source.parent))
    call(root, str(tool("papermill")), str(source), str(target), *papermill)
    call(root, str(tool("jupyter-nbconvert")), "--to", "html", str(target))


def freeze_here(workspace: Workspace) -> None:
    """Make a record in this process."""
    engine = open_engine(workspace.database_url)
    ledger = Ledger(engine)
    examined = examine(workspace, ledger, Register(engine), CASE, DAY)
    freeze_case(workspace, ledger, RecordLog(engine), examined, on=DAY)
    engine.dispose()


def stock_here(root: Path) -> None:
    """Run and convert the notebook in this process with the stock libraries."""
    import papermill
    from nbconvert import HTMLExporter

    source = notebook(root)
    executed = papermill.execute_notebook(
        str(source), None, {"case_id": CASE}, progress_bar=False, cwd=str(source.parent)
    )
    html, _ = HTMLExporter().from_notebook_node(executed)
    (root / "executed.html").write_text(html, encoding="utf-8")


def notebook(root: Path) -> Path:
    """Return the case's notebook."""
    return root / "cases" / CASE / "structured-analysis.ipynb"


def tool(name: str) -> Path:
    """Return a command of this environment."""
    return Path(sys.executable).parent / name


def call(cwd: Path, *words: str) -> None:
    """Run a command quietly; stop at the first that fails."""
    environment = {**os.environ, "PYTHONWARNINGS": "ignore"}
    subprocess.run(words, cwd=cwd, check=True, capture_output=True, env=environment)


if __name__ == "__main__":
    main()
