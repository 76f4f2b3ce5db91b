"""A notebook as the body of a record: numbered steps, each a row of blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from itertools import count
from typing import Any, Final

from workbench.figures.exhibit import Drawing, Exhibit, Figure, Table, exhibit_html
from workbench.record.cells import NotebookCell
from workbench.record.foreign import clean_drawing, markdown_html, words_of_drawing
from workbench.record.fragments import (
    headings_below,
    number_paragraphs,
    plain_words,
    tables_captioned,
)
from workbench.record.outputs import exhibits_of, output_html
from workbench.record.plain_drawing import can_be_read
from workbench.record.redrawn import words_listed
from workbench.record.text import plain_code, printable

__all__ = ["Numbering", "Step", "Story", "paragraphs_of", "tell"]

# What the page itself calls its parts: no exhibit may take their place.
_OWN_IDS: Final = re.compile(
    r"(?:[sp]\d|annex-).*|happened|found|change|approved|contents", re.DOTALL
)
_NOT_SHOWN: Final = "[A drawing that cannot be shown in a record.]"
_NARROWEST: Final = 0.8


def paragraphs_of(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a text, which empty lines part."""
    return tuple(part for part in text.split("\n\n") if part.strip())


@dataclass(frozen=True, slots=True)
class Step:
    """One step: `anchor` is its id on the page, each of `blocks` a balanced HTML fragment."""

    number: int
    anchor: str
    title: str
    blocks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """The steps, and the exhibits that the template's own cells showed."""

    steps: tuple[Step, ...]
    shown: tuple[Exhibit, ...]


@dataclass(slots=True)
class Numbering:
    """Counts paragraphs by section, figures and tables, and keeps exhibits' names apart."""

    section: str = ""
    paragraphs: int = 0
    figures: int = 0
    tables: int = 0
    names: set[str] = field(default_factory=set)

    def start(self, section: str) -> None:
        """Start a section, such as `"3"` or `"B"`."""
        self.section, self.paragraphs = section, 0

    def paragraph(self) -> str:
        """Return the opening of the next paragraph, with its number as a link to itself."""
        self.paragraphs += 1
        anchor = f"p{self.section}-{self.paragraphs}"
        number = f"{self.section}.{self.paragraphs}"
        return f'<p id="{anchor}" class="numbered"><a class="number" href="#{anchor}">{number}</a> '

    def exhibit(self, exhibit: Exhibit, *, titled: bool = True, added: bool = False) -> str:
        """Return an exhibit as HTML with its paragraphs, figures and tables numbered.

        One that was `added` by the investigators never gets a name that links of the record lead
        to, and every word in its drawings is listed.
        """
        exhibit = self._renamed(exhibit, added=added)
        figures = tuple(self._figure(figure, exhibit.name, added) for figure in exhibit.figures)
        exhibit = exhibit.model_copy(
            update={
                "title": exhibit.title if titled else "",
                "figures": figures,
                "table": self._table(exhibit.table),
            }
        )
        html = exhibit_html(exhibit, heading_level=3 if exhibit.title else 2)
        return printable(self._numbered(html, exhibit))

    def _numbered(self, html: str, exhibit: Exhibit) -> str:
        for _ in (part for text in exhibit.paragraphs for part in paragraphs_of(text)):
            html = html.replace("<p>", self.paragraph(), 1)
        return html

    def _renamed(self, exhibit: Exhibit, *, added: bool) -> Exhibit:
        name = exhibit.name
        if added or name in self.names or _OWN_IDS.fullmatch(name):
            suffix = "added" if added else "again"
            numbers = (f"{name}-{suffix}-{n}" for n in count(2 if name in self.names else 1))
            name = next(one for one in numbers if one not in self.names)
        self.names.add(name)
        return exhibit.model_copy(update={"name": name})

    def _figure(self, figure: Figure, name: str, added: bool) -> Figure:
        self.figures += 1
        drawings = tuple(_readable(drawing, name) for drawing in figure.drawings)
        said = [words_listed(words_of_drawing(one.svg)) for one in figure.drawings if added]
        return figure.model_copy(
            update={
                "title": f"Figure {self.figures}. {figure.title}",
                "description": "\n\n".join((figure.description, *said)),
                "drawings": drawings,
                "alternative": self._table(figure.alternative),
            }
        )

    def _table(self, table: Table | None) -> Table | None:
        if table is None or not table.rows:
            return table
        self.tables += 1
        return table.model_copy(update={"caption": f"Table {self.tables}. {table.caption}"})


def tell(
    cells: tuple[NotebookCell, ...],
    shipped: frozenset[int],
    numbering: Numbering,
    above: tuple[str, ...] = (),
) -> Story:
    """Return the body of a record from a notebook's cells.

    `shipped` are the indexes of the cells that are the template's own: only their code is left
    out, and only their guidance. Everything else is the investigators' and shown as such. `above`
    are the paragraphs of the front page; a template's exhibit does not repeat them.
    """
    shown: list[Exhibit] = []
    steps: list[Step] = []
    for slug, title, held in _steps(cells):
        number = len(steps) + 1
        numbering.start(str(number))
        blocks = tuple(
            block
            for cell in held
            for block in _blocks(cell, cell.index in shipped, numbering, shown, above)
            if block
        )
        if slug or blocks:
            anchor = f"s{number}-{slug or 'opening'}"
            steps.append(Step(number, anchor, title, blocks))
    return Story(tuple(steps), tuple(shown))


