"""What people said about a draft and were answered, and the summaries written for them."""

from __future__ import annotations

from typing import Final

from workbench.analysis.readability import GUIDES, Reading, read_text
from workbench.domain.case import Case
from workbench.domain.people import Comment, Summary
from workbench.domain.people_words import Audience, Reply
from workbench.domain.when import LONDON
from workbench.figures.change import day
from workbench.figures.exhibit import Cell, Exhibit, Phrase, Table, Tone
from workbench.figures.words import joined, person_words

__all__ = [
    "AUDIENCE_WORDS",
    "commenting_exhibit",
    "comments_exhibit",
    "readability_exhibit",
    "summaries_of",
    "summary_exhibit",
]

AUDIENCE_WORDS: Final = {
    Audience.EASY_READ: "In easy words",
    Audience.STAFF_LEARNING: "One page for staff",
    Audience.FAMILY: "For the family",
}
"""What a summary is called above its own title."""


def comments_exhibit(case: Case) -> Exhibit:
    """Return what was said about the draft, by whom, the answer, and what was changed for it."""
    return Exhibit(
        name="comments",
        title="What people said about the draft, and the answers",
        table=Table(
            caption="Comments and answers",
            columns=("Reference", "Who, and when", "About", "Comment", "Answer"),
            rows=tuple(
                _comment(case, one) for one in sorted(case.all(Comment), key=lambda one: one.at)
            ),
            empty="No comment is held here.",
        ),
    )


def commenting_exhibit() -> Exhibit:
    """Return how somebody who is shown a draft says what is wrong with it, or missing."""
    return Exhibit(
        name="commenting",
        title="How to comment",
        paragraphs=(
            "This is a draft. Nobody has approved it, and it can still be changed. Please do not "
            "pass it on.",
        ),
        items=(
            "Every paragraph has a number, such as 3.2, and every event, finding and action a "
            "reference, such as T4. Name it, and say what is wrong or missing.",
            "Say it in any way you like: in writing, by telephone, in a talk, with somebody you "
            "choose. It will be written down as you said it.",
            "Each comment is answered: what was changed for it, or why nothing was.",
            "You may also say that you have no comment, or ask for more time.",
        ),
        note="Names, safeguarding, and what is private to one person, are left out of drafts: how "
        "somebody decides, what may be shared, what support staff were offered, and what others "
        "commented.",
    )


def summaries_of(case: Case) -> tuple[Exhibit, ...]:
    """Return each summary as an exhibit, Easy Read first, then for the family, then for staff."""
    order = (Audience.EASY_READ, Audience.FAMILY, Audience.STAFF_LEARNING)
    return tuple(
        summary_exhibit(one)
        for audience in order
        for one in case.all(Summary)
        if one.audience is audience
    )


def summary_exhibit(summary: Summary) -> Exhibit:
    """Return a summary as its readers see it; Easy Read in large type."""
    easy = summary.audience is Audience.EASY_READ
    tested = f"Read before it was given out by: {summary.tested_with}"
    on = f", on {day(summary.tested_on)}" if summary.tested_on else ""
    return Exhibit(
        name=f"summary-{summary.id.lower()}",
        title=f"{AUDIENCE_WORDS[summary.audience]}: {summary.title}",
        paragraphs=summary.paragraphs,
        large=easy,
        note=f"{tested}{on}." if summary.tested_with else "",
    )


def readability_exhibit(case: Case) -> Exhibit:
    """Return how easy each summary is to read, counted, beside what to aim at."""
    return Exhibit(
        name="readability",
        title="How easy the summaries are to read",
        table=Table(
            caption="Counted in each summary",
            columns=(
                "Summary",
                "Words",
                "Longest sentence",
                "Words a sentence",
                "Long words",
                "Flesch ease",
                "Grade",
            ),
            rows=tuple(_reading(one) for one in case.all(Summary)),
            empty="No summary has been entered yet.",
        ),
        note="Long words have more than six letters. Ease and grade are those of Flesch (1948) and "
        "Kincaid (1975). What to aim at is unverified advice; people it is for are the test.",
    )


def _comment(case: Case, one: Comment) -> tuple[Phrase, ...]:
    at = one.at.astimezone(LONDON)
    who = person_words(case, one.person) if one.person else str(one.role).capitalize()
    about = one.about or one.passage or "The whole draft"
    return (
        Cell(text=one.id, anchor=one.id),
        Cell(text=who, more=(Cell(text=day(at.date()), tone=Tone.QUIET),)),
        Cell(text=about, more=(Cell(text=one.passage),) if one.about and one.passage else ()),
        one.text or one.reply.capitalize()
        if one.reply is Reply.COMMENT
        else Cell(text=one.reply.capitalize(), tone=Tone.QUIET, more=_said(one.text)),
        _answer(one),
    )


def _said(text: str | None) -> tuple[Cell, ...]:
    return (Cell(text=text),) if text else ()


def _answer(one: Comment) -> Phrase:
    if one.answer is None:
        return "" if one.reply is not Reply.COMMENT else Cell(text="Not answered", tone=Tone.WARN)
    changed = f"Changed: {joined(one.changed)}" if one.changed else "Nothing was changed"
    return Cell(
        text=one.answer,
        more=(Cell(text=f"{changed}. Answered by: {one.answered_by}", tone=Tone.QUIET),),
    )


def _reading(one: Summary) -> tuple[Phrase, ...]:
    reading: Reading = read_text("\n".join(one.paragraphs))
    guide = GUIDES[one.audience]
    longest = reading.longest.words if reading.longest else 0
    return (
        f"{one.id}, {one.audience}",
        str(reading.words),
        _beside(f"{longest}", longest > guide.words_in_a_sentence, guide.words_in_a_sentence),
        f"{reading.words_per_sentence:.1f}",
        _beside(
            f"{reading.long_share:.0%}",
            reading.long_share > guide.long_share,
            f"{guide.long_share:.0%}",
        ),
        f"{reading.ease:.0f}",
        _beside(f"{reading.grade:.1f}", reading.grade > guide.grade, f"{guide.grade:g}"),
    )


def _beside(said: str, over: bool, guide: object) -> Phrase:
    aim = Cell(text=f"aim at {guide} or fewer", tone=Tone.QUIET)
    return Cell(text=said, tone=Tone.OPEN if over else None, more=(aim,))
