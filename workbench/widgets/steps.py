"""The steps of a guided notebook: what each is called, and which kinds of entry it edits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from workbench.checks.report import CheckFinding
from workbench.domain.case import Case
from workbench.domain.kinds import kind_of

__all__ = [
    "STEPS",
    "Step",
    "kinds_edited",
    "kinds_saved",
    "kinds_with_form",
    "place_of",
    "step_of",
    "steps_with_entries",
]


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its name, its title, the kinds it edits, and how the page lays it out.

    `layout` names the module of the page. `drawn` are further kinds that its drawing changes. A
    step without kinds only shows what other steps hold.
    """

    name: str
    title: str
    kinds: tuple[str, ...] = ()
    layout: str = "step"
    intro: str = ""
    drawn: tuple[str, ...] = ()


# Where two steps edit a kind, the first of them is its home.
_ALL: Final = (
    Step("triage", "Triage", ("triage", "alert", "partner")),
    Step("duties", "Duties", ("safeguarding", "duty", "duty-step")),
    Step("clocks", "Clocks that run"),
    Step(
        "scope",
        "Scope",
        ("scope", "person", "name", "manager-review", "supplement", "safeguarding"),
        intro="People are references, such as P1. The name behind a reference is kept apart: it "
        "is shown here only, and never stands in a notebook or a record.",
    ),
    Step("incident", "Incident", ("person", "name", "manager-review", "supplement")),
    Step("commission", "Commission", ("commission",)),
    Step("people", "People", ("representation", "involvement", "staff-support", "interview")),
    Step("questions", "Questions", ("question",)),
    Step("evidence", "Evidence", ("evidence", "interview")),
    Step("plans", "Plans in force", ("plan-in-force",)),
    Step("timeline", "Timeline", ("event", "gap"), layout="timeline"),
    Step("escalation", "Escalation", ("escalation-step",)),
    Step("factors", "Factors", ("factor", "lens-consideration"), layout="factors"),
    Step("shifts", "Shifts", ("shift",)),
    Step("ownership", "Who owns what", ("ownership",)),
    Step("crosswalk", "Other frameworks"),
    Step("fishbone", "Fishbone", ("problem", "factor"), layout="fishbone", drawn=("cause",)),
    Step("causes", "Causes", ("cause", "link"), layout="causes"),
    Step("whys", "Whys"),
    Step("cut-sets", "Enough causes"),
    Step("barriers", "Barriers", ("barrier",)),
    Step("findings", "Findings", ("finding",)),
    Step("went-well", "What went well"),
    Step("actions", "Actions", ("action", "faces"), layout="actions"),
    Step("restrictions", "Restrictions", ("restriction", "restriction-review")),
    Step("assurance", "Assurance", ("measure", "verification")),
    Step("rapid-review", "The review in brief"),
    Step("thread", "Golden thread"),
    Step("comments", "Comments", ("comment",)),
    Step("summaries", "Summaries", ("summary",)),
    Step("quality", "Quality", ("quality-rating",)),
    Step(
        "sign-off",
        "Sign-off",
        ("acceptance",),
        intro="What the checks found and somebody accepted, with the reason. The case is approved, "
        "and its record made and signed, on a page of its own: choose “Sign and export”, above the "
        "notebook.",
    ),
    Step("stages", "Stages"),
)

STEPS: Final = {step.name: step for step in _ALL}
"""Every step by its name."""

_ACCEPTANCE: Final = "acceptance"

_HOME: Final[dict[str, str]] = {}
for _step in _ALL:
    for _kind in _step.kinds:
        _HOME.setdefault(_kind, _step.name)

_MADE_ELSEWHERE: Final = {"sign-off": "sign-off", "stage": "stages", "incident": "scope"}
_BEFORE_APPROVAL: Final = "sign-off"
_ABOUT_PEOPLE: Final = {"PPL": "people", "CMT": "comments", "SUM": "summaries"}
_STEP_OF_CODE: Final = {
    "BAS002": "questions",
    "BAS003": "findings",
    "MET005": "shifts",
    "MET009": "plans",
}
_KIND_ASKED_FOR: Final = {"INC004": "safeguarding"}
_STEP_OF_FAMILY: Final = {
    "TRI": "triage",
    "LAW": "duties",
    "COM": "commission",
    "STG": "stages",
    "QUE": "questions",
    "EVI": "evidence",
    "TIM": "timeline",
    "FAC": "factors",
    "GRA": "causes",
    "FND": "findings",
    "ACT": "actions",
    "RES": "restrictions",
    "QUA": "quality",
    "GOV": "sign-off",
}


def steps_with_entries(names: Iterable[str]) -> tuple[Step, ...]:
    """Return the steps of a notebook in which something is entered, in its order."""
    return tuple(STEPS[name] for name in dict.fromkeys(names) if STEPS[name].kinds)


def kinds_edited(step: Step, among: Iterable[str]) -> tuple[str, ...]:
    """Return the kinds that `step` edits in a notebook with the steps called `among`.

    A kind whose home is another step of that notebook is edited there and not here; those that a
    drawing works on are edited in both.
    """
    others = set(among) - {step.name}
    return tuple(kind for kind in step.kinds if step.layout != "step" or _HOME[kind] not in others)


def kinds_with_form(step: Step, among: Iterable[str]) -> tuple[str, ...]:
    """Return the kinds that `step` has a form for: those it edits, and accepting a finding."""
    return tuple(dict.fromkeys((*kinds_edited(step, among), _ACCEPTANCE)))


def kinds_saved(step: Step, among: Iterable[str]) -> frozenset[str]:
    """Return the kinds that the page of `step` may save; none where it only shows."""
    return frozenset((*kinds_with_form(step, among), *step.drawn)) if step.kinds else frozenset()


def place_of(case: Case, finding: CheckFinding, among: Iterable[str]) -> str:
    """Return the step of a notebook, with the steps called `among`, that a finding belongs to.

    That is where it is mended; where the notebook has no such step, the first that edits what it
    is about; where none does, the one before approval, so that nothing that closes a gate is
    out of sight.
    """
    names = tuple(name for name in among if STEPS[name].kinds)
    home = step_of(case, finding, names)
    if home in names:
        return home
    entity = case.find(finding.subject)
    kind = kind_of(type(entity)).name if entity is not None else ""
    last = _BEFORE_APPROVAL if _BEFORE_APPROVAL in names else home
    return next((name for name in names if kind in STEPS[name].kinds), last)


def step_of(case: Case, finding: CheckFinding, among: tuple[str, ...] = ()) -> str:
    """Return the step in which a finding is mended: by what it is about, else by its family.

    Where it is about somebody's part in the investigation, its family says it. Where it asks for
    an entry that notebooks have in different steps, those of the notebook, `among`, do.
    """
    asked = _KIND_ASKED_FOR.get(finding.code)
    there = (name for name in among if asked in kinds_edited(STEPS[name], among))
    if asked and (found := next(there, None)):
        return found
    if finding.code[:3] in _ABOUT_PEOPLE:
        return _ABOUT_PEOPLE[finding.code[:3]]
    entity = case.find(finding.subject)
    if entity is not None:
        kind = kind_of(type(entity)).name
        return _HOME.get(kind) or _MADE_ELSEWHERE.get(kind, "scope")
    known = {**_STEP_OF_FAMILY, **_STEP_OF_CODE}
    return known.get(finding.code, known.get(finding.code[:3], "scope"))
