"""Where a case stands, as rows for people and as JSON for programs."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from workbench.conduct.standing import Standing
from workbench.domain.kinds import encode
from workbench.domain.when import LONDON

__all__ = ["blocker_rows", "move_rows", "standing_as_json", "summary"]


def move_rows(held: Standing) -> list[tuple[str, ...]]:
    """Return a row for each move: where to, when, who and why."""
    return [
        (
            f"{'back to ' if move.goes_back else ''}{move.to}",
            f"{move.at.astimezone(LONDON):%d/%m/%Y %H:%M}",
            f"{move.name} ({move.role})",
            move.because,
        )
        for move in held.moves
    ]


def blocker_rows(held: Standing) -> list[tuple[str, ...]]:
    """Return a row for each thing that stands in the way, in the order of the gates."""
    return [(one.gate, one.code or "–", one.subject, one.message) for one in held.blockers]


def summary(held: Standing) -> str:
    """Return a sentence or two on where the case stands and what comes next."""
    stands = f"{held.case_id} stands at {held.stage}."
    if held.toward is None and held.changed:
        return (
            f"{stands} It was changed since: 'workbench advance {held.case_id} --to …' takes it "
            "back to the stage that the change belongs to."
        )
    if held.toward is None:
        return stands
    if held.blockers:
        checks = list(dict.fromkeys(one.code for one in held.blockers if one.code))
        named = f": {', '.join(checks)}" if checks else ""
        return f"{stands} {held.toward.capitalize()} is not open yet{named}."
    return (
        f"{stands} The way to {held.toward} is open: 'workbench advance {held.case_id} "
        f'--to "{held.toward}" --as … --because …\'.'
    )


def standing_as_json(held: Standing) -> dict[str, Any]:
    """Return where a case stands as JSON values."""
    return {
        "case": held.case_id,
        "stage": held.stage,
        "path": [
            {"id": move.id, **encode(move), "goes_back": move.goes_back} for move in held.moves
        ],
        "changed_since_closed": held.changed,
        "toward": held.toward,
        "open": held.toward is not None and not held.blockers,
        "blockers": [asdict(one) for one in held.blockers],
    }
