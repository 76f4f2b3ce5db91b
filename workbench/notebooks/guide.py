"""One call for each step of a template: what the case holds so far, and what is still to do."""

from __future__ import annotations

from workbench.analysis.clocks import duty_clocks, running_clocks
from workbench.analysis.cut_sets import find_cut_sets
from workbench.analysis.duties import duties_of
from workbench.analysis.escalation import measure_escalation
from workbench.analysis.plans import incident_days, plans_at_the_time
from workbench.analysis.portfolio import build_portfolio
from workbench.analysis.proportionality import propose
from workbench.analysis.restrictions import standings
from workbench.analysis.whys import ask_why
from workbench.domain.change import Action
from workbench.domain.frameworks import FACTOR_FRAMEWORKS
from workbench.figures.barriers import barriers_exhibit
from workbench.figures.causal_graph import causal_graph_exhibit
from workbench.figures.change import (
    actions_exhibit,
    assurance_exhibit,
    findings_exhibit,
    sign_off_exhibit,
)
from workbench.figures.commission import commission_exhibit
from workbench.figures.cut_sets import cut_sets_exhibit
from workbench.figures.duties import (
    clocks_exhibit,
    duties_exhibit,
    duty_steps_exhibit,
    others_exhibit,
    safeguarding_exhibit,
)
from workbench.figures.escalation import escalation_exhibit
from workbench.figures.exhibit import Exhibit, Exhibits
from workbench.figures.factor_matrix import factor_matrix_exhibit
from workbench.figures.factor_views import (
    crosswalk_exhibit,
    interactions_exhibit,
    went_well_exhibit,
)
from workbench.figures.fishbone import fishbone_exhibit
from workbench.figures.interfaces import ownership_exhibit
from workbench.figures.people import (
    involvement_exhibit,
    representation_exhibit,
    support_exhibit,
)
from workbench.figures.plans import plans_exhibit
from workbench.figures.portfolio import portfolio_exhibit
from workbench.figures.quality import quality_exhibit
from workbench.figures.rapid_review import rapid_review_exhibit
from workbench.figures.restrictions import force_exhibit, restrictions_exhibit
from workbench.figures.scope import (
    evidence_exhibit,
    incident_exhibit,
    questions_exhibit,
    scope_exhibit,
)
from workbench.figures.shifts import shifts_exhibit
from workbench.figures.stages import stages_exhibit
from workbench.figures.telling import comments_exhibit, readability_exhibit, summaries_of
from workbench.figures.thread_table import thread_exhibit
from workbench.figures.timeline import timeline_exhibit
from workbench.figures.triage import alerts_exhibit, proposal_exhibit, triage_exhibit
from workbench.figures.whys import whys_exhibit
from workbench.notebooks.live import step
from workbench.notebooks.next_stage import next_stage_exhibit
from workbench.notebooks.opening import OpenCase, open_case
from workbench.notebooks.to_do import to_do_exhibit

__all__ = [
    "actions",
    "assurance",
    "barriers",
    "causes",
    "clocks",
    "comments",
    "commission",
    "crosswalk",
    "cut_sets",
    "duties",
    "escalation",
    "evidence",
    "factors",
    "findings",
    "fishbones",
    "incident",
    "open_case",
    "ownership",
    "people",
    "plans",
    "quality",
    "questions",
    "rapid_review",
    "restrictions",
    "scope",
    "shifts",
    "sign_off",
    "stages",
    "summaries",
    "thread",
    "timeline",
    "triage",
    "went_well",
    "whys",
]


@step
def incident(case: OpenCase) -> Exhibits:
    """Return the incident as it was reported, with what the case has supplied since."""
    return _shown(case, "scope", incident_exhibit(case.case))


@step
def triage(case: OpenCase) -> Exhibits:
    """Return what triage decided, which depth the facts speak for, and who was alerted or told."""
    proposal = propose(case.case)
    return _shown(
        case,
        "triage",
        triage_exhibit(case.case, proposal),
        proposal_exhibit(proposal),
        alerts_exhibit(case.case),
    )


