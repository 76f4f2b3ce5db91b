"""What the page of a case shows: its path, what stands in the way, who decided, what was made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Final

from workbench.checks.registry import Gate
from workbench.checks.report import CheckFinding, CheckReport
from workbench.conduct.at_a_glance import title_of
from workbench.conduct.session import Session
from workbench.conduct.stages import blockers, current_stage, is_issued
from workbench.domain.case import Case
from workbench.domain.stages import Stage, StageMove
from workbench.domain.standing import last_decisions, standing_decisions
from workbench.domain.vocabulary import Decision
from workbench.domain.when import LONDON
from workbench.errors import InvalidInput, UnreadableFile
from workbench.notebooks.page import steps_shown
from workbench.notebooks.templates import (
    TemplateWords,
    template_bytes,
    template_names,
    template_words,
)
from workbench.record.keyring import people_in_role
from workbench.record.places import notebook_path
from workbench.record.text_of_notebooks import notebooks_digest
from workbench.server.links import Links
from workbench.widgets.forms.quoted import message_in_words
from workbench.widgets.steps import STEPS, step_of

__all__ = [
    "CaseView",
    "Decided",
    "Holder",
    "Notebook",
    "Obstacle",
    "case_view",
    "chosen_holder",
    "holders",
]

_APPROVAL: Final = "GOV001"


@dataclass(frozen=True, slots=True)
class Notebook:
    """A notebook of the case: the template it began from, and where it opens (None: not here)."""

    words: TemplateWords
    address: str | None
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What stands in the way of a stage, in words, with the step of a notebook to mend it in.

    Where no notebook of the case has the step, `elsewhere` names the kind of notebook that does.
    """

    gate: str
    code: str
    subject: str
    message: str
    question: str | None
    excerpt: str | None
    acceptable: bool
    step: str | None = None
    address: str | None = None
    elsewhere: str | None = None


