"""Write docs/reference/register-columns.md from the shipped mappings; with --check, compare."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from generated import keep

from workbench.domain.incident import REQUIRED_FIELDS, Incident
from workbench.register.fit import headings_of
from workbench.register.mapping import SHIPPED, ColumnMapping, load_mapping

TARGET = Path(__file__).parents[1] / "docs" / "reference" / "register-columns.md"
ALWAYS = ("id", "when", "service")
MEANINGS = {
    "id": "The number or name of the incident in its own system",
    "when": "When it happened: a date, a moment, or the earliest and latest that it can have been",
    "reported_at": "When it was reported",
    "service": "The house, team or ward",
    "location": "Where in it",
    "category": "What kind of incident",
    "narrative": "What happened",
    "immediate_action": "What was done at once",
    "people_involved": "Who was there, best as references such as P1",
    "known_risks": "What was known before",
    "safeguarding": "What was considered and decided",
    "manager_review": "What a manager thought of it, and when",
    "follow_up_actions": "What was to be done next",
    "physical_harm": "Bodily harm, in the words or codes below",
    "psychological_harm": "Other harm, in the words or codes below",
    "near_miss": "Whether it reached nobody",
}
OPENING = """\
# Columns of a register

<!-- Written by scripts/build_register_columns.py. Change the mappings instead. -->

Which column of a register file is which field of an incident says a *mapping*. Two are shipped.
Headings match whatever their capitals and spaces, in any order; other columns are left alone.
[Import a register](../how-to/import-a-register.md) shows how to use them and how to write your own.
"""
LEGEND = """
*Always*: a row without it is rejected, and goes to the file of rejects. *Complete*: a row without
it is imported as incomplete, and the field is supplied in the case. A heading in *italics* may be
missing from the file; the others must be there, if only over empty cells.
"""
CLOSING = """\
## Dates and times

Read always: `14/03/2026 18:30`, `14.03.2026`, `14-3-2026`, `2026-03-14T18:30`, times such as
`18.30`, `1830`, `6:30 pm`, and the serial numbers of spreadsheets. Where people know no more, the
column of a date may also say `about 14/03/2026 18:30`, `before 14/03/2026`, or
`between 14/03/2026 18:00 and 14/03/2026 20:00`.

- **Day and month**: `order = "day-month-year"` under `[dates]`, or `"month-day-year"`.
- **Years of two digits**: `4/2/26` is 4 February 2026. `00` to `68` are 2000 to 2068, `69` to `99`
  are 1969 to 1999.
- **Other forms** go into `formats`, in the notation of Python's `strptime`: `"%d %b %Y"`.
- **A time that cannot be read** leaves the whole day, with a remark. Clock times are those of
  England.
"""


def page() -> str:
    """Return the page: fields with their headings, words and codes, dates."""
    mappings = [load_mapping(name) for name in SHIPPED]
    parts = [OPENING, *_fields(mappings)]
    for mapping in mappings:
        parts += _words(mapping)
    return "\n".join([*parts, CLOSING])


def _fields(mappings: list[ColumnMapping]) -> Iterator[str]:
    names = [f"Heading in `{mapping.name}`" for mapping in mappings]
    yield "## Fields and headings\n"
    yield f"| Field | What it holds | Needed | {' | '.join(names)} |"
    yield "|---|---|---|---|---|"
    for name in Incident.model_fields:
        headings = (_headings(name, mapping) for mapping in mappings)
        yield f"| `{name}` | {MEANINGS[name]} | {_need(name)} | {' | '.join(headings)} |"
    yield LEGEND


def _need(name: str) -> str:
    return "always" if name in ALWAYS else "complete" if name in REQUIRED_FIELDS else ""


def _headings(name: str, mapping: ColumnMapping) -> str:
    found = {
        slot: heading
        for slot, heading in headings_of(mapping).items()
        if slot == name or slot.startswith(f"{name}.")
    }
    optional = tuple(f"{each}." for each in mapping.optional)
    return ", ".join(
        f"*{heading}*" if f"{slot}.".startswith(optional) else heading
        for slot, heading in found.items()
    )


def _words(mapping: ColumnMapping) -> Iterator[str]:
    yield f"## Words and codes of `{mapping.name}`\n"
    yield "| In the file | Read as |"
    yield "|---|---|"
    yield from _rows("physical harm", mapping.physical_harm)
    yield from _rows("psychological harm", mapping.psychological_harm)
    yield f"| {_quoted(mapping.near_miss.yes)} | near miss: yes |"
    yield f"| {_quoted(mapping.near_miss.no)} | near miss: no |"
    yield f"| {_quoted(mapping.empty_words)} | nothing, in any column |"
    yield "\nA word that is not here leaves the field empty, with a remark that names the row.\n"


def _rows(field: str, words: Mapping[str, str]) -> Iterator[str]:
    for level in dict.fromkeys(words.values()):
        meant = (word for word, value in words.items() if value == level)
        yield f"| {_quoted(sorted({*meant, level}))} | {field}: {level} |"


def _quoted(words: object) -> str:
    return ", ".join(f"`{word}`" for word in words)  # type: ignore[attr-defined]


if __name__ == "__main__":
    raise SystemExit(keep({TARGET: page()}, sys.argv[1:]))
