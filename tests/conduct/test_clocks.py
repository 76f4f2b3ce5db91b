from __future__ import annotations

from datetime import UTC, datetime

from tests.fakes.cases import case, incident, sound_case
from workbench.conduct.clocks import clocks_of, has_clocks

AT = datetime(2026, 3, 17, 9, 0, tzinfo=UTC)
OTHER = "other registered person"
CLOSED = (
    "stage",
    "ST9",
    {
        "came_from": "verified",
        "to": "closed",
        "role": "manager",
        "name": "Bryn Lloyd",
        "at": "2026-09-01T09:00:00+00:00",
        "because": "All is done.",
        "content_seq": 1,
    },
)


def test_cases_with_a_clock_are_asked_for_closed_ones_too() -> None:
    asks = has_clocks(OTHER, AT)

    assert asks(sound_case())
    assert asks(sound_case(CLOSED))
    assert not asks(case(("person", "P1", {"role": "person supported"})))


def test_the_review_of_a_restriction_stays_due_when_its_case_is_closed() -> None:
    limit = {"person": "P1", "what": "Two workers", "starts_on": "2026-03-20"}
    restriction = ("restriction", "R1", {**limit, "review_on": "2026-09-20"})
    closed = case(("person", "P1", {"role": "person supported"}), restriction, CLOSED)

    assert has_clocks(OTHER, AT)(closed)
    assert [one.clock.subject for one in clocks_of((closed,), OTHER, AT)] == ["R1"]


def test_one_case_can_be_asked_for() -> None:
    assert has_clocks(OTHER, AT, only="C-0001")(sound_case())
    assert not has_clocks(OTHER, AT, only="C-0002")(sound_case())


def test_clocks_of_several_cases_are_in_the_order_in_which_they_lapse() -> None:
    later = case(incident(reported_at="2026-03-15T20:00:00+00:00"), case_id="C-0002")
    earlier = case(incident(), case_id="C-0003")

    held = clocks_of((later, earlier), OTHER, AT)

    assert [one.case_id for one in held] == ["C-0003", "C-0003", "C-0002", "C-0002"]


def test_only_what_lapses_soon_is_kept_where_days_are_given() -> None:
    held = clocks_of((sound_case(),), OTHER, AT, 45)

    assert [one.clock.subject for one in held] == ["A1"]
    assert len(clocks_of((sound_case(),), OTHER, AT)) > 1
