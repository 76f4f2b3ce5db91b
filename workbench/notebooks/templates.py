"""Finds the notebook templates, in an installed package or in a checkout."""

from __future__ import annotations

from pathlib import Path

from workbench.domain.nearest import did_you_mean
from workbench.errors import UnknownName

__all__ = ["template_bytes", "template_names"]

_PACKAGED = Path(__file__).parent / "templates"
_CHECKOUT = Path(__file__).parents[2] / "notebooks" / "templates"


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


def _folder() -> Path:
    return _PACKAGED if _PACKAGED.is_dir() else _CHECKOUT
