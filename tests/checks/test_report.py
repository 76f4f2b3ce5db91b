from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from tests.fakes.cases import big_case, case, sound_case
from workbench.checks.context import Asked
from workbench.checks.examples import ExampleEntry
from workbench.checks.registry import (
    Check,
    Gate,
    Hit,
    NotAsked,
    Severity,
    Status,
    all_checks,
    check_named,
)
from workbench.checks.report import CheckReport, run_checks
from workbench.errors import GateClosed

TODAY = date(2026, 4, 1)


def made(
    *results: Hit | NotAsked, gate: Gate | None = Gate.APPROVE, severity: str = "blocks"
) -> Check:
    def rule(asked: Asked) -> Iterator[Hit | NotAsked]:
        yield from results

    return Check(
        "TST001", "made-up", Severity(severity), gate, (), Status.STABLE, "0", 3, "test", rule
    )


def accepted(code: str, subject: str, role: str = "manager") -> ExampleEntry:
    return (
        "acceptance",
        "AC1",
        {
            "code": code,
            "subject": subject,
            "role": role,
            "name": "Dana Example",
            "reason": "Known and watched.",
        },
    )


def weak(*more: ExampleEntry, **changed: object) -> CheckReport:
    """A report on the wording of one action that only reminds."""
    action = ("action", "A1", {"statement": "Remind staff of the protocol."})
    held = case(action, *more)
    return run_checks(held, TODAY, checks=[check_named("WRD001"), check_named("GOV002")])


def test_the_sound_case_can_be_approved_but_not_issued_before_it_is_signed() -> None:
    report = run_checks(sound_case(), TODAY)

    assert report.passes("approve")
    assert {one.code for one in report.open} == {"GOV001"}
    assert not report.passes(Gate.ISSUE)


def test_the_sound_case_can_be_issued_once_every_role_has_approved_it() -> None:
    unsigned = sound_case()
    approvals = [
        (
            "sign-off",
            f"SO{place}",
            {
                "role": role,
                "name": "Dana Example",
                "decision": "approved",
                "meaning": "I stand behind it.",
                "at": "2026-04-01T09:00:00+00:00",
                "content_seq": unsigned.content_seq,
            },
        )
        for place, role in enumerate(("manager", "director"), start=1)
    ]

    signed = sound_case(*approvals)

    assert run_checks(signed, TODAY, roles=("manager", "director")).passes("issue")
    assert not run_checks(signed, TODAY, roles=("manager", "board")).passes("issue")


def test_a_returned_case_cannot_be_issued_until_it_is_approved() -> None:
    decision = {
        "role": "manager",
        "name": "Dana Example",
        "meaning": "See note.",
        "at": "2026-04-01T09:00:00+00:00",
        "content_seq": 1,
    }
    scope = ("scope", "SC1", {"title": "x", "summary": "x"})
    returned = ("sign-off", "SO1", {**decision, "decision": "returned"})
    approved = ("sign-off", "SO2", {**decision, "decision": "approved"})

    def finds(*entries: ExampleEntry) -> bool:
        checks = [check_named("GOV001")]
        return bool(run_checks(case(*entries), TODAY, roles=("manager",), checks=checks).open)

    assert finds(scope, returned)
    assert finds(scope, approved, returned)
    assert not finds(scope, returned, approved)


def test_an_empty_case_cannot_be_approved() -> None:
    report = run_checks(case(), TODAY)

    assert {"INC001", "INC002", "INC004", "FAC001"} <= {
        one.code for one in report.blocking("approve")
    }


def test_what_closes_approval_closes_issue_too_and_not_the_other_way_round() -> None:
    early = run_checks(case(), TODAY, checks=[made(Hit("case", "x"))])
    late = run_checks(case(), TODAY, checks=[made(Hit("case", "x"), gate=Gate.ISSUE)])

    assert len(early.blocking("issue")) == 1
    assert late.blocking("approve") == ()


def test_a_warning_closes_no_gate() -> None:
    report = run_checks(case(), TODAY, checks=[made(Hit("case", "x"), gate=None, severity="warns")])

    assert report.passes("issue")
    assert len(report.of(Severity.WARNS)) == 1


