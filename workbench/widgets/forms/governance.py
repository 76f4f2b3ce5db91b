"""What an investigation was asked to do, and how it is overseen: commission, quality, access."""

from __future__ import annotations

from typing import Final

from workbench.widgets.forms.data_choices import (
    accepted_checks,
    accepting_roles,
    dimensions,
    roles,
)
from workbench.widgets.forms.said import Described, Said
from workbench.widgets.forms.shared import BY_WHOM, OWN_NAME

__all__ = ["GOVERNANCE"]

_INVESTIGATOR: Final = (
    Said("name", "Name", OWN_NAME, missing="Write the investigator's name."),
    Said(
        "role", "Role", missing="Say in which role they investigate.", example="lead investigator"
    ),
    Said(
        "training",
        "What training have they had for this?",
        example="Systems-based investigation, five days, 2025",
    ),
    Said(
        "independence",
        "How far are they from the service and the people in the case?",
        example="Works in another service; knows nobody there.",
    ),
    Said(
        "conflicts",
        "Which conflicts of interest have they declared?",
        "“None” is a declaration too.",
    ),
)

_PARALLEL: Final = (
    Said("process", "Which process?", missing="Choose which process it is."),
    Said("detail", "Which one, more closely?", "Needed where it is another process."),
    Said("lead", "Who leads it?", "The organisation."),
    Said("contact_role", "Whom do we speak to there?", BY_WHOM),
    Said("must_wait", "What must wait for it here?", "“Nothing” where nothing must."),
)

_EXCEPTION: Final = (
    Said("because", "Why is there nobody else?", missing="Say why there is nobody else."),
    Said("agreed_by", "Who agreed?", BY_WHOM, missing="Say who agreed."),
    Said("agreed_on", "When?", missing="Give the day on which it was agreed."),
)

_GRANT: Final = (
    Said(
        "role",
        "In which role?",
        missing="Say in which role they need to see it.",
        choices=roles,
        suggests=True,
    ),
    Said("because", "Why do they need to see it?", missing="Say why they need to see it."),
    Said("name", "Name", "Leave it out for everybody who holds the role."),
    Said("account", "Their name on this computer", "Where it is another.", more=True),
)

GOVERNANCE: Final = (
    Described(
        "commission",
        "commission",
        "commission",
        "What the investigation is asked to do, who agreed that, and who carries it out.",
        (
            Said(
                "terms",
                "What is the investigation asked to find out?",
                "The terms of reference, agreed with those affected.",
                missing="Write the terms of reference.",
                example="How did the evening dose come to be late, and what will change?",
            ),
            Said("agreed_by", "Who agreed them?", "Roles; the family counts."),
            Said("agreed_on", "When?"),
            Said("investigators", "Who investigates?", fields=_INVESTIGATOR),
            Said("scope", "What does it cover?"),
            Said("not_investigated", "What does it not look into, and who does?"),
            Said(
                "parallel",
                "Which other processes run on the same events?",
                "Police, coroner, safeguarding: each with a lead of its own.",
                fields=_PARALLEL,
            ),
            Said(
                "tiny_provider_exception",
                "Does somebody who investigates also have to approve?",
                "Only where the provider is too small for anything else.",
                fields=_EXCEPTION,
                more=True,
            ),
        ),
    ),
    Described(
        "quality-rating",
        "rating",
        "ratings",
        "How much evidence somebody sees that the investigation was done well.",
        (
            Said(
                "dimension",
                "Which quality?",
                missing="Choose which quality is rated.",
                choices=dimensions,
            ),
            Said("rating", "How much evidence of it is there?", missing="Choose the rating."),
            Said("because", "Why?", "What in the case speaks for it, or is not there yet."),
            Said("name", "Whose rating is it?", OWN_NAME, missing="Write whose rating it is."),
            Said(
                "role", "Role", missing="Say in which role they rate.", choices=roles, suggests=True
            ),
            Said("at", "When?", missing="Say when it was rated."),
        ),
    ),
    Described(
        "acceptance",
        "accepted finding",
        "accepted findings",
        "Something that a check found and that stays as it is, with the reason and the name of "
        "whoever answers for that.",
        (
            Said(
                "code",
                "Which check?",
                missing="Choose the check.",
                choices=accepted_checks,
            ),
            Said(
                "subject",
                "Where did it find something?",
                "The entry, such as A2, or “case” for the whole.",
                missing="Say which entry it is about, or “case”.",
            ),
            Said("reason", "Why may it stay so?", missing="Say why it may stay so."),
            Said("role", "In which role?", missing="Choose the role.", choices=accepting_roles),
            Said("name", "Name", OWN_NAME, missing="Write the name of whoever accepts it."),
        ),
    ),
    Described(
        "access",
        "access list",
        "access list",
        "Who needs to see this case, and why. Anybody else is refused while the list stands.",
        (
            Said(
                "kept_by",
                "Which role keeps this list?",
                "The role must be on the list itself.",
                missing="Say which role keeps this list.",
                choices=roles,
                suggests=True,
            ),
            Said(
                "grants",
                "Who needs to see the case?",
                missing="Add at least whoever keeps the list.",
                fields=_GRANT,
            ),
        ),
    ),
)
"""The commission, ratings of quality, acceptances and the access list."""
