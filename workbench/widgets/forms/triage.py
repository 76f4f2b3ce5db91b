"""The first two days, and what the law may ask: the words of triage and of duties."""

from __future__ import annotations

from typing import Final

from workbench.widgets.forms.data_choices import (
    duties,
    duty_steps,
    incident_fields,
    yes_or_no,
)
from workbench.widgets.forms.form import Group
from workbench.widgets.forms.said import Described, Said
from workbench.widgets.forms.shared import BY_WHOM, evidence

__all__ = ["TRIAGE"]

TRIAGE: Final = (
    Described(
        "supplement",
        "field supplied",
        "fields supplied",
        "Something that every report must hold and the register left empty, with where it was "
        "taken from. The register itself stays as it is.",
        (
            Said(
                "field",
                "What was missing?",
                missing="Choose what was missing.",
                choices=incident_fields,
            ),
            Said(
                "value",
                "What is it?",
                missing="Write what was missing.",
                example="P1 does not always say when something hurts.",
            ),
            Said(
                "source",
                "Where is it taken from?",
                missing="Say where it is taken from.",
                example="Support plan, version 4",
            ),
        ),
    ),
    Described(
        "manager-review",
        "manager's review",
        "manager's reviews",
        "A manager has seen the incident, and said what follows.",
        (
            Said("role", "Who reviewed it?", BY_WHOM, missing="Say in which role it was reviewed."),
            Said("at", "When?", missing="Say when it was reviewed."),
            Said(
                "decision",
                "What was decided?",
                missing="Say what was decided.",
                example="Bath closed until the valve is checked.",
            ),
            Said("escalated_to", "To whom was it escalated?", BY_WHOM, example="Head of estates"),
            Said("no_escalation_because", "If it was not escalated, why not?"),
        ),
    ),
    Described(
        "triage",
        "triage",
        "triage",
        "What kind of incident it is, whether anybody else could be harmed, and how deep to look: "
        "within 24 to 48 hours of the report.",
        (
            Said(
                "category",
                "What kind of incident is it?",
                missing="Say what kind of incident it is.",
                example="Medication",
            ),
            Said("category_because", "Why that kind?"),
            Said(
                "harm_tonight",
                "Could this harm someone else tonight?",
                "The same bath, the same rota, the same medicine elsewhere.",
                missing="Say whether it could harm someone else tonight.",
            ),
            Said(
                "harm_tonight_because",
                "Why, or why not?",
                missing="Say why it could, or could not, harm someone else tonight.",
            ),
            Said(
                "immediate_actions",
                "What was done at once, and who is safe because of it?",
            ),
            Said(
                "tier",
                "How deep will you look?",
                "The workbench says beside this what the facts speak for.",
                missing="Choose how deep you will look.",
            ),
            Said("tier_because", "Why that deep?"),
            Said(
                "override_because",
                "If that is not what the facts speak for, why?",
                more=True,
            ),
            Said("role", "Who decides?", BY_WHOM, missing="Say in which role triage was decided."),
            Said("at", "When was it decided?", missing="Say when triage was decided."),
            Said(
                "potential_harm",
                "What is the worst that could credibly have come of it?",
                "On the LFPSE scale of physical harm.",
            ),
            Said("likelihood", "How likely is it to happen again?"),
            Said("circumstances", "Which of these are so?"),
            Said(
                "like_incidents",
                "Which incidents were like it?",
                "By their reference in the register.",
                example="INC-2026-0007",
                more=True,
            ),
            Said(
                "failed_actions",
                "Which earlier actions did not hold?",
                "The case, and the action in it.",
                example="C-0003 A2",
                more=True,
            ),
        ),
        (
            Group("Who is safe now", ("harm_tonight", "harm_tonight_because", "immediate_actions")),
            Group("How serious, and how likely", ("potential_harm", "likelihood")),
            Group("Facts on which a duty may turn", ("circumstances",)),
            Group(
                "Has it happened before?",
                ("like_incidents", "failed_actions"),
            ),
            Group("How deep to look", ("tier", "tier_because", "override_because")),
            Group("Who decided, and when", ("role", "at")),
        ),
    ),
    Described(
        "alert",
        "alert",
        "alerts",
        "A service that was alerted so that nobody else comes to harm. It counts once somebody "
        "there has said that it arrived.",
        (
            Said("to", "Who was alerted?", missing="Say who was alerted.", example="All houses"),
            Said(
                "what",
                "What were they told?",
                missing="Say what they were told.",
                example="Check the mixing valve of each bath before it is used tonight.",
            ),
            Said("sent_at", "When was it sent?", missing="Say when it was sent."),
            Said("acknowledged_at", "When did they say that it arrived?"),
            Said("acknowledged_by", "Who said so?", BY_WHOM),
            evidence(more=True),
        ),
    ),
    Described(
        "partner",
        "partner told",
        "partners told",
        "Another organisation that was told about the incident.",
        (
            Said("partner", "Who was told?", missing="Say who was told.", example="GP practice"),
            Said("what", "What were they told?", missing="Say what they were told."),
            Said("at", "When?", missing="Say when they were told."),
            Said("by_role", "Who told them?", BY_WHOM, missing="Say in which role they were told."),
            evidence(more=True),
        ),
    ),
    Described(
        "safeguarding",
        "safeguarding decision",
        "safeguarding decisions",
        "The facts, and whether a concern was raised. Whether there is a duty to make enquiries is "
        "for the local authority to decide.",
        (
            Said("facts", "What are the facts?", missing="Say what the facts are."),
            Said(
                "concern_raised",
                "Was a safeguarding concern raised?",
                missing="Say whether a concern was raised.",
            ),
            Said("raised_with", "With whom?", example="Local authority adult safeguarding team"),
            Said("because", "Why, or why not?", missing="Say why it was, or was not, raised."),
            Said(
                "decided_by", "Who decided?", BY_WHOM, missing="Say in which role it was decided."
            ),
            Said("at", "When?", missing="Say when it was decided."),
            Said("reference", "Their reference for it", more=True),
            Said(
                "care_and_support_needs",
                "What is known of the person's needs for care and support?",
                "Care Act 2014, section 42(1)(a).",
            ),
            Said(
                "abuse_or_neglect",
                "What is known of abuse or neglect, or the risk of it?",
                "Section 42(1)(b).",
            ),
            Said(
                "unable_to_protect_self",
                "What is known of whether, because of those needs, they can protect themselves?",
                "Section 42(1)(c).",
            ),
            evidence(more=True),
        ),
        (
            Group(
                "What is known on each of the three parts",
                ("care_and_support_needs", "abuse_or_neglect", "unable_to_protect_self"),
                "Facts only: the local authority weighs them.",
            ),
        ),
    ),
    Described(
        "duty",
        "decision on a duty",
        "decisions on duties",
        "What somebody decided on a duty that may apply. The workbench says what may apply and "
        "why; people decide.",
        (
            Said("duty", "Which duty?", missing="Choose the duty.", choices=duties),
            Said(
                "applies",
                "Does it apply?",
                "Leave it out until that is decided.",
                choices=yes_or_no,
            ),
            Said(
                "decision",
                "What was decided?",
                missing="Say what was decided.",
                example="P1 and her sister are told in person tomorrow.",
            ),
            Said("because", "Why?", missing="Say why it was decided so."),
            Said(
                "decided_by",
                "Who decided?",
                "The role or body that the duty gives the decision to.",
                missing="Say which role or body decided.",
            ),
            Said("at", "When?", missing="Say when it was decided."),
            Said(
                "since",
                "From which day does its clock run?",
                "Where that is not the day of the report.",
                more=True,
            ),
            evidence(more=True),
        ),
    ),
    Described(
        "duty-step",
        "step of a duty",
        "steps of duties",
        "A step that was taken on a duty that applies, and what shows it.",
        (
            Said(
                "duty",
                "On which decision?",
                missing="Choose the decision that the step belongs to.",
            ),
            Said("step", "Which step?", missing="Choose the step.", choices=duty_steps),
            Said("done_on", "On which day?", missing="Give the day on which it was done."),
            Said("what", "What was done?"),
            evidence(),
        ),
    ),
)
"""Triage, alerts, partners, reviews, safeguarding, and duties with their steps."""
