"""Whether a mapping fits a file's headings, and which column then holds what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.domain.nearest import nearest
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
    """Return `mapping` laid on the headings of a file: which column holds what.

    Raises:
        InvalidMapping: columns that the mapping needs are missing, or there twice.
    """
    fitted, faults = _lay(mapping, header)
    if faults:
        raise InvalidMapping(
            f"The mapping '{mapping.name}' does not fit the file: {'; '.join(faults)}.",
            "Correct the headings in the first row of the file, each once, name the columns as "
            "they are in a mapping of your own, or list fields that the source does not have as "
            "'optional'.",
        )
    return fitted


def detect(header: tuple[str, ...]) -> Fit:
    """Return the fit of the shipped mapping that covers most of the headings of a file.

    Raises:
        InvalidMapping: none fits; the message says of each what the file lacks.
    """
    laid = [_lay(load_mapping(name), header) for name in SHIPPED]
    fitting = [fitted for fitted, faults in laid if not faults]
    if fitting:
        return max(fitting, key=lambda fitted: len(fitted.places))
    said = " ".join(f"For '{each.mapping.name}': {'; '.join(faults)}." for each, faults in laid)
    raise InvalidMapping(
        f"The headings of the file fit no mapping that is shipped. {said}",
        "Correct the headings in the first row as 'workbench import --template FILE' writes them; "
        "or keep them, begin a mapping of your own from what 'workbench import --show-mapping "
        f"{SHIPPED[0]}' prints, and give it with --mapping.",
    )


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
    """Return the fit as far as it goes, and what stands in its way."""
    where: dict[str, list[int]] = {}
    for place, heading in enumerate(header):
        where.setdefault(word(heading), []).append(place)
    headings = headings_of(mapping)
    places: dict[str, int] = {}
    faults: list[str] = []
    absent: list[str] = []
    for slot, heading in headings.items():
        found = where.get(word(heading), [])
        if len(found) > 1:
            columns = ", ".join(str(place + 1) for place in found)
            faults.append(f"the column '{heading}' is there twice (columns {columns})")
        elif found:
            places[slot] = found[0]
        elif _is_optional(slot, mapping):
            absent.append(heading)
        else:
            faults.append(f"there is no column '{heading}'{_near(heading, header)}")
    used = set(places.values())
    unused = tuple(name for place, name in enumerate(header) if place not in used and name)
    return Fit(mapping, places, headings, tuple(absent), unused), tuple(faults)


def _add(slots: dict[str, str], slot: str, moments: Moments | None) -> None:
    if moments is not None:
        slots[f"{slot}.date"] = moments.date
        if moments.time is not None:
            slots[f"{slot}.time"] = moments.time


def _is_optional(slot: str, mapping: ColumnMapping) -> bool:
    return any(slot == name or slot.startswith(f"{name}.") for name in mapping.optional)


def _near(heading: str, header: tuple[str, ...]) -> str:
    forms = {word(name): name for name in header}
    near = nearest(word(heading), forms, alike=0.75)
    return f" (did you mean '{forms[near]}'?)" if near else ""
