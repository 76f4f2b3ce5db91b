"""What stands in the way of a stage: what was found, what could not be asked, and in what order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from tests.fakes.cases import case
from workbench.checks.context import Asked
from workbench.checks.registry import Check, Gate, Hit, NotAsked, Severity, Status
from workbench.checks.report import run_checks
from workbench.conduct.stages import GATES, Blocker, blockers
from workbench.domain.stages import Stage

HERE = case(("scope", "SC1", {"title": "A late dose", "summary": "It was late."}))


def made(code: str, gate: Gate | None, *results: Hit | NotAsked) -> Check:
    def rule(asked: Asked) -> Iterator[Hit | NotAsked]:
        yield from results

    severity = Severity.BLOCKS if gate else Severity.WARNS
    return Check(code, "made-up", severity, gate, (), Status.STABLE, "0", 1, "test", rule)


def standing(*checks: Check, to: Stage, issued: bool | None = None) -> tuple[Blocker, ...]:
    report = run_checks(HERE, date(2026, 4, 1), checks=checks)
    return blockers(HERE, report, to, issued)


FOUND = made("TST001", Gate.REVIEW, Hit("A1", "It is open."))
UNASKED = made("TST002", Gate.REVIEW, NotAsked("nobody looked"))
LATER = made("TST003", Gate.CLOSE, NotAsked("nobody looked"))
WARNING = made("TST004", None, Hit("A1", "It is open."), NotAsked("nobody looked"))


def test_what_was_found_stands_in_the_way_with_its_place_and_words() -> None:
    assert standing(FOUND, to=Stage.ANALYSED) == (
        Blocker(Gate.REVIEW, "TST001", "A1", "It is open."),
    )


def test_what_could_not_be_asked_stands_in_the_way_of_the_case() -> None:
    assert standing(UNASKED, LATER, WARNING, to=Stage.UNDER_REVIEW) == (
        Blocker(Gate.REVIEW, "TST002", "case", "Could not be asked: nobody looked."),
    )


def test_what_stands_in_the_way_is_told_in_the_order_of_the_gates() -> None:
    codes = [one.code for one in standing(LATER, UNASKED, FOUND, to=Stage.CLOSED)]

    assert codes == ["TST001", "TST002", "TST003"]


@pytest.mark.parametrize(("stage", "gate"), GATES.items())
def test_what_could_not_be_asked_holds_up_its_own_stage_and_no_earlier_one(
    stage: Stage, gate: Gate
) -> None:
    unasked = made("TST005", gate, NotAsked("nobody looked"))
    earlier = [one for one in GATES if not one.reaches(stage)]

    assert [one.code for one in standing(unasked, to=stage)] == ["TST005"]
    assert [standing(unasked, to=one) for one in earlier] == [()] * len(earlier)


@pytest.mark.parametrize(
    ("issued", "to", "found"),
    [
        (False, Stage.ISSUED, 1),
        (False, Stage.CLOSED, 1),
        (False, Stage.APPROVED, 0),
        (True, Stage.ISSUED, 0),
        (None, Stage.ISSUED, 0),
    ],
)
def test_an_issued_record_is_asked_for_from_its_stage_on_where_the_log_was_looked_at(
    issued: bool | None, to: Stage, found: int
) -> None:
    words = "No record of this case is issued, or it was withdrawn or the case went back since."
    missing = Blocker(Gate.ISSUE, "", "case", words)

    assert standing(to=to, issued=issued) == (missing,) * found


def test_nothing_stands_in_the_way_of_where_the_case_is() -> None:
    assert standing(UNASKED, to=Stage.REPORTED) == ()
