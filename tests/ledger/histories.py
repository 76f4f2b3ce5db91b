"""Histories of a case that need no database."""

from __future__ import annotations

from itertools import count

from hypothesis import strategies as st

from tests.ledger.conftest import AT
from workbench.domain.case import Head
from workbench.ledger.drafts import Standing, byline, entries_from
from workbench.ledger.entry import FIRST_PREVIOUS, Draft, Entry

CONTENT: dict[str, dict[str, object]] = {
    "event": {"when": "14/03/2026 18:30", "what": "It rang."},
    "person": {"role": "staff"},
    "sign-off": {
        "role": "investigator",
        "name": "Sam Example",
        "decision": "approved",
        "meaning": "I stand behind it.",
        "at": "2026-04-01T12:00:00Z",
        "content_seq": 1,
    },
}
CHANGES: dict[str, dict[str, object]] = {
    "event": {"what": "It rang twice."},
    "person": {"description": "Nurse"},
    "sign-off": {"decision": "returned"},
}

DECIDED = frozenset({"sign-off"})
"""Kinds that are made on the case as it stands, and never changed."""

Step = tuple[str, str, int]

steps = st.lists(
    st.tuples(
        st.sampled_from(["add", "add", "change", "remove"]),
        st.sampled_from(list(CONTENT)),
        st.integers(0, 5),
    ),
    min_size=1,
    max_size=40,
)
"""What somebody might do, one step after the other: the deed, the kind, and which entity."""


def next_entries(entries: tuple[Entry, ...], *drafts: Draft) -> tuple[Entry, ...]:
    """Return `entries` with the batch that `drafts` add."""
    latest = {entry.entity: entry for entry in entries}
    head = Head(entries[-1].seq, entries[-1].hash) if entries else Head(0, FIRST_PREVIOUS)
    versions = {entity: entry.version for entity, entry in latest.items()}
    said = max((entry.seq for entry in entries if entry.kind not in DECIDED), default=0)
    standing = Standing("C-0001", head, versions, latest.__getitem__, said)
    salts = (f"{number:032x}" for number in count(len(entries)))
    by = byline("Sam Example", AT, "")
    return (*entries, *entries_from(drafts, standing, by, lambda: next(salts)))


def history_of(done: list[Step]) -> tuple[Entry, ...]:
    """Return the entries of a case in which `done` was done, as far as that can be."""
    entries: tuple[Entry, ...] = next_entries((), Draft("event", None, CONTENT["event"]))
    for deed, kind, number in done:
        known = {entry.entity: entry for entry in entries if entry.kind == kind}
        if kind in DECIDED:
            said = max(entry.seq for entry in entries if entry.kind not in DECIDED)
            decided = {
                **CONTENT[kind],
                **(CHANGES[kind] if number % 2 else {}),
                "content_seq": said,
            }
            entries = next_entries(entries, Draft(kind, None, decided))
            continue
        if deed == "add" or not known:
            entries = next_entries(entries, Draft(kind, None, CONTENT[kind]))
            continue
        entity, last = list(known.items())[number % len(known)]
        if deed == "change" or last.removes:  # changing what was removed enters it again
            data = {**CONTENT[kind], **(CHANGES[kind] if number % 2 else {})}
            entries = next_entries(entries, Draft(kind, entity, data, last.version))
        else:
            entries = next_entries(entries, Draft(kind, entity, None, last.version))
    return entries
