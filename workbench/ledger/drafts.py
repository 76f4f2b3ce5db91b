"""Drafts made into the entries that follow the present end of a case."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Final

from workbench.domain.canonical import canonical_json
from workbench.domain.case import Head, is_content
from workbench.domain.kinds import Kind, encode, kind_named, validate
from workbench.domain.values import Entity, clean_text
from workbench.errors import EntityConflict, InvalidInput, NotFound
from workbench.ledger.entry import Draft, Entry, content_of, data_digest, entry_hash

__all__ = ["Byline", "Standing", "byline", "entries_from", "free_identifiers", "sealed"]

_NUMBERED: Final = re.compile(r"([A-Z]{1,2})([1-9][0-9]{0,5})")


@dataclass(frozen=True, slots=True)
class Byline:
    """Who appends, when (ISO 8601, UTC) and why; why may be empty."""

    author: str
    at: str
    reason: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a case has come: its head and the number of versions of each entity so far.

    `latest` reads the latest entry of an entity that has one. `content_seq` is the last entry that
    changed what the case says.
    """

    case_id: str
    head: Head
    versions: Mapping[str, int]
    latest: Callable[[str], Entry]
    content_seq: int = 0


def byline(author: str, at: datetime, reason: str) -> Byline:
    """Return who, when and why as they are stored.

    Raises:
        InvalidInput: the author is empty, a text holds characters that cannot be shown, or the
            moment has no time zone.
    """
    if at.tzinfo is None:
        raise InvalidInput(
            "The moment of an entry has no time zone.", "Give a moment with its zone, as in UTC."
        )
    name = _clean("author", author)
    if not name or "\n" in name:
        raise InvalidInput("An entry needs its author, on one line.", "Say who makes the change.")
    return Byline(name, at.astimezone(UTC).isoformat(), _clean("reason", reason))


def entries_from(
    drafts: Iterable[Draft], standing: Standing, by: Byline, new_salt: Callable[[], str]
) -> tuple[Entry, ...]:
    """Return the entries, one batch, that `drafts` add to a case.

    Raises:
        EntityConflict: somebody changed an entity after the version that a draft is based on.
        InvalidEntry: the content of a draft does not have the shape of its kind.
        InvalidInput: there are no drafts, or an identifier does not fit its kind.
        NotFound: a draft changes or removes an entity that is not there.
        UnknownName: there is no such kind.
    """
    drafts = tuple(drafts)
    if not drafts:
        raise InvalidInput("There is nothing to append.", "Give at least one draft.")
    writer = _Writer(standing, by, new_salt, dict(standing.versions))
    for kind, entity, draft in _named(drafts, standing.versions):
        writer.add(kind, entity, draft)
    return tuple(writer.entries)


def free_identifiers(used: Iterable[str], kinds: Iterable[str]) -> tuple[str, ...]:
    """Return the next identifier of each of `kinds` after those `used`, in their order.

    Raises:
        UnknownName: there is no such kind.
    """
    last = _last_numbers(used)
    return tuple(_next_identifier(kind_named(name), last) for name in kinds)


def sealed(entry: Entry, data: str, salt: str) -> Entry:
    """Return `entry` with its content, its digest and its hash filled in."""
    whole = replace(entry, data=data, salt=salt, data_digest=data_digest(salt, data))
    return replace(whole, hash=entry_hash(whole))


