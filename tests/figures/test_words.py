from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.figures.samples import case_of
from workbench.domain.inquiry import Person
from workbench.domain.when import When
from workbench.figures.words import (
    clock_words,
    counted,
    day_words,
    duration_words,
    in_short,
    joined,
    person_words,
)


@pytest.mark.parametrize(("number", "said"), [(0, "no links"), (1, "1 link"), (2, "2 links")])
def test_a_count_carries_its_noun(number: int, said: str) -> None:
    assert counted(number, "link") == said


def test_a_list_reads_as_a_sentence() -> None:
    assert joined([]) == ""
    assert joined(["E1"]) == "E1"
    assert joined(["E1", "E2", "E3"]) == "E1, E2 and E3"
    assert joined(["E1", "E2"], "or") == "E1 or E2"


@pytest.mark.parametrize(
    ("duration", "said"),
    [
        (timedelta(seconds=20), "less than a minute"),
        (timedelta(minutes=1), "1 minute"),
        (timedelta(hours=14, minutes=11), "14 hours 11 minutes"),
        (timedelta(hours=2), "2 hours"),
        (timedelta(days=1, hours=2, minutes=50), "1 day 2 hours"),
        (timedelta(days=2, minutes=50), "2 days"),
    ],
)
def test_a_duration_is_said_in_two_units_at_most(duration: timedelta, said: str) -> None:
    assert duration_words(duration) == said


def test_a_day_is_said_with_its_name() -> None:
    assert day_words(date(2026, 3, 14)) == "Saturday 14 March 2026"


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        ("14/03/2026 18:30", "18:30"),
        ("about 14/03/2026 18:30", "about\n18:00 – 19:00"),
        ("before 14/03/2026 18:30", "before 18:30"),
        ("after 14/03/2026 18:30", "after 18:30"),
        ("2026-03-14", "some time this day"),
        ("between 2026-03-14 23:00 and 2026-03-15 01:00", "23:00 – 15 Mar, 01:00"),
        ("between 2026-03-14 18:00 and 2026-03-14 19:00", "18:00 – 19:00"),
    ],
)
def test_a_time_is_said_shortly_within_its_day(stated: str, said: str) -> None:
    assert clock_words(When.parse(stated)) == said


def test_a_person_is_said_by_reference_and_role() -> None:
    case = case_of(
        Person(id="P1", role="person supported"),
        Person(id="P2", role="staff", description="support worker"),
    )

    assert person_words(case, "P1") == "P1, person supported"
    assert person_words(case, "P2") == "P2, support worker"
    assert person_words(case, "P9") == "P9"


def test_a_long_text_is_cut_between_words() -> None:
    assert in_short("One, two, three.", 8) == "One …"
    assert in_short("One, two.", 9) == "One, two."
