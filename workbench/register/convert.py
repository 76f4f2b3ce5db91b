"""Rows of cells into encoded incidents, a chunk of rows at a time.

Columns are converted whole; a value of the domain is built only where its own reading is needed.
What comes out is what `encode(Incident.model_validate(…))` gives for the same fields.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final, TypeVar

from workbench.domain.incident import REQUIRED_FIELDS
from workbench.domain.vocabulary import PhysicalHarm, PsychologicalHarm
from workbench.register.encode import digest_of, encode_fields
from workbench.register.fit import Fit
from workbench.register.moments import Instants
from workbench.register.occurred import Reading, read_moments, read_span
from workbench.register.problems import Effect, RowProblem
from workbench.register.texts import LINE_LIMIT, TEXT_LIMIT, tidy_line, tidy_text, word

__all__ = ["Converted", "Row", "convert"]

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Row:
    """A row that became an incident: its number, the encoded incident, and its indexed fields."""

    number: int
    id: str
    data: str
    digest: str
    missing: tuple[str, ...]
    service: str
    category: str | None
    occurred_at: str


@dataclass(frozen=True, slots=True)
class Converted:
    """What came of a chunk: incidents, problems of single cells, and why rows were rejected.

    `rejections` maps the place of a row in the chunk to its problems.
    """

    rows: tuple[Row, ...]
    problems: tuple[RowProblem, ...]
    rejections: Mapping[int, tuple[RowProblem, ...]]


def convert(
    fit: Fit,
    rows: Sequence[Sequence[str]],
    numbers: Sequence[int],
    *,
    at: datetime,
    seen: dict[str, int],
) -> Converted:
    """Return what came of rows as wide as the headings that `fit` was made for.

    `numbers` are the rows' numbers in the file. `at` is the moment of the import. `seen` maps each
    identifier to the row that has it, and gains those of this chunk.
    """
    chunk = _Chunk(fit, rows, numbers)
    fields: dict[str, Sequence[Any]] = {}
    for name in ("id", "service"):
        fields[name] = chunk.lines(name, rejecting=True)
    for name in ("location", "category"):
        fields[name] = chunk.lines(name)
    for name in _TEXTS:
        fields[name] = chunk.texts(name)
    fields["physical_harm"] = chunk.coded("physical_harm", _harm(PhysicalHarm, fit))
    fields["psychological_harm"] = chunk.coded("psychological_harm", _harm(PsychologicalHarm, fit))
    fields["near_miss"] = chunk.coded("near_miss", _yes_no(fit))
    spans = chunk.spans()
    fields["when"] = [_when(reading.instants) for reading in spans]
    fields["reported_at"] = chunk.reported(spans, at)
    chunk.refuse_twins(fields["id"], seen)
    return chunk.finished(fields)


_TEXTS: Final = (
    "narrative",
    "immediate_action",
    "people_involved",
    "known_risks",
    "safeguarding",
    "manager_review",
    "follow_up_actions",
)
_IN_SOURCE: Final = "Correct it in the source and import again."


@dataclass
class _Chunk:
    """The columns of a chunk, and what was found to be wrong so far."""

    fit: Fit
    rows: Sequence[Sequence[str]]
    numbers: Sequence[int]
    problems: list[tuple[int, RowProblem]] = field(default_factory=list)
    rejections: dict[int, list[RowProblem]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.empty = {"", *(word(text) for text in self.fit.mapping.empty_words)}
        self.longest_empty = max(len(text) for text in self.empty) + 2

    def cells(self, slot: str) -> list[str] | None:
        place = self.fit.places.get(slot)
        return None if place is None else [row[place] for row in self.rows]

    def lines(self, name: str, *, rejecting: bool = False) -> list[str | None]:
        """Return a column of single lines; where `rejecting`, a row without one is rejected."""
        values = self._tidied(name, tidy_line, LINE_LIMIT)
        if rejecting:
            for place, value in enumerate(values):
                if value is None:
                    self.reject(place, name, "is empty or cannot be read", "Fill it in.")
        return values

    def texts(self, name: str) -> list[str | None]:
        """Return a column of longer texts."""
        return self._tidied(name, tidy_text, TEXT_LIMIT)

    def coded(self, name: str, table: Mapping[str, V]) -> list[V | None]:
        """Return a column of words or codes, translated."""
        cells = self.cells(name)
        if cells is None:
            return [None] * len(self.rows)
        forms = {cell: _code(cell) for cell in set(cells)}
        known = {cell: table.get(form) for cell, form in forms.items()}
        strange = {
            cell for cell, form in forms.items() if form not in self.empty and form not in table
        }
        if strange:
            for place, cell in enumerate(cells):
                if cell in strange:
                    self.note(
                        place,
                        name,
                        "is a word or code that the mapping does not know",
                        f"Add it to [{name}] in the mapping.",
                        Effect.EMPTIED,
                    )
        return [known[cell] for cell in cells]

    def spans(self) -> list[Reading]:
        """Return when each row happened, rejecting rows that do not say."""
        start = self._moments("when.from")
        spans = read_span(start or [], self._moments("when.to"))
        for place, reading in enumerate(spans):
            if reading.instants is None:
                slot = "when.to.date" if reading.at_end else "when.from.date"
                self.reject(place, slot, reading.problem or "is empty", reading.remedy)
            elif reading.note:
                self.note(place, "when.from.date", reading.note, _IN_SOURCE, Effect.NOTED)
        return spans

    def reported(self, spans: Sequence[Reading], at: datetime) -> list[str | None]:
        """Return when each row was reported: the end of the day where only that is known."""
        now = at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        readings = self._moments("reported_at") or [Reading()] * len(self.rows)
        moments = [_latest(reading.instants) for reading in readings]
        for place, (span, reading, moment) in enumerate(zip(spans, readings, moments, strict=True)):
            if reading.problem or reading.note:
                what = reading.problem or reading.note or ""
                effect = Effect.EMPTIED if reading.problem else Effect.NOTED
                self.note(place, "reported_at.date", what, _IN_SOURCE, effect)
            began = _earliest(span.instants)
            if began is not None and began > now:
                self.note(place, "when.from.date", _FUTURE, _SWAPPED, Effect.NOTED)
            if began is not None and moment is not None and moment < began:
                self.note(place, "reported_at.date", _TOO_SOON, _SWAPPED, Effect.NOTED)
        return moments

    def refuse_twins(self, identifiers: Sequence[str | None], seen: dict[str, int]) -> None:
        """Reject rows with an identifier that an earlier row of the file has."""
        for place, identifier in enumerate(identifiers):
            if identifier is None or place in self.rejections:
                continue
            first = seen.setdefault(identifier, self.numbers[place])
            if first != self.numbers[place]:
                self.reject(
                    place,
                    "id",
                    f"is the same as in row {first}, which was taken",
                    "Give each incident one row.",
                )

    def finished(self, fields: Mapping[str, Sequence[Any]]) -> Converted:
        """Return the incidents of the rows that were not rejected, and the problems."""
        names = sorted(fields)
        columns = [fields[name] for name in names]
        made = [
            _row(number, {name: v for name, v in zip(names, values, strict=True) if v is not None})
            for place, (number, *values) in enumerate(zip(self.numbers, *columns, strict=True))
            if place not in self.rejections
        ]
        kept = [problem for place, problem in self.problems if place not in self.rejections]
        return Converted(
            tuple(made),
            tuple(sorted(kept, key=lambda problem: problem.row)),
            {place: tuple(found) for place, found in self.rejections.items()},
        )

    def reject(self, place: int, slot: str, what: str, remedy: str) -> None:
        problem = self._problem(place, slot, what, remedy, Effect.REJECTED)
        self.rejections.setdefault(place, []).append(problem)

    def note(self, place: int, slot: str, what: str, remedy: str, effect: Effect) -> None:
        self.problems.append((place, self._problem(place, slot, what, remedy, effect)))

    def _problem(self, place: int, slot: str, what: str, remedy: str, effect: Effect) -> RowProblem:
        return RowProblem(self.numbers[place], self.fit.headings[slot], what, remedy, effect)

    def _moments(self, slot: str) -> list[Reading] | None:
        days = self.cells(f"{slot}.date")
        if days is None:
            return None
        clocks = self.cells(f"{slot}.time")
        times = None if clocks is None else self._emptied(clocks)
        return read_moments(self._emptied(days), times, self.fit.mapping.dates)

    def _emptied(self, cells: Sequence[str]) -> list[str]:
        known = {cell: self._or_empty(cell) for cell in set(cells)}
        return [known[cell] for cell in cells]

    def _or_empty(self, cell: str) -> str:
        return "" if len(cell) < self.longest_empty and word(cell) in self.empty else cell

    def _tidied(
        self, name: str, tidy: Callable[[str], tuple[str, bool]], limit: int
    ) -> list[str | None]:
        cells = self.cells(name)
        if cells is None:
            return [None] * len(self.rows)
        # most cells of a register say what other rows say too
        distinct = {cell: tidy(cell) for cell in set(cells)}
        odd = {cell for cell, (text, changed) in distinct.items() if changed or len(text) > limit}
        known = {
            cell: self._or_empty(text) or None if len(text) <= limit else None
            for cell, (text, _) in distinct.items()
        }
        for place, cell in enumerate(cells) if odd else ():
            if cell in odd and known[cell] is None:
                what = f"is longer than {limit:,} characters, or only invisible ones"
                self.note(place, name, what, _SHORTEN, Effect.EMPTIED)
            elif cell in odd:
                self.note(place, name, _INVISIBLE, _IN_SOURCE, Effect.NOTED)
        return [known[cell] for cell in cells]


_FUTURE: Final = "lies in the future"
_TOO_SOON: Final = "comes before the incident"
_SWAPPED: Final = "Check whether day and month are swapped, and correct it in the source."
_SHORTEN: Final = "Shorten it in the source, or keep it as evidence in the case."
_INVISIBLE: Final = "held invisible characters, which were left out"


def _row(number: int, fields: Mapping[str, Any]) -> Row:
    data = encode_fields(fields)
    when = fields["when"]
    return Row(
        number,
        fields["id"],
        data,
        digest_of(data),
        tuple(name for name in REQUIRED_FIELDS if name not in fields),
        fields["service"],
        fields.get("category"),
        when.get("earliest") or when["latest"],
    )


def _when(instants: Instants | None) -> dict[str, str] | None:
    if instants is None:
        return None
    bounds = {"earliest": instants.earliest, "latest": instants.latest}
    return {name: bound for name, bound in bounds.items() if bound is not None} | {
        "precision": str(instants.precision),
        "stated": instants.stated,
    }


def _earliest(instants: Instants | None) -> str | None:
    return None if instants is None else instants.earliest or instants.latest


def _latest(instants: Instants | None) -> str | None:
    return None if instants is None else instants.latest or instants.earliest


def _code(cell: str) -> str:
    form = word(cell)
    return form.removesuffix(".0") if form[:-2].isdigit() else form


def _harm(scale: type[PhysicalHarm] | type[PsychologicalHarm], fit: Fit) -> dict[str, str]:
    mapping = fit.mapping
    words: Mapping[str, PhysicalHarm | PsychologicalHarm] = (
        mapping.physical_harm if scale is PhysicalHarm else mapping.psychological_harm
    )
    return {str(level): str(level) for level in scale} | {
        text: str(level) for text, level in words.items()
    }


def _yes_no(fit: Fit) -> dict[str, bool]:
    words = fit.mapping.near_miss
    table = {"yes": True, "no": False}
    return table | {word(text): True for text in words.yes} | {word(t): False for t in words.no}
