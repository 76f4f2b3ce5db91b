"""What the methods look at: barriers, steps up, who owns what, plans and shifts."""

from __future__ import annotations

from typing import Final

from workbench.widgets.forms.form import Group
from workbench.widgets.forms.said import Described, Said
from workbench.widgets.forms.shared import BY_WHOM, FROM_TO, evidence

__all__ = ["METHODS"]

METHODS: Final = (
    Described(
        "barrier",
        "barrier",
        "barriers",
        "Something that stands, or was meant to stand, between a hazard and somebody.",
        (
            Said("hazard", "What could harm?", missing="Say what could harm.", example="Hot water"),
            Said("target", "Whom, or what?", missing="Say who or what is protected.", example="P1"),
            Said(
                "what",
                "What stands between?",
                missing="Say what stands, or was meant to stand, between.",
                example="A mixing valve set to 44 °C",
            ),
            Said("state", "What did it do that day?", missing="Choose what it did that day."),
            Said(
                "why",
                "What made it so?",
                "What made it absent, unused or too weak; or what made it hold.",
                example="The valve was on the list for March; the list moved to another system.",
            ),
            Said("causes", "Which causes say the same?"),
            evidence(),
        ),
    ),
    Described(
        "escalation-step",
        "step up",
        "steps up",
        "An early warning, the point at which support was to step up, and the step.",
        (
            Said(
                "warning",
                "What was the early warning?",
                missing="Say what the early warning was.",
                example="Two nights with less than four hours of sleep",
            ),
            Said("warning_event", "Where is the warning on the timeline?"),
            Said(
                "threshold",
                "At what point was support to step up?",
                "Leave it out where nobody had set one.",
                example="Three nights in a row",
            ),
            Said("threshold_event", "Where on the timeline was that reached?"),
            Said(
                "step",
                "What was the step up?",
                missing="Say what the step up was.",
                example="A call to the crisis team",
            ),
            Said("step_event", "Where is the step on the timeline?"),
            Said("not_taken", "If the step never came, what made it so?"),
            Said(
                "within_hours",
                "Within how many hours was it to come?",
                "As the plan has it, from the threshold.",
                example="24",
                more=True,
            ),
            evidence(more=True),
        ),
        (
            Group("The warning", ("warning", "warning_event")),
            Group("The threshold", ("threshold", "threshold_event")),
            Group("The step up", ("step", "step_event", "within_hours", "not_taken")),
        ),
    ),
    Described(
        "ownership",
        "entry on who owns what",
        "entries on who owns what",
        "A task or decision in which more than one party has a part, and who owns it.",
        (
            Said(
                "what",
                "What is owned?",
                missing="Say which task or decision it is.",
                example="Evening doses at the change of shift",
            ),
            Said("organisation", "Which organisation owns it?", "Leave it out where none did."),
            Said("role", "Which role there?", BY_WHOM),
            Said("holds", "Is this how it was, or how it is agreed since?"),
            Said("stands_in", "Who stands in?", BY_WHOM),
            Said("escalation_route", "Whom does either side turn to when an answer is slow?"),
            Said("escalate_after", "After how long?", example="half a day"),
            evidence(),
        ),
        (Group("When the answer is slow", ("escalation_route", "escalate_after")),),
    ),
    Described(
        "plan-in-force",
        "plan in force",
        "plans in force",
        "A plan as it stood at the time: which version, and what it said on the point.",
        (
            Said("type", "What kind of plan is it?", missing="Choose what kind of plan it is."),
            Said("person", "Whose plan?"),
            Said("name", "What is it called?"),
            Said("version", "Which version?", example="4"),
            Said("in_force_from", "From which day did it hold?"),
            Said("in_force_to", "To which day?", "Leave it out while it still holds."),
            Said(
                "said",
                "What did it say on the point?",
                "Word for word is best.",
                example="“The 18:00 dose within half an hour.”",
            ),
            evidence("Where is it kept?"),
        ),
    ),
    Described(
        "shift",
        "shift",
        "shifts",
        "Who was there to do the work in one stretch of time, planned and actual.",
        (
            Said(
                "period",
                "From when to when?",
                missing="Say from when to when.",
                fields=FROM_TO,
            ),
            Said("service", "Where?", example="Larch House"),
            Said("planned", "How many people were planned?"),
            Said("actual", "How many were there?"),
            Said("agency", "How many of those there were from an agency?"),
            Said(
                "competencies",
                "What did the work ask for, and who there could do it?",
                example="Two people who may give rescue medicine; one of those there could.",
            ),
            Said("one_to_one_planned_hours", "Hours of one-to-one support: planned", more=True),
            Said("one_to_one_delivered_hours", "Hours of one-to-one support: given", more=True),
            Said("note", "What else matters about this shift?"),
            evidence(),
        ),
        (Group("How many people", ("planned", "actual", "agency")),),
    ),
)
"""Barriers, escalation steps, ownership, plans in force and shifts."""
