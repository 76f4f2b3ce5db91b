from datetime import date
from typing import Any

import pytest

from tests.fakes.cases import case
from workbench.analysis.restrictions import (
    answer_to,
    has_restrictions,
    restriction_register,
    standings,
    unanswered_items,
)
from workbench.domain.force import force_checklist
from workbench.domain.restriction import Restriction

DAY = date(2026, 4, 1)
LIMIT = {"person": "P1", "what": "One worker in the evening", "starts_on": "2026-02-01"}
REVIEW = {
    "restriction": "R1",
    "on": "2026-03-01",
    "decision": "continue",
    "because": "Calls still come.",
    "by": "house manager",
    "next_review": "2026-03-29",
}


def standing(*entries: Any, on: date = DAY) -> Any:
    (held,) = standings(case(*entries), on)
    return held


def limit(**more: Any) -> tuple[str, str, dict[str, Any]]:
    return ("restriction", "R1", {**LIMIT, **more})


def review(number: int = 1, **more: Any) -> tuple[str, str, dict[str, Any]]:
    return ("restriction-review", f"RR{number}", {**REVIEW, **more})


def test_a_restriction_without_dates_is_due_but_not_overdue() -> None:
    held = standing(limit())

    assert (held.in_force, held.due, held.overdue, held.lapsed) == (True, True, False, False)
    assert held.days == 59


@pytest.mark.parametrize(
    ("review_on", "due", "overdue"),
    [("2026-03-31", True, True), ("2026-04-01", True, False), ("2026-04-02", False, False)],
)
def test_the_day_of_the_review_is_due_and_the_day_after_it_overdue(
    review_on: str, due: bool, overdue: bool
) -> None:
    held = standing(limit(review_on=review_on))

    assert (held.due, held.overdue) == (due, overdue)


def test_a_review_sets_the_next_date_and_what_is_left() -> None:
    held = standing(
        limit(review_on="2026-03-01", time_limit="2026-03-15"),
        review(decision="reduce", reduced_to="Fridays only", time_limit="2026-05-01"),
    )

    assert held.what == "Fridays only"
    assert held.review_by == date(2026, 3, 29)
    assert held.limit == date(2026, 5, 1)
    assert held.overdue
    assert not held.lapsed
    assert held.reduction_considered


def test_a_review_later_than_the_day_looked_from_is_left_aside() -> None:
    held = standing(limit(review_on="2026-03-01"), review(), on=date(2026, 2, 20))

    assert held.reviews == ()
    assert held.review_by == date(2026, 3, 1)


def test_a_date_that_is_moved_on_the_restriction_after_a_review_counts() -> None:
    held = standing(limit(review_on="2026-04-20"), review())

    assert held.review_by == date(2026, 4, 20)


def test_reviews_count_by_their_day_and_not_by_when_they_were_entered() -> None:
    held = standing(
        limit(),
        review(1, on="2026-03-20", decision="end", next_review=None),
        review(2, on="2026-02-15", next_review="2026-03-20"),
    )

    assert held.ended_on == date(2026, 3, 20)
    assert not held.in_force
    assert held.days == 47


def test_a_restriction_past_its_limit_has_lapsed_while_it_goes_on() -> None:
    going = standing(limit(review_on="2026-05-01", time_limit="2026-03-31"))
    ended = standing(limit(time_limit="2026-03-31", ends_on="2026-03-31"))

    assert (going.lapsed, going.due) == (True, True)
    assert (ended.lapsed, ended.due, ended.in_force) == (False, False, False)


def test_one_that_starts_later_is_not_in_force_yet() -> None:
    held = standing(limit(starts_on="2026-05-01"))

    assert not held.in_force
    assert held.days == 0


def test_continuing_it_is_not_considering_to_reduce_it() -> None:
    assert not standing(limit(), review()).reduction_considered
    assert standing(limit(reduction_plan="Two quiet weeks.")).reduction_considered


def test_the_register_holds_what_is_in_force_over_all_cases_those_to_look_at_first() -> None:
    first = case(limit(review_on="2026-05-01"), case_id="C-0001")
    second = case(
        limit(review_on="2026-03-01"),
        ("restriction", "R2", LIMIT),
        ("restriction", "R3", {**LIMIT, "ends_on": "2026-03-01"}),
        case_id="C-0002",
    )

    held = restriction_register([first, second], DAY)
    due = restriction_register([first, second], DAY, due=True)

    assert [(one.case_id, one.restriction.id) for one in held] == [
        ("C-0002", "R2"),
        ("C-0002", "R1"),
        ("C-0001", "R1"),
    ]
    assert list(due) == list(held)[:2]
    assert has_restrictions(first)
    assert not has_restrictions(case(("person", "P1", {"role": "person supported"})))


def test_an_item_is_answered_by_all_its_fields_or_by_an_answer_of_its_own() -> None:
    where = next(item for item in force_checklist().entries if item.code == "b")
    partly = Restriction(id="R1", person="P1", what="Held", starts_on=DAY, place="Hall")
    told = partly.model_copy(
        update={
            "started_at": case(limit(started_at="2026-03-29T00:30:00Z"))
            .all(Restriction)[0]
            .started_at,
            "stopped_at": case(limit(stopped_at="2026-03-29T01:30:00Z"))
            .all(Restriction)[0]
            .stopped_at,
        }
    )

    assert answer_to(where, partly) is None
    assert answer_to(where, told) == "Hall\n29 Mar 2026, 00:30\n29 Mar 2026, 02:30"
    elsewhere = case(limit(use_of_force=[{"item": "b", "answer": "In the incident form."}]))
    assert answer_to(where, elsewhere.all(Restriction)[0]) == "In the incident form."


def test_the_person_and_the_identifier_are_answered_by_the_reference() -> None:
    bare = Restriction(id="R1", person="P1", what="Held", starts_on=DAY)
    still = {item.code for item in unanswered_items(bare)}

    assert still == set("abcdefghijklmnop") - {"e", "g"}
