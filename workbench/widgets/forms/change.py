"""What will change: the words for actions, their measures, and the checks of both."""

from __future__ import annotations

from typing import Final

from workbench.widgets.forms.data_choices import approaches, scores
from workbench.widgets.forms.form import Group
from workbench.widgets.forms.said import Described, Said
from workbench.widgets.forms.shared import BY_WHOM, OWN_NAME, evidence

__all__ = ["CHANGE"]

_OWNER: Final = (
    Said("name", "Name", OWN_NAME, missing="Write the owner's name."),
    Said("role", "Role", missing="Write the owner's role.", example="service manager"),
    Said("organisation", "Organisation", "Where it is another than ours.", more=True),
)

_PLAN: Final = (
    Said("method", "How will it be checked?", missing="Choose how it will be checked."),
    Said(
        "detail",
        "What exactly will be looked at?",
        missing="Say what exactly will be looked at.",
        example="25 evening doses a week, from the charts",
    ),
    Said("responsible", "Who checks?", BY_WHOM, missing="Say in which role it is checked."),
    Said("review_on", "When is the result looked at?", missing="Give the day of the review."),
    Said("sample_size", "How many are looked at each time?", example="25"),
    Said("weeks", "For how many weeks?", example="4"),
)

CHANGE: Final = (
    Described(
        "action",
        "safety action",
        "safety actions",
        "What will be different, who answers for it, and by when. The best actions change how the "
        "work is set up, and do not rest on people remembering.",
        (
            Said(
                "statement",
                "What will be different?",
                "One thing that can be seen to be done.",
                missing="Say what will be different.",
                example="The evening handover at Larch House begins at 19:00.",
            ),
            Said(
                "owner",
                "Who answers for it?",
                "One person who can make it happen.",
                fields=_OWNER,
            ),
            Said("due", "By when?"),
            Said("findings", "Which findings ask for it?"),
            Said(
                "approach",
                "What kind of change is it?",
                "Its strength follows from this.",
                choices=approaches,
            ),
            Said("horizon", "Does it make things safe now, or for longer?"),
            Said("state", "How far has it come?"),
            Said("implemented_on", "When was it done?"),
            Said("communicated_on", "When was it made known?"),
            Said("communicated_to", "To whom?", example="All staff of Larch House, at handover"),
            evidence("What shows that it was done?"),
            Said(
                "escalation_route",
                "Who is told, and when, if it is slow?",
                "Needed where another organisation owns it.",
                more=True,
            ),
            Said("causes", "Which causes does it act on?", more=True),
            Said("factors", "Which factors does it act on?", more=True),
        ),
        (
            Group(
                "How far it has come",
                ("state", "implemented_on", "communicated_on", "communicated_to", "evidence"),
                "Done is not yet made known, and made known is not yet seen to work.",
            ),
        ),
    ),
    Described(
        "faces",
        "score of an action",
        "scores of actions",
        "How one role sees an action, before it is agreed: five scores from 1 to 5, and why.",
        (
            Said("action", "Which action?", missing="Choose the action."),
            Said(
                "feasibility",
                "Feasible: can it be done?",
                missing="Score whether it can be done.",
                choices=scores("hardly", "easily"),
            ),
            Said(
                "acceptability",
                "Acceptable: will people take to it?",
                "Staff, the person and their family.",
                missing="Score whether people will take to it.",
                choices=scores("hardly", "gladly"),
            ),
            Said(
                "cost_benefit",
                "Cost and benefit: is it worth what it takes?",
                missing="Score whether it is worth what it takes.",
                choices=scores("hardly", "well worth it"),
            ),
            Said(
                "effectiveness",
                "Effective: will it work?",
                missing="Score whether it will work.",
                choices=scores("hardly", "surely"),
            ),
            Said(
                "sustainability",
                "Sustainable: will it last?",
                missing="Score whether it will last.",
                choices=scores("not for long", "for years"),
            ),
            Said("role", "In which role do you score?", missing="Say in which role you score."),
            Said("because", "Why these scores?", missing="Say why you scored it so."),
        ),
    ),
    Described(
        "measure",
        "measure",
        "measures",
        "What will show that an action worked. Set it before the action is carried out.",
        (
            Said("action", "Of which action?", missing="Choose the action."),
            Said(
                "statement",
                "What will show that it worked?",
                "Something about people's lives or care, not that the action was done.",
                missing="Say what will show that it worked.",
                example="Evening doses given within 30 minutes of their time",
            ),
            Said("baseline", "How is it now?", example="82 of 100"),
            Said("target", "What is to be reached?", example="98 of 100"),
            Said(
                "plan",
                "The plan to check it",
                "Fixed before the action is carried out.",
                fields=_PLAN,
            ),
        ),
    ),
    Described(
        "verification",
        "check of a measure",
        "checks of measures",
        "What was found when a measure was checked. That it was not met is a result too.",
        (
            Said("measure", "Which measure?", missing="Choose the measure."),
            Said("on", "When was it checked?", missing="Give the day on which it was checked."),
            Said("outcome", "What came out?", missing="Choose what came out."),
            Said(
                "result",
                "What was found?",
                missing="Say what was found.",
                example="97 of 100 doses within 30 minutes, over four weeks.",
            ),
            Said("by", "Who checked?", BY_WHOM, missing="Say in which role it was checked."),
            Said("sampled", "How many were looked at?", example="100"),
            Said("conforming", "How many of them were as they were meant to be?", example="97"),
            evidence(),
        ),
        (Group("Counts, where things were counted", ("sampled", "conforming")),),
    ),
)
"""Actions, their scores, measures and verifications."""
