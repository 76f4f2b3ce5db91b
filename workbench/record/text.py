"""Text that is safe to sign: what can be seen is what is there."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

__all__ = ["plain_code", "printable"]

# Characters that steer direction, hide, or cannot be printed; docs/record-format.md, step 5.
_MISLEADING: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069"
    "\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f]"
)
_INVISIBLE: Final = re.compile("[\u00ad\u034f\u180e\u200b\u2060-\u2064\u206a-\u206f\ufeff]")
_JOINER: Final = re.compile("[\u200c\u200d]")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
# A solidus overlay composes with the end of a tag (`>` becomes `≯`) and would break the markup.
_OVERLAY_ON_MARKUP: Final = re.compile("(?<=[<>=])\u0338")


def printable(text: str) -> str:
    """Return `text`, or markup, in NFC with line feeds, fit to be sealed and signed.

    Characters that mislead become visible, as `[U+202E]`; characters that merely cannot be seen,
    such as soft hyphens, are left out. A joiner stays where it stands between letters.
    """
    text = _SURROGATE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = _INVISIBLE.sub("", _MISLEADING.sub(_named, text))
    text = _JOINER.sub(lambda found: _kept_joiner(text, found), text)
    return unicodedata.normalize("NFC", _OVERLAY_ON_MARKUP.sub("\u25cc\u0338", text))


def plain_code(source: str) -> str:
    """Return program code for reading: as `printable`, with everything unseen made visible."""
    for pattern in (_INVISIBLE, _JOINER):
        source = pattern.sub(_named, source)
    return printable(source)


def _named(found: re.Match[str]) -> str:
    return f"[U+{ord(found.group()):04X}]"


def _kept_joiner(text: str, found: re.Match[str]) -> str:
    before, after = text[: found.start()][-1:], text[found.end() :][:1]
    both = before and after and all(unicodedata.category(c)[0] in "LM" for c in (before, after))
    return found.group() if both else ""
