"""What a notebook cell shows and a record prints: words, facts, figures and tables as values."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Annotated, Any, Final, Self, TypeAlias

from pydantic import Field, StringConstraints, ValidationError, model_validator

from workbench.domain.values import Value
from workbench.errors import InvalidInput
from workbench.figures.exhibit_words import exhibit_text
from workbench.figures.markup import element, lines_html, text_html

__all__ = [
    "EXHIBIT_MIME",
    "Card",
    "Cell",
    "Drawing",
    "Exhibit",
    "Exhibits",
    "Fact",
    "Figure",
    "Table",
    "Tone",
    "anchor_id",
    "exhibit_html",
    "exhibits_from_json",
]

EXHIBIT_MIME: Final = "application/vnd.rca-workbench.exhibit+json"
"""The media type of a notebook output that holds exhibits: `{"exhibits": [...]}`."""

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{0,63}$")]
Anchor = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$")]
InternalLink = Annotated[str, StringConstraints(pattern=r"^#[A-Za-z][A-Za-z0-9_-]{0,127}$")]


_SVG: Final = re.compile(r"<svg\b.*?</svg>", re.DOTALL)


class Tone(StrEnum):
    """How a phrase is set apart. The words say the same: a tone only makes them easy to find."""

    DONE = "done"
    OPEN = "open"
    WARN = "warn"
    QUIET = "quiet"


class Cell(Value):
    """A phrase in a table, a list or beside a label; `text` may hold several lines.

    `href` is an internal link such as `"#findings-FI2"`; `anchor` makes the phrase a target, whose
    id is `anchor_id(exhibit.name, anchor)`. `more` are further phrases, each on its own line.
    """

    text: str
    href: InternalLink | None = None
    tone: Tone | None = None
    anchor: Anchor | None = None
    more: tuple[Cell, ...] = ()


Phrase: TypeAlias = Cell | str


class Table(Value):
    """A table with a caption and a header for every column.

    `row_headers` makes the first cell of each row its header. `empty` is said in place of a table
    that has no rows.
    """

    caption: str
    columns: tuple[str, ...] = Field(min_length=1)
    rows: tuple[tuple[Phrase, ...], ...] = ()
    row_headers: bool = True
    empty: str = "There is nothing to list."

    @model_validator(mode="after")
    def _rectangular(self) -> Self:
        if any(not column.strip() for column in self.columns):
            raise ValueError("every column of a table needs a header in words")
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError("every row of a table needs one cell for each column")
        return self


class Drawing(Value):
    """One piece of SVG, `width` by `height` CSS pixels at its natural size.

    `label` names it where it scrolls sideways; `min_width` is the narrowest it stays readable at.
    """

    svg: str
    width: int
    height: int
    min_width: int
    label: str


class Figure(Value):
    """Drawings under one caption. `description` says in words what they show.

    `alternative` holds the same content as a table, where the exhibit's own table does not.
    """

    title: str
    description: str
    drawings: tuple[Drawing, ...]
    alternative: Table | None = None


class Fact(Value):
    """A label and what is said under it."""

    label: str
    value: Phrase


class Card(Value):
    """One thing with a reference of its own, such as finding FI2, and the facts about it."""

    anchor: Anchor
    reference: str
    title: str
    status: Phrase | None = None
    paragraphs: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()


class Exhibit(Value):
    """One block of a record.

    What it holds is shown in this order: title, paragraphs, facts, items (a bulleted list),
    cards, figures, table, note. Every text is plain: a line break stays one, and a blank line
    starts a new paragraph. `name` is unique on a page; every id in the block starts with it.
    `large` sets it in large type (16 points), for readers who need it.
    """

    name: Slug
    title: str = ""
    paragraphs: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    items: tuple[Phrase, ...] = ()
    cards: tuple[Card, ...] = ()
    figures: tuple[Figure, ...] = ()
    table: Table | None = None
    note: str = ""
    large: bool = False

    def _repr_mimebundle_(
        self, include: Sequence[str] | None = None, exclude: Sequence[str] | None = None
    ) -> dict[str, Any]:
        return Exhibits(exhibits=(self,))._repr_mimebundle_(include, exclude)


class Exhibits(Value):
    """What one notebook cell shows."""

    exhibits: tuple[Exhibit, ...]

    @model_validator(mode="after")
    def _names_differ(self) -> Self:
        names = [exhibit.name for exhibit in self.exhibits]
        if len(set(names)) < len(names):
            raise ValueError("two exhibits of one cell carry the same name")
        return self

    def _repr_mimebundle_(
        self, include: Sequence[str] | None = None, exclude: Sequence[str] | None = None
    ) -> dict[str, Any]:
        return {
            EXHIBIT_MIME: self.model_dump(mode="json", exclude_defaults=True),
            "text/html": "\n".join(_for_notebook(exhibit_html(one)) for one in self.exhibits),
            "text/plain": "\n\n".join(exhibit_text(exhibit) for exhibit in self.exhibits),
        }


def _for_notebook(html: str) -> str:
    """Return HTML whose drawings' links JupyterLab shows.

    It rewrites the `href` of every link, which fails on links inside SVG; `xlink:href` it leaves.
    """
    return _SVG.sub(lambda drawn: drawn.group().replace(' href="#', ' xlink:href="#'), html)


def anchor_id(name: str, anchor: str) -> str:
    """Return the id on the page of `anchor` in the exhibit called `name`."""
    return f"{name}-{anchor}"


def exhibits_from_json(data: str | bytes | Mapping[str, Any]) -> Exhibits:
    """Return the exhibits of a notebook output of type `EXHIBIT_MIME`.

    The SVG in them is whatever the notebook held: sanitise what `exhibit_html` makes of it.

    Raises:
        InvalidInput: it is not exhibits.
    """
    try:
        return Exhibits.model_validate(
            data if isinstance(data, Mapping) else json.loads(data), strict=False
        )
    except (ValidationError, ValueError) as error:
        raise InvalidInput(
            "A notebook output that says it holds exhibits does not.",
            "Run the notebook again with this version of the workbench.",
        ) from error


def exhibit_html(exhibit: Exhibit, *, heading_level: int = 3) -> str:
    """Return the exhibit as an HTML fragment; the same exhibit, the same bytes.

    `heading_level` (2 to 5) is the level of its title; its cards stand one below.
    """
    name = exhibit.name
    blocks = [
        element(f"h{heading_level}", {"id": f"{name}-title"}, lines_html(exhibit.title))
        if exhibit.title
        else "",
        *(text_html(text) for text in exhibit.paragraphs),
        _facts(exhibit.facts, name),
        _items(exhibit.items, name),
        *(_card(card, name, heading_level + 1) for card in exhibit.cards),
        *(
            _figure(figure, f"{name}-figure-{n}", name)
            for n, figure in enumerate(exhibit.figures, 1)
        ),
        _table(exhibit.table, name) if exhibit.table else "",
        text_html(exhibit.note, {"class": "rca-note"}),
    ]
    large = {"class": "rca-exhibit rca-large", "style": "font-size:16pt;line-height:1.6"}
    style = large if exhibit.large else {"class": "rca-exhibit"}
    return element("section", {**style, "id": name}, *blocks)


_MARKS: Final[Mapping[Tone, tuple[str, str]]] = {
    Tone.DONE: ("✓", "border-left:4px solid #007f3b;padding-left:6px"),
    Tone.OPEN: ("○", "border-left:4px solid #425563;padding-left:6px"),
    Tone.WARN: ("▲", "border-left:4px solid #ffb81c;padding-left:6px;font-weight:600"),
    Tone.QUIET: ("", "color:#425563"),
}


def _phrase(phrase: Phrase, name: str) -> str:
    if isinstance(phrase, str):
        return lines_html(phrase)
    inner = lines_html(phrase.text)
    if phrase.tone:
        mark, style = _MARKS[phrase.tone]
        shown = element("span", {"aria-hidden": "true"}, f"{mark} ") if mark else ""
        inner = element(
            "span",
            {"class": f"rca-tone rca-tone-{phrase.tone}", "style": style},
            shown + inner,
        )
    if phrase.href:
        inner = element("a", {"href": phrase.href}, inner)
    if phrase.anchor:
        inner = element("span", {"id": anchor_id(name, phrase.anchor)}, inner)
    return "<br>".join((inner, *(_phrase(more, name) for more in phrase.more)))


def _facts(facts: tuple[Fact, ...], name: str) -> str:
    rows = (
        element(
            "div",
            {},
            element("dt", {}, lines_html(fact.label)),
            element("dd", {}, _phrase(fact.value, name)),
        )
        for fact in facts
    )
    return element("dl", {"class": "rca-facts"}, *rows) if facts else ""


def _items(items: tuple[Phrase, ...], name: str) -> str:
    rows = (element("li", {}, _phrase(item, name)) for item in items)
    marked = all(isinstance(item, Cell) and item.tone for item in items)
    style = {"role": "list", "style": "list-style:none;padding-left:0"} if marked else {}
    return element("ul", {"class": "rca-items", **style}, *rows) if items else ""


def _card(card: Card, name: str, level: int) -> str:
    reference = element("span", {"class": "rca-reference"}, lines_html(card.reference))
    return element(
        "article",
        {"class": "rca-card", "id": anchor_id(name, card.anchor)},
        element(f"h{min(level, 6)}", {}, f"{reference} {lines_html(card.title)}"),
        element("p", {"class": "rca-status"}, _phrase(card.status, name)) if card.status else "",
        *(text_html(text) for text in card.paragraphs),
        _facts(card.facts, name),
    )


def _figure(figure: Figure, identifier: str, name: str) -> str:
    caption = element(
        "figcaption",
        {"id": f"{identifier}-caption"},
        element("strong", {}, lines_html(figure.title)),
        text_html(figure.description),
    )
    shown = element(
        "figure",
        {"class": "rca-figure", "id": identifier},
        caption,
        *(_drawing(drawing) for drawing in figure.drawings),
    )
    return shown + (_table(figure.alternative, name) if figure.alternative else "")


def _drawing(drawing: Drawing) -> str:
    inner = element("div", {"style": f"min-width:{drawing.min_width}px"}, drawing.svg)
    return _scrolling(drawing.label, inner)


def _scrolling(label: str, inner: str) -> str:
    attributes = {
        "class": "rca-scroll",
        "style": "overflow-x:auto",
        "role": "region",
        "aria-label": label,
        "tabindex": 0,
    }
    return element("div", attributes, inner)


def _table(table: Table, name: str) -> str:
    if not table.rows:
        return text_html(f"{table.caption}: {table.empty}", {"class": "rca-note"})
    head = (
        element("th", {"scope": "col", "style": "text-align:left"}, lines_html(column))
        for column in table.columns
    )
    shown = element(
        "table",
        {"class": "rca-table"},
        element("caption", {"style": "text-align:left"}, lines_html(table.caption)),
        element("thead", {}, element("tr", {}, *head)),
        element("tbody", {}, *(_row(row, table.row_headers, name) for row in table.rows)),
    )
    return _scrolling(table.caption, shown)


def _row(row: tuple[Phrase, ...], row_headers: bool, name: str) -> str:
    style = "text-align:left;vertical-align:top"
    cells = (
        element("th", {"scope": "row", "style": style}, _phrase(cell, name))
        if row_headers and n == 0
        else element("td", {"style": style}, _phrase(cell, name))
        for n, cell in enumerate(row)
    )
    return element("tr", {}, *cells)
