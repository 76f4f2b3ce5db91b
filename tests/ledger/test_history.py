"""The history of a case is told as changes: who, when, why, and which fields."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.ledger.conftest import AT, event, removal
from workbench.errors import ChainBroken
from workbench.ledger.entry import Draft
from workbench.ledger.history import Deed, FieldChange, changes
from workbench.ledger.store import Ledger


def test_each_entry_is_told_with_who_when_and_why(ledger: Ledger, case_id: str) -> None:
    later = AT + timedelta(hours=1)
    ledger.append(
        case_id, [event("T1", "It rang twice.", 1)], author="B", reason="interview", at=later
    )

    added, changed = ledger.history(case_id)

    assert (added.deed, added.author, added.reason, added.at) == (Deed.ADDED, "A", "start", AT)
    assert [field.name for field in added.fields] == ["when", "what"]
    assert [field.before for field in added.fields] == [None, None]
    assert (changed.seq, changed.batch, changed.kind, changed.entity, changed.version) == (
        2,
        2,
        "event",
        "T1",
        2,
    )
    assert (changed.deed, changed.author, changed.reason) == (Deed.CHANGED, "B", "interview")
    assert changed.at == later
    assert changed.fields == (FieldChange("what", "It rang.", "It rang twice."),)


def test_fields_that_were_filled_in_or_emptied_are_named(ledger: Ledger, case_id: str) -> None:
    nurse = {"role": "staff", "description": "Nurse"}
    for data, base in ((nurse, None), ({"role": "staff"}, 1), (nurse, 2)):
        ledger.append(
            case_id,
            [Draft("person", "P1" if base else None, data, base)],
            author="A",
            reason="",
            at=AT,
        )

    _, _, emptied, filled = ledger.history(case_id)

    assert emptied.fields == (FieldChange("description", "Nurse", None),)
    assert filled.fields == (FieldChange("description", None, "Nurse"),)


def test_removing_and_entering_again_are_told_apart(ledger: Ledger, case_id: str) -> None:
    ledger.append(
        case_id,
        [removal("T1", 1), event("T1", "again", 2), event("T1", "again", 3)],
        author="A",
        reason="",
        at=AT,
    )

    told = ledger.history(case_id)

    assert [change.deed for change in told] == [
        Deed.ADDED,
        Deed.REMOVED,
        Deed.RESTORED,
        Deed.CHANGED,
    ]
    assert told[1].fields == ()
    assert [field.after for field in told[2].fields if field.name == "what"] == ["again"]
    assert told[3].fields == ()


def test_the_history_of_an_erased_case_has_no_content(ledger: Ledger, case_id: str) -> None:
    ledger.append(case_id, [event("T1", "x", 1)], author="B", reason="why", at=AT)
    ledger.erase(case_id, author="C", reason="retention ended", at=AT)

    told = ledger.history(case_id)

    assert [(change.deed, change.author, change.fields) for change in told] == [
        (Deed.ADDED, "A", ()),
        (Deed.CHANGED, "B", ()),
        (Deed.ERASED, "C", ()),
    ]


def test_content_that_cannot_be_read_is_an_error_of_ours(ledger: Ledger, case_id: str) -> None:
    from dataclasses import replace

    (entry,) = ledger.entries(case_id)

    with pytest.raises(ChainBroken):
        changes([replace(entry, data='{"what":"no time"}')])
