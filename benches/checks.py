"""What checking a case costs, beside reading it from its ledger.

A case of 300 events, 120 causes and 60 actions is put into a ledger. Measured alternately, medians
of the rounds, after a start-up that is not counted: all checks on the folded case, and reading
and folding its entries from the database. A second line has the share that the rules on wording
have in all rules, the analysis not counted.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from _big_case import big_office

from workbench.checks.context import RegisterRow, ask
from workbench.checks.registry import all_checks
from workbench.checks.report import judge, run_checks
from workbench.domain.case import Case

ROUNDS = 7
CASE = "C-0001"
DAY = date(2026, 4, 1)
ROW = RegisterRow("0" * 64)


def main() -> None:
    """Print the two ratios."""
    with tempfile.TemporaryDirectory() as folder:
        ledger = big_office(Path(folder) / "ws").ledger
        case = ledger.fold(CASE)
        compare("all checks", lambda: check(case), "reading", lambda: ledger.fold(CASE))
        asked = ask(case, DAY, register=ROW)
        every = all_checks()
        wording = [one for one in every if one.code.startswith("WRD")]
        compare("wording", lambda: judge(asked, wording), "all rules", lambda: judge(asked, every))


def check(case: Case) -> None:
    """Run all checks, with the analysis that they are asked about."""
    run_checks(case, DAY, register=ROW)


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
