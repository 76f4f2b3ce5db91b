"""Whether a mapping fits a file's headings, and which column then holds what."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass

from workbench.errors import InvalidMapping
from workbench.register.mapping import SHIPPED, ColumnMapping, Moments, load_mapping
from workbench.register.texts import word

__all__ = ["Fit", "detect", "fit", "headings_of"]


@dataclass(frozen=True, slots=True)
class Fit:
    """A mapping laid on the headings of one file.

    `places` maps a slot to the number of its column, from 0. A slot is a field of an incident, or
    for times `when.from.date`, `when.from.time`, `when.to.date`, `when.to.time`,
    `reported_at.date` and `reported_at.time`. `headings` maps a slot to its heading. `absent` are
    the optional columns that the file lacks, `unused` the file's columns that no field asks for.
    """

    mapping: ColumnMapping
    places: Mapping[str, int]
    headings: Mapping[str, str]
    absent: tuple[str, ...]
    unused: tuple[str, ...]


def fit(mapping: ColumnMapping, header: tuple[str, ...]) -> Fit:
    """Lay `mapping` on the headings of a file.

    Raises:
        InvalidMapping: columns that the mapping needs are missing, or there twice.
    """
    fitted, missing = _lay(mapping, header)
    if missing:
        raise InvalidMapping(
            f"The mapping '{mapping.name}' does not fit the file: there is no "
            f"{'; no '.join(_near(heading, header) for heading in missing)}.",
            "Correct the headings in the first row of the file, name the columns as they are in "
            "a mapping of your own, or list fields that the source does not have as 'optional'.",
        )
    return fitted


def detect(header: tuple[str, ...]) -> Fit:
    """Return the fit of the shipped mapping that covers most of the headings of a file.

    Raises:
        InvalidMapping: none fits; the message says what the nearest one lacks.
    """
    laid = [_lay(load_mapping(name), header) for name in SHIPPED]
    fitting = [fitted for fitted, missing in laid if not missing]
    if fitting:
        return max(fitting, key=lambda fitted: len(fitted.places))
    nearest = max(laid, key=lambda pair: len(pair[0].places) / len(pair[0].headings))
    return fit(nearest[0].mapping, header)


def headings_of(mapping: ColumnMapping) -> dict[str, str]:
    """Return the heading of every slot that the mapping fills, in the order of the fields."""
    columns = mapping.columns
    slots = {"id": columns.id}
    _add(slots, "when.from", columns.when.start)
    _add(slots, "when.to", columns.when.end)
    _add(slots, "reported_at", columns.reported_at)
    for name in type(columns).model_fields:
        value = getattr(columns, name)
        if isinstance(value, str):
            slots[name] = value
    return slots


def _lay(mapping: ColumnMapping, header: tuple[str, ...]) -> tuple[Fit, tuple[str, ...]]:
    """Return the fit as far as it goes, and the headings that are missing."""
    where: dict[str, list[int]] = {}
    for place, heading in enumerate(header):
        where.setdefault(word(heading), []).append(place)
    headings = headings_of(mapping)
    places: dict[str, int] = {}
    missing: list[str] = []
    absent: list[str] = []
    for slot, heading in headings.items():
        found = where.get(word(heading), [])
        if len(found) > 1:
            raise InvalidMapping(
                f"The file has the column '{heading}' twice (columns "
                f"{', '.join(str(place + 1) for place in found)}).",
                "Keep one of them, or give the other another heading.",
            )
        if found:
            places[slot] = found[0]
        else:
            (absent if _is_optional(slot, mapping) else missing).append(heading)
    used = set(places.values())
    unused = tuple(name for place, name in enumerate(header) if place not in used and name)
    return Fit(mapping, places, headings, tuple(absent), unused), tuple(missing)


def _add(slots: dict[str, str], slot: str, moments: Moments | None) -> None:
    if moments is not None:
        slots[f"{slot}.date"] = moments.date
        if moments.time is not None:
            slots[f"{slot}.time"] = moments.time


def _is_optional(slot: str, mapping: ColumnMapping) -> bool:
    return any(slot == name or slot.startswith(f"{name}.") for name in mapping.optional)


def _near(heading: str, header: tuple[str, ...]) -> str:
    forms = {word(name): name for name in header}
    near = difflib.get_close_matches(word(heading), list(forms), n=1, cutoff=0.75)
    return f"column '{heading}'" + (f" (did you mean '{forms[near[0]]}'?)" if near else "")
