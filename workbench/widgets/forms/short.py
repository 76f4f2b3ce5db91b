"""Short words for lists: text cut at a word, entries named in passing, parts put in a row."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, TypeAlias, TypeVar, cast

from workbench.domain.case import Case
from workbench.domain.reasoning import Cause
from workbench.domain.values import Entity
from workbench.figures.words import in_short, person_words

__all__ = ["Worded", "cause", "listed", "person", "row", "sentence", "short", "worded"]

E = TypeVar("E", bound=Entity)
Worded: TypeAlias = tuple[type[Entity], Callable[[Entity, Case], str]]
"""A kind's model, and the function that words an entity of it."""

_LONGEST: Final = 110


def worded(model: type[E], words: Callable[[E, Case], str]) -> Worded:
    """Return `words` for entities of `model`, as one of a table."""
    return model, cast("Callable[[Entity, Case], str]", words)


def short(text: str | None, longest: int = _LONGEST) -> str:
    """Return the beginning of a text on one line, cut between words; empty for None."""
    return in_short(" ".join((text or "").split()), longest).rstrip(".")


def row(*parts: str | None) -> str:
    """Return the parts that say something, with a dot between."""
    return " · ".join(part for part in parts if part)


def listed(*identifiers: Iterable[str]) -> str:
    """Return identifiers, a comma between them."""
    return ", ".join(one for held in identifiers for one in held)


def sentence(words: object) -> str:
    """Return words with a capital at their beginning."""
    text = str(words)
    return f"{text[:1].upper()}{text[1:]}"


def person(case: Case, identifier: str | None) -> str:
    """Return somebody by reference and role, `P2, support worker`; empty for None."""
    return person_words(case, identifier) if identifier else ""


def cause(case: Case, identifier: str) -> str:
    """Return a cause by the beginning of its statement, or by reference where it is not there."""
    held = case.get(Cause, identifier)
    return short(held.statement, 60) if held else identifier