@step
def duties(case: OpenCase) -> Exhibits:
    """Return which duties may apply and why, who decides, what was decided, and steps taken.

    While working, also what else would come into question on further facts.
    """
    found = duties_of(case.case, case.provider_type, on=case.on)
    running = duty_clocks(case.case, case.provider_type, on=case.on)
    return _shown(
        case,
        "duties",
        safeguarding_exhibit(case.case),
        duties_exhibit(found, running, case.on),
        duty_steps_exhibit(found),
        *((others_exhibit(found),) if case.live else ()),
    )


@step
def clocks(case: OpenCase) -> Exhibits:
    """Return the clocks that run on the case: what started each, who set it, when it lapses."""
    running = running_clocks(case.case, case.provider_type, on=case.on)
    return _shown(case, "", clocks_exhibit(running, case.on))


@step
def rapid_review(case: OpenCase) -> Exhibits:
    """Return the three questions of a rapid learning review, answered from the case."""
    return _shown(case, "", rapid_review_exhibit(case.case, case.on))


@step
def scope(case: OpenCase) -> Exhibits:
    """Return what the case is about, and the incident as it was reported."""
    return _shown(case, "scope", scope_exhibit(case.case), incident_exhibit(case.case))


@step
def people(case: OpenCase) -> Exhibits:
    """Return who speaks for whom, how people took part, and how staff were looked after."""
    return _shown(
        case,
        "people",
        representation_exhibit(case.case),
        involvement_exhibit(case.case),
        support_exhibit(case.case),
    )


@step
def commission(case: OpenCase) -> Exhibits:
    """Return the terms of reference, who investigates, and what runs beside."""
    return _shown(case, "commission", commission_exhibit(case.case))


@step
def questions(case: OpenCase) -> Exhibits:
    """Return the questions asked, and how far each is answered."""
    return _shown(case, "questions", questions_exhibit(case.case))


@step
def evidence(case: OpenCase) -> Exhibits:
    """Return what the case is known from."""
    return _shown(case, "evidence", evidence_exhibit(case.case))


@step
def timeline(case: OpenCase) -> Exhibits:
    """Return what happened, in order, with silences and accounts that differ."""
    return _shown(case, "timeline", timeline_exhibit(case.timeline, case.case))


@step
def plans(case: OpenCase) -> Exhibits:
    """Return the plans as they were in force, beside the day it happened."""
    held = plans_exhibit(plans_at_the_time(case.case), incident_days(case.case))
    return _quietly(case, "plans", held)


@step
def escalation(case: OpenCase) -> Exhibits:
    """Return each early warning with the threshold for it, the step up, and how long it took."""
    return _quietly(case, "escalation", escalation_exhibit(measure_escalation(case.case)))


@step
def shifts(case: OpenCase) -> Exhibits:
    """Return who was there to do the work, planned and actual."""
    return _quietly(case, "shifts", shifts_exhibit(case.case))


@step
def ownership(case: OpenCase) -> Exhibits:
    """Return who owns what between organisations, and whom to turn to when an answer is slow."""
    return _quietly(case, "ownership", ownership_exhibit(case.case))


@step
def factors(case: OpenCase) -> Exhibits:
    """Return the factors by lens and by group, and how they worked on each other."""
    return _shown(
        case,
        "factors",
        factor_matrix_exhibit(case.case, case.framework),
        interactions_exhibit(case.case),
    )


@step
def crosswalk(case: OpenCase) -> Exhibits:
    """Return the same factors under other frameworks; in a record, under SEIPS only."""
    names = FACTOR_FRAMEWORKS if case.live else ("seips",)
    return _quietly(case, "", crosswalk_exhibit(case.case, case.framework, names))


@step
def went_well(case: OpenCase) -> Exhibits:
    """Return what went well, what helped, what held, and the practice to keep."""
    return _quietly(case, "", went_well_exhibit(case.case))


