"""What checking a case costs, beside reading it from its ledger.

A case of 300 events, 120 causes and 60 actions is put into a ledger. Measured alternately, medians
of the rounds, after a start-up that is not counted: all checks on the folded case, and reading
and folding its entries from the database. A second line has the share that the rules on wording
have in all rules, the analysis not counted.
"""

from __future__ import annotations

import runpy
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from workbench.checks.context import RegisterRow, ask
from workbench.checks.registry import all_checks
from workbench.checks.report import judge, run_checks
from workbench.domain.case import Case
from workbench.ledger.entry import Draft
from workbench.ledger.store import Ledger
from workbench.workspace.database import open_engine, upgrade

ROUNDS = 7
CASES = Path(__file__).parents[1] / "tests" / "fakes" / "cases.py"
DAY = date(2026, 4, 1)
ROW = RegisterRow("0" * 64)


def main() -> None:
    """Print the two ratios."""
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite:///{Path(folder) / 'workbench.db'}")
        upgrade(engine)
        ledger = Ledger(engine)
        case_id = fill(ledger)
        case = ledger.fold(case_id)
        compare("all checks", lambda: check(case), "reading", lambda: read(ledger, case_id))
        asked = ask(case, DAY, register=ROW)
        every = all_checks()
        wording = [one for one in every if one.code.startswith("WRD")]
        compare("wording", lambda: judge(asked, wording), "all rules", lambda: judge(asked, every))
        engine.dispose()


def fill(ledger: Ledger) -> str:
    """Put the case into the ledger; return its identifier."""
    entries = runpy.run_path(str(CASES))["big_entries"]()
    drafts = [Draft(kind, entity, data) for kind, entity, data in entries]
    return ledger.start_case(
        "INC-0042",
        "structured-analysis",
        drafts,
        author="bench",
        reason="measuring",
        at=datetime(2026, 3, 20, 9, 0, tzinfo=UTC),
    )


def check(case: Case) -> None:
    """Run all checks, with the analysis that they are asked about."""
    run_checks(case, DAY, register=ROW)


def read(ledger: Ledger, case_id: str) -> None:
    """Read and fold the case."""
    ledger.fold(case_id)


def compare(ours: str, run: Callable[[], object], theirs: str, other: Callable[[], object]) -> None:
    """Run both once to warm up, then alternately, and print their medians and the ratio."""
    run(), other()
    pairs = [(seconds(run), seconds(other)) for _ in range(ROUNDS)]
    our, their = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"{ours}: {our:.3f} s against {theirs} {their:.3f} s, ratio {our / their:.2f}")


def seconds(run: Callable[[], object]) -> float:
    """Return how long `run` takes."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
