"""What a person is told about a field that does not fit: in words that go with its label.

Every message says how to mend it. None repeats what was typed, nor the name of a field.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from workbench.widgets.forms.catalogue import form_of, said_at
from workbench.widgets.forms.form import Field, Input
from workbench.widgets.forms.rules import RULES

__all__ = ["field_message"]

_EMPTY: Final = re.compile(r"^(is missing|is empty|input should be a valid string)")
_TOO_LONG: Final = re.compile(r"^is longer than (\d+) characters$")
_INVISIBLE: Final = re.compile(r"^holds (the invisible character|half of a character)")
_TOO_SMALL: Final = re.compile(r"^input should be greater than( or equal to)? (\d+)$")
_UNFIT: Final[dict[Input, str]] = {
    "text": "Write a text on one line.",
    "long-text": "Write a text.",
    "lines": "Write each of them as a text.",
    "choice": "Choose one of those listed.",
    "choices": "Choose among those listed.",
    "tick": "Tick it, or leave it.",
    "number": "Write a number in digits, such as 12.",
    "date": "Give a day, such as 14/03/2026.",
    "moment": "Give a day and a time of day, such as 14/03/2026 18:30.",
    "when": "Give a day or a time, such as 14/03/2026 18:30.",
    "reference": "Choose an entry from the list.",
    "references": "Choose entries from the list.",
    "part": "Fill in its fields.",
    "parts": "Fill in its fields.",
    "file": "Choose the file again; it did not arrive whole.",
}
_NOT_OF_THE_FORM: Final = (
    "The page and the workbench do not fit together. Load the page again; what you typed is kept."
)


def field_message(kind: str, path: str, problem: str) -> tuple[str, str]:
    """Return the field (dotted, empty for the whole) and the words for a problem of an entry.

    `path` and `problem` are those of `InvalidEntry.problems`; a rule about the whole entry stands
    there under the name of the kind.
    """
    for rule in RULES:
        if re.search(rule.problem, problem):
            return _joined("" if path == kind else path, rule.field), rule.message
    field = form_of(kind).field_at(path)
    if field is None:
        said = said_at(kind, path)
        return (said.name, _UNFIT["file"]) if said else ("", _NOT_OF_THE_FORM)
    return path, _plain(kind, path, field, problem)


def _plain(kind: str, path: str, field: Field, problem: str) -> str:
    said = said_at(kind, path)
    if _EMPTY.match(problem):
        return (said.missing if said else "") or "Write something here, or take it out."
    return next(_by_problem(problem), _UNFIT[field.input])


def _by_problem(problem: str) -> Iterator[str]:
    if too_long := _TOO_LONG.match(problem):
        yield f"Shorten this to {int(too_long[1]):,} characters."
    if _INVISIBLE.match(problem):
        yield "A character here cannot be seen or printed. Delete the text and type it again."
    if too_small := _TOO_SMALL.match(problem):
        least = f"{too_small[2]} or more" if too_small[1] else f"more than {too_small[2]}"
        yield f"Write a number: {least}."


def _joined(path: str, field: str) -> str:
    return ".".join(part for part in (path, field) if part)
