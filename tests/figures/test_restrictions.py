from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.fakes.cases import case
from tests.figures.drawn import row_of
from workbench.analysis.restrictions import standings
from workbench.figures.exhibit import Cell, Exhibit, exhibit_text
from workbench.figures.restrictions import force_exhibit, restriction_status, restrictions_exhibit

DAY = date(2026, 4, 1)
PERSON = ("person", "P1", {"role": "person supported"})
LIMIT: dict[str, Any] = {
    "person": "P1",
    "what": "One worker in the evening",
    "starts_on": "2026-02-01",
}


def shown(*entries: Any) -> Exhibit:
    held = case(PERSON, *entries)
    return restrictions_exhibit(held, standings(held, DAY))


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({}, "No review date"),
        ({"review_on": "2026-03-01"}, "Review overdue since 1 Mar 2026"),
        ({"review_on": "2026-05-01"}, "In force, next review 1 May 2026"),
        ({"review_on": "2026-05-01", "time_limit": "2026-03-01"}, "Past its limit of 1 Mar 2026"),
        ({"ends_on": "2026-03-01"}, "Ended on 1 Mar 2026"),
        ({"starts_on": "2026-05-01"}, "Starts on 1 May 2026"),
    ],
)
def test_how_it_stands_is_said_in_words(more: dict[str, Any], words: str) -> None:
    (standing,) = standings(case(PERSON, ("restriction", "R1", {**LIMIT, **more})), DAY)

    assert restriction_status(standing).text == words


def test_what_is_not_said_shows_while_it_is_in_force() -> None:
    running = exhibit_text(shown(("restriction", "R1", LIMIT)))
    ended = exhibit_text(shown(("restriction", "R1", {**LIMIT, "ends_on": "2026-03-01"})))

    assert running.count("Not said") == 5
    assert "Not said" not in ended


def test_the_table_holds_what_is_left_and_the_person_by_reference() -> None:
    exhibit = shown(
        ("restriction", "R1", LIMIT),
        (
            "restriction-review",
            "RR1",
            {
                "restriction": "R1",
                "on": "2026-03-01",
                "decision": "reduce",
                "because": "No contact.",
                "by": "house manager",
                "reduced_to": "Fridays only",
                "persons_view": "“Alone.”",
                "next_review": "2026-05-01",
            },
        ),
    )

    assert row_of(exhibit.table, "R1") == (
        "R1 | Fridays only | P1, person supported | 1 Feb 2026 | 1 May 2026 | not set"
    )
    text = exhibit_text(exhibit)
    assert "Review on 1 Mar 2026: Reduce: No contact., Left of it: Fridays only" in text
    assert "The person's view: “Alone.”" in text


def test_a_case_without_restrictions_says_so_and_shows_no_table() -> None:
    exhibit = shown()

    assert exhibit == Exhibit(
        name="restrictions", note="No restriction has been entered in this case."
    )


def test_a_restriction_that_was_reduced_says_first_what_is_left_of_it() -> None:
    review = {
        "restriction": "R1",
        "on": "2026-03-25",
        "decision": "reduce",
        "because": "No contact for two weeks.",
        "by": "house manager",
        "reduced_to": "One worker at the bus stop",
        "next_review": "2026-04-25",
    }
    (whole,) = shown(("restriction", "R1", LIMIT)).cards
    (reduced,) = shown(("restriction", "R1", LIMIT), ("restriction-review", "RR1", review)).cards

    assert whole.paragraphs == ()
    assert reduced.paragraphs == ("What is left of it: One worker at the bus stop",)


def test_the_checklist_is_there_for_force_alone() -> None:
    held = {**LIMIT, "type": "physical restraint", "injury": "None."}
    exhibit = force_exhibit(case(PERSON, ("restriction", "R1", held)))

    assert force_exhibit(case(PERSON, ("restriction", "R1", LIMIT))) is None
    assert exhibit is not None
    assert exhibit.table is not None
    assert len(exhibit.table.rows) == 16
    assert row_of(exhibit.table, "n. Whether the person died or was seriously injured") == (
        "n. Whether the person died or was seriously injured | None."
    )
    assert row_of(exhibit.table, "f. How force was used") == "f. How force was used | Open"
    name = next(row[1] for row in exhibit.table.rows if str(row[0]).startswith("e."))
    assert isinstance(name, Cell)
    assert name.text == "P1"
    assert "good practice" in exhibit.note
