"""Looking for words in what investigators write, with light regard to their context.

Matches stand between word boundaries. Left alone are: verbatim quotations (between “…”, "…" or
‘…’), law that is cited before the words or around them, and equipment ("the pump failed to
start", "poor signal").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

__all__ = ["find_words", "lexicon"]

_QUOTED: Final = re.compile(r"“[^”]{1,600}”|\"[^\"]{1,600}\"|‘.{1,600}?’(?!\w)", re.DOTALL)

_SENTENCE: Final = re.compile(r"[^.!?\n]*(?:[.!?](?!\s|$)[^.!?\n]*)*[.!?\n]?")

_LAW: Final = re.compile(
    r"\bAct (?:18|19|20)\d\d\b|\bRegulations? \d+|\bRegulations (?:19|20)\d\d|\b[Rr]eg\.? ?\d+|"
    r"\b[Ss]ections? \d+|\bs\. ?\d+|\bSI \d{4}/\d+|\b[Ss]tatut(?:e|ory)\b"
)

_TURN: Final = re.compile(r"\b(?:but|however|although|yet|while)\b|;", re.IGNORECASE)

_EQUIPMENT: Final = (
    r"(?:alarms?|app|battery|batteries|bed rail|bell|boiler|broadband|bulb|cable|camera|"
    r"charger|connection|device|door|equipment|fan|freezer|fridge|generator|heating|hoist|lamp|"
    r"laptop|lift|light(?:ing|s)?|lock|machine|mattress|monitor|network|phone|power|"
    r"printer|pump|radio|reception|screen|sensor|signal|sling|smoke detector|software|switch|"
    r"tablet computer|telephone|tyre|van|vehicle|wheelchair|wi-?fi)"
)
_NEAR: Final = 80
"""How many characters before or after a word are looked at for equipment."""

_FAILS: Final = re.compile("fail", re.IGNORECASE)
_FALLS_SHORT: Final = re.compile("poor|inadequa|insufficien|lack|unacceptab", re.IGNORECASE)
_EQUIPMENT_BEFORE: Final = re.compile(
    rf"\b{_EQUIPMENT}(?: (?:has|had|have|that|which|then|also|again|twice|is|was|were|very))*\s*$",
    re.IGNORECASE,
)
_EQUIPMENT_AFTER: Final = re.compile(
    rf"^(?: (?:the|a|an|mobile|phone|internet|working|spare))*\s+{_EQUIPMENT}\b", re.IGNORECASE
)


def lexicon(*patterns: str) -> re.Pattern[str]:
    """Return a pattern that finds any of `patterns` (regular expressions) as whole words."""
    return re.compile(rf"(?<![\w-])(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE)


def find_words(text: str, words: re.Pattern[str]) -> Iterator[str]:
    """Yield each stretch of `text` that `words` finds and that its context does not excuse."""
    if not words.search(text):
        return
    hidden = _QUOTED.sub(lambda match: "_" * len(match.group()), text)
    for sentence in _SENTENCE.finditer(hidden):
        said = sentence.group()
        laws = list(_LAW.finditer(said))
        bracketed = any(_in_brackets(said, law.start()) for law in laws)
        for match in words.finditer(said):
            if not (bracketed or _after_law(said, laws, match) or _of_equipment(said, match)):
                yield match.group()


def _after_law(sentence: str, laws: list[re.Match[str]], match: re.Match[str]) -> bool:
    """True when law is cited before the match, and nothing turns away from it in between."""
    before = [law.end() for law in laws if law.end() <= match.start()]
    return bool(before) and not _TURN.search(sentence, before[-1], match.start())


def _in_brackets(sentence: str, place: int) -> bool:
    return any(
        sentence.rfind(opening, 0, place) > sentence.rfind(closing, 0, place)
        and sentence.find(closing, place) >= 0
        for opening, closing in ("()", "[]")
    )


def _of_equipment(sentence: str, match: re.Match[str]) -> bool:
    before = sentence[max(0, match.start() - _NEAR) : match.start()]
    after = sentence[match.end() : match.end() + _NEAR]
    short = bool(_FALLS_SHORT.match(match.group()))
    fails = short or bool(_FAILS.match(match.group()))
    return bool(
        (fails and _EQUIPMENT_BEFORE.search(before)) or (short and _EQUIPMENT_AFTER.search(after))
    )
