"""What a step's page shows, as JSON values: the view, and the setup that never changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from workbench.checks.registry import Severity
from workbench.checks.report import CheckFinding
from workbench.domain.case import Case
from workbench.domain.kinds import KINDS, encode, kind_named
from workbench.domain.story import Event
from workbench.domain.values import Entity
from workbench.figures.exhibit import Exhibits
from workbench.widgets.desk import Desk, Seen
from workbench.widgets.drawings import actions, causes, factors, fishbone, timeline
from workbench.widgets.forms.catalogue import form_of
from workbench.widgets.forms.details import detail_of
from workbench.widgets.forms.form import Field, Form
from workbench.widgets.forms.said import Setting
from workbench.widgets.forms.titles import title_of
from workbench.widgets.steps import (
    STEPS,
    Step,
    kinds_edited,
    kinds_with_form,
    place_of,
    steps_with_entries,
)
from workbench.widgets.wire import Answer, finding_to_json

__all__ = ["setup_of", "view_of"]

_EXTRA: Final[Mapping[str, Callable[[Seen], Mapping[str, object]]]] = {
    "actions": lambda seen: actions.extra(seen.case),
    "causes": lambda seen: causes.extra(seen.case, seen.graph, seen.report.open),
    "factors": lambda seen: factors.extra(seen.case, seen.framework),
    "fishbone": lambda seen: fishbone.extra(seen.case, seen.framework),
    "timeline": lambda seen: timeline.extra(seen.case, seen.timeline),
}


def setup_of(desk: Desk[Any], step: Step) -> Answer:
    """Return what the page of a step is made from: its sections and their forms."""
    forms = {kind: _form(desk, kind) for kind in kinds_with_form(step, desk.steps)}
    sections = [
        _section(forms[kind], single=kind_named(kind).single)
        for kind in kinds_edited(step, desk.steps)
    ]
    return {
        "case": desk.case_id,
        "step": step.name,
        "title": step.title,
        "layout": step.layout,
        "intro": step.intro,
        "sections": sections,
        "forms": {kind: form.to_json() for kind, form in forms.items()},
    }


def view_of(desk: Desk[Any], step: Step, figures: Callable[[], Exhibits] | None = None) -> Answer:
    """Return what a step holds now.

    `figures` draws the step's exhibits; they are left out where it is None. Names of people are in
    the rows of the kind `name` only.
    """
    seen, case = desk.seen, desk.case
    places = {id(finding): place_of(seen.case, finding, desk.steps) for finding in seen.report.open}
    here = [one for one in seen.report.open if places[id(one)] == step.name]
    extra = _EXTRA.get(step.layout)
    return {
        "case": case.id,
        "step": step.name,
        "title": step.title,
        "seq": case.head.seq,
        "on": seen.report.on.isoformat(),
        "person": desk.person,
        "sections": [_rows(case, seen.case, kind) for kind in kinds_edited(step, desk.steps)],
        "references": _references(desk, step, seen.case),
        "findings": [
            finding_to_json(one, seen.case.find(one.subject)) for one in sorted(here, key=_weight)
        ],
        "progress": _progress(desk, seen.report.open, places),
        "elsewhere": _elsewhere(desk, seen.report.open, places),
        "figures": _html(figures()) if figures else None,
        "undo": desk.deeds.done[-1].words if desk.deeds.done else None,
        "redo": desk.deeds.undone[-1].words if desk.deeds.undone else None,
        "extra": dict(extra(seen)) if extra else {},
    }


def _form(desk: Desk[Any], kind: str) -> Form:
    config = desk.session.workspace.config
    return form_of(kind, Setting(desk.seen.framework, config.sign_off_roles))


def _section(form: Form, *, single: bool) -> Answer:
    return {
        "kind": form.kind,
        "label": form.one if single else form.many,
        "one": form.one,
        "add": f"Add {form.one}",
        "empty": f"No {form.one} yet." if single else f"No {form.many} yet.",
        "single": single,
    }


def _rows(case: Case, shown: Case, kind: str) -> Answer:
    return {"kind": kind, "rows": [_row(case, shown, one) for one in _all(case, kind)]}


def _row(case: Case, shown: Case, entity: Entity) -> Answer:
    stamp = case.stamps[entity.id]
    return {
        "id": entity.id,
        "version": stamp.version,
        "title": title_of(entity, shown),
        "detail": detail_of(entity, shown),
        "data": encode(entity),
        "by": stamp.author,
        "at": stamp.at.isoformat(),
    }


def _all(case: Case, kind: str) -> tuple[Entity, ...]:
    """The entities of a kind; events in the order of their time."""
    if kind == "event":
        return tuple(sorted(case.all(Event), key=lambda one: one.when.start))
    return case.all(kind_named(kind).model)


def _references(desk: Desk[Any], step: Step, case: Case) -> Answer:
    forms = (_form(desk, name) for name in kinds_with_form(step, desk.steps))
    kinds = sorted({kind for form in forms for kind in _to(form.fields)})
    return {
        kind: [{"id": one.id, "label": title_of(one, case)} for one in _all(case, kind)]
        for kind in kinds
        if kind in KINDS
    }


def _to(fields: Iterable[Field]) -> Iterator[str]:
    for one in fields:
        yield from one.to
        yield from _to(one.fields)


def _progress(
    desk: Desk[Any], findings: Iterable[CheckFinding], places: Mapping[int, str]
) -> list[dict[str, Any]]:
    every, blocking = _counted(findings, places)
    return [
        {
            "step": step.name,
            "title": step.title,
            "entries": sum(len(_all(desk.case, kind)) for kind in kinds_edited(step, desk.steps)),
            "blocking": blocking[step.name],
            "open": every[step.name],
        }
        for step in steps_with_entries(desk.steps)
    ]


def _elsewhere(
    desk: Desk[Any], findings: Iterable[CheckFinding], places: Mapping[int, str]
) -> list[dict[str, Any]]:
    """What closes a gate and is mended in another notebook of the case, or on the case's page."""
    _, blocking = _counted(findings, places)
    here = {step.name for step in steps_with_entries(desk.steps)}
    return [
        {"step": name, "title": STEPS[name].title, "blocking": blocking[name]}
        for name in STEPS
        if name not in here and blocking[name]
    ]


def _counted(
    findings: Iterable[CheckFinding], places: Mapping[int, str]
) -> tuple[Counter[str], Counter[str]]:
    """How many findings belong to each step: all of them, and those that close a gate."""
    found = tuple(findings)
    return (
        Counter(places[id(one)] for one in found),
        Counter(places[id(one)] for one in found if one.gate is not None),
    )


def _weight(finding: CheckFinding) -> tuple[bool, int]:
    """What closes a gate first, then what warns, then what only advises."""
    return finding.gate is None, list(Severity).index(finding.severity)


def _html(exhibits: Exhibits) -> str:
    return str(exhibits._repr_mimebundle_()["text/html"])
