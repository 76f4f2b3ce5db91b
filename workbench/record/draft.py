"""A draft for comment: the case's notebook as a page that nobody has approved or signed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Final, TypeVar

from pydantic import BaseModel

from workbench.domain.case import Case
from workbench.domain.duty import DutyDecision, DutyStep
from workbench.domain.governance import Acceptance, SafeguardingDecision, SignOff, Supplement
from workbench.domain.inquiry import CaseIncident, PersonName
from workbench.domain.law import law_england
from workbench.domain.people import Comment, Interview, Representation, StaffSupport
from workbench.record.frozen_case import frozen_case_to_json
from workbench.record.names.residual import refuse_residual_names
from workbench.record.page import build_draft_page
from workbench.record.pieces import render_pieces
from workbench.record.places import read_notebook
from workbench.record.run import Progress, run_notebook
from workbench.workspace.files import write_private
from workbench.workspace.folder import Workspace

__all__ = ["Draft", "draft", "draft_path", "for_comment"]

V = TypeVar("V", bound=BaseModel)

_NAME: Final = "Name left out"
_SAFEGUARDING: Final = "safeguarding"
_LEFT_OUT: Final = (
    PersonName,
    SafeguardingDecision,
    Representation,
    StaffSupport,
    Interview,
    Comment,
    Acceptance,
    SignOff,
)


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft that was made: its file, the case, the template, and the entry it was made at."""

    path: Path
    case: str
    template: str
    head: int
    size: int


def draft(
    workspace: Workspace,
    case: Case,
    *,
    template: str,
    template_source: bytes,
    on: date,
    progress: Progress | None = None,
) -> Draft:
    """Make a draft of a case for comment, in the case's folder, and return where it is.

    Nothing has to be approved or closed for it. The notebook is run on what `for_comment` leaves
    of the case. An earlier draft is kept: a second one of a day has `-2` in its name.

    Raises:
        NotFound: the case's notebook is not there.
        NotebookFailed: a cell failed; the message says which.
        ResidualName: a listed name stands in the draft.
        StorageError: the draft cannot be written.
    """
    shown = for_comment(case)
    executed = run_notebook(
        read_notebook(workspace, case.id, template),
        {"case_id": case.id, "as_of": case.head.seq, "record_date": on.isoformat()},
        frozen_case=frozen_case_to_json(shown, workspace.config, workspace.framework, on),
        cwd=workspace.cases / case.id,
        progress=progress,
    )
    page = build_draft_page(shown, organisation=workspace.config.organisation, on=on)
    pieces = render_pieces(executed.content, page, template_source)
    refuse_residual_names(pieces, _with_names(shown, case), ())
    path, data = draft_path(workspace, case.id, on), b"".join(pieces)
    write_private(path, data)
    return Draft(path, case.id, template, case.head.seq, len(data))


def for_comment(case: Case) -> Case:
    """Return the case as a draft may show it: pseudonymous, and without what is private to one.

    Left out are names, how somebody decides and what may be shared about them, support for staff,
    conversations, what others commented, acceptances and sign-offs; and safeguarding: staff who
    read a draft may be those whom a concern is about. Whoever is held with a name and a role, such
    as the owner of an action, is shown by the role.
    """
    withheld = _on_safeguarding(case)
    return replace(
        case,
        entities=MappingProxyType(
            {
                model: MappingProxyType(
                    {
                        key: _without_safeguarding(_unnamed(one))
                        for key, one in held.items()
                        if key not in withheld
                    }
                )
                for model, held in case.entities.items()
                if model not in _LEFT_OUT
            }
        ),
        stamps=MappingProxyType(
            {key: replace(stamp, author=_NAME) for key, stamp in case.stamps.items()}
        ),
    )


def _on_safeguarding(case: Case) -> frozenset[str]:
    """The duties decided in safeguarding, the steps taken, and what the case adds on it."""
    known = {duty.code for duty in law_england().entries if duty.topic == _SAFEGUARDING}
    duties = {one.id for one in case.all(DutyDecision) if one.duty in known}
    steps = {one.id for one in case.all(DutyStep) if one.duty in duties}
    added = {one.id for one in case.all(Supplement) if one.field == _SAFEGUARDING}
    return frozenset(duties | steps | added)


def _without_safeguarding(value: V) -> V:
    """Return the incident without what the register says of safeguarding; all else as it is."""
    if not isinstance(value, CaseIncident) or value.incident.safeguarding is None:
        return value
    incident = value.incident.model_copy(update={"safeguarding": "Left out of this draft."})
    return value.model_copy(update={"incident": incident})


def draft_path(workspace: Workspace, case_id: str, on: date) -> Path:
    """Return where the next draft of a case on a day is written."""
    folder, name = workspace.cases / case_id, f"draft-{on.isoformat()}"
    taken = sum(1 for _ in folder.glob(f"{name}*.html"))
    path = folder / (f"{name}-{taken + 1}.html" if taken else f"{name}.html")
    while path.exists():
        taken += 1
        path = folder / f"{name}-{taken + 1}.html"
    return path


def _unnamed(value: V) -> V:
    """Return a value in which nobody who is held with a name and a role has a name."""
    held = {name: getattr(value, name) for name in type(value).model_fields}
    changed = {name: _unnamed_in(inner) for name, inner in held.items()}
    if "role" in held and held.get("name"):
        changed["name"] = _NAME
    return value.model_copy(
        update={name: new for name, new in changed.items() if new != held[name]}
    )


def _unnamed_in(inner: object) -> object:
    if isinstance(inner, BaseModel):
        return _unnamed(inner)
    if isinstance(inner, tuple):
        return tuple(_unnamed_in(one) for one in inner)
    return inner


def _with_names(shown: Case, case: Case) -> Case:
    """Return what a draft shows together with the names that must not stand in it."""
    names = case.entities.get(PersonName, MappingProxyType({}))
    return replace(shown, entities=MappingProxyType({**shown.entities, PersonName: names}))
