"""The register as a pandas frame, for analysis."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

import pandas as pd

from workbench.domain.nearest import did_you_mean
from workbench.domain.vocabulary import PhysicalHarm, PsychologicalHarm
from workbench.domain.when import LONDON
from workbench.errors import UnknownName

__all__ = ["FRAME_COLUMNS", "checked_columns", "frame_of"]

FRAME_COLUMNS: Final = (
    "id",
    "service",
    "location",
    "category",
    "occurred_at",
    "occurred_from",
    "occurred_to",
    "precision",
    "reported_at",
    "narrative",
    "immediate_action",
    "people_involved",
    "known_risks",
    "safeguarding",
    "manager_review",
    "follow_up_actions",
    "physical_harm",
    "psychological_harm",
    "near_miss",
    "missing",
)
"""The columns of a register frame.

Times are in Europe/London: `occurred_from` and `occurred_to` are the bounds of when it happened,
one of them missing where it is open, and `occurred_at` the first that there is. The harms are
ordered categories, `near_miss` is a nullable boolean, `missing` the names of the required fields
that are, separated by spaces.
"""

_TIMES: Final = ("occurred_at", "occurred_from", "occurred_to", "reported_at")
_SCALES: Final = {"physical_harm": PhysicalHarm, "psychological_harm": PsychologicalHarm}


def checked_columns(columns: Sequence[str] | None) -> tuple[str, ...]:
    """Return the columns asked for, or all of them for None.

    Raises:
        UnknownName: a register frame has no such column.
    """
    if columns is None:
        return FRAME_COLUMNS
    for name in columns:
        if name not in FRAME_COLUMNS:
            raise UnknownName(
                f"A register frame has no column '{name}'.",
                f"{did_you_mean(name, FRAME_COLUMNS)}The columns are {', '.join(FRAME_COLUMNS)}.",
            )
    return tuple(columns)


def frame_of(rows: Iterable[tuple[str, str]], columns: Sequence[str]) -> pd.DataFrame:
    """Return the frame of encoded incidents, each with its list of missing fields, as JSON."""
    wanted = [(name, _READERS.get(name)) for name in columns]
    held: dict[str, list[Any]] = {name: [] for name in columns}
    for data, missing in rows:
        fields = json.loads(data)
        fields["missing"] = missing
        for name, read in wanted:
            held[name].append(fields.get(name) if read is None else read(fields))
    return pd.DataFrame({name: _typed(name, values) for name, values in held.items()})


_READERS: Final[Mapping[str, Callable[[dict[str, Any]], Any]]] = {
    "occurred_at": lambda fields: fields["when"].get("earliest") or fields["when"]["latest"],
    "occurred_from": lambda fields: fields["when"].get("earliest"),
    "occurred_to": lambda fields: fields["when"].get("latest"),
    "precision": lambda fields: fields["when"]["precision"],
    "missing": lambda fields: " ".join(json.loads(fields["missing"])),
}


def _typed(name: str, values: list[Any]) -> pd.Series[Any]:
    if name in _TIMES:
        moments = pd.Series(pd.to_datetime(values, utc=True, format="ISO8601"))
        return moments.astype("datetime64[us, UTC]").dt.tz_convert(LONDON)
    if name in _SCALES:
        levels = [str(level) for level in _SCALES[name]]
        return pd.Series(pd.Categorical(values, categories=levels, ordered=True))
    return pd.Series(values, dtype="boolean" if name == "near_miss" else "str")
