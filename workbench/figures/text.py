"""Text measured and wrapped by a fixed table, so that a figure is the same on every machine."""

from __future__ import annotations

import unicodedata
from typing import Final

__all__ = ["LINE_HEIGHT", "text_width", "wrap"]

LINE_HEIGHT: Final = 1.3
"""The distance of two lines of text, in font sizes."""

# Advance widths of Helvetica (and Arial, Liberation Sans) in thousandths of the font size, from
# the font's published metrics; room is added because DejaVu Sans and Verdana run wider.
_SPARE: Final = 1.14
_BOLD: Final = 1.17
_OTHER: Final = 600
_WIDE: Final = 1000
_WIDTHS: Final = {
    character: width
    for width, characters in {
        191: "'",
        222: "ijl‘’",
        260: "|",
        278: " !,./:;I[\\]ft·",
        333: "()-`r“”",
        355: '"',
        389: "*",
        500: "Jckszvxy",
        556: "#$0123456789?L_abdeghnopqu–£",
        584: "+<=>~±",
        611: "FTZ",
        667: "&ABEKPSVXY",
        722: "CDHNRUw",
        778: "GOQ",
        833: "Mm",
        889: "%",
        944: "W",
        1000: "—…",
        1015: "@",
    }.items()
    for character in characters
}


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide `text` is at a font size, in the unit of that size."""
    thousandths = sum(_advance(character) for character in unicodedata.normalize("NFD", text))
    return thousandths * size / 1000 * _SPARE * (_BOLD if bold else 1)


def wrap(
    text: str, width: float, size: float, *, bold: bool = False, lines: int | None = None
) -> tuple[str, ...]:
    """Return `text` broken into lines no wider than `width`.

    Line breaks in the text are kept, words wider than a line are broken. Where `lines` is given
    the rest is left out and the last line ends with an ellipsis.
    """
    broken = [
        line
        for paragraph in text.split("\n")
        for line in _wrapped(paragraph, width, size, bold)
        if line
    ]
    if lines is not None and len(broken) > lines:
        kept = broken[:lines]
        kept[-1] = _ending(kept[-1], width, size, bold)
        return tuple(kept)
    return tuple(broken)


def _advance(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    if unicodedata.east_asian_width(character) in "WF":
        return _WIDE
    return _WIDTHS.get(character, _OTHER)


def _wrapped(paragraph: str, width: float, size: float, bold: bool) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in (part for whole in paragraph.split() for part in _parts(whole, width, size, bold)):
        longer = f"{line} {word}" if line else word
        if line and text_width(longer, size, bold=bold) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line]


def _parts(word: str, width: float, size: float, bold: bool) -> list[str]:
    parts: list[str] = []
    while text_width(word, size, bold=bold) > width and len(word) > 1:
        cut = next(
            (n for n in range(2, len(word)) if text_width(word[:n], size, bold=bold) > width),
            len(word),
        )
        parts.append(word[: cut - 1])
        word = word[cut - 1 :]
    return [*parts, word]


def _ending(text: str, width: float, size: float, bold: bool) -> str:
    while text and text_width(f"{text}…", size, bold=bold) > width:
        text = text[:-1]
    return f"{text.rstrip(' ,;.')}…"
