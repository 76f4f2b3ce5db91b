"""What happened to issued records: events, what they amount to, and the file that shares them.

The events are the leaves of a Merkle tree (RFC 6962). Whoever noted its size and root once, a
*checkpoint*, can tell later that nothing before it was changed or taken out. Nothing here holds a
person's data: records are known by identifier and hash.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, Field, StringConstraints, ValidationError

from workbench.domain.canonical import canonical_json
from workbench.domain.merkle import leaf_hash, merkle_root
from workbench.domain.values import RecordId, Sha256, Value
from workbench.errors import ChainBroken, RecordNotUsable, UnreadableFile

__all__ = [
    "Checkpoint",
    "RecordDeed",
    "RecordEvent",
    "RecordRegister",
    "RecordState",
    "RecordStatus",
    "checkpoint_of",
    "demand_fitting",
    "demand_holds",
    "read_register",
    "status_of",
    "write_register",
]

_LARGEST: Final = 64 * 1024 * 1024
_EVENT_TYPE: Final = "rca-workbench/record-event/1"


def _on_the_calendar(moment: str) -> str:
    datetime.fromisoformat(moment)
    return moment


UtcText = Annotated[
    str,
    StringConstraints(
        pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{6})?\+00:00$"
    ),
    AfterValidator(_on_the_calendar),
]


class RecordDeed(StrEnum):
    """What can happen to a record."""

    ISSUED = "issued"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


class RecordState(StrEnum):
    """What a record amounts to by what happened to it."""

    UNKNOWN = "unknown"
    ISSUED = "issued"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


class RecordEvent(Value):
    """One thing that happened to one record; `position` counts all events from 1.

    `manifest_hash` names the version of the record, in hexadecimal, as `supersedes` names the
    version that an issued one takes the place of. `file_hash` is the SHA-256 of the issued file.
    `at` is an ISO 8601 moment in UTC.
    """

    position: int = Field(ge=1, strict=True)
    event: RecordDeed
    record_id: RecordId
    version: int = Field(ge=1, strict=True)
    manifest_hash: Sha256
    supersedes: Sha256 | None
    file_hash: Sha256 | None
    at: UtcText

    @property
    def leaf(self) -> bytes:
        """The hash of this event as a leaf of the tree."""
        held = {"type": _EVENT_TYPE, **self.model_dump(mode="json")}
        return leaf_hash(canonical_json(held).encode())


class Checkpoint(Value):
    """The size of the log and the root of its tree, in hexadecimal, at some time."""

    size: int = Field(ge=0, strict=True)
    root: Sha256


@dataclass(frozen=True, slots=True)
class RecordStatus:
    """What became of a record.

    `since` is when it came to this state and `superseded_by` the manifest hash of the version
    that took its place, where one is known; all but `state` is None for an unknown record.
    `as_of` is the moment of the register file that was asked, None for the log itself.
    """

    state: RecordState
    record_id: str | None = None
    version: int | None = None
    since: datetime | None = None
    superseded_by: str | None = None
    as_of: datetime | None = None


class RecordRegister(Value):
    """The events up to a moment, as a file that can be handed on and asked offline."""

    type: Literal["rca-workbench/record-register/1"] = "rca-workbench/record-register/1"
    at: UtcText
    checkpoint: Checkpoint
    events: tuple[RecordEvent, ...]

    def status(self, manifest_hash: str) -> RecordStatus:
        """Return what had become of a record when the file was written."""
        return status_of(self.events, manifest_hash, as_of=datetime.fromisoformat(self.at))


def status_of(
    events: Iterable[RecordEvent], manifest_hash: str, as_of: datetime | None = None
) -> RecordStatus:
    """Return what `events` amount to for the record with this manifest hash.

    A withdrawn record stays withdrawn when another takes its place.
    """
    state, since, by = RecordState.UNKNOWN, None, None
    first: RecordEvent | None = None
    for event in events:
        own = event.manifest_hash == manifest_hash
        if own:
            first, state = first or event, RecordState(event.event.value)
            since = datetime.fromisoformat(event.at)
        elif event.supersedes == manifest_hash:
            by = event.manifest_hash
            if state is RecordState.ISSUED:
                state, since = RecordState.SUPERSEDED, datetime.fromisoformat(event.at)
    if first is None:
        return RecordStatus(RecordState.UNKNOWN, as_of=as_of)
    return RecordStatus(state, first.record_id, first.version, since, by, as_of)


def checkpoint_of(events: Iterable[RecordEvent]) -> Checkpoint:
    """Return the size of a log and the root of its tree."""
    leaves = [event.leaf for event in events]
    return Checkpoint(size=len(leaves), root=merkle_root(leaves).hex())


def demand_fitting(events: tuple[RecordEvent, ...], event: RecordEvent) -> None:
    """Return if `event` may follow `events`.

    Raises:
        RecordNotUsable: the record is issued already, was never issued, or no longer stands; or
            the one it takes the place of was never issued or has been replaced.
    """
    now = status_of(events, event.manifest_hash)
    allowed = {
        RecordDeed.ISSUED: (RecordState.UNKNOWN,),
        RecordDeed.SUPERSEDED: (RecordState.ISSUED,),
        RecordDeed.WITHDRAWN: (RecordState.ISSUED, RecordState.SUPERSEDED),
    }
    if now.state not in allowed[event.event]:
        raise RecordNotUsable(
            f"The record {event.record_id} version {event.version} cannot become {event.event}: "
            f"in the log it is {now.state}.",
            "Look at what the log says of it, and name the version you mean.",
        )
    if event.supersedes is None:
        return
    before = status_of(events, event.supersedes)
    replaceable = before.state in (RecordState.ISSUED, RecordState.WITHDRAWN)
    if event.event is not RecordDeed.ISSUED or not replaceable or before.superseded_by:
        raise RecordNotUsable(
            f"The record {event.record_id} version {event.version} cannot take the place of the "
            f"version it names, which is {before.state}.",
            "Name the version that stands now as the one it supersedes.",
        )


def demand_holds(events: Iterable[RecordEvent], old: Checkpoint) -> None:
    """Return if the log still begins with what it held at the checkpoint `old`.

    Raises:
        ChainBroken: events before it were changed or taken out.
    """
    events = tuple(events)
    if old.size > len(events):
        raise ChainBroken(
            f"The log of issued records holds {len(events)} events; it once held {old.size}.",
            "Ask for the whole log, and restore the last backup that agrees with the checkpoint.",
        )
    if checkpoint_of(events[: old.size]) != old:
        raise ChainBroken(
            f"The first {old.size} events of the log of issued records are not those that were "
            "noted: history was written anew.",
            "Trust the noted checkpoint, and restore the last backup that agrees with it.",
        )


def write_register(events: Iterable[RecordEvent], at: datetime) -> bytes:
    """Return the register file as of `at`: canonical JSON, the same events give the same bytes."""
    events = tuple(events)
    register = RecordRegister(
        at=at.astimezone(UTC).isoformat(), checkpoint=checkpoint_of(events), events=events
    )
    return _written(register)


def read_register(data: bytes) -> RecordRegister:
    """Return the register that `data` holds, its tree recomputed.

    Raises:
        ChainBroken: the events do not give the root that is stated.
        UnreadableFile: it is not a register file, down to the byte.
    """
    register = _parsed(data) if len(data) <= _LARGEST else None
    if register is None or _written(register) != data:
        raise UnreadableFile(
            "This is not a register of issued records, or it was altered.",
            "Ask the organisation that issued the record for its register file again.",
        )
    positions = [event.position for event in register.events]
    if positions != list(range(1, len(positions) + 1)) or (
        checkpoint_of(register.events) != register.checkpoint
    ):
        raise ChainBroken(
            "The events in the register file do not give the root that it states: it was altered.",
            "Ask the organisation that issued the record for its register file again.",
        )
    return register


def _written(register: RecordRegister) -> bytes:
    return (canonical_json(register.model_dump(mode="json")) + "\n").encode()


def _parsed(data: bytes) -> RecordRegister | None:
    try:
        return RecordRegister.model_validate(json.loads(data))
    except (ValidationError, ValueError, RecursionError):
        return None
