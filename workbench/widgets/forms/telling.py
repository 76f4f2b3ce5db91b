"""What people said about the draft, and how what was found is told to them."""

from __future__ import annotations

from typing import Final

from workbench.widgets.forms.form import Group
from workbench.widgets.forms.said import Described, Said
from workbench.widgets.forms.shared import BY_WHOM

__all__ = ["TELLING"]

_ABOUT: Final = (
    "event",
    "factor",
    "cause",
    "link",
    "finding",
    "action",
    "measure",
    "question",
    "evidence",
    "gap",
    "problem",
    "lens-consideration",
    "barrier",
    "escalation-step",
    "ownership",
    "plan-in-force",
    "shift",
    "restriction",
    "restriction-review",
    "verification",
    "summary",
    "scope",
    "commission",
)
"""What a draft shows, and so what a comment may be about."""

TELLING: Final = (
    Described(
        "comment",
        "comment on the draft",
        "comments on the draft",
        "What somebody who was shown the draft said, what they were answered, and what was changed "
        "for it.",
        (
            Said("person", "Who?"),
            Said(
                "role",
                "If it is not one person: which people?",
                "Such as staff, after a talk with the whole team.",
                more=True,
            ),
            Said("at", "When?", missing="Say when it was."),
            Said("reply", "What had they to say?"),
            Said("text", "What did they say?", "In their own words."),
            Said("about", "Which entry is it about?", "Leave it out for the whole.", to=_ABOUT),
            Said("passage", "Which passage?", example="paragraph 3.2", more=True),
            Said(
                "answer",
                "What were they answered?",
                "What was done with it, and why; also where nothing is changed.",
            ),
            Said("answered_by", "Who answered?", BY_WHOM),
            Said("changed", "What was changed for it?", to=_ABOUT),
        ),
        (Group("The answer", ("answer", "answered_by", "changed")),),
    ),
    Described(
        "summary",
        "summary",
        "summaries",
        "What the record says, on one page, for the people it concerns.",
        (
            Said("audience", "For whom?", missing="Choose for whom it is written."),
            Said(
                "title",
                "Title",
                missing="Give it a title.",
                example="Your tablet was late",
            ),
            Said(
                "paragraphs",
                "What it says",
                "Short paragraphs. Call people by what they are, not P1.",
                missing="Write at least one paragraph.",
                example="Your tablet was late. Two staff had two jobs at once.",
            ),
            Said(
                "tested_with",
                "Who read it before it was given out?",
                "People it is for; roles, not names.",
                example="two people who check Easy Read",
            ),
            Said("tested_on", "When?"),
        ),
        (Group("Tried out", ("tested_with", "tested_on")),),
    ),
)
"""Comments on a draft, and summaries."""
