"""Cases made of a few entries: what the documentation pages of the checks are written with."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from workbench.checks.context import RegisterRow
from workbench.checks.registry import check_named
from workbench.checks.report import run_checks
from workbench.domain.case import Case, Head, Stamp, is_content
from workbench.domain.kinds import kind_named, validate
from workbench.domain.values import Entity

__all__ = [
    "EXAMPLE_DAY",
    "INCIDENT",
    "TRIAGE",
    "ExampleEntry",
    "example_case",
    "found",
    "incident",
    "triage",
]

ExampleEntry: TypeAlias = tuple[str, str, Mapping[str, Any] | None]
"""A kind's name, an identifier, and the data as somebody would type it; None removes."""

EXAMPLE_DAY: Final = date(2026, 4, 1)
"""The day on which the examples are checked."""

_FIRST_ENTRY: Final = datetime(2026, 3, 20, 9, 0, tzinfo=UTC)

INCIDENT: Final[Mapping[str, Any]] = MappingProxyType(
    {
        "id": "INC-0042",
        "when": "14/03/2026 18:30",
        "reported_at": "2026-03-14T20:00:00+00:00",
        "service": "Larch House",
        "category": "medication",
        "immediate_action": "On-call nurse telephoned; observations every 15 minutes.",
        "people_involved": "One person supported, two support workers.",
        "known_risks": "Epilepsy; evening dose is time-critical.",
        "safeguarding": "Considered with the safeguarding lead.",
        "manager_review": "Reviewed on 15/03/2026.",
        "follow_up_actions": "Chart and handover sheet kept for the review.",
    }
)
"""An invented incident with every required field."""

TRIAGE: Final[Mapping[str, Any]] = MappingProxyType(
    {
        "category": "medication",
        "harm_tonight": False,
        "harm_tonight_because": "The pack is for one person only.",
        "tier": "structured analysis",
        "role": "manager",
        "at": "2026-03-15T10:00:00+00:00",
    }
)
"""What somebody has to say at triage, and no more."""


def incident(**changed: object) -> ExampleEntry:
    """Return the `incident` entry I1 with some fields of `INCIDENT` changed; None empties one."""
    return "incident", "I1", {"incident": {**INCIDENT, **changed}, "digest": "0" * 64}


def triage(**changed: object) -> ExampleEntry:
    """Return the `triage` entry TR1 with some fields of `TRIAGE` changed or added."""
    return "triage", "TR1", {**TRIAGE, **changed}


def example_case(
    *entries: ExampleEntry,
    case_id: str = "C-0001",
    author: str = "investigator",
    start: datetime = _FIRST_ENTRY,
) -> Case:
    """Return the case that `entries` fold into.

    They are numbered from 1 and stand a minute apart from `start`. A second entry with the same
    identifier is a new version, one without data removes the entity.

    Raises:
        InvalidEntry: the data does not have the shape of its kind.
        UnknownName: there is no kind of that name.
    """
    folded = _Folding()
    for seq, (kind, identifier, data) in enumerate(entries, start=1):
        folded.add(seq, kind, identifier, data, author, start + timedelta(minutes=seq))
    return Case(
        case_id,
        Head(len(entries), hashlib.sha256(f"{case_id}/{len(entries)}".encode()).hexdigest()),
        folded.content_seq,
        MappingProxyType(
            {model: MappingProxyType(held) for model, held in folded.entities.items() if held}
        ),
        MappingProxyType(folded.stamps),
    )


def found(
    code: str,
    *entries: ExampleEntry,
    on: date = EXAMPLE_DAY,
    roles: tuple[str, ...] = ("manager",),
    register: RegisterRow | None = None,
) -> list[str]:
    """Return where the check `code` finds something in the case made of `entries`.

    Raises:
        UnknownName: there is no check with this code.
    """
    report = run_checks(
        example_case(*entries), on, roles=roles, register=register, checks=[check_named(code)]
    )
    return [finding.subject for finding in report.open]


@dataclass(slots=True)
class _Folding:
    entities: dict[type[Entity], dict[str, Entity]] = field(default_factory=dict)
    stamps: dict[str, Stamp] = field(default_factory=dict)
    content_seq: int = 0

    def add(
        self,
        seq: int,
        kind_name: str,
        identifier: str,
        data: Mapping[str, Any] | None,
        author: str,
        at: datetime,
    ) -> None:
        kind = kind_named(kind_name)
        held = self.entities.setdefault(kind.model, {})
        if is_content(kind.model):
            self.content_seq = seq
        if data is None:
            held.pop(identifier, None)
            self.stamps.pop(identifier, None)
            return
        held[identifier] = validate(kind, identifier, data)
        before = self.stamps.get(identifier)
        self.stamps[identifier] = Stamp(before.version + 1 if before else 1, seq, author, at)
