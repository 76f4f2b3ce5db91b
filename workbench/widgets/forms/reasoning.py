"""Why it happened: the words for problems, factors, causes, links and findings."""

from __future__ import annotations

from typing import Final

from workbench.widgets.forms.data_choices import factor_groups
from workbench.widgets.forms.form import Group
from workbench.widgets.forms.said import Described, Said
from workbench.widgets.forms.shared import OWN_NAME, evidence

__all__ = ["REASONING"]

_ACCEPTED_BY: Final = (
    Said("name", "Name", OWN_NAME, missing="Write the name of whoever accepts it."),
    Said("role", "Role", missing="Say in which role they accept it."),
)

REASONING: Final = (
    Described(
        "problem",
        "care or service problem",
        "care or service problems",
        "One thing in the care or the service that did not go as it was meant to: the head of one "
        "fishbone.",
        (
            Said(
                "statement",
                "What did not go as it was meant to?",
                "One problem, as a plain fact; no judgement.",
                missing="Say what did not go as it was meant to.",
                example="The 18:00 dose was given at 22:10.",
            ),
            Said("events", "Where does it show on the timeline?"),
        ),
    ),
    Described(
        "factor",
        "factor",
        "factors",
        "A condition that made the outcome more likely, or less. Ask what made sense to people at "
        "the time.",
        (
            Said(
                "statement",
                "What was so?",
                "A condition of the work, as a plain fact: how things were, not how they were not.",
                missing="Say what was so.",
                example="Handover and the evening round shared the half hour from 18:00.",
            ),
            Said("effect", "What did it do?"),
            Said("lens", "Through which lens do you see it?"),
            Said("group", "Which group does it belong to?", choices=factor_groups),
            evidence("How do we know?"),
            Said("events", "Where does it show on the timeline?"),
            Said("problem", "Which problem does it help to explain?"),
            Said("works_with", "Which other factors did it work together with?"),
            Said(
                "interaction",
                "How did they work on each other?",
                example="In a hurry people go down the list, and the list ended there.",
            ),
        ),
        (Group("Together with others", ("works_with", "interaction")),),
    ),
    Described(
        "lens-consideration",
        "lens that showed nothing",
        "lenses that showed nothing",
        "One of the three lenses was looked through, and nothing was seen there that mattered.",
        (
            Said("lens", "Which lens?", missing="Choose the lens."),
            Said(
                "because",
                "What was looked at, and what was so?",
                missing="Say what was looked at, and what was so.",
                example="The room, the light and the chart were as on other evenings.",
            ),
            evidence(),
        ),
    ),
    Described(
        "cause",
        "cause",
        "causes",
        "One box of the drawing of causes: the outcome, or something that led to it.",
        (
            Said(
                "statement",
                "What was so, or what happened?",
                "One plain fact. Ask what made sense at the time.",
                missing="Say what was so, or what happened.",
                example="The rota set the handover at the time of the evening round.",
            ),
            Said("type", "What is it?", missing="Choose what it is."),
            evidence("What speaks for it?"),
            Said("evidence_against", "What speaks against it?", "It is worth as much."),
            Said("factors", "Which factors say the same?"),
            Said("events", "Where does it show on the timeline?"),
            Said(
                "duty",
                "Where does it say that it was to be done?",
                "Needed where something was not done: plan, policy or law.",
                example="Support plan, version 4: “the 18:00 dose within half an hour”",
            ),
            Said(
                "stop_reason",
                "Why do you look no deeper here?",
                "Where it has no causes of its own.",
                example="The rota is the provider's own to change.",
            ),
            Said("combination", "How do its own causes work?", more=True),
            Said("who", "Who is it about?", more=True),
        ),
    ),
    Described(
        "link",
        "link between two causes",
        "links between causes",
        "How one cause led to another.",
        (
            Said("cause", "What is the cause?", missing="Choose the cause."),
            Said("effect", "What did it lead to?", missing="Choose what it led to."),
            Said(
                "mechanism",
                "How did the one lead to the other?",
                missing="Say how the one led to the other.",
                example="Both needed the same two people.",
            ),
            Said("confidence", "How sure are you?", missing="Choose how sure you are."),
            evidence("What speaks for it?"),
            Said("evidence_against", "What speaks against it?", "It is worth as much."),
        ),
    ),
    Described(
        "finding",
        "finding",
        "findings",
        "What the investigation concludes, and what that rests on.",
        (
            Said(
                "statement",
                "What did you find?",
                "About how the work is set up, so that something can be changed.",
                missing="Say what you found.",
                example="Handover and the 18:00 round compete for the same two people.",
            ),
            Said("type", "What kind of finding is it?"),
            Said("causes", "Which causes does it rest on?"),
            Said("factors", "Which factors?"),
            evidence("Which evidence?"),
            Said("not_acted_on_because", "If nobody will act on it, why?", more=True),
            Said(
                "not_acted_on_accepted_by",
                "Who accepts that nobody acts on it?",
                fields=_ACCEPTED_BY,
                more=True,
            ),
        ),
        (Group("What it rests on", ("causes", "factors", "evidence")),),
    ),
)
"""Problems, factors, lenses, causes, links and findings."""
