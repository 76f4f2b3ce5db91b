"""What happened: the words for events, and for stretches without any."""

from __future__ import annotations

from typing import Final

from workbench.widgets.forms.said import Described, Said
from workbench.widgets.forms.shared import WHEN, evidence

__all__ = ["STORY"]

STORY: Final = (
    Described(
        "event",
        "event",
        "events",
        "One thing that happened, as one source tells it. Where two accounts of a moment differ, "
        "enter both.",
        (
            Said(
                "when",
                "When did it happen?",
                "As precisely as it is known, and no more precisely than that.",
                missing="Say when it happened: a time, a day, or before or after when.",
                fields=WHEN,
            ),
            Said(
                "what",
                "What happened?",
                "What there was to see or to hear: one person, one thing. No names; write P1 or "
                "P2.",
                missing="Say what happened.",
                example="P2 went to another house before the handover began.",
            ),
            evidence("How do we know?"),
            Said("who", "Who was there, or took part?"),
            Said("place", "Where?", example="Kitchen, Larch House"),
            Said("went_well", "This went well, and is worth keeping"),
            Said(
                "account_of",
                "Whose account is this?",
                "Where it is known only from what one person told.",
                more=True,
            ),
            Said(
                "conflicts_with",
                "Which other accounts does it differ from?",
                "Other events here that tell the same moment in another way.",
                more=True,
            ),
            Said(
                "settled",
                "Which account does the investigation follow, and why?",
                "Once it is known. Both accounts stay.",
                example="The door log; the clock in the hall was ten minutes slow.",
                more=True,
            ),
        ),
    ),
    Described(
        "gap",
        "explained gap",
        "explained gaps",
        "A stretch of the timeline on which nothing is recorded, and what is known about it.",
        (
            Said(
                "after",
                "What was the last thing known before it?",
                missing="Choose the event that the gap comes after.",
            ),
            Said(
                "before",
                "What is the next thing known after it?",
                missing="Choose the event that the gap ends with.",
            ),
            Said(
                "explanation",
                "What is known about this time?",
                "Also where nothing is known: say who was asked, and what was looked at.",
                missing="Say what is known about this time, or that nothing is and who was asked.",
                example="P1 was asleep. The night worker listens at the door and writes down only "
                "what is out of the ordinary.",
            ),
            evidence("How do we know?"),
        ),
    ),
)
"""Events and gaps, of the step *timeline*."""
