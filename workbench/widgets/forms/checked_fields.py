"""Beside which field of a form the finding of a check is shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from workbench.checks.report import CheckFinding
from workbench.domain.kinds import kind_of
from workbench.domain.values import Entity

__all__ = ["FIELDS_OF_CODE", "checked_field"]

FIELDS_OF_CODE: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = MappingProxyType(
    {
        "ACC001": {"access": ("grants",)},
        "ACT001": {"action": ("owner",)},
        "ACT002": {"action": ("due",)},
        "ACT004": {"action": ("findings",)},
        "ACT005": {"action": ("due",)},
        "ACT006": {"measure": ("target", "plan")},
        "ACT009": {"action": ("evidence",)},
        "ACT010": {"action": ("escalation_route",)},
        "ACT011": {"action": ("approach",)},
        "ACT012": {"verification": ("conforming",)},
        "ACT013": {"verification": ("by",)},
        "CMT001": {"comment": ("answer",)},
        "CMT004": {"comment": ("about",)},
        "COM002": {"commission": ("agreed_by", "agreed_on")},
        "COM003": {"commission": ("investigators",)},
        "COM004": {"commission": ("investigators",)},
        "COM005": {"commission": ("parallel",)},
        "EVI001": {"event": ("evidence",)},
        "EVI002": {"cause": ("evidence",)},
        "EVI003": {"link": ("evidence",)},
        "FAC002": {"factor": ("group",)},
        "FAC005": {"lens-consideration": ("because",)},
        "FND002": {"finding": ("causes", "evidence")},
        "FND003": {"finding": ("not_acted_on_accepted_by",)},
        "GRA006": {"cause": ("duty",)},
        "GRA007": {"cause": ("stop_reason",)},
        "GRA011": {"link": ("evidence_against",)},
        "INC003": {"manager-review": ("at",)},
        "MET001": {"escalation-step": ("warning_event", "step_event")},
        "MET002": {"barrier": ("why",)},
        "MET003": {"ownership": ("escalation_route", "escalate_after")},
        "MET004": {"plan-in-force": ("version", "in_force_from")},
        "MET007": {"escalation-step": ("step_event",)},
        "MET008": dict.fromkeys(
            ("barrier", "escalation-step", "ownership", "plan-in-force", "shift"), ("evidence",)
        ),
        "PPL003": {"involvement": ("needs",)},
        "PPL005": {"interview": ("notes_agreed_on",)},
        "PPL007": {"representation": ("capacity",)},
        "PPL008": {"representation": ("advocate",)},
        "QUA002": {"quality-rating": ("because",)},
        "QUE001": {"question": ("state",)},
        "QUE002": {"question": ("findings", "evidence")},
        "RES001": {"restriction": ("review_on",)},
        "RES002": {"restriction": ("rationale",)},
        "RES004": {"restriction": ("time_limit",)},
        "RES006": {"restriction": ("alternatives_considered",)},
        "RES007": {"restriction": ("persons_involvement",)},
        "RES008": {"restriction": ("least_restrictive_because",)},
        "RES009": {"restriction": ("reduction_plan",)},
        "RES010": {"restriction-review": ("persons_view",)},
        "RES011": {"restriction": ("use_of_force",)},
        "SUM003": {"summary": ("paragraphs",)},
        "SUM004": {"summary": ("paragraphs",)},
        "SUM005": {"summary": ("tested_with",)},
        "SUM006": {"summary": ("paragraphs",)},
        "TIM002": {"event": ("settled",)},
        "TIM003": {"event": ("when",)},
        "TRI002": {"triage": ("category_because", "immediate_actions", "tier_because")},
        "TRI003": {"triage": ("override_because",)},
        "TRI005": {"alert": ("acknowledged_at",)},
        "TRI006": {"triage": ("at",)},
    }
)
"""For each check with a place in a form, by kind: the field, or those of which one may be empty.

Findings on wording are not here: they stand beside the field that holds the words.
"""


def checked_field(finding: CheckFinding, entity: Entity) -> str | None:
    """Return the field of `entity` that a finding is about, or None where it is about no one field.

    Where a check asks for several fields it is the first that is empty. Where a finding is about
    words, it is the first field in which they stand.
    """
    fields = FIELDS_OF_CODE.get(finding.code, {}).get(kind_of(type(entity)).name, ())
    if fields:
        return next((name for name in fields if not getattr(entity, name)), fields[0])
    if finding.excerpt:
        return next(_holding(entity, finding.excerpt.casefold()), None)
    return None


def _holding(entity: Entity, words: str) -> Iterator[str]:
    for name in type(entity).model_fields:
        held = getattr(entity, name)
        texts = held if isinstance(held, tuple) else (held,)
        if any(isinstance(text, str) and words in text.casefold() for text in texts):
            yield name
