from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tests.fakes.cases import case, incident, sound_case
from workbench.analysis.deeds import Moment, can_have_been, day_of, deeds, precedes_incident

NIGHT = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)


def test_each_date_of_an_entry_is_a_deed_of_its_own_and_one_that_is_missing_is_none() -> None:
    alert = {
        "to": "Quay House",
        "what": "Check the pack.",
        "sent_at": "2026-03-15T11:00:00+00:00",
        "acknowledged_at": "2026-03-15T11:20:00+00:00",
        "acknowledged_by": "shift leader",
    }
    action = ("action", "A1", {"statement": "x"})

    assert [(one.subject, one.field) for one in deeds(case(("alert", "AL1", alert), action))] == [
        ("AL1", "sent_at"),
        ("AL1", "acknowledged_at"),
    ]


def test_what_is_done_about_the_incident_is_told_from_what_may_come_before_it() -> None:
    answers = {one.subject: one.answers for one in deeds(sound_case())}

    assert answers["TR1"]
    assert answers["SS1"]
    assert not answers["CM1"]


def test_the_day_is_that_of_england() -> None:
    assert day_of(NIGHT) == date(2026, 7, 1)
    assert day_of(date(2026, 6, 30)) == date(2026, 6, 30)


def test_a_case_without_an_incident_has_nothing_before_it() -> None:
    assert not precedes_incident(case(("person", "P1", {"role": "staff"})), date(1990, 1, 1))


@pytest.mark.parametrize(
    ("at", "on", "expected"),
    [
        (date(2026, 3, 13), None, False),
        (date(2026, 3, 14), None, True),
        (datetime(2026, 3, 14, 18, 29, tzinfo=UTC), None, False),
        (datetime(2026, 3, 14, 18, 30, tzinfo=UTC), None, True),
        (date(2026, 4, 2), date(2026, 4, 1), False),
        (date(2026, 4, 1), date(2026, 4, 1), True),
        (date(2026, 4, 2), None, True),
    ],
)
def test_a_deed_lies_between_the_incident_and_the_day_it_is_looked_at_from(
    at: Moment, on: date | None, expected: bool
) -> None:
    assert can_have_been(case(incident()), at, on) is expected
