from datetime import timedelta

import pytest

from tests.fakes.cases import case, incident
from workbench.analysis.participation import (
    affected_staff,
    asked_about_draft,
    format_needs,
    has_own_account,
    memory_delay,
    people_supported,
)
from workbench.checks.examples import ExampleEntry
from workbench.domain.inquiry import Person
from workbench.domain.people import Interview

PEOPLE: tuple[ExampleEntry, ...] = (
    ("person", "P1", {"role": "person supported"}),
    ("person", "P2", {"role": "staff"}),
    ("person", "P3", {"role": "manager"}),
    ("person", "P4", {"role": "family"}),
    ("person", "P5", {"role": "professional"}),
    ("person", "P6", {"role": "staff"}),
)
AT = "2026-03-28T10:00:00+00:00"
TALK = {"person": "P2", "at": "2026-03-16T18:30:00+00:00", "how": "face to face"}


def asked(person: str, comment: dict[str, object]) -> bool:
    held = case(*PEOPLE, ("comment", "CM1", {"at": AT, "reply": "no comment", **comment}))
    who = held.get(Person, person)
    assert who is not None
    return asked_about_draft(held, who)


def test_staff_who_were_there_or_told_of_it_are_affected() -> None:
    held = case(
        *PEOPLE,
        ("event", "T1", {"when": "14/03/2026", "what": "x", "who": ["P1", "P2", "P5"]}),
        ("evidence", "E1", {"title": "x", "type": "interview", "account_of": "P3"}),
    )

    assert [one.id for one in affected_staff(held)] == ["P2", "P3"]
    assert [one.id for one in people_supported(held)] == ["P1"]


@pytest.mark.parametrize(
    ("person", "comment", "expected"),
    [
        ("P1", {"person": "P1"}, True),
        ("P1", {"person": "P4"}, True),
        ("P1", {"role": "advocate"}, True),
        ("P1", {"person": "P2"}, False),
        ("P1", {"role": "staff"}, False),
        ("P2", {"person": "P2"}, True),
        ("P2", {"person": "P6"}, False),
        ("P2", {"person": "P6", "role": "staff"}, False),
        ("P2", {"role": "staff"}, True),
        ("P2", {"role": "family"}, False),
    ],
)
def test_who_counts_as_asked_about_a_draft(
    person: str, comment: dict[str, object], expected: bool
) -> None:
    assert asked(person, comment) is expected


def test_an_account_without_a_name_on_it_counts_where_one_person_is_supported() -> None:
    account: ExampleEntry = ("evidence", "E1", {"title": "x", "type": "person's own account"})
    one = case(*PEOPLE, account)
    two = case(*PEOPLE, account, ("person", "P7", {"role": "person supported"}))

    assert has_own_account(one, people_supported(one)[0])
    assert not has_own_account(two, people_supported(two)[0])


def test_a_format_need_stands_as_it_was_said_last() -> None:
    need = {"need": "Easy Read"}
    met = {"need": "easy read", "steps": ["met"], "met_by": "A letter."}
    entry = {"person": "P1", "what": "x"}
    held = case(
        ("involvement", "IV2", {**entry, "at": "2026-03-20T10:00:00+00:00", "needs": [met]}),
        ("involvement", "IV1", {**entry, "at": "2026-03-16T10:00:00+00:00", "needs": [need]}),
    )

    assert [(one.id, found.met) for one, found in format_needs(held)] == [("IV2", True)]


def test_how_soon_memory_was_captured_is_worked_out() -> None:
    held = case(
        incident(),
        ("interview", "IW1", TALK),
        ("interview", "IW2", {**TALK, "first_captured_at": "2026-03-14T19:30:00+00:00"}),
        ("interview", "IW3", {**TALK, "at": "2026-03-14T10:00:00+00:00"}),
    )

    delays = [memory_delay(held, one) for one in held.all(Interview)]

    assert delays == [timedelta(days=2), timedelta(hours=1), None]
    assert memory_delay(case(), held.all(Interview)[0]) is None
