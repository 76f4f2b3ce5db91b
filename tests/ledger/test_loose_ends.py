"""What is named and not there, what is named and gone, and what is changed unawares."""

from __future__ import annotations

import pytest

from tests.fakes.cases import case
from workbench.errors import InvalidInput
from workbench.ledger.amend import Amendment
from workbench.ledger.loose_ends import missing_from, named_by, refuse_unsaid_change

HELD = case(
    ("scope", "SC1", {"title": "A late dose", "summary": "It was late."}),
    ("evidence", "E1", {"title": "Chart", "type": "care record"}),
    ("event", "T1", {"when": "2026-03-14", "what": "x", "evidence": ["E1", "E7"]}),
    ("event", "T2", {"when": "2026-03-14", "what": "y", "evidence": ["E1"]}),
)


def test_what_is_named_and_not_there_is_told_with_its_field() -> None:
    found = [(who, one.id, one.field) for who, one in missing_from(HELD, ("T1", "T2", "T9"))]

    assert found == [("T1", "E7", "evidence")]


def test_what_names_an_entry_is_told_in_order() -> None:
    assert named_by(HELD, "E1") == ("T1", "T2")
    assert named_by(HELD, "T1") == ()


def test_a_second_of_a_single_kind_needs_its_identifier() -> None:
    with pytest.raises(InvalidInput) as refused:
        refuse_unsaid_change(HELD, (Amendment("scope", None, {"title": "Anew"}),))
    assert "--id SC1" in refused.value.remedy

    refuse_unsaid_change(HELD, (Amendment("scope", "SC1", {"title": "Anew"}),))
    refuse_unsaid_change(HELD, (Amendment("event", None, {"what": "z"}),))
    refuse_unsaid_change(HELD, (Amendment("commission", None, {"terms": "Why?"}),))
