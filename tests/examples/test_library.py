"""Reading an example: what it may say, and in which order."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from pydantic import ValidationError

from tests.examples.telling import case_text
from workbench.errors import UnknownName
from workbench.examples.library import Example, ExampleMove, example_names, load_example

Change = Callable[[dict[str, Any]], object]


def changed(change: Change) -> dict[str, Any]:
    """The first example's file, spoilt by `change`."""
    loaded: dict[str, Any] = json.loads(case_text(load_example("missed-escalation")))
    change(loaded)
    return loaded


def test_every_file_carries_the_name_it_is_found_by() -> None:
    assert [load_example(name).name for name in example_names()] == list(example_names())


def test_a_name_that_is_nearly_right_is_recognised() -> None:
    with pytest.raises(UnknownName) as refused:
        load_example("missed-escalaton")

    assert "'missed-escalation'" in (refused.value.remedy or "")


def test_an_entry_of_a_stage_is_a_decision() -> None:
    decisions = [
        entry.decision
        for batch in load_example("missed-escalation").batches
        for entry in batch.entries
        if entry.kind == "stage"
    ]

    assert decisions
    assert all(isinstance(decision, ExampleMove) for decision in decisions)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda told: told.update(issued_at="2026-09-20T09:00:00+01:00"), "issued_at"),
        (lambda told: told.update(record_date="2026-09-21"), "record_date"),
        (lambda told: told["after"].reverse(), "after"),
        (lambda told: told["sign_offs"].reverse(), "sign_offs, at"),
        (
            lambda told: told["after"][0]["entries"][0]["data"].update(to="issued"),
            "made by the play",
        ),
        (
            lambda told: told["after"][0]["entries"][0]["data"].update(content_seq=1),
            "content_seq",
        ),
    ],
)
def test_a_story_that_is_told_out_of_order_or_decides_twice_is_refused(
    change: Change, why: str
) -> None:
    with pytest.raises(ValidationError, match=why):
        Example.model_validate(changed(change))
