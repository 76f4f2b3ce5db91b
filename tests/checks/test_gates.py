"""What a closed gate says: which checks close it, found or unasked, and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from tests.fakes.cases import case
from tests.fakes.refusals import well_said
from workbench.checks.context import Asked, RegisterRow
from workbench.checks.registry import Check, Gate, Hit, NotAsked, Severity, Status, all_checks
from workbench.checks.report import CheckFinding, CheckReport, CouldNotBeAsked, run_checks
from workbench.domain.frameworks import factor_framework
from workbench.domain.stages import Stage
from workbench.errors import GateClosed

TODAY = date(2026, 4, 1)


def made(code: str, gate: Gate, *results: Hit | NotAsked) -> Check:
    def rule(asked: Asked) -> Iterator[Hit | NotAsked]:
        yield from results

    return Check(code, "made-up", Severity.BLOCKS, gate, (), Status.STABLE, "0", 1, "test", rule)


def report_of(*checks: Check) -> CheckReport:
    return run_checks(case(), TODAY, checks=checks)


UNASKED = made("TST001", Gate.APPROVE, NotAsked("nobody looked"))
FOUND = made("TST002", Gate.ISSUE, Hit("A1", "It is open."), Hit("A2", "It is open."))


def closed(report: CheckReport, gate: Gate) -> GateClosed:
    with pytest.raises(GateClosed) as caught:
        report.require(gate)
    return caught.value


def test_a_check_that_could_not_be_asked_is_told_with_what_it_would_close() -> None:
    assert report_of(UNASKED).not_asked == (
        CouldNotBeAsked("TST001", "made-up", Severity.BLOCKS, Gate.APPROVE, "nobody looked"),
    )


def test_what_could_not_be_asked_closes_its_gate_and_is_named() -> None:
    error = closed(report_of(UNASKED), Gate.APPROVE)

    assert str(error) == "The case cannot pass the gate 'approve': TST001."
    assert error.codes == ("TST001",)
    assert well_said(error)


def test_a_gate_names_each_place_once_and_each_code_once() -> None:
    error = closed(report_of(FOUND, UNASKED), Gate.ISSUE)

    assert str(error).endswith("'issue': TST002 at A1, TST002 at A2, TST001.")
    assert error.codes == ("TST002", "TST001")
    assert "workbench check" in error.remedy


def test_what_closes_a_later_gate_leaves_an_earlier_one_open() -> None:
    report = report_of(FOUND)

    assert report.passes(Gate.APPROVE)
    report.require(Gate.APPROVE)
    assert not report.passes(Gate.ISSUE)
    assert closed(report_of(FOUND, UNASKED), Gate.APPROVE).codes == ("TST001",)


@pytest.mark.parametrize("gate", list(Gate))
def test_every_gate_is_closed_when_no_check_was_run(gate: Gate) -> None:
    error = closed(report_of(), gate)

    assert str(error) == f"The case cannot pass the gate '{gate}': no checks were run."
    assert well_said(error)


@pytest.mark.parametrize("closing", list(Gate))
def test_what_closes_a_gate_closes_those_after_it_and_none_before(closing: Gate) -> None:
    order = list(Gate)
    report = report_of(made("TST003", closing, Hit("case", "It is open.")))

    open_ones = [gate for gate in order if report.passes(gate)]

    assert open_ones == order[: order.index(closing)]


def test_a_finding_carries_all_that_its_check_and_its_place_say() -> None:
    hit = Hit("A1", "It is open.", "Who closes it?", "open")
    accepted = Check(
        "TST004",
        "door-open",
        Severity.WARNS,
        None,
        ("manager",),
        Status.STABLE,
        "0",
        1,
        "test",
        lambda _: (hit,),
    )

    assert report_of(accepted).open == (
        CheckFinding(
            "TST004",
            "door-open",
            Severity.WARNS,
            None,
            "A1",
            "It is open.",
            "Who closes it?",
            "open",
            acceptable=True,
        ),
    )


def test_a_check_goes_on_after_what_it_could_not_be_asked() -> None:
    both = made("TST005", Gate.APPROVE, NotAsked("nobody looked"), Hit("A1", "It is open."))

    report = report_of(both)

    assert len(report.not_asked) == 1
    assert [one.subject for one in report.open] == ["A1"]


def test_a_check_is_asked_about_all_that_is_known() -> None:
    asked: list[Asked] = []

    def rule(one: Asked) -> Iterator[Hit]:
        asked.append(one)
        yield from ()

    events = (
        ("event", "T1", {"when": "14/03/2026 08:00", "what": "A visit."}),
        ("event", "T2", {"when": "14/03/2026 11:00", "what": "A visit."}),
    )
    watching = Check(
        "TST006", "made-up", Severity.WARNS, None, (), Status.STABLE, "0", 1, "test", rule
    )
    run_checks(
        case(*events),
        TODAY,
        roles=("manager",),
        register=RegisterRow("f" * 64),
        framework=factor_framework("seips"),
        gap_after=timedelta(hours=2),
        stage=Stage.ISSUED,
        organisation="Larch Care",
        provider_type="health service body",
        checks=[watching],
    )
    (one,) = asked

    assert (one.on, one.roles, one.register) == (TODAY, ("manager",), RegisterRow("f" * 64))
    assert (one.stage, one.organisation, one.provider_type) == (
        Stage.ISSUED,
        "Larch Care",
        "health service body",
    )
    assert one.framework == factor_framework("seips")
    assert [gap.after for gap in one.timeline.gaps] == ["T1"]


@pytest.mark.parametrize(
    ("gate", "codes"),
    [
        (Gate.REVIEW, {"INC002", "INC004", "LAW002", "LAW003"}),
        (Gate.ANALYSE, {"INC001", "BAS001", "BAS002", "BAS003", "FAC001", "GRA001", "GRA002"}),
        (Gate.COMMENT, {"PPL001"}),
    ],
)
def test_a_case_goes_no_further_without_what_the_next_stage_rests_on(
    gate: Gate, codes: set[str]
) -> None:
    assert codes <= {one.code for one in all_checks() if one.gate is gate}


def test_an_empty_case_is_neither_under_review_nor_analysed() -> None:
    report = run_checks(case(), TODAY)

    assert "INC002" in closed(report, Gate.REVIEW).codes
    assert "BAS003" in closed(report, Gate.ANALYSE).codes
    assert "INC002" in closed(report, Gate.ANALYSE).codes
