"""Pages as values, and the HTML that is made of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from workbench.domain.when import written_day, written_moment
from workbench.errors import WorkbenchError
from workbench.figures.words import counted, joined
from workbench.server.links import Links
from workbench.server.refusals import Refusal, remedy_on_page, status_of

__all__ = ["Frame", "Page", "message_page", "render"]


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its template, its title, and what the template is given.

    `refresh` is after how many seconds the browser asks again, None for never.
    """

    template: str
    title: str
    values: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    status: int = 200
    refresh: int | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around every page: addresses, whose workspace and keyboard it is, the form key.

    `organisation` is None outside a workspace.
    """

    links: Links
    person: str
    organisation: str | None
    xsrf: str


def render(page: Page, frame: Frame) -> str:
    """Return the page as HTML, in which everything that was typed is text."""
    template = _ENVIRONMENT.get_template(f"{page.template}.html.j2")
    return template.render(title=page.title, frame=frame, links=frame.links, **page.values)


def message_page(error: WorkbenchError) -> Page:
    """Return the page for an error that no form can say."""
    values = {"message": str(error), "remedy": remedy_on_page(error)}
    return Page("message", "This cannot be shown", values, status_of(error))


def _kept(refused: Refusal | None, form: str, name: str, otherwise: str = "") -> str:
    """What had been typed into a field of the form that was refused; else what stands there."""
    if refused is None or refused.form != form:
        return otherwise
    return refused.typed.get(name, otherwise)


def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"day": written_day, "moment": written_moment, "joined": joined}
    made.globals |= {"counted": counted, "kept": _kept}
    return made


_ENVIRONMENT: Final = _environment()
