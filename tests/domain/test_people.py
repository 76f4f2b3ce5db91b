from typing import Any

import pytest

from workbench.domain.case import is_content
from workbench.domain.inquiry import Evidence
from workbench.domain.kinds import KINDS, decode, encode, validate
from workbench.domain.people import Comment, FormatNeed, Representation
from workbench.domain.references import references
from workbench.errors import InvalidEntry

AT = "2026-03-16T14:00:00+00:00"
DECISION = {"decision": "sharing the review", "outcome": "lacks capacity"}


def problems(kind: str, data: dict[str, Any]) -> str:
    with pytest.raises(InvalidEntry) as caught:
        validate(KINDS[kind], f"{KINDS[kind].prefix}1", data)
    return " ".join(caught.value.problems.values())


@pytest.mark.parametrize("outcome", ["lacks capacity", "fluctuates"])
def test_without_an_assessment_a_person_is_presumed_to_have_capacity(outcome: str) -> None:
    said = problems(
        "representation", {"person": "P1", "capacity": [{**DECISION, "outcome": outcome}]}
    )

    assert "assessed_on" in said
    assert "presumed" in said


@pytest.mark.parametrize("outcome", ["has capacity", "not assessed"])
def test_capacity_needs_no_assessment(outcome: str) -> None:
    held = validate(
        KINDS["representation"],
        "RP1",
        {"person": "P1", "capacity": [{**DECISION, "outcome": outcome}]},
    )

    assert isinstance(held, Representation)
    assert held.capacity[0].outcome == outcome


def test_best_interests_needs_who_decided_and_why() -> None:
    shared = {"with_whom": "her sister", "agreed": "best interests", "on": "2026-03-16"}

    assert "because" in problems("representation", {"person": "P1", "sharing": [shared]})


def test_a_need_is_met_by_something() -> None:
    need = {"need": "Easy Read", "steps": ["met"]}

    assert "met_by" in problems(
        "involvement", {"person": "P1", "at": AT, "what": "x", "needs": [need]}
    )
    assert not FormatNeed(need="Easy Read").met


def test_memory_is_not_captured_after_the_interview() -> None:
    talk = {"person": "P1", "at": AT, "how": "by video"}

    assert "first_captured_at" in problems(
        "interview", {**talk, "first_captured_at": "2026-03-17T14:00:00+00:00"}
    )


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"text": "It was five."}, "who commented"),
        ({"role": "family"}, "'text'"),
        ({"role": "family", "text": "It was five.", "answer": "Yes."}, "answered_by"),
    ],
)
def test_a_comment_says_who_what_and_who_answered(data: dict[str, Any], words: str) -> None:
    assert words in problems("comment", {"at": AT, **data})


def test_having_no_comment_needs_no_words() -> None:
    comment = validate(KINDS["comment"], "CM1", {"at": AT, "role": "staff", "reply": "no comment"})

    assert isinstance(comment, Comment)
    assert comment.text is None


def test_an_account_by_behaviour_says_who_understood_it() -> None:
    account = {"title": "x", "type": "person's own account", "told_by": ["observed behaviour"]}

    assert "understood_with" in problems("evidence", account)
    assert isinstance(
        validate(KINDS["evidence"], "E1", {**account, "understood_with": "keyworker"}), Evidence
    )


def test_a_summary_has_at_least_one_paragraph() -> None:
    assert "empty" in problems("summary", {"audience": "easy read", "title": "x", "paragraphs": []})


def test_the_people_somebody_is_spoken_for_by_are_references() -> None:
    held = validate(KINDS["representation"], "RP1", {"person": "P1", "advocate": "P6"})

    assert [(one.field, one.id) for one in references(held)] == [
        ("person", "P1"),
        ("advocate", "P6"),
    ]


@pytest.mark.parametrize(
    "kind", ["representation", "involvement", "staff-support", "interview", "comment", "summary"]
)
def test_what_is_said_of_people_is_content_that_approvals_are_for(kind: str) -> None:
    assert is_content(KINDS[kind].model)


def test_nested_values_are_stored_as_they_were_said() -> None:
    said = {"person": "P1", "capacity": [{"decision": "x", "outcome": "not assessed"}]}

    stored = encode(validate(KINDS["representation"], "RP1", said))

    assert stored == said
    assert decode(KINDS["representation"], "RP1", 1, stored).id == "RP1"
