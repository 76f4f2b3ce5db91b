"""Choices that come from data: frameworks, the law, checklists, checks and a workspace's roles."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from workbench.checks.registry import all_checks
from workbench.domain.force import force_checklist
from workbench.domain.frameworks import action_hierarchy
from workbench.domain.incident import REQUIRED_FIELDS
from workbench.domain.law import law_england, step_codes
from workbench.domain.quality import quality_dimensions
from workbench.widgets.forms.form import Choice
from workbench.widgets.forms.said import Choices, Setting

__all__ = [
    "INCIDENT_FIELDS",
    "accepted_checks",
    "accepting_roles",
    "approaches",
    "dimensions",
    "duties",
    "duty_steps",
    "factor_groups",
    "force_items",
    "incident_fields",
    "roles",
    "scores",
    "yes_or_no",
]

INCIDENT_FIELDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "category": "What kind of incident it was",
        "immediate_action": "What was done at once",
        "people_involved": "Who was involved",
        "known_risks": "Which risks were known",
        "safeguarding": "What was said on safeguarding",
        "manager_review": "What the manager said",
        "follow_up_actions": "What was to follow",
    }
)
"""The fields that every report must hold, in words."""

_YES: Final = Choice("true", "Yes")
_NO: Final = Choice("false", "No")


def yes_or_no(_: Setting) -> tuple[Choice, ...]:
    """Return yes and no; where neither is chosen, it is not known or not decided yet."""
    return (_YES, _NO)


def factor_groups(setting: Setting) -> tuple[Choice, ...]:
    """Return the groups of the workspace's factor framework, each with the question it opens."""
    if setting.framework is None:
        return ()
    return tuple(Choice(one.code, one.label, one.asks) for one in setting.framework.entries)


def approaches(_: Setting) -> tuple[Choice, ...]:
    """Return the ways of changing things, strongest first, each with its strength."""
    return tuple(
        Choice(one.code, one.label, f"Tends to be {one.strength}.")
        for one in action_hierarchy().entries
    )


def duties(_: Setting) -> tuple[Choice, ...]:
    """Return the duties, each with what may bring it into play."""
    return tuple(Choice(one.code, one.name, one.triggers) for one in law_england().entries)


def duty_steps(_: Setting) -> tuple[Choice, ...]:
    """Return the steps of all duties, each once, with the duties that ask for it."""
    return tuple(_duty_step(code) for code in step_codes())


def dimensions(_: Setting) -> tuple[Choice, ...]:
    """Return the dimensions of an investigation's quality, with what each asks."""
    return tuple(
        Choice(one.code, f"{one.code} {one.label}", one.asks)
        for one in quality_dimensions().entries
    )


def force_items(_: Setting) -> tuple[Choice, ...]:
    """Return the items of the use-of-force checklist."""
    return tuple(
        Choice(one.code, f"({one.code}) {one.label}", one.kept or "")
        for one in force_checklist().entries
    )


def incident_fields(_: Setting) -> tuple[Choice, ...]:
    """Return the fields that every report must hold."""
    return tuple(Choice(name, INCIDENT_FIELDS[name]) for name in REQUIRED_FIELDS)


def scores(low: str, high: str) -> Choices:
    """Return the choices of a score from 1 to 5, with words for both ends."""
    ends = {1: f"1: {low}", 5: f"5: {high}"}
    made = tuple(Choice(str(score), ends.get(score, str(score))) for score in range(1, 6))
    return lambda _: made


def accepted_checks(_: Setting) -> tuple[Choice, ...]:
    """Return the checks whose findings somebody may accept, and who may."""
    return tuple(
        Choice(one.code, f"{one.code} {one.name.replace('-', ' ')}", _may(one.accept_by))
        for one in all_checks()
        if one.acceptable
    )


def accepting_roles(_: Setting) -> tuple[Choice, ...]:
    """Return the roles that may accept the finding of some check."""
    found = dict.fromkeys(role for one in all_checks() for role in one.accept_by)
    return tuple(Choice(role, _sentence(role)) for role in found)


def roles(setting: Setting) -> tuple[Choice, ...]:
    """Return the workspace's roles, as suggestions."""
    return tuple(Choice(role, _sentence(role)) for role in setting.roles)


def _duty_step(code: str) -> Choice:
    asking = [duty for duty in law_england().entries if duty.step(code)]
    asked = asking[0].step(code)
    assert asked is not None
    label = asked.text.split(". ")[0].rstrip(".")
    if len(asking) > 2:
        return Choice(code, label, f"A step of {asking[0].name}, and of {len(asking) - 1} more.")
    return Choice(code, label, f"A step of {' and of '.join(duty.name for duty in asking)}.")


def _may(accept_by: tuple[str, ...]) -> str:
    return f"May be accepted by: {', '.join(accept_by)}."


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}"