@step
def fishbones(case: OpenCase) -> Exhibits:
    """Return one fishbone for each problem."""
    return _shown(case, "fishbone", fishbone_exhibit(case.case, case.framework))


@step
def causes(case: OpenCase) -> Exhibits:
    """Return the causal graph, and every link as a sentence."""
    return _shown(case, "causes", causal_graph_exhibit(case.graph, case.case))


@step
def whys(case: OpenCase) -> Exhibits:
    """Return the whys as a tree, and its chains read back with “therefore”."""
    return _quietly(case, "", whys_exhibit(ask_why(case.graph, case.case)))


@step
def cut_sets(case: OpenCase) -> Exhibits:
    """Return the groups of causes that were enough for the outcome, and what breaks each."""
    return _quietly(case, "", cut_sets_exhibit(find_cut_sets(case.graph), case.graph))


@step
def barriers(case: OpenCase) -> Exhibits:
    """Return what stood between hazard and person, and what it did."""
    return _quietly(case, "barriers", barriers_exhibit(case.case))


@step
def findings(case: OpenCase) -> Exhibits:
    """Return what was found, and what each finding rests on."""
    return _shown(case, "findings", findings_exhibit(case.case))


@step
def actions(case: OpenCase) -> Exhibits:
    """Return what will change, and how strong the actions are together."""
    held = actions_exhibit(case.case)
    if not case.case.all(Action):
        return _shown(case, "actions", held)
    return _shown(case, "actions", held, portfolio_exhibit(build_portfolio(case.case)))


@step
def restrictions(case: OpenCase) -> Exhibits:
    """Return the restrictions with their reviews, and what is recorded of any use of force."""
    held = restrictions_exhibit(case.case, standings(case.case, case.on))
    force = force_exhibit(case.case)
    return _shown(case, "restrictions", held, *((force,) if force else ()))


@step
def assurance(case: OpenCase) -> Exhibits:
    """Return how it will show that the actions worked, and what was found so far."""
    return _shown(case, "assurance", assurance_exhibit(case.case))


@step
def thread(case: OpenCase) -> Exhibits:
    """Return the golden thread from question to verified result, broken links first."""
    return _shown(case, "", thread_exhibit(case.thread))


@step
def comments(case: OpenCase) -> Exhibits:
    """Return what people said about the draft, and what they were answered."""
    return _shown(case, "comments", comments_exhibit(case.case))


@step
def summaries(case: OpenCase) -> Exhibits:
    """Return the summaries in easy words, for the family and for staff.

    While working, also how easy each is to read.
    """
    written = summaries_of(case.case)
    counted = (readability_exhibit(case.case),) if case.live or not written else ()
    return _shown(case, "summaries", *written, *counted)


@step
def quality(case: OpenCase) -> Exhibits:
    """Return what speaks to each dimension of the investigation's quality, and its ratings."""
    return _shown(case, "quality", quality_exhibit(case.quality))


@step
def sign_off(case: OpenCase) -> Exhibits:
    """Return who must approve, and who has."""
    return _shown(case, "sign-off", sign_off_exhibit(case.case, case.required_roles))


@step
def stages(case: OpenCase) -> Exhibits:
    """Return the path of the case from the report on, and while working what comes next."""
    path = stages_exhibit(case.case)
    if not case.live:
        return _shown(case, "stages", path)
    return _shown(case, "stages", path, next_stage_exhibit(case.case, case.report))


def _quietly(case: OpenCase, name: str, exhibit: Exhibit) -> Exhibits:
    """Show one exhibit, and what is to do about it only where something is."""
    to_do = to_do_exhibit(case.case, case.report, name) if case.live and name else None
    return Exhibits(exhibits=(exhibit, to_do) if to_do and to_do.table else (exhibit,))


def _shown(case: OpenCase, name: str, *exhibits: Exhibit) -> Exhibits:
    if case.live and name:
        return Exhibits(exhibits=(*exhibits, to_do_exhibit(case.case, case.report, name)))
    return Exhibits(exhibits=exhibits)
