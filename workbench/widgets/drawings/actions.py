"""What stands beside the list of actions: published benchmarks, scores, findings, measures."""

from __future__ import annotations

from typing import Final

from workbench.analysis.portfolio import FACES, Portfolio, ScoredAction, build_portfolio
from workbench.domain.benchmarks import strength_benchmarks
from workbench.domain.case import Case
from workbench.domain.change import Action, Measure
from workbench.domain.frameworks import action_hierarchy
from workbench.domain.reasoning import Finding
from workbench.domain.vocabulary import ActionState, FindingType, Strength
from workbench.domain.when import LONDON

__all__ = ["extra"]

_FAR_APART: Final = 2


def extra(case: Case) -> dict[str, object]:
    """Return what the panel beside the actions shows, as JSON values.

    `approaches` gives the strength of each kind of change, so that the panel can follow a form
    while it is typed; `benchmarks` what published studies found, in per cent; `faces` the scores
    of each action; `findings` every area for improvement and whether somebody accepted that
    nobody acts on it; `measures` how far each action's measure was set, and whether before it was
    carried out.
    """
    return {
        "approaches": {one.code: one.strength for one in action_hierarchy().entries},
        "strengths": list(Strength),
        "benchmarks": [
            {
                "label": study.label,
                "of": study.of,
                "shares": {one: study.share(one) for one in Strength},
            }
            for study in strength_benchmarks().entries
        ],
        "source": strength_benchmarks().source,
        "criteria": dict(FACES),
        "faces": _faces(build_portfolio(case)),
        "findings": _findings(case),
        "measures": {one.id: _measure(case, one) for one in case.all(Action)},
    }


def _faces(portfolio: Portfolio) -> dict[str, list[dict[str, object]]]:
    return {
        one.action.id: [_criterion(one, field, label) for field, label in FACES.items()]
        for one in portfolio.actions
        if one.scores
    }


def _criterion(scored: ScoredAction, field: str, label: str) -> dict[str, object]:
    """What each role gave on one criterion, and whether they lie worth a talk apart."""
    return {
        "label": label,
        "scores": [{"role": one.role, "score": getattr(one, field)} for one in scored.scores],
        "apart": scored.spread(field) >= _FAR_APART,
    }


def _findings(case: Case) -> list[dict[str, object]]:
    return [
        {"id": one.id, "statement": one.statement, "accepted": one.not_acted_on_because is not None}
        for one in case.all(Finding)
        if one.type is FindingType.IMPROVEMENT
    ]


def _measure(case: Case, action: Action) -> str:
    """How far it is fixed what will show the effect: `none`, `unplanned`, `late` or `set`.

    It is `late` where the ledger says that the first measure was entered after the day on which
    the action was implemented: a target that is set after the result always fits.
    """
    held = [one for one in case.all(Measure) if one.action == action.id]
    if not held:
        return "none"
    if any(one.target is None or one.plan is None for one in held):
        return "unplanned"
    done = action.implemented_on if action.state is not ActionState.OPEN else None
    entered = [case.stamps[one.id].at.astimezone(LONDON).date() for one in held]
    return "late" if done is not None and min(entered) > done else "set"