def test_no_checks_run_is_not_a_pass() -> None:
    report = run_checks(sound_case(), TODAY, checks=[])

    assert not report.passes("approve")
    with pytest.raises(GateClosed, match="no checks were run"):
        report.require("approve")


def test_what_could_not_be_asked_is_neither_a_finding_nor_a_pass() -> None:
    report = run_checks(case(), TODAY, checks=[made(NotAsked("nobody looked"))])

    assert report.findings == ()
    assert report.not_asked[0].reason == "nobody looked"
    assert not report.passes("approve")


def test_a_closed_gate_lists_the_codes_and_where() -> None:
    with pytest.raises(GateClosed, match="TST001 at A7") as closed:
        run_checks(
            case(), TODAY, checks=[made(Hit("A7", "secret text"), Hit("A8", "more"))]
        ).require("approve")

    assert closed.value.codes == ("TST001",)
    assert "secret" not in str(closed.value)


def test_an_open_gate_lets_through() -> None:
    run_checks(sound_case(), TODAY).require("approve")


def test_a_report_says_which_checks_judged_in_which_version() -> None:
    report = run_checks(case(), TODAY, checks=[made()])

    assert [(one.code, one.version) for one in report.checks_run] == [("TST001", 3)]
    assert report.library
    assert report.on == TODAY
    assert len(run_checks(case(), TODAY).checks_run) == len(all_checks())


def test_an_acceptance_in_a_role_that_may_moves_the_finding_to_the_accepted() -> None:
    report = weak(accepted("WRD001", "A1"))

    assert report.open == ()
    assert report.accepted[0].acceptance.reason == "Known and watched."
    assert report.findings[0].subject == "A1"


@pytest.mark.parametrize(
    ("acceptance", "why"),
    [
        (accepted("WRD001", "A1", role="cleaner"), "for investigator or manager"),
        (accepted("WRD999", "A1"), "no check with this code"),
        (accepted("ACT001", "A1"), "cannot be accepted, only mended"),
        (accepted("wrd001", "A1"), "is to be written WRD001"),
    ],
)
def test_an_acceptance_that_does_not_count_is_reported_and_the_finding_stays(
    acceptance: ExampleEntry, why: str
) -> None:
    report = weak(acceptance)

    assert [one.code for one in report.open] == ["WRD001", "GOV002"]
    assert why in report.open[1].message


def test_an_acceptance_of_something_else_leaves_the_finding_open() -> None:
    assert [one.code for one in weak(accepted("WRD001", "A2")).open] == ["WRD001"]


def moved(came_from: str, to: str) -> ExampleEntry:
    by = {"role": "manager", "name": "Dana Example", "because": "Read.", "content_seq": 1}
    at = "2026-03-20T09:00+00:00"
    return ("stage", "ST1", {**by, "came_from": came_from, "to": to, "at": at})


@pytest.mark.parametrize(
    ("move", "stands"),
    [
        (moved("out for comment", "approved"), True),
        (moved("closed", "acting"), True),
        (moved("closed", "under review"), False),
    ],
)
def test_what_is_accepted_for_the_whole_case_stands_until_it_is_looked_at_again(
    move: ExampleEntry, stands: bool
) -> None:
    held = case(("person", "P1", {"role": "staff"}), accepted("BAS002", "case"), move)
    report = run_checks(held, TODAY, checks=[check_named("BAS002"), check_named("GOV002")])

    assert bool(report.accepted) is stands
    assert any("went back" in one.message for one in report.open) is not stands


def test_an_acceptance_ends_when_its_subject_is_changed() -> None:
    changed = ("action", "A1", {"statement": "Remind staff of the new protocol."})

    report = weak(accepted("WRD001", "A1"), changed)

    assert [one.code for one in report.open] == ["WRD001", "GOV002"]
    assert "changed after it was accepted" in report.open[1].message


def test_a_case_of_three_hundred_events_is_checked_whole() -> None:
    report = run_checks(big_case(), TODAY)

    assert len([one for one in report.open if one.code == "ACT003"]) == 60
