"""An exhibit in plain words, for terminals and for notebooks without HTML."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.figures.exhibit import Exhibit, Phrase, Table

__all__ = ["exhibit_text"]


def exhibit_text(exhibit: Exhibit) -> str:
    """Return the exhibit as plain text."""
    return "\n".join(line for line in _plain_lines(exhibit) if line)


def _plain_lines(exhibit: Exhibit) -> Iterator[str]:
    yield exhibit.title
    yield from exhibit.paragraphs
    yield from (f"{fact.label}: {_plain(fact.value)}" for fact in exhibit.facts)
    yield from (f"- {_plain(item)}" for item in exhibit.items)
    for card in exhibit.cards:
        yield f"{card.reference} {card.title}"
        yield f"  {_plain(card.status)}" if card.status else ""
        yield from (f"  {text}" for text in card.paragraphs)
        yield from (f"  {fact.label}: {_plain(fact.value)}" for fact in card.facts)
    for figure in exhibit.figures:
        yield f"{figure.title}: {figure.description}"
        yield from _plain_table(figure.alternative)
    yield from _plain_table(exhibit.table)
    yield exhibit.note


def _plain_table(table: Table | None) -> Iterator[str]:
    if table is None:
        return
    yield table.caption if table.rows else f"{table.caption}: {table.empty}"
    for row in table.rows:
        pairs = (
            f"{column}: {_plain(cell)}" for column, cell in zip(table.columns, row, strict=True)
        )
        yield f"- {'; '.join(pairs)}"


def _plain(phrase: Phrase) -> str:
    if isinstance(phrase, str):
        return phrase.replace("\n", " ")
    return ", ".join((phrase.text.replace("\n", " "), *(_plain(more) for more in phrase.more)))
