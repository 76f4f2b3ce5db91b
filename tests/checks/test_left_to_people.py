"""The page on what no check looks at: it names checks that exist, and every check stands on it."""

from __future__ import annotations

import re
from pathlib import Path

from workbench.checks.registry import all_checks

PAGE = Path(__file__).parents[2] / "docs" / "checks" / "left-to-people.md"
TEXT = PAGE.read_text(encoding="utf-8")
CODES = {check.code for check in all_checks()}


def rows() -> list[list[str]]:
    """Return the cells of every row of the tables."""
    lines = [line for line in TEXT.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_every_check_that_is_named_exists() -> None:
    named = set(re.findall(r"\b[A-Z]{3}\d{3}\b", TEXT))

    assert len(named) > 80
    assert named - CODES == set()


def test_every_rule_is_looked_at_or_left_to_people_with_the_reason() -> None:
    bare = [rule for rule, checks, people in rows() if not (checks or people)]

    assert len(rows()) > 60
    assert bare == []


def test_a_rule_that_a_check_looks_at_names_it_or_says_that_its_shape_does() -> None:
    vague = [
        rule
        for rule, checks, _ in rows()
        if checks and checks != "Looked at by" and not re.search(r"[A-Z]{3}\d{3}|by its", checks)
    ]

    assert vague == []


def test_the_five_rules_and_the_lint_of_the_graph_are_all_there() -> None:
    first = [cells[0] for cells in rows()]
    five = [rule for rule in first if re.match(r"[1-5]\. ", rule)]

    assert len(five) == 5
    assert {f"GRA{number:03}" for number in range(1, 11)} <= set(re.findall(r"GRA\d{3}", TEXT))