@dataclass(slots=True)
class _Writer:
    """Makes one batch, entry by entry."""

    standing: Standing
    by: Byline
    new_salt: Callable[[], str]
    versions: dict[str, int]
    entries: list[Entry] = field(default_factory=list)

    def add(self, kind: Kind, entity: str, draft: Draft) -> None:
        self._check_base(kind, entity, draft)
        value = None if draft.data is None else validate(kind, entity, draft.data)
        if kind.decided:
            self._check_decided(kind, entity, value)
        data = None if value is None else encode(value)
        head, first = self.standing.head, self.standing.head.seq + 1
        unsealed = Entry(
            case_id=self.standing.case_id,
            seq=first + len(self.entries),
            batch=first,
            entity=entity,
            kind=kind.name,
            schema=kind.schema,
            version=self.versions.get(entity, 0) + 1,
            data=None,
            salt=None,
            data_digest="",
            author=self.by.author,
            at=self.by.at,
            reason=self.by.reason,
            previous_hash=self.entries[-1].hash if self.entries else head.hash,
            hash="",
        )
        self.versions[entity] = unsealed.version
        self.entries.append(sealed(unsealed, canonical_json(data), self.new_salt()))

    def _check_base(self, kind: Kind, entity: str, draft: Draft) -> None:
        based_on, actual = draft.base_version or 0, self.versions.get(entity, 0)
        removed = draft.data is None
        if actual == 0 and (based_on or removed):
            raise _no_such(kind, entity, self.standing.case_id)
        if actual == 0:
            return
        latest = self._latest(entity)
        if removed and latest.removes and based_on == actual:
            raise _no_such(kind, entity, self.standing.case_id)
        if based_on != actual:
            raise _conflict(kind, latest, based_on, draft.data)

    def _check_decided(self, kind: Kind, entity: str, value: Entity | None) -> None:
        if value is None or self.versions.get(entity, 0):
            raise InvalidInput(
                f"A {kind.name} is never changed or removed.", "Make a new decision instead."
            )
        said = [one.seq for one in self.entries if is_content(kind_named(one.kind).model)]
        present = said[-1] if said else self.standing.content_seq
        if getattr(value, "content_seq", present) != present:
            raise InvalidInput(
                f"The {kind.name} is not on the case as it stands, at entry {present}.",
                "Look at the case again, and decide on what it says now.",
            )

    def _latest(self, entity: str) -> Entry:
        mine = (entry for entry in reversed(self.entries) if entry.entity == entity)
        return next(mine, None) or self.standing.latest(entity)


def _named(
    drafts: tuple[Draft, ...], versions: Mapping[str, int]
) -> Iterable[tuple[Kind, str, Draft]]:
    kinds = tuple(kind_named(draft.kind) for draft in drafts)
    given = tuple(
        _checked_id(kind, draft.entity)
        for kind, draft in zip(kinds, drafts, strict=True)
        if draft.entity is not None
    )
    last = _last_numbers((*versions, *given))
    for kind, draft in zip(kinds, drafts, strict=True):
        if draft.entity is not None:
            yield kind, draft.entity, draft
        elif not kind.single and (draft.data is None or draft.base_version):
            raise InvalidInput(
                f"A change to a {kind.name} does not say which one.", "Give its identifier."
            )
        else:
            yield kind, _next_identifier(kind, last), draft


def _next_identifier(kind: Kind, last: dict[str, int]) -> str:
    if kind.single:
        return f"{kind.prefix}1"
    last[kind.prefix] = last.get(kind.prefix, 0) + 1
    return f"{kind.prefix}{last[kind.prefix]}"


def _checked_id(kind: Kind, entity: str) -> str:
    match = _NUMBERED.fullmatch(entity)
    if match is None or match[1] != kind.prefix:
        raise InvalidInput(
            f"{entity!r} is not an identifier of a {kind.name}.",
            f"Write it as {kind.prefix}1, or leave it out to take the next free one.",
        )
    if kind.single and match[2] != "1":
        raise InvalidInput(
            f"A case has one {kind.name} at most, and it is {kind.prefix}1.",
            f"Change {kind.prefix}1 instead.",
        )
    return entity


def _last_numbers(entities: Iterable[str]) -> dict[str, int]:
    last: dict[str, int] = {}
    for entity in entities:
        match = _NUMBERED.fullmatch(entity)
        if match:
            last[match[1]] = max(last.get(match[1], 0), int(match[2]))
    return last


def _conflict(
    kind: Kind, latest: Entry, expected: int, ours: Mapping[str, object] | None
) -> EntityConflict:
    now = "was removed" if latest.removes else f"is at version {latest.version}"
    based = (
        f"this change is based on version {expected}"
        if expected
        else "this change does not say which version it is based on"
    )
    return EntityConflict(
        f"The {kind.name} {latest.entity} of {latest.case_id} {now}, and {based}.",
        "Look at what stands there now, decide what to keep, and enter the change again from "
        f"version {latest.version}.",
        entity=latest.entity,
        expected=expected,
        actual=latest.version,
        theirs=content_of(latest),
        ours=ours,
    )


def _no_such(kind: Kind, entity: str, case_id: str) -> NotFound:
    return NotFound(
        f"There is no {kind.name} {entity} in {case_id} to change or remove.",
        "Look up its identifier, or leave out the version to enter a new one.",
    )


def _clean(what: str, text: str) -> str:
    try:
        return clean_text(text)
    except ValueError as error:
        raise InvalidInput(f"The {what} of the entry {error}.", "Mend it and try again.") from error
