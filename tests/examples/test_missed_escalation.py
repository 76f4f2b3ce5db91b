"""The story of the first example: what it shows, and that it stays honest about what it shows."""

from __future__ import annotations

import re
from datetime import date

from tests.examples.telling import HEADINGS, folded, rows, wrong_in_graph
from workbench.analysis.causal import build_causal_graph
from workbench.analysis.timeline import build_timeline
from workbench.checks.report import run_checks
from workbench.domain.case import Case
from workbench.domain.change import Action, Measure, Verification
from workbench.domain.frameworks import strength_of
from workbench.domain.incident import REQUIRED_FIELDS
from workbench.domain.inquiry import Evidence, Person, PersonName, Question
from workbench.domain.people import Involvement
from workbench.domain.reasoning import Cause, Factor, Finding, Link
from workbench.domain.stages import Stage
from workbench.domain.story import Event
from workbench.domain.vocabulary import (
    ActionState,
    CauseType,
    Combination,
    EvidenceType,
    FindingType,
    Lens,
    QuestionState,
    Strength,
)
from workbench.examples.library import Example

EXAMPLE = "missed-escalation"


def test_the_case_has_what_a_structured_analysis_needs(case: Case) -> None:
    assert 18 <= len(case.all(Event)) <= 26
    assert any(e.type is EvidenceType.OWN_ACCOUNT for e in case.all(Evidence))
    assert {factor.lens for factor in case.all(Factor)} == set(Lens)
    assert {factor.effect for factor in case.all(Factor)} == {"contributed", "mitigated"}
    assert {finding.type for finding in case.all(Finding)} == set(FindingType)
    assert {"P1", "P2"} <= {question.asked_by for question in case.all(Question)}


def test_the_timeline_is_honest(case: Case) -> None:
    timeline = build_timeline(case)

    assert [conflict.settled is not None for conflict in timeline.conflicts] == [True]
    assert any(gap.explained for gap in timeline.gaps)
    assert len(timeline.unexplained_gaps) == 1
    assert [late.event for late in timeline.recorded_late] == ["T5"]
    assert any(event.went_well for event in timeline.events)


def test_the_graph_branches_and_ends_in_conditions(case: Case) -> None:
    graph = build_causal_graph(case)
    causes = case.all(Cause)

    assert wrong_in_graph(case, graph) == []
    assert {cause.combination for cause in causes} == set(Combination)
    assert set(CauseType) - {cause.type for cause in causes} == {CauseType.DEVIATION}
    assert any(link.evidence_against for link in case.all(Link))


def test_causal_sentences_read_as_sentences(case: Case) -> None:
    statements = [cause.statement for cause in case.all(Cause)]
    mechanisms = [link.mechanism for link in case.all(Link)]

    assert [text for text in statements if text.endswith(".") or "“" in text] == []
    assert [text for text in mechanisms if not re.fullmatch(r"(P\d|[a-z]).*[^.]", text)] == []
    assert len(mechanisms) == len(set(mechanisms))


def test_actions_differ_in_strength_and_in_how_far_they_have_come(case: Case) -> None:
    actions = case.all(Action)

    assert {strength_of(action.approach) for action in actions} == set(Strength)
    assert {action.state for action in actions} == set(ActionState) - {ActionState.NOT_EFFECTIVE}
    assert {measure.action for measure in case.all(Measure)} == {one.id for one in actions}


def test_a_first_result_that_fell_short_is_kept(case: Case) -> None:
    counted = [
        (one.outcome.value, one.sampled, one.conforming)
        for one in case.all(Verification)
        if one.measure == "M1"
    ]

    assert counted == [("not met", 40, 31), ("met", 40, 38)]


def test_the_night_of_the_clock_change_is_told_in_summer_time(case: Case) -> None:
    door = next(event for event in case.all(Event) if "winter time" in (event.when.stated or ""))

    assert door.when.written() == "29 Mar 2026, 02:34"


def test_everybody_but_the_unknown_has_a_name(case: Case) -> None:
    named = {name.person for name in case.all(PersonName)}

    assert {person.id for person in case.all(Person)} - named == {"P10"}


def test_three_different_people_sign_and_none_of_them_owns_an_action(
    example: Example, case: Case
) -> None:
    signers = [signer.name for signer in example.sign_offs]
    owners = {action.owner.name for action in case.all(Action) if action.owner}

    assert len(set(signers)) == 3
    assert owners.isdisjoint(signers)


def test_the_register_row_lacks_one_field(example: Example) -> None:
    row = next(row for row in rows() if row[HEADINGS["id"]] == example.incident)

    assert [field for field in REQUIRED_FIELDS if not row[HEADINGS[field]]] == ["known_risks"]


def test_checks_leave_the_gate_open_and_something_to_talk_about(
    example: Example, case: Case
) -> None:
    report = run_checks(case, example.record_date, stage=Stage.OUT_FOR_COMMENT)
    left = [(one.code, one.subject) for one in report.open if one.gate != "issue"]

    assert report.passes("approve")
    assert left == [("TIM001", "T13")]
    assert [(one.finding.code, one.finding.subject) for one in report.accepted] == [
        ("TIM003", "T5")
    ]


def test_a_second_result_that_fell_short_is_kept_and_followed(at_the_end: Case) -> None:
    counted = [
        (one.outcome.value, one.sampled, one.conforming)
        for one in at_the_end.all(Verification)
        if one.measure == "M7"
    ]

    assert counted == [("not met", 20, 16), ("met", 20, 20)]


def test_an_action_that_ran_late_was_told_to_the_person_before_its_day(
    example: Example, at_the_end: Case
) -> None:
    before = folded(example, *example.batches).get(Action, "A5")
    after = at_the_end.get(Action, "A5")
    told = next(entity for entity in at_the_end.all(Involvement) if entity.id == "IV10")

    assert before is not None
    assert after is not None
    assert before.due == date(2026, 10, 9)
    assert after.due is not None
    assert after.due > before.due > told.at.date()


def test_what_cannot_be_answered_stays_unanswered(at_the_end: Case) -> None:
    states = {question.id: question.state for question in at_the_end.all(Question)}

    assert [name for name, state in states.items() if state is QuestionState.CANNOT] == ["Q4"]
    assert [name for name, state in states.items() if state is QuestionState.PARTLY] == ["Q7"]
