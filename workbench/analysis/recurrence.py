"""Whether it has happened before: the register looked through, and other cases' failed actions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from workbench.domain.case import Case
from workbench.domain.change import Action, Measure, Verification
from workbench.domain.incident import Incident
from workbench.domain.inquiry import CaseIncident
from workbench.domain.vocabulary import ActionState, VerificationOutcome

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "RECURRENCE_COLUMNS",
    "WINDOW_DAYS",
    "FailedAction",
    "Recurrence",
    "failed_actions",
    "person_references",
    "recurrence_of",
]

RECURRENCE_COLUMNS: Final = ("id", "service", "category", "occurred_at", "people_involved")
"""The columns of a register frame that `recurrence_of` looks at."""

WINDOW_DAYS: Final = 365
"""How far to look back where nobody says otherwise: a year."""

_REFERENCE: Final = re.compile(r"\b[A-Z]{1,4}[0-9]{1,4}\b")
_PARTS: Final = re.compile(r";|\n")
_PIECES: Final = re.compile(r",|&|\+|\band\b|\bwith\b")
_AT_WORK: Final = re.compile(
    r"\b(?:staff|workers?|managers?|nurses?|carers?|agency|practitioners?|coordinators?|"
    r"colleagues?|doctors?|GP|driver|police|paramedics?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Recurrence:
    """Earlier incidents that share something with this one, by identifier, the latest first.

    `days` is how far back was looked from when this one happened, and `persons` the references
    that were looked for. `like` are those of the same person, or of the same category in the same
    service.
    """

    days: int
    persons: tuple[str, ...]
    same_person: tuple[str, ...]
    same_service_and_category: tuple[str, ...]
    same_service: tuple[str, ...]
    same_category: tuple[str, ...]

    @property
    def like(self) -> tuple[str, ...]:
        """The incidents that count as like this one, each once."""
        return tuple(dict.fromkeys((*self.same_person, *self.same_service_and_category)))


@dataclass(frozen=True, slots=True)
class FailedAction:
    """An action of another case after the like, and what showed that it had not held."""

    case: str
    action: str
    statement: str
    because: str

    @property
    def reference(self) -> str:
        """How it is written down: `C-0003 A2`."""
        return f"{self.case} {self.action}"


def recurrence_of(
    incident: Incident,
    frame: pd.DataFrame,
    *,
    days: int = WINDOW_DAYS,
    persons: tuple[str, ...] | None = None,
    category: str | None = None,
) -> Recurrence:
    """Return what `frame`, a register frame with `RECURRENCE_COLUMNS`, says of incidents before.

    Only the `days` before `incident` count; a day on which two happened counts for both.
    `persons` are references such as `"AR2"`; None takes those that the register gives in
    *people involved*. `category` is the one that triage chose, None for the register's.
    """
    sought = person_references(incident.people_involved) if persons is None else persons
    earlier = frame.loc[
        (frame["occurred_at"] <= incident.when.start)
        & (frame["occurred_at"] >= incident.when.start - timedelta(days=days))
        & (frame["id"] != incident.id)
    ].sort_values("occurred_at", ascending=False, kind="stable")
    of_service = earlier["service"].map(_plain) == _plain(incident.service)
    of_category = earlier["category"].map(_plain) == (_plain(category or incident.category) or "-")
    of_person = (
        earlier["people_involved"]
        .map(lambda text: bool(set(person_references(text)) & set(sought)))
        .astype(bool)
    )
    return Recurrence(
        days,
        sought,
        _ids(earlier.loc[of_person]),
        _ids(earlier.loc[of_service & of_category]),
        _ids(earlier.loc[of_service]),
        _ids(earlier.loc[of_category]),
    )


def person_references(text: object) -> tuple[str, ...]:
    """Return the references of people supported in a register's *people involved*.

    They look like `AR2`. From where a part of the text (up to a semicolon) speaks of people at
    work, it holds references of another kind, which are left out: of *AR2, support workers S03 and
    S11* the first alone is returned.
    """
    if not isinstance(text, str):
        return ()
    pieces = (
        piece
        for part in _PARTS.split(text)
        for piece in takewhile(lambda one: not _AT_WORK.search(one), _PIECES.split(part))
    )
    return tuple(dict.fromkeys(found for piece in pieces for found in _REFERENCE.findall(piece)))


def failed_actions(incident: Incident, others: Iterable[Case]) -> tuple[FailedAction, ...]:
    """Return the actions of other cases after the like that did not hold.

    The like are incidents of the same category. An action did not hold where its state is *not
    effective*, or where the last verification of one of its measures did not meet the target.
    """
    found: list[FailedAction] = []
    for case in others:
        held = case.only(CaseIncident)
        same = held is not None and _plain(held.incident.category) == _plain(incident.category)
        if same and incident.category is not None:
            found += _failed(case)
    return tuple(found)


def _failed(case: Case) -> Iterable[FailedAction]:
    last: dict[str, tuple[datetime, Verification]] = {}
    for result in case.all(Verification):
        last[result.measure] = max(
            (case.stamps[result.id].at, result),
            last.get(result.measure, (case.stamps[result.id].at, result)),
            key=lambda one: (one[1].on, one[0]),
        )
    unmet = {
        measure.action: measure.id
        for measure in case.all(Measure)
        if measure.id in last and last[measure.id][1].outcome is VerificationOutcome.NOT_MET
    }
    for action in case.all(Action):
        if action.state is ActionState.NOT_EFFECTIVE:
            yield FailedAction(case.id, action.id, action.statement, "found not effective")
        elif action.id in unmet:
            why = f"its measure {unmet[action.id]} did not meet its target when last checked"
            yield FailedAction(case.id, action.id, action.statement, why)


def _plain(text: object) -> str:
    return " ".join(text.split()).casefold() if isinstance(text, str) else ""


def _ids(frame: pd.DataFrame) -> tuple[str, ...]:
    return tuple(str(one) for one in frame["id"])
