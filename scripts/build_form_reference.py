"""Write `docs/reference/what-can-be-entered.md` from the forms, or compare with `--check`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from generated import keep

from workbench.domain.frameworks import factor_framework
from workbench.domain.roles import DEFAULT_ROLES
from workbench.widgets.forms.catalogue import DESCRIBED, form_of
from workbench.widgets.forms.form import Choice, Field, Form
from workbench.widgets.forms.said import Setting
from workbench.widgets.steps import STEPS

PAGE = Path(__file__).parent.parent / "docs" / "reference" / "what-can-be-entered.md"

OPENING = """\
# What can be entered

Every form of the workbench, step by step, with its questions as they stand on the page. This page
is written from the forms themselves, so that people who know care can read them and say what is
unclear, missing, or put in a way that hurts.

A question in **bold** must be answered before an entry can be kept; the checks may ask for more
before a case is approved. *Under More* stands what few entries need. Names of people are written
nowhere but in the list of names, and where somebody answers for an action or a decision.

The groups of a factor are those of the framework that a workspace has chosen; here those of
{framework}.
"""

ELSEWHERE = "Kept with the case, in no step"
FEW = 30
"""How many choices are listed in full; a longer list is named by how many it has."""

INPUTS = {
    "text": "one line",
    "long-text": "text",
    "lines": "any number, one at a time",
    "choice": "choose one",
    "choices": "choose any",
    "tick": "tick",
    "number": "number",
    "date": "a day",
    "moment": "a day and time",
    "when": "a time, as precisely as it is known",
    "part": "",
    "parts": "any number of these",
    "file": "a file",
}


def page() -> str:
    """Return the page as Markdown."""
    framework = factor_framework("npsa")
    setting = Setting(framework, DEFAULT_ROLES)
    parts = [OPENING.format(framework=framework.name)]
    for heading, kinds in _steps():
        parts.append(f"## {heading}\n")
        parts += ["\n".join(_lines(form_of(kind, setting))) for kind in kinds]
    return "\n".join(parts)


def _steps() -> Iterator[tuple[str, list[str]]]:
    """Each step with the kinds that have not stood in one before it."""
    left = dict.fromkeys(DESCRIBED)
    for step in STEPS.values():
        here = [kind for kind in step.kinds if kind in left]
        for kind in here:
            del left[kind]
        if here:
            yield step.title, here
    yield ELSEWHERE, list(left)


def _lines(form: Form) -> Iterator[str]:
    title = form.one if form.one == form.many else f"{form.one} (many: {form.many})"
    yield f"### {title[0].upper()}{title[1:]}\n"
    yield f"{form.intro}\n"
    grouped = {name: group for group in form.groups for name in group.fields}
    for field in form.fields:
        if field.name not in grouped:
            yield from _field(field, 0)
    for group in form.groups:
        yield f"- *{group.label}*{f': {group.help}' if group.help else ''}"
        for field in form.fields:
            if grouped.get(field.name) is group:
                yield from _field(field, 1)
    yield ""


def _field(field: Field, depth: int) -> Iterator[str]:
    indent = "    " * depth
    label = f"**{field.label}**" if field.required else field.label
    more = ["under More"] if field.more else []
    how = "; ".join([one for one in (_entered(field), *more) if one])
    said = [f"{label} ({how})" if how else label]
    if field.help:
        said.append(f": {field.help}")
    if field.example:
        said.append(f" *For example: {field.example}*")
    yield f"{indent}- {''.join(said)}"
    yield from (f"{indent}    - {_choice(one)}" for one in _shown(field.choices))
    for inner in field.fields:
        yield from _field(inner, depth + 1)


def _entered(field: Field) -> str:
    if field.to:
        many = "any" if field.input == "references" else "one"
        kinds = ", ".join(DESCRIBED[kind].one for kind in field.to[:3])
        return f"choose {many}: {kinds}{' and others' if len(field.to) > 3 else ''}"
    how = "yes or no" if field.input == "tick" and field.required else INPUTS[field.input]
    if len(field.choices) > FEW:
        return f"{how} of {len(field.choices)}"
    return f"{how}, with suggestions" if field.input == "text" and field.choices else how


def _shown(choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
    return choices if len(choices) <= FEW else ()


def _choice(one: Choice) -> str:
    return f"{one.label}: {one.help}" if one.help else one.label


if __name__ == "__main__":
    raise SystemExit(keep({PAGE: page()}, sys.argv[1:]))
