"""Looking for words in what investigators write, with light regard to their context.

Matches stand between word boundaries. Left alone are: verbatim quotations (between “…”, "…",
‘…’ or '…'), law that is cited before the words or around them, equipment ("the pump failed to
start", "poor signal"), and what a lexicon itself excuses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

__all__ = ["EQUIPMENT", "Excuse", "Lexicon", "find_words", "lexicon"]

EQUIPMENT: Final = (
    r"(?:alarms?|app|batter(?:y|ies)|bed rails?|bells?|boiler|brakes?|broadband|bulb|cable|camera|"
    r"catch|charger|clock|computer|connection|device|display|doors?|engine|equipment|fan|freezer|"
    r"fridge|fuse|gates?|generator|handset|heaters?|heating|hinge|hoist|hose|intercom|kettle|key|"
    r"lamps?|laptop|lift|light(?:ing|s)?|locks?|machine|mat|mattress|monitor|motor|network|oven|"
    r"phone|pipe|plug|power|printer|pump|radio|rail|reception|roof|scales|screen|seal|sensor|"
    r"server|signal|sling|smoke detector|software|switch|syringe driver|system clock|"
    r"tablet computer|tap|telephone|thermometer|torch|tyre|valve|van|vehicle|website|wheelchair|"
    r"wi-?fi|wiring)"
)
"""Things that are said to fail without anybody being judged: part of a regular expression."""

_QUOTED: Final = re.compile(
    r"“[^”]{1,600}”|\"[^\"]{1,600}\"|‘.{1,600}?’(?!\w)|"
    r"(?<!\w)'(?:[^'\n]|(?<=\w)'(?=\w)){1,600}'(?!\w)",
    re.DOTALL,
)

_SENTENCE: Final = re.compile(r"[^.!?\n]*(?:[.!?](?!\s|$)[^.!?\n]*)*[.!?\n]?")

_LAW: Final = re.compile(
    r"\bAct (?:of )?(?:18|19|20)\d\d\b|\bRegulations? \d+|\bRegulations (?:19|20)\d\d|"
    r"\b[Rr]eg\.? ?\d+|\b[Ss]ections? \d+|\bs\. ?\d+|\bSI \d{4}/\d+|\b[Ss]tatut(?:e|ory)\b"
)

_TURN: Final = re.compile(r"\b(?:but|however|although|yet|while)\b|;", re.IGNORECASE)

_NEAR: Final = 80
"""How many characters before or after a word are looked at for equipment and excuses."""

_FAILS: Final = re.compile("fail|refus", re.IGNORECASE)
_FALLS_SHORT: Final = re.compile("poor|inadequa|insufficien|lack|unacceptab", re.IGNORECASE)
_FAILURE: Final = re.compile("failures?(?: of| in)?$", re.IGNORECASE)
_EQUIPMENT_BEFORE: Final = re.compile(
    rf"\b{EQUIPMENT}(?: (?:has|had|have|that|which|then|also|again|twice|is|was|were|very|of))*"
    r"\s*$",
    re.IGNORECASE,
)
_EQUIPMENT_AFTER: Final = re.compile(
    rf"^(?: (?:of|in|the|a|an|one|both|its|mobile|phone|internet|working|spare))*\s+{EQUIPMENT}\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Excuse:
    """A context in which some words judge nobody.

    `words` is looked for at the start of what was found, `before` at the end of what stands
    before it and `after` at the start of what follows, in the same sentence.
    """

    words: re.Pattern[str]
    before: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None

    def covers(self, found: str, before: str, after: str) -> bool:
        """Tell whether what was found is excused by what stands around it."""
        return (
            self.words.match(found) is not None
            and (self.before is None or self.before.search(before) is not None)
            and (self.after is None or self.after.match(after) is not None)
        )


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words to be found, and the contexts in which they are left alone."""

    words: re.Pattern[str]
    excuses: tuple[Excuse, ...] = ()


def lexicon(patterns: Iterable[str], *excuses: tuple[str, str, str]) -> Lexicon:
    """Return a lexicon that finds any of `patterns` (regular expressions) as whole words.

    An excuse is `(words, before, after)`, each a regular expression; an empty one is not asked.
    """
    return Lexicon(
        re.compile(rf"(?<![\w-])(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE),
        tuple(
            Excuse(
                re.compile(words, re.IGNORECASE),
                re.compile(rf"(?:{before})\s*$", re.IGNORECASE) if before else None,
                re.compile(rf"\s*(?:{after})(?!\w)", re.IGNORECASE) if after else None,
            )
            for words, before, after in excuses
        ),
    )


def find_words(text: str, lexicon: Lexicon) -> Iterator[str]:
    """Yield each stretch of `text` that `lexicon` finds and that its context does not excuse."""
    if not lexicon.words.search(text):
        return
    hidden = _QUOTED.sub(lambda match: "_" * len(match.group()), text)
    for sentence in _SENTENCE.finditer(hidden):
        said = sentence.group()
        laws = list(_LAW.finditer(said))
        bracketed = any(_in_brackets(said, law.start()) for law in laws)
        for match in lexicon.words.finditer(said):
            if not (bracketed or _after_law(said, laws, match) or _excused(said, match, lexicon)):
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


def _excused(sentence: str, match: re.Match[str], lexicon: Lexicon) -> bool:
    found = match.group()
    before = sentence[max(0, match.start() - _NEAR) : match.start()]
    after = sentence[match.end() : match.end() + _NEAR]
    return _of_equipment(found, before, after) or any(
        excuse.covers(found, before, after) for excuse in lexicon.excuses
    )


def _of_equipment(found: str, before: str, after: str) -> bool:
    short = bool(_FALLS_SHORT.match(found))
    fails = short or bool(_FAILS.match(found))
    thing_after = short or bool(_FAILURE.match(found))
    return bool(
        (fails and _EQUIPMENT_BEFORE.search(before))
        or (thing_after and _EQUIPMENT_AFTER.search(after))
    )
