"""Fields that several kinds share, so that the same question is always put in the same words."""

from __future__ import annotations

from typing import Final

from workbench.widgets.forms.said import Said

__all__ = ["BY_WHOM", "FROM_TO", "OWN_NAME", "WHEN", "evidence"]

BY_WHOM: Final = "A role, such as deputy manager; not a name."
"""Help for a field that takes a role and never a name."""

OWN_NAME: Final = "In full: this name stands in the record."
"""Help for the few fields that hold the name of somebody who answers for a decision."""

WHEN: Final = (
    Said("precision", "How precisely is it known?"),
    Said("earliest", "At, or not before", example="14/03/2026 18:30"),
    Said("latest", "Not after", example="14/03/2026 18:45"),
    Said("stated", "How does the source put it?", example="just after tea", more=True),
    Said(
        "recorded_at",
        "When was it written down?",
        "Where that is known: a note written the next day is worth knowing as such.",
        more=True,
    ),
)
"""The parts of an honest time."""

FROM_TO: Final = (
    Said("earliest", "From", example="14/03/2026 14:00"),
    Said("latest", "To", example="14/03/2026 22:00"),
    Said("precision", "How precisely is it known?", more=True),
    Said("stated", "How does the rota put it?", example="late", more=True),
    Said("recorded_at", "When was the rota written?", more=True),
)
"""The parts of a stretch of time from one clock to another."""


def evidence(label: str = "What shows it?", *, more: bool = False) -> Said:
    """Return the field for what something is known from."""
    return Said(
        "evidence", label, "Records, accounts, rotas: each is entered once, as evidence.", more=more
    )
