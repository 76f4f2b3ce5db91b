"""The pieces of a record's HTML file, in their order: what a seal is put on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from workbench.figures.exhibit import Exhibit
from workbench.record.cells import NotebookCell, read_cells, shipped_cells
from workbench.record.fragments import ids_in, without_dead_links
from workbench.record.page import Annex, RecordPage
from workbench.record.story import Numbering, Step, Story, tell
from workbench.record.text import printable

__all__ = ["PAGES", "page_environment", "render_draft", "render_pieces"]

PAGES: Final = files("workbench.record").joinpath("pages")
"""The folder of the templates and the style sheet of a record."""

_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class _Lettered:
    """An annex with its letter, its id on the page, and its content as HTML."""

    letter: str
    anchor: str
    title: str
    html: str


def render_pieces(executed_notebook: bytes, page: RecordPage, template: bytes) -> tuple[bytes, ...]:
    """Return the pieces of a record, of which the concatenation is the whole file but its seal.

    The first piece holds the head of the file, the last one its end; every other piece is a
    balanced fragment: the summary, the contents, a step's heading, a block of a step, an annex.
    The same arguments give the same bytes: UTF-8 in NFC, with line feeds only and without
    characters that mislead. Code that `template` (the notebook as it was shipped) does not
    contain is shown in full.

    Raises:
        UnreadableFile: one of the two is not a notebook.
    """
    cells = read_cells(executed_notebook)
    return _render(cells, shipped_cells(cells, read_cells(template)), page)


def render_draft(executed_notebook: bytes, title: str) -> str:
    """Return a notebook as one page that says it is a draft: the look of a record, not its worth.

    Nothing is compared with a template: cells are taken for what their tags say.

    Raises:
        UnreadableFile: it is not a notebook.
    """
    cells = read_cells(executed_notebook)
    meant = frozenset(
        cell.index
        for cell in cells
        if cell.tags & {"parameters", "injected-parameters", "guidance", "exhibit"}
    )
    return b"".join(_render(cells, meant, RecordPage(title))).decode()


@cache
def page_environment() -> Environment:
    """Return the Jinja environment of the record's own templates, which escapes by itself."""
    environment = Environment(
        loader=FileSystemLoader(str(PAGES)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    for name, file in (("style", "record.css"), ("draft_style", "draft.css")):
        environment.globals[name] = Markup(  # noqa: S704 - this package's own style sheets
            PAGES.joinpath(file).read_text(encoding="utf-8")
        )
    return environment


def _render(
    cells: tuple[NotebookCell, ...], shipped: frozenset[int], page: RecordPage
) -> tuple[bytes, ...]:
    numbering = Numbering()
    story = tell(cells, shipped, numbering, page.summary.happened if page.summary else ())
    annexes = tuple(_lettered(page, story, numbering))
    pieces = tuple(_ended(piece) for piece in _pieces(page, story, annexes))
    ids = ids_in(pieces)
    return tuple(without_dead_links(piece, ids).encode() for piece in pieces)


def _pieces(page: RecordPage, story: Story, annexes: tuple[_Lettered, ...]) -> Iterator[str]:
    yield _template("head", page=page)
    if page.summary:
        yield _template("summary", page=page, summary=page.summary, annexes=annexes)
    yield _template("contents", steps=story.steps, annexes=annexes)
    for step in story.steps:
        yield from _step(step)
    for annex in annexes:
        yield _template("annex", annex=annex)
    yield _template("tail", page=page)


def _step(step: Step) -> Iterator[str]:
    yield _template("step", step=step)
    yield from step.blocks


def _lettered(page: RecordPage, story: Story, numbering: Numbering) -> Iterator[_Lettered]:
    for letter, annex in zip(_LETTERS, _needed(page.annexes, story.shown), strict=False):
        numbering.start(letter)
        html = numbering.exhibit(annex.exhibit, titled=False)
        yield _Lettered(letter, f"annex-{annex.slug}", annex.title, Markup(html))  # noqa: S704


def _needed(annexes: tuple[Annex, ...], shown: tuple[Exhibit, ...]) -> Iterator[Annex]:
    for annex in annexes:
        if not (annex.standing and annex.exhibit in shown):
            yield annex


def _template(name: str, **values: Any) -> str:
    return page_environment().get_template(f"{name}.html.j2").render(**values)


def _ended(html: str) -> str:
    return f"{printable(html).rstrip()}\n"
