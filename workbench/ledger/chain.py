"""Checking that each case's entries still are what was entered, in the order it was entered.

What the chain shows: that an entry was changed, taken out, put in or moved by somebody who did
not recompute everything after it. What it cannot show by itself: that entries were cut off its
end, or that the whole file was rewritten. For that, give `check` the heads that were noted
elsewhere, in issued records or in a witness's copy.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby
from types import MappingProxyType
from typing import Final, TypeAlias

from workbench.domain.case import Head
from workbench.errors import ChainBroken
from workbench.ledger.entry import ERASURE, FIRST_PREVIOUS, Entry, data_digest, entry_hash

__all__ = ["ChainBreak", "Fault", "Heads", "LedgerReport", "check"]

Heads: TypeAlias = Mapping[str, Head | tuple[Head, ...]]
"""Heads that were noted elsewhere, one or several for a case."""


class Fault(StrEnum):
    """What is wrong at the place where a case's chain breaks."""

    MISSING = "missing"
    ORDER = "order"
    ENTRY = "entry"
    CONTENT = "content"
    BATCH = "batch"
    ERASED = "erased"
    EMPTY = "empty"
    UNLISTED = "unlisted"
    SHORTENED = "shortened"
    REWRITTEN = "rewritten"


_MEANING: Final = {
    Fault.MISSING: "entries before it are missing: they were taken out, or renumbered",
    Fault.ORDER: "it does not follow the entry before it: one of the two was moved, put in or "
    "written anew",
    Fault.ENTRY: "who entered it, when, why, or what it belongs to was changed afterwards",
    Fault.CONTENT: "its content was changed after it was entered",
    Fault.BATCH: "it was torn out of the group of entries that was entered together",
    Fault.ERASED: "its content is gone, and no erasure is on record",
    Fault.EMPTY: "the case is listed and has no entries: all of them were taken out",
    Fault.UNLISTED: "the case has entries and is not listed: its listing was taken out",
    Fault.SHORTENED: "entries after the last one are missing: the head that was noted elsewhere "
    "is further on",
    Fault.REWRITTEN: "it is not the entry whose hash was noted elsewhere: history was written anew",
}


@dataclass(frozen=True, slots=True)
class ChainBreak:
    """The first place where a case's chain does not hold; `seq` is 0 where no entry is to blame."""

    case_id: str
    seq: int
    fault: Fault

    @property
    def meaning(self) -> str:
        """What the break means, as the end of a sentence about the entry."""
        return _MEANING[self.fault]


@dataclass(frozen=True, slots=True)
class LedgerReport:
    """What checking found.

    `heads` holds the last entry of each case whose chain holds: note them elsewhere, and give
    them to the next check. `unwitnessed` names the cases for which no such head was given, whose
    end could have been cut off without a trace.
    """

    entries: int
    heads: Mapping[str, Head]
    breaks: tuple[ChainBreak, ...]
    unwitnessed: tuple[str, ...]

    @property
    def intact(self) -> bool:
        """Whether every chain holds."""
        return not self.breaks

    def demand(self) -> None:
        """Return if every chain holds.

        Raises:
            ChainBroken: one does not; names the first break and how many there are.
        """
        if self.breaks:
            first = self.breaks[0]
            raise ChainBroken(
                f"The history of {len(self.breaks)} case(s) does not hold together. In "
                f"{first.case_id}, at entry {first.seq}: {first.meaning}.",
                "Put the database aside, restore the last backup that verifies, and compare.",
            )


def check(
    entries: Iterable[Entry],
    listed: Iterable[str],
    witnessed: Heads = MappingProxyType({}),
) -> LedgerReport:
    """Return what walking `entries`, ordered by case and `seq`, finds.

    `listed` are the cases that should be there and `witnessed` the heads noted elsewhere. Only
    the first break of each case is reported: what comes after it cannot be judged.
    """
    walks = {case_id: _Walk(case_id) for case_id in (*listed, *witnessed)}
    noted = {case_id: _by_seq(heads) for case_id, heads in witnessed.items()}
    unlisted = set()
    for case_id, group in groupby(entries, key=lambda entry: entry.case_id):
        if case_id not in walks:
            unlisted.add(case_id)
        walk = walks.setdefault(case_id, _Walk(case_id))
        for entry in group:
            walk.take(entry, noted.get(case_id, {}))
    for case_id, walk in walks.items():
        walk.finish(noted.get(case_id, {}), unlisted=case_id in unlisted)
    return LedgerReport(
        sum(walk.entries for walk in walks.values()),
        MappingProxyType(
            {case_id: walk.head for case_id, walk in walks.items() if walk.fault is None}
        ),
        tuple(walk.fault for walk in walks.values() if walk.fault is not None),
        tuple(case_id for case_id in walks if case_id not in witnessed),
    )


@dataclass(slots=True)
class _Walk:
    """A walk along the entries of one case."""

    case_id: str
    head: Head = field(default_factory=lambda: Head(0, FIRST_PREVIOUS))
    entries: int = 0
    batch: int = 0
    without_content: int = 0
    erased_at: int = 0
    fault: ChainBreak | None = None

    def take(self, entry: Entry, noted: Mapping[int, frozenset[str]]) -> None:
        self.entries += 1
        if self.fault is not None:
            return
        fault = self._fault(entry)
        if fault is None and not noted.get(entry.seq, frozenset()) <= {entry.hash}:
            fault = Fault.REWRITTEN
        if fault is not None:
            self.fault = ChainBreak(self.case_id, entry.seq, fault)
            return
        self.head, self.batch = Head(entry.seq, entry.hash), entry.batch
        if entry.kind == ERASURE:
            self.erased_at = entry.seq
        if entry.data is None:
            self.without_content = entry.seq

    def finish(self, noted: Mapping[int, frozenset[str]], *, unlisted: bool) -> None:
        if self.fault is not None:
            return
        if self.without_content and self.without_content >= self.erased_at:
            self.fault = ChainBreak(self.case_id, self.without_content, Fault.ERASED)
        elif self.head.seq < max(noted, default=0):
            self.fault = ChainBreak(self.case_id, self.head.seq, Fault.SHORTENED)
        elif not self.entries:
            self.fault = ChainBreak(self.case_id, 0, Fault.EMPTY)
        elif unlisted:
            self.fault = ChainBreak(self.case_id, 0, Fault.UNLISTED)

    def _fault(self, entry: Entry) -> Fault | None:
        if entry.seq != self.head.seq + 1:
            return Fault.MISSING
        if entry.previous_hash != self.head.hash:
            return Fault.ORDER
        if not _hash_fits(entry):
            return Fault.ENTRY
        if entry.data is not None and not _content_fits(entry):
            return Fault.CONTENT
        if entry.batch not in (self.batch or entry.seq, entry.seq):
            return Fault.BATCH
        return None


def _by_seq(heads: Head | tuple[Head, ...]) -> Mapping[int, frozenset[str]]:
    """Return every hash that was noted for a number; two for one number cannot both hold."""
    each = (heads,) if isinstance(heads, Head) else heads
    return {
        head.seq: frozenset(other.hash for other in each if other.seq == head.seq) for head in each
    }


def _hash_fits(entry: Entry) -> bool:
    try:
        return entry_hash(entry) == entry.hash
    except TypeError:  # a column that holds bytes where text was
        return False


def _content_fits(entry: Entry) -> bool:
    try:
        return data_digest(entry.salt or "", entry.data or "") == entry.data_digest
    except (TypeError, ValueError, AttributeError):  # bytes where text was, or no hexadecimal salt
        return False
