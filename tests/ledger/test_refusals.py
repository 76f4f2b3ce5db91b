"""Each refusal of the ledger says what happened and what to do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from itertools import count

import pytest

from tests.fakes.refusals import well_said
from tests.ledger.conftest import AT, event, removal
from tests.ledger.histories import CONTENT, next_entries
from workbench.domain.case import Head
from workbench.errors import EntityConflict, WorkbenchError
from workbench.ledger.drafts import Standing, byline, entries_from
from workbench.ledger.entry import FIRST_PREVIOUS, Draft, Entry
from workbench.ledger.fold import fold

ONE = next_entries((), event())
REMOVED = next_entries(ONE, removal("T1", 1))


def no_drafts() -> object:
    standing = Standing("C-0001", Head(0, FIRST_PREVIOUS), {}, {}.__getitem__)
    salts = (f"{number:032x}" for number in count())
    return entries_from((), standing, byline("Sam Example", AT, ""), lambda: next(salts))


REFUSALS: dict[str, Callable[[], object]] = {
    "nothing to append": no_drafts,
    "a moment without a zone": lambda: byline("Sam", datetime(2026, 3, 16), ""),
    "no author": lambda: byline(" ", AT, ""),
    "an author on two lines": lambda: byline("Sam\nExample", AT, ""),
    "a reason that cannot be shown": lambda: byline("Sam", AT, "back\u202ewards"),
    "an identifier of another kind": lambda: next_entries((), event("P1")),
    "a second one of a single kind": lambda: next_entries(
        (), Draft("scope", "SC2", {"title": "x", "summary": "y"})
    ),
    "a change that does not say which": lambda: next_entries(ONE, event(base=1)),
    "a change of what is not there": lambda: next_entries(ONE, event("T9", base=1)),
    "a removal of what is not there": lambda: next_entries(ONE, removal("T9", None)),
    "a removal of what was removed": lambda: next_entries(REMOVED, removal("T1", 2)),
    "a change without a version": lambda: next_entries(ONE, event("T1")),
    "a change of an older version": lambda: next_entries(
        next_entries(ONE, event("T1", "It rang twice.", base=1)), event("T1", base=1)
    ),
    "a change of what was removed": lambda: next_entries(REMOVED, event("T1", base=1)),
    "a kind that is not there": lambda: next_entries(ONE, Draft("weather", None, {})),
    "nothing to fold": lambda: fold(()),
    "entries out of order": lambda: fold(REMOVED[1:]),
    "an erased case": lambda: fold((replace(ONE[0], data=None, salt=None),)),
    "an entry that cannot be read": lambda: fold((replace(ONE[0], data="{"),)),
    "an entry of a newer version": lambda: fold((replace(ONE[0], schema=99),)),
    "an entry of a newer kind": lambda: fold((replace(ONE[0], kind="weather"),)),
}


@pytest.mark.parametrize("what", REFUSALS)
def test_a_refusal_says_what_happened_and_what_to_do(what: str) -> None:
    with pytest.raises(WorkbenchError) as caught:
        REFUSALS[what]()

    assert well_said(caught.value), (str(caught.value), caught.value.remedy)


@pytest.mark.parametrize(
    ("entries", "base", "now", "based"),
    [
        (ONE, None, "is at version 1", "does not say which version it is based on"),
        (REMOVED, 1, "was removed", "is based on version 1"),
    ],
)
def test_a_conflict_says_what_stands_there_and_what_the_change_was_made_from(
    entries: tuple[Entry, ...], base: int | None, now: str, based: str
) -> None:
    with pytest.raises(EntityConflict) as caught:
        next_entries(entries, event("T1", "It rang twice.", base=base))

    assert f"T1 of C-0001 {now}, and this change {based}." in str(caught.value)
    assert f"from version {len(entries)}." in caught.value.remedy
    assert (caught.value.entity, caught.value.expected) == ("T1", base or 0)
    assert caught.value.actual == len(entries)


def test_what_is_not_there_is_named_with_its_case() -> None:
    with pytest.raises(WorkbenchError, match="There is no event T9 in C-0001"):
        next_entries(ONE, removal("T9", None))
    with pytest.raises(WorkbenchError, match="There is no event T1 in C-0001"):
        next_entries(REMOVED, removal("T1", 2))


def test_identifiers_go_on_from_the_last_that_was_ever_given() -> None:
    kinds = next_entries(
        REMOVED, event(), event("T7"), event(), Draft("person", None, CONTENT["person"])
    )

    assert [entry.entity for entry in kinds[2:]] == ["T8", "T7", "T9", "P1"]
