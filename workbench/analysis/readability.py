"""How hard a text is to read, by formulae that anybody can work out again; advice, no more.

A formula counts lengths. Whether a text is understood, only the people it is for can say.

Sources: R. Flesch, *A new readability yardstick*, Journal of Applied Psychology 32 (1948) 221-233
(ease); J. P. Kincaid and others, *Derivation of new readability formulas*, Naval Technical
Training Command report 8-75 (1975) (grade); C. H. Björnsson, *Läsbarhet* (1968) (words of more
than six letters). The limits in `GUIDES` are this project's, after Easy Read guidance; they are
unverified.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from workbench.domain.people_words import Audience

__all__ = [
    "GUIDES",
    "ONE_PAGE",
    "Guide",
    "Reading",
    "Sentence",
    "advice",
    "read_text",
    "syllables",
]

ONE_PAGE: Final = 350
"""About how many words fill one page at an easy size; this project's, unverified."""

_LONG: Final = 6
_WORD: Final = re.compile(r"\d+(?:[.,:/]\d+)+|[^\W_]+(?:['’][^\W_]+)*")
_VOWELS: Final = re.compile(r"[aeiouy]+")
_PARTED: Final = re.compile(r"(?<![tscg])i[ao](?!ge)|eo(?!p)|ea$|iet|creat|[aeiouy]ing$")
_END: Final = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+|\n+")
_ABBREVIATED: Final = re.compile(r"\b(?:Dr|Mr|Mrs|Ms|St|No|e\.g|i\.e|etc|approx)\.(?=\s)")
_JOINT: Final = re.compile(
    r";|\s[–—]\s|\b(?:and|but|or|because|although|though|which|while|whereas|unless)\b",
    re.IGNORECASE,
)
_ONE_IDEA: Final = 1
"""How many joints a sentence of one idea may have: *salt and pepper* is one idea."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, how many words it has, and how many joints that may hold another idea.

    A joint is *and*, *but*, *or*, *because*, *although*, *though*, *which*, *while*, *whereas*,
    *unless*, a semicolon, or a dash between spaces.
    """

    text: str
    words: int
    joints: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What was counted in a text. `long_words` are words of more than six letters."""

    sentences: tuple[Sentence, ...]
    words: int
    syllables: int
    long_words: int

    @property
    def words_per_sentence(self) -> float:
        """The mean number of words in a sentence, 0 for a text without words."""
        return self.words / len(self.sentences) if self.sentences else 0.0

    @property
    def long_share(self) -> float:
        """The share of long words, from 0 to 1."""
        return self.long_words / self.words if self.words else 0.0

    @property
    def ease(self) -> float:
        """Flesch reading ease: 206.835 - 1.015 words a sentence - 84.6 syllables a word.

        Higher is easier: 90 and more is very easy, 30 and less very hard. Flesch (1948).
        """
        if not self.words:
            return 0.0
        return 206.835 - 1.015 * self.words_per_sentence - 84.6 * self.syllables / self.words

    @property
    def grade(self) -> float:
        """Flesch-Kincaid grade: 0.39 words a sentence + 11.8 syllables a word - 15.59.

        Years of schooling in the United States; add about five for an age. Kincaid (1975).
        """
        if not self.words:
            return 0.0
        return 0.39 * self.words_per_sentence + 11.8 * self.syllables / self.words - 15.59

    @property
    def longest(self) -> Sentence | None:
        """The sentence of most words, the first of several, or None where there is none."""
        return max(self.sentences, key=lambda one: one.words, default=None)

    @property
    def several_ideas(self) -> tuple[Sentence, ...]:
        """The sentences that seem to hold more than one idea: those with several joints."""
        return tuple(one for one in self.sentences if one.joints > _ONE_IDEA)


@dataclass(frozen=True, slots=True)
class Guide:
    """How a text for an audience had best read: the most it should have of each."""

    words_in_a_sentence: int
    long_share: float
    grade: float
    one_idea: bool


GUIDES: Final[Mapping[Audience, Guide]] = MappingProxyType(
    {
        Audience.EASY_READ: Guide(15, 0.15, 5.0, one_idea=True),
        Audience.FAMILY: Guide(25, 0.25, 8.0, one_idea=False),
        Audience.STAFF_LEARNING: Guide(25, 0.33, 10.0, one_idea=False),
    }
)
"""What to aim at for each audience. Unverified; they advise and never hold anything up."""


def read_text(text: str) -> Reading:
    """Return what is counted in `text`.

    A line break ends a sentence, so that an item of a list is one. A number is a word of one
    syllable; a hyphen parts words.
    """
    sentences = tuple(_sentences(text))
    words = [word for one in sentences for word in _words(one.text)]
    return Reading(
        sentences,
        len(words),
        sum(syllables(word) for word in words),
        sum(sum(letter.isalpha() for letter in word) > _LONG for word in words),
    )


def syllables(word: str) -> int:
    """Return about how many syllables an English word has, at least one.

    Groups of vowels are counted; a silent *e* at the end, and the *e* of a silent *-ed* or *-es*,
    are not; two vowels that are spoken apart, as in *area* or *quiet*, are two. Right for most
    words, one off for some (*someone*, *couldn't*).
    """
    plain = _without_silent_e(re.sub(r"[^a-z]", "", word.casefold()))
    return max(1, len(_VOWELS.findall(plain)) + len(_PARTED.findall(plain)))


def advice(reading: Reading, guide: Guide) -> tuple[str, ...]:
    """Return what could be made easier in a text, as sentences; nothing where it fits the guide."""
    return tuple(_advice(reading, guide))


def _advice(reading: Reading, guide: Guide) -> Iterator[str]:
    longest = reading.longest
    if longest and longest.words > guide.words_in_a_sentence:
        yield (
            f"The longest sentence has {longest.words} words; "
            f"{guide.words_in_a_sentence} are easier to follow."
        )
    if reading.long_share > guide.long_share:
        yield (
            f"{reading.long_share:.0%} of the words have more than six letters; aim at "
            f"{guide.long_share:.0%} or fewer."
        )
    if reading.grade > guide.grade:
        yield (f"The Flesch-Kincaid grade is {reading.grade:.1f}; aim at {guide.grade:g} or lower.")
    if guide.one_idea and reading.several_ideas:
        number = len(reading.several_ideas)
        yield (
            f"{number} {'sentence seems' if number == 1 else 'sentences seem'} to hold more than "
            "one idea."
        )


def _sentences(text: str) -> Iterator[Sentence]:
    held = _ABBREVIATED.sub(lambda found: found.group()[:-1] + "\x00", text)
    for part in _END.split(held):
        said = part.replace("\x00", ".").strip()
        words = _words(said)
        if words:
            yield Sentence(said, len(words), len(_JOINT.findall(said)))


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _without_silent_e(word: str) -> str:
    if re.search(r"[^aeioul]l(?:e|es|ed)$|(?:[scxzg]|sh|ch)es$|[td]ed$", word):
        return word
    return re.sub(r"(?<=[^aeiouy])e[sd]?$", "", word)
