"""Clean markup as a row of tags and texts, for changes that know where in it they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import Final

from workbench.figures.markup import element

__all__ = ["Token", "opening", "tokens"]

_TAG: Final = re.compile(r'<(/?)([A-Za-z][\w:-]*)((?:\s+[^\s=>"/]+(?:="[^"]*")?)*)\s*(/?)>')
_ATTRIBUTE: Final = re.compile(r'([^\s=>"/]+)="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Token:
    """One tag, or the text between two: `kind` is *open*, *close* or *text*.

    `written` is the token as it stands in the markup. `attributes` and `text` are unescaped.
    """

    kind: str
    written: str
    tag: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    text: str = ""


def tokens(markup: str) -> Iterator[Token]:
    """Yield the tags and texts of markup that a sanitiser wrote, in their order.

    A tag that closes itself is yielded twice, as *open* and as *close*.
    """
    at = 0
    for found in _TAG.finditer(markup):
        if found.start() > at:
            yield _text(markup[at : found.start()])
        at = found.end()
        closing, tag, inside, itself = found.groups()
        if closing:
            yield Token("close", found.group(), tag)
            continue
        held = {name: unescape(value) for name, value in _ATTRIBUTE.findall(inside)}
        yield Token("open", opening(tag, held), tag, held)
        if itself:
            yield Token("close", f"</{tag}>", tag)
    if at < len(markup):
        yield _text(markup[at:])


def opening(tag: str, attributes: Mapping[str, object]) -> str:
    """Return the tag that opens an element; attributes that are None are left out."""
    return element(tag, attributes).removesuffix(f"</{tag}>")


def _text(written: str) -> Token:
    return Token("text", written, text=unescape(written))
