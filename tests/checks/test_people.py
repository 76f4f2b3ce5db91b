"""Where the checks on people, comments and summaries draw their lines."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.fakes.cases import case
from workbench.checks.examples import ExampleEntry, found
from workbench.checks.registry import all_checks, check_named
from workbench.checks.report import run_checks

PERSON: ExampleEntry = ("person", "P1", {"role": "person supported"})
AT = "2026-03-16T14:00:00+00:00"
OURS = ("PPL", "CMT", "SUM")


def messages(code: str, *entries: ExampleEntry) -> str:
    report = run_checks(case(*entries), date(2026, 4, 1), checks=[check_named(code)])
    return " ".join(one.message for one in report.open)


@pytest.mark.parametrize("response", ["declined", "could not be reached"])
def test_having_tried_counts_as_involvement(response: str) -> None:
    tried = {"person": "P1", "at": AT, "what": "Two visits, one letter.", "response": response}

    assert found("PPL001", PERSON, ("involvement", "IV1", tried)) == []


def test_each_person_supported_is_asked_about_alone() -> None:
    two = (PERSON, ("person", "P2", {"role": "person supported"}))
    visit = ("involvement", "IV1", {"person": "P2", "at": AT, "what": "x"})

    assert found("PPL001", *two, visit) == ["P1"]
    assert found("PPL006", *two) == ["P1", "P2"]


def test_an_unmet_need_says_how_far_it_has_come() -> None:
    needs = [{"need": "Braille", "steps": ["recorded", "identified"]}]

    said = messages(
        "PPL003", ("involvement", "IV1", {"person": "P1", "at": AT, "what": "x", "needs": needs})
    )

    assert "'recorded'" in said


def test_a_professional_of_another_service_is_not_ours_to_support() -> None:
    there = ("event", "T1", {"when": "14/03/2026", "what": "x", "who": ["P7"]})

    assert found("PPL004", ("person", "P7", {"role": "professional"}), there) == []


def test_a_comment_that_is_none_needs_no_answer() -> None:
    silent = {"role": "staff", "at": AT, "reply": "could not be reached"}

    assert found("CMT001", ("comment", "CM1", silent)) == []


def test_only_an_unanswered_comment_and_no_involvement_close_a_gate() -> None:
    blocking = {
        one.code: str(one.gate) for one in all_checks() if one.code[:3] in OURS and one.gate
    }

    assert blocking == {"PPL001": "comment", "CMT001": "approve"}


def test_a_comment_names_what_is_lost() -> None:
    said = messages(
        "CMT004",
        (
            "comment",
            "CM1",
            {"role": "staff", "at": AT, "text": "x", "about": "T1", "changed": ["T1", "F2"]},
        ),
    )

    assert "names T1, F2," in said


def test_an_answer_is_given_to_whoever_asked() -> None:
    question = {"text": "Why?", "asked_by": "P1", "state": "cannot be answered", "because": "x"}
    told: dict[str, Any] = {"at": AT, "what": "x", "questions": ["Q1"]}
    entry: ExampleEntry = ("question", "Q1", question)

    assert found("QUE004", entry, ("involvement", "IV1", {**told, "person": "P4"})) == ["Q1"]
    assert found("QUE004", entry, ("involvement", "IV1", {**told, "person": "P1"})) == []
    declined = {**told, "person": "P1", "response": "declined"}
    assert found("QUE004", entry, ("involvement", "IV1", declined)) == ["Q1"]


def test_open_questions_and_those_of_the_investigation_are_not_given_back() -> None:
    assert found("QUE004", ("question", "Q1", {"text": "Why?", "asked_by": "P1"})) == []
    mine = {"text": "Why?", "state": "answered", "answer": "So.", "findings": ["FI1"]}
    assert found("QUE004", ("question", "Q1", mine)) == []


@pytest.mark.parametrize("role", ["family", "advocate"])
def test_a_question_of_those_beside_the_person_counts(role: str) -> None:
    asker: ExampleEntry = ("person", "P4", {"role": role})

    assert found("QUE003", PERSON, asker, ("question", "Q1", {"text": "?", "asked_by": "P4"})) == []


def test_a_case_without_a_person_supported_owes_no_easy_read() -> None:
    assert found("SUM001", ("finding", "FI1", {"statement": "x"})) == []


def test_a_page_is_350_words() -> None:
    page = {"audience": "family", "title": "x"}

    assert found("SUM004", ("summary", "SU1", {**page, "paragraphs": ["day. " * 350]})) == []
    assert found("SUM004", ("summary", "SU1", {**page, "paragraphs": ["day. " * 351]})) == ["SU1"]


def test_a_hard_sentence_is_shown() -> None:
    hard = "we go on " * 12
    report = run_checks(
        case(("summary", "SU1", {"audience": "easy read", "title": "x", "paragraphs": [hard]})),
        date(2026, 4, 1),
        checks=[check_named("SUM003")],
    )

    assert report.open[0].excerpt == hard.strip()
    assert report.open[0].gate is None
