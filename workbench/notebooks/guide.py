"""One call for each step of a template: what the case holds so far, and what is still to do."""

from __future__ import annotations

from workbench.figures.causal_graph import causal_graph_exhibit
from workbench.figures.change import (
    actions_exhibit,
    assurance_exhibit,
    findings_exhibit,
    sign_off_exhibit,
)
from workbench.figures.exhibit import Exhibit, Exhibits
from workbench.figures.factor_matrix import factor_matrix_exhibit
from workbench.figures.fishbone import fishbone_exhibit
from workbench.figures.scope import (
    evidence_exhibit,
    incident_exhibit,
    questions_exhibit,
    scope_exhibit,
)
from workbench.figures.thread_table import thread_exhibit
from workbench.figures.timeline import timeline_exhibit
from workbench.notebooks.opening import OpenCase, open_case
from workbench.notebooks.to_do import to_do_exhibit

__all__ = [
    "actions",
    "assurance",
    "causes",
    "evidence",
    "factors",
    "findings",
    "fishbones",
    "open_case",
    "questions",
    "scope",
    "sign_off",
    "thread",
    "timeline",
]


def scope(case: OpenCase) -> Exhibits:
    """Return what the case is about, and the incident as it was reported."""
    return _shown(case, "scope", scope_exhibit(case.case), incident_exhibit(case.case))


def questions(case: OpenCase) -> Exhibits:
    """Return the questions asked, and how far each is answered."""
    return _shown(case, "questions", questions_exhibit(case.case))


def evidence(case: OpenCase) -> Exhibits:
    """Return what the case is known from."""
    return _shown(case, "evidence", evidence_exhibit(case.case))


def timeline(case: OpenCase) -> Exhibits:
    """Return what happened, in order, with silences and accounts that differ."""
    return _shown(case, "timeline", timeline_exhibit(case.timeline, case.case))


def factors(case: OpenCase) -> Exhibits:
    """Return the factors by lens and by group of the framework."""
    return _shown(case, "factors", factor_matrix_exhibit(case.case, case.framework))


def fishbones(case: OpenCase) -> Exhibits:
    """Return one fishbone for each problem."""
    return _shown(case, "fishbone", fishbone_exhibit(case.case, case.framework))


def causes(case: OpenCase) -> Exhibits:
    """Return the causal graph, and every link as a sentence."""
    return _shown(case, "causes", causal_graph_exhibit(case.graph, case.case))


def findings(case: OpenCase) -> Exhibits:
    """Return what was found, and what each finding rests on."""
    return _shown(case, "findings", findings_exhibit(case.case))


def actions(case: OpenCase) -> Exhibits:
    """Return what will change: owner, date, strength, measure and state of each action."""
    return _shown(case, "actions", actions_exhibit(case.case))


def assurance(case: OpenCase) -> Exhibits:
    """Return how it will show that the actions worked, and what was found so far."""
    return _shown(case, "assurance", assurance_exhibit(case.case))


def thread(case: OpenCase) -> Exhibits:
    """Return the golden thread from question to verified result, broken links first."""
    return _shown(case, "", thread_exhibit(case.thread))


def sign_off(case: OpenCase) -> Exhibits:
    """Return who must approve, and who has."""
    return _shown(case, "sign-off", sign_off_exhibit(case.case, case.required_roles))


def _shown(case: OpenCase, step: str, *exhibits: Exhibit) -> Exhibits:
    if case.live and step:
        return Exhibits(exhibits=(*exhibits, to_do_exhibit(case.case, case.report, step)))
    return Exhibits(exhibits=exhibits)
