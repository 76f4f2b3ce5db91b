"""How people decide, are told and asked, are looked after, and what they remember."""

from __future__ import annotations

from typing import Final

from workbench.widgets.forms.form import Group
from workbench.widgets.forms.said import Described, Said
from workbench.widgets.forms.shared import BY_WHOM, evidence

__all__ = ["PEOPLE"]

_CAPACITY: Final = (
    Said(
        "decision",
        "Which decision?",
        "One decision at one time.",
        missing="Say which decision it is about.",
        example="Whether her sister may read the record",
    ),
    Said(
        "outcome",
        "Could the person take it at that time?",
        "Capacity is presumed unless an assessment found otherwise.",
        missing="Choose what was found.",
    ),
    Said("assessed_on", "When was it assessed?"),
    Said("assessed_by", "Who assessed it?", BY_WHOM),
    Said(
        "helped_by",
        "What helped them to decide?",
        "What was done so that they could take the decision themselves.",
        example="Pictures of both choices, and a second visit in the morning.",
    ),
)

_SHARING: Final = (
    Said(
        "with_whom",
        "With whom?",
        "A role or relation; not a name.",
        missing="Say with whom it may, or may not, be shared.",
        example="her brother",
    ),
    Said("agreed", "May it be shared?", missing="Choose whether it may be shared."),
    Said("on", "When was that decided?", missing="Give the day on which it was decided."),
    Said("what", "What may be shared?", example="The answers, not the health record"),
    Said("decided_by", "Who decided?", BY_WHOM),
    Said("because", "Why?", "Needed where it was decided in the person's best interests."),
)

_NEED: Final = (
    Said(
        "need",
        "What does the person need?",
        missing="Say what the person needs.",
        example="Pictures, and somebody who signs",
    ),
    Said("steps", "How far has it come?"),
    Said("met_by", "What was done?", example="Picture cards on the table; a signer came."),
)

PEOPLE: Final = (
    Described(
        "representation",
        "note on deciding and speaking up",
        "notes on deciding and speaking up",
        "How one person decides, who speaks with or for them, and what they want to come of it. "
        "Enter the least that is needed.",
        (
            Said("person", "About whom?", missing="Choose the person."),
            Said(
                "outcomes_wanted",
                "What do they want to come of this?",
                "In their own words where there are words, one wish at a time.",
                example="I want to know who comes in the evening.",
            ),
            Said(
                "sharing",
                "What may be shared, and with whom?",
                fields=_SHARING,
            ),
            Said("advocate", "Who is their advocate?"),
            Said(
                "capacity",
                "Which decisions was their capacity looked at for?",
                "Only where it was in doubt.",
                fields=_CAPACITY,
                more=True,
            ),
            Said("attorney", "Who holds a lasting power of attorney?", more=True),
            Said("deputy", "Who is their deputy?", "Appointed by the court.", more=True),
            Said(
                "authority",
                "What may the attorney or deputy decide?",
                example="health and welfare",
                more=True,
            ),
        ),
    ),
    Described(
        "involvement",
        "involvement",
        "involvement",
        "One time that somebody was told, asked, shown or visited. An invitation that was declined "
        "counts too.",
        (
            Said("person", "Who?", missing="Choose who it was."),
            Said("at", "When?", missing="Say when it was."),
            Said(
                "what",
                "What was it about?",
                "Also what was tried, where somebody could not be reached.",
                missing="Say what it was about.",
                example="Went through the draft with her, page by page.",
            ),
            Said("response", "What came of it?"),
            Said("how", "How?", example="at home, with pictures, her sister beside her"),
            Said("said", "What did they say or show?", "As close to their own way as you can."),
            Said("questions", "Which of their questions were answered to them?"),
            Said(
                "needs",
                "What did they need in order to understand and be understood?",
                fields=_NEED,
            ),
            evidence("Where is it written down?", more=True),
        ),
    ),
    Described(
        "staff-support",
        "offer of support to staff",
        "offers of support to staff",
        "Support that was offered to a member of staff afterwards. Nothing here is about anybody's "
        "health.",
        (
            Said("person", "To whom was it offered?", missing="Choose who it was offered to."),
            Said("offered_at", "When?", missing="Say when it was offered."),
            Said(
                "what",
                "What was offered?",
                missing="Say what was offered.",
                example="A talk with somebody outside the line, and two shifts off.",
            ),
            Said("offered_by", "Who offered it?", BY_WHOM),
            Said("taken_up", "Was it taken up?"),
        ),
    ),
    Described(
        "interview",
        "conversation",
        "conversations",
        "A conversation on what somebody remembers and how it made sense to them at the time. What "
        "was said is evidence, and is entered there.",
        (
            Said("person", "With whom?", missing="Choose who it was with."),
            Said("at", "When?", missing="Say when it was."),
            Said(
                "how",
                "How?",
                missing="Say how you talked.",
                example="face to face, at the house, forty minutes",
            ),
            Said("accompanied_by", "Who was with them?", BY_WHOM, example="union representative"),
            evidence("Where are the notes?"),
            Said(
                "notes_agreed_on",
                "When did they agree the notes?",
                "They read them, put right what was not so, and agreed.",
            ),
            Said("not_agreed_because", "If they have not agreed the notes, why?"),
            Said(
                "first_captured_at",
                "When was their memory first written down or recorded?",
                "Where that was before this conversation.",
                more=True,
            ),
        ),
        (Group("The notes", ("evidence", "notes_agreed_on", "not_agreed_because")),),
    ),
)
"""Representation, involvement, support of staff, and interviews."""
