"""Finds the notebook templates, in an installed package or in a checkout."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from workbench.domain.nearest import did_you_mean
from workbench.errors import UnknownName

__all__ = ["TemplateWords", "template_bytes", "template_names", "template_words"]

_PACKAGED = Path(__file__).parent / "templates"
_CHECKOUT = Path(__file__).parents[2] / "notebooks" / "templates"


@dataclass(frozen=True, slots=True)
class TemplateWords:
    """What a template is called, and what it is for, in its own words."""

    name: str
    title: str
    purpose: str


def template_names() -> tuple[str, ...]:
    """Return the names of the templates, in alphabetical order."""
    return tuple(sorted(path.stem for path in _folder().glob("*.ipynb")))


def template_bytes(name: str) -> bytes:
    """Return the notebook of the template called `name`, as it is shipped.

    Raises:
        UnknownName: there is no such template.
    """
    names = template_names()
    if name not in names:
        raise UnknownName(
            f"There is no template called {name!r}.",
            f"{did_you_mean(name, names)}There are: {', '.join(names)}.",
        )
    return (_folder() / f"{name}.ipynb").read_bytes()


def template_words(name: str) -> TemplateWords:
    """Return a template's heading, and the first sentence below it.

    Raises:
        UnknownName: there is no such template.
    """
    opening = "".join(json.loads(template_bytes(name))["cells"][0]["source"])
    heading, _, rest = opening.partition("\n\n")
    first = re.sub(r"[*`]", "", " ".join(rest.split("\n\n")[0].split()))
    return TemplateWords(name, heading.removeprefix("# "), re.split(r"(?<=[.?!])\s", first)[0])


def _folder() -> Path:
    return _PACKAGED if _PACKAGED.is_dir() else _CHECKOUT
