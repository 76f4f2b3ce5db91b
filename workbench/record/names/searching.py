"""The text of a piece of HTML as a search for names needs it: all of it, folded."""

from __future__ import annotations

import base64
import binascii
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Final
from urllib.parse import unquote

from workbench.record.names.lookalikes import as_latin

__all__ = ["Searched", "fold", "searched_in"]

_DATA_URI: Final = re.compile(r"data:[\w/+.-]*;base64,([A-Za-z0-9+/=\s]+)")
_NAMES_INLINE = (
    "a abbr b bdi bdo cite code em i kbd mark q s samp small span strong sub sup tspan u"
)
_NAMES_OF_PLACES = "td th dd dt li p blockquote caption figcaption text h1 h2 h3 h4"
_INLINE: Final = frozenset(_NAMES_INLINE.split())
_PLACES: Final = frozenset(_NAMES_OF_PLACES.split())
_SHAPE: Final = frozenset(("d", "points", "style", "class", "src", "transform"))
_CAMEL: Final = re.compile(r"(?<=[a-zà-ž])(?=[A-ZÀ-Ž])")
_POSSESSIVE: Final = re.compile(r"['’](?=s\b)")
_FILE_NAME: Final = re.compile(r"(?<!\S)\S+[._]\S+")
_NOT_DECOMPOSED: Final = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ŧ": "t"}
)
_APOSTROPHES: Final = frozenset("'’ʼ`´‘")
# Letters that nobody sees: fillers of Hangul, and the blank of Braille.
_BLANK_LETTERS: Final = frozenset("\u115f\u1160\u3164\uffa0\u2800")
_WITHIN_A_WORD: Final = re.compile(r"(?<=[^\W\d_])[-\xad\u2010-\u2015\ufe63\uff0d]\s*(?=[^\W\d_])")
_LINE_BREAK: Final = "\v"
_LONGEST_NAME: Final = 40


@dataclass(frozen=True, slots=True)
class Searched:
    """One text to search: where it stands (*text*, *attribute*), as written, and folded.

    `places` gives for each folded character the index in `written` that it comes from.
    """

    position: str
    written: str
    folded: str
    places: tuple[int, ...]


def searched_in(
    html: str, permit: Callable[[str, str], str]
) -> tuple[tuple[Searched, ...], tuple[bytes, ...]]:
    """Return every text of some HTML, and every file embedded in it.

    The text is read in several ways: with inline tags joining it, with every tag parting it, with
    hyphens and line breaks inside words taken out, with neighbouring texts of a drawing joined, and
    with letters of other scripts as the Latin ones they look like. `permit(tag, text)` is given the
    whole text of a paragraph, cell or item, and returns it without what may stand there.
    """
    reader = _Reader(permit)
    reader.feed(html)
    reader.close()
    joined, parted = "".join(reader.joined), "".join(reader.parted)
    drawn = "\n".join(_neighbours(reader.drawn))
    texts = (
        *(_searched("text", one) for one in _readings(joined, parted, drawn)),
        *(_searched("attribute", one) for one in _readings(*_attributes(reader.attributes))),
    )
    return texts, tuple(reader.embedded)


def fold(text: str) -> tuple[str, tuple[int, ...]]:
    """Return text in small letters, without accents, apostrophes and unseen characters.

    The second value gives, for each character of the first, its index in `text`.
    """
    out: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for plain in _folded(character):
            out.append(plain)
            places.append(place)
    return "".join(out), tuple(places)


def _readings(*texts: str) -> Iterator[str]:
    """Each text, and where it differs: without hyphens inside words, without foreign letters."""
    whole = dict.fromkeys(texts)
    whole |= dict.fromkeys(text.replace(_LINE_BREAK, "") for text in texts)
    whole |= dict.fromkeys(_WITHIN_A_WORD.sub("", text) for text in texts)
    yield from whole
    for text in whole:
        latin = as_latin(text)
        if latin != text:
            yield latin


def _neighbours(drawn: list[str]) -> Iterator[str]:
    """What stands in neighbouring texts of a drawing, joined, as far as a name may reach."""
    for start, first in enumerate(drawn):
        said = first
        for more in drawn[start + 1 :]:
            if not more or len(said) > _LONGEST_NAME:
                break
            said += more
            yield said


def _folded(character: str) -> str:
    if character.isascii():
        return "" if character in _APOSTROPHES else character.lower()
    plain = unicodedata.normalize("NFKD", character).casefold().translate(_NOT_DECOMPOSED)
    return "".join(
        one
        for one in plain
        if one not in _APOSTROPHES
        and one not in _BLANK_LETTERS
        and unicodedata.category(one) not in ("Mn", "Me", "Cf")
    )


def _searched(position: str, written: str) -> Searched:
    written = _POSSESSIVE.sub(" ", written)
    written = _FILE_NAME.sub(lambda found: _CAMEL.sub(" ", found.group()), written)
    return Searched(position, written, *fold(written))


def _attributes(values: list[str]) -> Iterator[str]:
    for value in dict.fromkeys(values):
        yield _CAMEL.sub(" ", value)
        if "%" in value:
            yield unquote(value)


class _Reader(HTMLParser):
    def __init__(self, permit: Callable[[str, str], str]) -> None:
        super().__init__(convert_charrefs=True)
        self._permit = permit
        self._open: list[tuple[str, int]] = []
        self.joined: list[str] = []
        self.parted: list[str] = []
        self.drawn: list[str] = []
        self.attributes: list[str] = []
        self.embedded: list[bytes] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._part(tag)
        if tag in _PLACES:
            self._open.append((tag, len(self.joined)))
        for name, value in attrs:
            for found in _DATA_URI.finditer(value or ""):
                self._embedded(found.group(1))
            if value and name not in _SHAPE:
                self.attributes.append(value)

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1][0] == tag:
            _, start = self._open.pop()
            self._keep_sought(tag, start)
            if tag == "text":
                self.drawn.append("".join(self.joined[start:]).strip())
        elif tag == "svg":
            self.drawn.append("")
        self._part(tag)

    def handle_data(self, data: str) -> None:
        if self.cdata_elem != "style":
            self.joined.append(data)
            self.parted.append(data)

    def handle_comment(self, data: str) -> None:
        self.handle_data(f" {data} ")

    def _part(self, tag: str) -> None:
        self.joined.append("" if tag in _INLINE else _LINE_BREAK if tag == "br" else " ")
        self.parted.append(" ")

    def _embedded(self, encoded: str) -> None:
        try:
            self.embedded.append(base64.b64decode(encoded))
        except binascii.Error:
            self.attributes.append(encoded)

    def _keep_sought(self, tag: str, start: int) -> None:
        for texts in (self.joined, self.parted):
            said = "".join(texts[start:])
            sought = self._permit(tag, said)
            if sought != said:
                texts[start:] = [sought, *[""] * (len(texts) - start - 1)]
