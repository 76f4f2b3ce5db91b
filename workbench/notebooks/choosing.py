"""Which notebook of a case goes with the depth that triage chose."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from workbench.domain.case import Case
from workbench.domain.triage import Triage
from workbench.domain.vocabulary import Tier
from workbench.errors import NotFound
from workbench.ledger.store import Ledger
from workbench.notebooks.templates import template_names
from workbench.record.places import notebook_path
from workbench.workspace.folder import Workspace

__all__ = ["chosen_template", "following_triage", "template_for", "too_light"]

_BY_TIER: Final = MappingProxyType(
    {
        Tier.RAPID: "rapid-learning-review",
        # a thematic review has no notebook of its own
        Tier.THEMATIC: "structured-analysis",
        Tier.STRUCTURED: "structured-analysis",
    }
)
_LIGHTEST_FIRST: Final = (
    ("triage",),
    ("after-action-review",),
    ("rapid-learning-review",),
    ("restrictive-practice-review", "structured-analysis"),
)


def template_for(tier: Tier) -> str:
    """Return the template that a review of this depth is worked through with."""
    return _BY_TIER[tier]


def chosen_template(
    workspace: Workspace, ledger: Ledger, case_id: str, named: str | None = None
) -> str:
    """Return the template whose notebook of the case is meant: the one `named`, else the main one.

    That is the one that the chosen tier asks for, else the deepest that is there; of two that go
    as deep, the one that the case was started with. Triage's is taken where there is no other.

    Raises:
        NotFound: the ledger does not know the case.
    """
    info = next((one for one in ledger.cases() if one.id == case_id), None)
    if info is None:
        raise NotFound(f"There is no case {case_id}.", "'workbench start' starts one.")
    if named:
        return named
    there, tier = _there(workspace, case_id), _tier(ledger.fold(case_id))
    if tier is not None and template_for(tier) in there:
        return template_for(tier)
    deepest = max(map(_depth, there), default=0)
    as_deep = [name for name in there if _depth(name) == deepest]
    return info.template if not as_deep or info.template in as_deep else as_deep[0]


def following_triage(workspace: Workspace, case: Case) -> tuple[str, ...]:
    """Return, in sentences, which notebook the tier that triage chose is worked through with.

    Empty where no tier is chosen.
    """
    tier = _tier(case)
    if tier is None:
        return ()
    template = template_for(tier)
    made = template in _there(workspace, case.id)
    command = f"lab --case {case.id} --template" if made else f"open-template {case.id}"
    said = f"Its notebook: 'workbench {command} {template}'."
    if tier is not Tier.THEMATIC:
        return (f"Triage chose a {tier}. {said}",)
    return (
        "Triage chose a thematic review. It has no notebook of its own yet: use structured "
        f"analysis, over this incident and those like it. {said}",
    )


def too_light(case: Case, template: str) -> str | None:
    """Return the words that warn of a template lighter than the tier that triage chose, or None."""
    tier = _tier(case)
    if tier is None or template == "triage" or _depth(template) >= _depth(template_for(tier)):
        return None
    return (
        f"Triage chose a {tier}, and the notebook {template} does not go as deep. Work through "
        f"{template_for(tier)}, or enter in triage why a lighter review is enough: "
        f"'workbench add {case.id} triage'."
    )


def _there(workspace: Workspace, case_id: str) -> tuple[str, ...]:
    return tuple(
        name for name in template_names() if notebook_path(workspace, case_id, name).exists()
    )


def _tier(case: Case) -> Tier | None:
    triage = case.only(Triage)
    return triage.tier if triage else None


def _depth(template: str) -> int:
    return next((depth for depth, held in enumerate(_LIGHTEST_FIRST) if template in held), 0)
