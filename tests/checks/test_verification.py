"""When the numbers of a verification contradict it, and who made it."""

from __future__ import annotations

import pytest

from workbench.checks.examples import found

CHECKED = {"measure": "M1", "on": "2026-03-30", "by": "deputy manager"}
OWNER = {"name": "Dana Example", "role": "Service manager"}


def contradicted(
    result: str, sampled: int, conforming: int, outcome: str, target: str | None = None
) -> bool:
    measure = {"action": "A1", "statement": "m", **({"target": target} if target else {})}
    counts = {"sampled": sampled, "conforming": conforming}
    verification = {**CHECKED, **counts, "result": result, "outcome": outcome}
    return bool(found("ACT012", ("measure", "M1", measure), ("verification", "V1", verification)))


@pytest.mark.parametrize(
    ("result", "conforming", "expected"),
    [
        ("19 of 20 on time", 19, False),
        ("19 of 20 on time", 9, True),
        ("19 out of the 20 on time", 9, True),
        ("1 of 20 was late", 19, False),
        ("20 of 20 had a line, and 14 were on time", 14, False),
        ("On time, apart from one", 9, False),
        ("3 of 4 houses", 9, False),
    ],
)
def test_words_and_counts_are_compared_where_the_words_count_the_same_sample(
    result: str, conforming: int, expected: bool
) -> None:
    assert contradicted(result, 20, conforming, "met") is expected


@pytest.mark.parametrize(
    ("target", "conforming", "outcome", "expected"),
    [
        ("at least 19 of 20", 19, "met", False),
        ("at least 19 of 20", 18, "met", True),
        ("at least 19 of 20", 19, "not met", True),
        ("at least 19 of 20", 18, "insufficient data", False),
        ("95%", 19, "met", False),
        ("95 per cent", 18, "met", True),
        ("at most 2 of 20", 18, "met", False),
        ("6 of 6 doors, and 19 of 20 evenings", 18, "met", False),
        ("0 of 0", 18, "met", False),
        ("everybody", 18, "met", False),
        (None, 9, "met", False),
    ],
)
def test_an_outcome_is_compared_with_a_target_that_is_one_share(
    target: str | None, conforming: int, outcome: str, expected: bool
) -> None:
    assert contradicted("See the sheet.", 20, conforming, outcome, target) is expected


def test_without_counts_there_is_nothing_to_compare() -> None:
    verification = {**CHECKED, "result": "19 of 20", "outcome": "met", "sampled": 20}

    assert found("ACT012", ("verification", "V1", verification)) == []


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("service manager", ["V1"]),
        ("dana  example", ["V1"]),
        ("deputy manager", []),
        ("service manager, with P1's sister", []),
    ],
)
def test_an_owner_is_known_by_name_and_by_role(by: str, expected: list[str]) -> None:
    action = ("action", "A1", {"statement": "x", "owner": OWNER})
    measure = ("measure", "M1", {"action": "A1", "statement": "m"})
    verification = {**CHECKED, "by": by, "outcome": "met", "result": "r"}

    assert found("ACT013", action, measure, ("verification", "V1", verification)) == expected


def test_an_action_without_an_owner_was_checked_by_somebody_else() -> None:
    verification = {**CHECKED, "outcome": "met", "result": "r"}
    entries = (
        ("action", "A1", {"statement": "x"}),
        ("measure", "M1", {"action": "A1", "statement": "m"}),
        ("verification", "V1", verification),
    )

    assert found("ACT013", *entries) == []