def _readable(drawing: Drawing, name: str) -> Drawing:
    """The drawing of an exhibit where all its words can be read, and otherwise words instead."""
    svg = clean_drawing(drawing.svg, name)
    if not svg or not can_be_read(svg, drawing.width, drawing.height):
        svg = _NOT_SHOWN
    narrowest = round(drawing.width * _NARROWEST)
    return drawing.model_copy(update={"svg": svg, "min_width": max(drawing.min_width, narrowest)})


def _steps(
    cells: Iterable[NotebookCell],
) -> Iterator[tuple[str, str, list[NotebookCell]]]:
    slug, title = "", "Opening"
    held: list[NotebookCell] = []
    for cell in cells:
        if cell.starts:
            yield slug, title, held
            slug, held = cell.starts, [cell]
            title = _heading(cell)[0] or slug.replace("-", " ").capitalize()
        else:
            held.append(cell)
    yield slug, title, held


def _heading(cell: NotebookCell) -> tuple[str, str]:
    """The words of the heading that a cell starts with, without a number, and the rest of it."""
    first, _, rest = cell.source.lstrip().partition("\n")
    if not first.startswith("#"):
        return "", cell.source
    words = plain_words(markdown_html(first))
    number, _, named = words.partition(" ")
    is_number = number.rstrip(".:)").isdigit() and named
    return (named if is_number else words), rest


def _blocks(
    cell: NotebookCell,
    own: bool,
    numbering: Numbering,
    shown: list[Exhibit],
    above: tuple[str, ...],
) -> Iterator[str]:
    if own and (cell.tags & {"guidance", "parameters", "injected-parameters"}):
        return
    if cell.kind == "code" and own:
        yield from _shown(cell, numbering, shown, above)
    elif cell.kind == "code":
        yield _added(cell, numbering)
    elif cell.kind == "markdown":
        source = _heading(cell)[1] if cell.starts else cell.source
        yield _commentary(source, cell.attachments, numbering)
    else:
        yield _plain(cell.source)


def _shown(
    cell: NotebookCell, numbering: Numbering, shown: list[Exhibit], above: tuple[str, ...]
) -> Iterator[str]:
    for output in cell.outputs:
        exhibits = exhibits_of(output)
        if exhibits is None:
            # What the library prints beside its exhibits is no part of the record, but warnings
            # are all that stderr holds.
            yield (
                ""
                if output.get("name") == "stderr"
                else _foreign((output_html(output),), numbering)
            )
            continue
        for exhibit in exhibits.exhibits:
            shown.append(exhibit)
            yield numbering.exhibit(_without(exhibit, above))


def _without(exhibit: Exhibit, above: tuple[str, ...]) -> Exhibit:
    kept = tuple(text for text in exhibit.paragraphs if paragraphs_of(text) != above)
    return exhibit.model_copy(update={"paragraphs": kept})


def _added(cell: NotebookCell, numbering: Numbering) -> str:
    source = cell.source.strip("\n")
    outputs = [_added_output(output, numbering) for output in cell.outputs]
    if not source.strip() and not any(outputs):
        return ""
    code = escape(plain_code(source), quote=False)
    return (
        '<div class="added"><p class="added-label">Added by the investigators: code and its '
        f'output</p><pre class="code"><code>{code}</code></pre>{"".join(outputs)}</div>'
    )


def _added_output(output: Mapping[str, Any], numbering: Numbering) -> str:
    exhibits = exhibits_of(output)
    if exhibits is None:
        return _foreign((output_html(output),), numbering)
    return "".join(numbering.exhibit(exhibit, added=True) for exhibit in exhibits.exhibits)


def _commentary(
    source: str, attachments: Mapping[str, Mapping[str, str]] | None, numbering: Numbering
) -> str:
    html = markdown_html(source, attachments).strip()
    if not plain_words(html) and "<img" not in html and "<svg" not in html:
        return ""
    numbered = number_paragraphs(headings_below(html, 2), numbering.paragraph)
    return f'<div class="commentary">{_scrolling(numbered, numbering)}</div>'


def _foreign(fragments: Iterable[str], numbering: Numbering) -> str:
    html = "".join(fragments)
    if not html:
        return ""
    return f'<div class="foreign">{_scrolling(headings_below(html, 2), numbering)}</div>'


def _scrolling(html: str, numbering: Numbering) -> str:
    """Tables of other people's making are numbered, and scroll sideways where too wide."""

    def opened() -> tuple[str, str]:
        numbering.tables += 1
        label = f"Table {numbering.tables}"
        region = f'<div class="rca-scroll" role="region" aria-label="{label}" tabindex="0">'
        return region, label

    return tables_captioned(html, opened)


def _plain(source: str) -> str:
    text = escape(plain_code(source.strip("\n")), quote=False)
    return f'<div class="commentary"><pre>{text}</pre></div>' if text.strip() else ""
