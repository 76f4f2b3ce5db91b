"""Restrictions on somebody's life: the words for why, for how long, and how they are reviewed."""

from __future__ import annotations

from typing import Final

from workbench.widgets.forms.data_choices import force_items, yes_or_no
from workbench.widgets.forms.form import Group
from workbench.widgets.forms.said import Described, Said
from workbench.widgets.forms.shared import BY_WHOM, evidence

__all__ = ["RESTRICTION"]

_FORCE_ANSWER: Final = (
    Said("item", "Which item?", missing="Choose the item.", choices=force_items),
    Said(
        "answer",
        "The answer, or where it is kept",
        missing="Write the answer, or where it is kept.",
    ),
)

_FORCE: Final = (
    Said("started_at", "When did the use of force begin?"),
    Said("stopped_at", "When was it over?"),
    Said("place", "Where?"),
    Said(
        "antecedents",
        "What came before?",
        "What was happening, and what the person may have been telling by what they did.",
    ),
    Said("de_escalation", "What was tried before?"),
    Said("how", "How was it carried out?"),
    Said("carried_out_by", "By whom?"),
    Said("position", "In which position was the person?"),
    Said("monitoring", "Who watched over the person's health, and how?"),
    Said("injury", "Was anybody hurt?", "Say so too where nobody was."),
    Said("outcome", "What came of it?"),
    Said("debrief_person", "How was it talked over with the person, and what did they say?"),
    Said("debrief_staff", "How was it talked over with staff?"),
    Said("in_mental_health_unit", "Was it in a mental health unit?", choices=yes_or_no),
    Said(
        "use_of_force",
        "The rest of the use-of-force checklist",
        "Items that no field above answers. Law in mental health units; good practice elsewhere.",
        fields=_FORCE_ANSWER,
    ),
)

RESTRICTION: Final = (
    Described(
        "restriction",
        "restriction",
        "restrictions",
        "Something that limits somebody's life: why it is there, what else was weighed, how they "
        "take part, and when it ends.",
        (
            Said("person", "Whose life does it limit?", missing="Choose the person."),
            Said(
                "what",
                "What is the restriction?",
                missing="Say what the restriction is.",
                example="P1 goes out in the evening with a worker only.",
            ),
            Said("type", "What kind is it?"),
            Said("starts_on", "Since when?", missing="Give the day from which it holds."),
            Said("review_on", "When is it looked at next?"),
            Said(
                "time_limit",
                "When does it lapse?",
                "The day on which it ends unless it is agreed anew.",
            ),
            Said("ends_on", "When did it end?", "Leave it out while it holds.", more=True),
            Said("rationale", "Why is it needed?", "What it protects the person from."),
            Said(
                "alternatives_considered",
                "What else was considered?",
                "What was tried or weighed, and what came of it.",
            ),
            Said("least_restrictive_because", "Why is there no less restrictive way?"),
            Said(
                "persons_involvement",
                "How did the person take part in deciding?",
                "What they think of it, in words or shown without.",
            ),
            Said(
                "reduction_plan",
                "What has to be so for it to become less, or to end?",
            ),
            Said(
                "capacity",
                "What was found of the person's capacity to agree to it?",
                "By whom, and when.",
            ),
            Said("legal_basis", "What does it rest on in law?"),
            Said("care_plan_basis", "Where does the plan foresee it, or does it not?"),
            evidence(),
            *_FORCE,
        ),
        (
            Group("How long", ("starts_on", "review_on", "time_limit", "ends_on")),
            Group(
                "Why, and what else was weighed",
                (
                    "rationale",
                    "alternatives_considered",
                    "least_restrictive_because",
                    "persons_involvement",
                    "reduction_plan",
                ),
            ),
            Group("What it rests on", ("capacity", "legal_basis", "care_plan_basis", "evidence")),
            Group(
                "If force was used",
                tuple(one.name for one in _FORCE),
                "For one occasion of restraint or isolation.",
            ),
        ),
    ),
    Described(
        "restriction-review",
        "review of a restriction",
        "reviews of restrictions",
        "A restriction was looked at again: what was decided, and what the person thinks of it.",
        (
            Said("restriction", "Which restriction?", missing="Choose the restriction."),
            Said("on", "When was it looked at?", missing="Give the day of the review."),
            Said("persons_view", "What does the person think of it?", "In words or shown without."),
            Said("decision", "What was decided?", missing="Choose what was decided."),
            Said("because", "Why?", missing="Say why it was decided so."),
            Said("reduced_to", "If it becomes less: what is left of it?"),
            Said("next_review", "When is it looked at next?", "Needed unless it ends."),
            Said("time_limit", "When does it lapse now?", "Where a new day is set."),
            Said("by", "Who decided?", BY_WHOM, missing="Say in which role it was decided."),
            evidence(more=True),
        ),
    ),
)
"""Restrictions and their reviews."""
