"""SUM: what the record says is also told so that those it concerns can use it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from workbench.analysis.participation import people_supported
from workbench.analysis.readability import GUIDES, ONE_PAGE, advice, read_text
from workbench.checks.context import Asked
from workbench.checks.registry import SIGNATORIES, Hit, check
from workbench.domain.people import Summary
from workbench.domain.people_words import Audience

__all__ = [
    "easy_read_missing",
    "staff_summary_missing",
    "summary_hard_to_read",
    "summary_names_references",
    "summary_not_tested",
    "summary_too_long",
]

_EASY_READ: Final = "Easy Read guidance, unverified here: it advises"
_REFERENCE: Final = re.compile(r"\bP[1-9]\d{0,5}\b")


@check(
    "SUM001",
    "easy-read-missing",
    severity="advises",
    accept_by=SIGNATORIES,
    source=_EASY_READ,
)
def easy_read_missing(asked: Asked) -> Iterator[Hit]:
    """There is no Easy Read page for the person supported.

    Why it matters:
        The record is long. One page in easy words lets the person know what was found about
        their own life, and keep it.

    Example:
        >>> from workbench.checks.examples import found
        >>> person = ("person", "P1", {"role": "person supported"})
        >>> found("SUM001", person)
        ['case']

    Instead:
        >>> found("SUM001", person, ("summary", "SU1", {"audience": "easy read",
        ...     "title": "What we found", "paragraphs": ["Your tablet was late."]}))
        []

    References:
        Easy Read guidance for organisations; the Accessible Information Standard says that needs
        are met.
    """
    if people_supported(asked.case) and not _of(asked, Audience.EASY_READ):
        yield Hit(
            "case",
            "No summary is in Easy Read. Write one page, unless the person needs another format.",
            "In which form would this person like to hear it?",
        )


@check(
    "SUM002",
    "staff-summary-missing",
    severity="advises",
    accept_by=SIGNATORIES,
    source="Feedback loops so that staff understand learning outcomes",
)
def staff_summary_missing(asked: Asked) -> Iterator[Hit]:
    """There is no page on the learning for staff.

    Why it matters:
        Those who report incidents and hear nothing stop reporting. One page that a team can talk
        about reaches further than a record that nobody opens.

    Example:
        >>> from workbench.checks.examples import found
        >>> finding = ("finding", "FI1", {"statement": "Handover and round compete."})
        >>> found("SUM002", finding)
        ['case']

    Instead:
        >>> found("SUM002", finding, ("summary", "SU1", {"audience": "staff learning",
        ...     "title": "A late dose", "paragraphs": ["Handover and round competed."]}))
        []

    References:
        Feedback loops so staff understand learning outcomes: incident governance in learning
        disability services.
    """
    if not _of(asked, Audience.STAFF_LEARNING):
        yield Hit("case", "No one-page summary tells staff what was learned. Write one.")


@check(
    "SUM003",
    "summary-hard-to-read",
    severity="advises",
    accept_by=SIGNATORIES,
    source="Flesch (1948), Kincaid (1975), Björnsson (1968); limits unverified",
)
def summary_hard_to_read(asked: Asked) -> Iterator[Hit]:
    """A summary may be hard to read for those it is for.

    Why it matters:
        Long sentences and long words shut people out. The counts are a hint, not a judge: only
        somebody it is for can say whether they understand it.

    Example:
        >>> from workbench.checks.examples import found
        >>> page = {"audience": "easy read", "title": "What we found"}
        >>> found("SUM003", ("summary", "SU1", {**page, "paragraphs": [
        ...     "Organisational deficiencies regarding medication administration responsibilities "
        ...     "precipitated considerable postponement."]}))
        ['SU1']

    Instead:
        >>> found("SUM003", ("summary", "SU1", {**page, "paragraphs": [
        ...     "Your tablet was late. Two staff had two jobs at once."]}))
        []

    References:
        R. Flesch (1948); J. P. Kincaid and others (1975); C. H. Björnsson (1968). The limits for
        each audience are this project's, after Easy Read guidance, and unverified.
    """
    for summary in asked.case.all(Summary):
        reading = read_text("\n".join(summary.paragraphs))
        said = advice(reading, GUIDES[summary.audience])
        if said:
            longest = reading.longest
            yield Hit(
                summary.id,
                " ".join(said),
                "Has somebody it is for read it, and told it back?",
                longest.text if longest else None,
            )


@check(
    "SUM004",
    "summary-too-long",
    severity="warns",
    accept_by=SIGNATORIES,
    source="One page: about 350 words, this project's own measure",
)
def summary_too_long(asked: Asked) -> Iterator[Hit]:
    """A summary is longer than a page.

    Why it matters:
        A page is read on the spot, and talked about. What does not fit is in the record.

    Example:
        >>> from workbench.checks.examples import found
        >>> page = {"audience": "staff learning", "title": "A late dose"}
        >>> found("SUM004", ("summary", "SU1", {**page, "paragraphs": ["It was late. " * 120]}))
        ['SU1']

    Instead:
        >>> found("SUM004", ("summary", "SU1", {**page, "paragraphs": ["It was late. " * 100]}))
        []

    References:
        About 350 words fill one page at an easy size; unverified, so it warns and can be accepted.
    """
    for summary in asked.case.all(Summary):
        words = read_text("\n".join(summary.paragraphs)).words
        if words > ONE_PAGE:
            yield Hit(summary.id, f"The summary has {words} words; one page is about {ONE_PAGE}.")


@check(
    "SUM005",
    "summary-not-tested",
    severity="advises",
    accept_by=SIGNATORIES,
    source=_EASY_READ,
)
def summary_not_tested(asked: Asked) -> Iterator[Hit]:
    """Nobody it is for has read the Easy Read page before it is given out.

    Why it matters:
        Those who write cannot hear what is hard. People with a learning disability who check
        Easy Read find in minutes what formulae never will.

    Example:
        >>> from workbench.checks.examples import found
        >>> page = {"audience": "easy read", "title": "x", "paragraphs": ["It was late."]}
        >>> found("SUM005", ("summary", "SU1", page))
        ['SU1']

    Instead:
        >>> found("SUM005", ("summary", "SU1", {**page, "tested_on": "2026-03-28",
        ...     "tested_with": "two members of the checkers' group"}))
        []

    References:
        Easy Read is tested with people with a learning disability; unverified as a rule.
    """
    for summary in _of(asked, Audience.EASY_READ):
        if summary.tested_with is None:
            yield Hit(
                summary.id,
                "Nothing says that somebody it is for has read it. Try it, change it, and say "
                "with whom in 'tested_with'.",
            )


@check(
    "SUM006",
    "summary-names-references",
    severity="advises",
    accept_by=SIGNATORIES,
    source="People first; unverified as a rule",
)
def summary_names_references(asked: Asked) -> Iterator[Hit]:
    """A summary calls people by their reference.

    Why it matters:
        Nobody is called P1 in their own summary. For staff, a reference points at a colleague
        where a role or a condition would teach more.

    Example:
        >>> from workbench.checks.examples import found
        >>> page = {"audience": "easy read", "title": "What we found"}
        >>> found("SUM006", ("summary", "SU1", {**page, "paragraphs": ["P1 was in pain."]}))
        ['SU1']

    Instead:
        >>> found("SUM006", ("summary", "SU1", {**page, "paragraphs": ["You were in pain."]}))
        []

    References:
        People-first language: *you*, *your sister*, *the evening staff*.
    """
    for summary in asked.case.all(Summary):
        found = _REFERENCE.search("\n".join((summary.title, *summary.paragraphs)))
        if found:
            yield Hit(
                summary.id,
                "The summary calls somebody by a reference. Write 'you', 'your sister', or a role.",
                excerpt=found.group(),
            )


def _of(asked: Asked, audience: Audience) -> tuple[Summary, ...]:
    return tuple(one for one in asked.case.all(Summary) if one.audience is audience)