@dataclass(frozen=True, slots=True)
class Decided:
    """What a role that signs has decided: how its decision stands, who made it, and their words."""

    role: str
    standing: str
    counts: bool
    name: str | None = None
    at: datetime | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who holds a key for a role; `value` stands for both in a form."""

    role: str
    name: str

    @property
    def value(self) -> str:
        """The two as one text, which no other holder has."""
        return f"{self.role}\t{self.name}"


@dataclass(frozen=True, slots=True)
class CaseView:
    """Everything that the page of a case shows of it.

    `obstacles` stand before the next stage, `before_wanted` before a later one that was asked for,
    and `before_approval` before anybody can approve.
    """

    case_id: str
    title: str
    stage: Stage
    toward: Stage | None
    moves: tuple[StageMove, ...]
    obstacles: tuple[Obstacle, ...]
    before_wanted: tuple[Obstacle, ...]
    before_approval: tuple[Obstacle, ...]
    notebooks: tuple[Notebook, ...]
    further: tuple[TemplateWords, ...]
    decided: tuple[Decided, ...]
    records: tuple[str, ...]
    drafts: tuple[str, ...]


def case_view(
    session: Session, case_id: str, links: Links, at: datetime, wanted: Stage | None = None
) -> CaseView:
    """Return what the page of a case shows; whoever asks was admitted before.

    `wanted` is the stage that the case was asked to move to, None where it was not.

    Raises:
        ChainBroken: an entry was changed behind the ledger's back.
        NotFound: there is no such case.
    """
    on = at.astimezone(LONDON).date()
    examined = session.examine(case_id, on)
    case, folder = examined.case, session.workspace.cases / case_id
    notebooks = _notebooks(session, case, links)
    stage = current_stage(case)
    have = {one.words.name for one in notebooks}
    return CaseView(
        case_id,
        title_of(case),
        stage,
        stage.next,
        tuple(reversed(case.all(StageMove))),
        _obstacles(session, case, stage.next, notebooks, on),
        _obstacles(session, case, wanted, notebooks, on),
        _before_approval(case, examined.report, notebooks),
        notebooks,
        tuple(template_words(name) for name in template_names() if name not in have),
        _decided(session, case, _fingerprint(folder)),
        _names(session.workspace.records, f"{case_id}-*.html"),
        _names(folder, "draft-*.html"),
    )


def holders(session: Session, at: datetime) -> tuple[Holder, ...]:
    """Return who holds a key for each role that signs here, in the order of the roles."""
    return tuple(
        Holder(role, name)
        for role in session.workspace.config.sign_off_roles
        for name in sorted({key.name for key in people_in_role(session.workspace, role, at)})
    )


def chosen_holder(session: Session, value: str, at: datetime) -> Holder:
    """Return the holder whose `value` was chosen on a page.

    Raises:
        InvalidInput: nobody was chosen, or somebody who holds no key for the role any more.
    """
    known = {one.value: one for one in holders(session, at)}
    if value not in known:
        raise InvalidInput(
            "It was not chosen who decides, and in which role.",
            "Choose yourself. Who is not there has no key for the role yet.",
        )
    return known[value]


def _notebooks(session: Session, case: Case, links: Links) -> tuple[Notebook, ...]:
    """The notebooks of a case, the one that it was started with first."""
    first = next(info.template for info in session.ledger.cases() if info.id == case.id)
    names = sorted(template_names(), key=lambda name: (name != first, name))
    paths = ((name, notebook_path(session.workspace, case.id, name)) for name in names)
    return tuple(
        Notebook(template_words(name), links.notebook(path), _steps_of_file(path))
        for name, path in paths
        if path.is_file()
    )


def _steps_of_file(path: Path) -> tuple[str, ...]:
    """The steps of a notebook; none where it cannot be read."""
    try:
        return steps_shown(path.read_bytes())
    except OSError:
        return ()


def _obstacles(
    session: Session, case: Case, to: Stage | None, notebooks: tuple[Notebook, ...], on: date
) -> tuple[Obstacle, ...]:
    if to is None:
        return ()
    examined = session.examine(case.id, on, to.before)
    issued = is_issued(case, session.record_log.events())
    found = blockers(examined.case, examined.report, to, issued)
    places = _Places(case, examined.report, notebooks)
    return tuple(places.obstacle(one.gate, one.code, one.subject, one.message) for one in found)


def _before_approval(
    case: Case, report: CheckReport, notebooks: tuple[Notebook, ...]
) -> tuple[Obstacle, ...]:
    places = _Places(case, report, notebooks)
    return tuple(
        places.obstacle(one.gate or Gate.APPROVE, one.code, one.subject, one.message)
        for one in report.blocking(Gate.APPROVE)
    )


@dataclass(frozen=True, slots=True)
class _Places:
    """Finds the question and the notebook's step for what a check found."""

    case: Case
    report: CheckReport
    notebooks: tuple[Notebook, ...]

    def obstacle(self, gate: Gate, code: str, subject: str, message: str) -> Obstacle:
        finding = next(
            (
                one
                for one in self.report.open
                if (one.code, one.subject, one.message) == (code, subject, message)
            ),
            None,
        )
        if finding is None or code == _APPROVAL:
            return Obstacle(gate, code, subject, message, None, None, acceptable=False)
        step, address, elsewhere = self._step(finding)
        return Obstacle(
            gate,
            code,
            subject,
            message_in_words(message, self.case.find(subject)),
            finding.question,
            finding.excerpt,
            finding.acceptable,
            step,
            address,
            elsewhere,
        )

    def _step(self, finding: CheckFinding) -> tuple[str | None, str | None, str | None]:
        for one in self.notebooks:
            name = step_of(self.case, finding, one.steps)
            if name in one.steps:
                return STEPS[name].title, one.address, None
        for template in template_names():
            steps = steps_shown(template_bytes(template))
            if step_of(self.case, finding, steps) in steps:
                return None, None, template_words(template).title
        return None, None, None


def _fingerprint(folder: Path) -> str | None:
    """The fingerprint of a case's notebooks, None where one of them cannot be read."""
    try:
        return notebooks_digest(folder)
    except UnreadableFile:
        return None


def _decided(session: Session, case: Case, notebooks: str | None) -> tuple[Decided, ...]:
    last, standing = last_decisions(case), standing_decisions(case)
    found = []
    for role in session.workspace.config.sign_off_roles:
        one = last.get(role)
        if one is None:
            found.append(Decided(role, "not decided yet", counts=False))
            continue
        words, counts = "approved", True
        if one.decision is Decision.RETURNED:
            words, counts = "returned", False
        elif role not in standing:
            words, counts = "approved, and the case was changed since", False
        elif one.notebooks != notebooks:
            words, counts = "approved, and a notebook was changed since", False
        found.append(Decided(role, words, counts, one.name, one.at, one.meaning))
    return tuple(found)


def _names(folder: Path, pattern: str) -> tuple[str, ...]:
    return tuple(sorted((path.stem for path in folder.glob(pattern)), reverse=True))
