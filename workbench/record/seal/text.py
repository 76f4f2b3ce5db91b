"""What the text of a record may be made of (step 5 of the verification)."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["text_problem"]

_PLAIN = bytes([0x09, 0x0A, *range(0x20, 0x7F)])
# C0 and C1 controls other than tab and line feed, bidirectional embeddings and overrides, the
# byte order mark, interlinear annotation and tag characters: all can make a text read
# differently from what is signed (Unicode Technical Report 36, section 2).
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f\x80-\x9f\u202a-\u202e\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_ISOLATE = re.compile("[\u2066-\u2069]")
_JOINER = re.compile("[\u200c\u200d]")
_POP_ISOLATE = "\u2069"


def text_problem(data: bytes) -> str | None:
    """Return why `data` is not text that a record may hold, or None when it is.

    It must be UTF-8 in Unicode normalisation form C, without carriage returns, NUL or other
    controls, byte order mark, bidirectional overrides or tag characters. Joiners (U+200C,
    U+200D) may stand between two letters, and directional isolates must be balanced.
    """
    odd_bytes = data.translate(None, _PLAIN)
    if not odd_bytes:
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return f"is not UTF-8 at byte {error.start}"
    odd = odd_bytes.decode("utf-8")
    forbidden = _FORBIDDEN.search(odd)
    if forbidden:
        return f"holds the forbidden character U+{ord(forbidden.group()):04X}"
    if not unicodedata.is_normalized("NFC", text):
        return "is not in Unicode normalisation form C"
    return _isolate_problem(odd) or _joiner_problem(text)


def _isolate_problem(text: str) -> str | None:
    depth = 0
    for mark in _ISOLATE.findall(text):
        depth += -1 if mark == _POP_ISOLATE else 1
        if depth < 0:
            break
    return "holds directional isolates that are not balanced" if depth else None


def _joiner_problem(text: str) -> str | None:
    for joiner in _JOINER.finditer(text):
        before = text[joiner.start() - 1 : joiner.start()]
        after = text[joiner.end() : joiner.end() + 1]
        if not (_is_letter(before) and _is_letter(after)):
            return f"holds the joiner U+{ord(joiner.group()):04X} that is not between letters"
    return None


def _is_letter(character: str) -> bool:
    return bool(character) and unicodedata.category(character)[0] in "LM"
