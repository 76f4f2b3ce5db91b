from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from typing import Any

import pytest

import workbench.widgets.forms.moments as moments
from workbench.domain import (
    access,
    change,
    commission,
    governance,
    inquiry,
    local_time,
    methods,
    people,
    reasoning,
    restriction,
    triage,
    when,
)
from workbench.domain.kinds import kind_named, validate
from workbench.errors import InvalidEntry
from workbench.widgets.forms.catalogue import DESCRIBED, form_of
from workbench.widgets.forms.messages import field_message
from workbench.widgets.forms.rules import RULES
from workbench.widgets.forms.values import fields_from_form

MODULES = (
    access,
    change,
    commission,
    governance,
    inquiry,
    local_time,
    methods,
    people,
    reasoning,
    restriction,
    triage,
    when,
)
CHOSEN = {"is not a required field; those are "}
"""Raised by fields that are chosen from a list, of which a form offers no other."""


def said(kind: str, fields: dict[str, Any]) -> dict[str, str]:
    with pytest.raises(InvalidEntry) as caught:
        validate(kind_named(kind), f"{kind_named(kind).prefix}1", fields_from_form(kind, fields))
    return told(kind, caught.value)


def told(kind: str, error: InvalidEntry) -> dict[str, str]:
    return dict(field_message(kind, path, why) for path, why in error.problems.items())


def rules_of_models() -> Iterator[str]:
    """The beginning of every message that a model of the domain raises, up to what is filled in."""
    for module in MODULES:
        tree = ast.parse(inspect.getsource(module))
        named = {
            target.id: node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "ValueError":
                yield _text(node.args[0], named)


def _text(node: ast.expr, named: dict[str, ast.expr]) -> str:
    if isinstance(node, ast.Name):
        return _text(named[node.id], named)
    if isinstance(node, ast.JoinedStr):
        return "".join(
            str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values
        )
    assert isinstance(node, ast.Constant)
    return str(node.value)


@pytest.mark.parametrize("problem", sorted(set(rules_of_models())))
def test_every_rule_of_the_models_has_words_for_a_form(problem: str) -> None:
    worded = any(re.search(rule.problem, problem) for rule in RULES)

    assert worded or any(problem.startswith(one) for one in CHOSEN) or "workbench reads" in problem


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.problem)
def test_every_rule_is_one_that_a_model_still_has(rule: Any) -> None:
    raised = [*rules_of_models(), *_of_moments()]

    assert any(re.search(rule.problem, problem) for problem in raised)


def _of_moments() -> Iterator[str]:
    for node in ast.walk(ast.parse(inspect.getsource(moments))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def test_what_is_missing_is_asked_for_in_the_words_of_the_field() -> None:
    assert said("event", {}) == {
        "when": "Say when it happened: a time, a day, or before or after when.",
        "what": "Say what happened.",
    }


def test_what_is_missing_in_a_part_is_asked_for_there() -> None:
    assert said("action", {"statement": "x", "owner": {"name": "Dana Example"}}) == {
        "owner.role": "Write the owner's role."
    }


@pytest.mark.parametrize(
    ("kind", "fields", "field", "message"),
    [
        (
            "question",
            {"text": "Why?", "state": "answered"},
            "answer",
            "Write the answer in words.",
        ),
        (
            "representation",
            {"person": "P1", "capacity": [{"decision": "d", "outcome": "lacks capacity"}]},
            "capacity.0.assessed_on",
            "Give the day of the assessment, and below it who assessed (a role). Without an "
            "assessment a person is presumed to have capacity.",
        ),
        ("event", {"what": "x", "when": {"earliest": "2026-07-02", "latest": "2026-07-01"}},
         "when.latest", "This is before the earlier time. Swap them."),
        ("shift", {"period": "1/7/2026", "planned": "two"}, "planned",
         "Write a number in digits, such as 12."),
        ("shift", {"period": "1/7/2026", "planned": -1}, "planned",
         "Write a number: 0 or more."),
        ("escalation-step", {"warning": "w", "step": "s", "within_hours": 0}, "within_hours",
         "Write a number: more than 0."),
        ("scope", {"title": "x" * 501, "summary": "y"}, "title",
         "Shorten this to 500 characters."),
        ("scope", {"title": "two\nlines", "summary": "y"}, "title",
         "Write a text on one line."),
        ("scope", {"title": "a\u202eb", "summary": "y"}, "title",
         "A character here cannot be seen or printed. Delete the text and type it again."),
        ("cause", {"statement": "x", "type": "somebody"}, "type", "Choose one of those listed."),
        ("action", {"statement": "x", "approach": "magic"}, "approach",
         "Choose one of those listed."),
        ("cause", {"statement": "x", "type": "event", "evidence": ["the chart"]}, "evidence.0",
         "Choose entries from the list."),
        ("evidence", {"title": "x", "type": "plan", "sha256": "0" * 64}, "sha256",
         "Choose the file again; not all of it came."),
        ("evidence", {"title": "x", "type": "plan", "sha256": "0" * 64, "size": -1}, "sha256",
         "Choose the file again; it did not arrive whole."),
        ("event", {"what": "x", "when": {"stated": "soon"}}, "when",
         "Give a day or a time, such as 14/03/2026 18:30."),
        ("event", {"what": "x", "when": "1/7/2026", "shoe": "left"}, "",
         "The page and the workbench do not fit together. Load the page again; what you typed is "
         "kept."),
        ("access", {"kept_by": "manager", "grants": [{"role": "lead", "because": "x"}]}, "grants",
         "Add the role that keeps the list to those who may see the case."),
        ("manager-review", {"role": "m", "at": "2026-10-25T01:30", "decision": "d"}, "at",
         "The clocks went back that night, so this time came twice. Say which it was: the first "
         "(summer time) or the second (winter time)."),
        ("manager-review", {"role": "m", "at": "2026-03-29T01:30", "decision": "d"}, "at",
         "The clocks went forward that night, so this time never came. Give the time as a clock "
         "showed it after the change."),
        ("manager-review", {"role": "m", "at": "1/7/2026", "decision": "d"}, "at",
         "Add the time of day, such as 18:30."),
        ("action", {"statement": "x", "due": "31/2/2026"}, "due",
         "There is no such day. Write day, month, year."),
        ("action", {"statement": "x", "due": "soon"}, "due",
         "Give a day, such as 14/03/2026."),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_said_beside_its_field(
    kind: str, fields: dict[str, Any], field: str, message: str
) -> None:
    assert said(kind, fields) == {field: message}


def test_a_rule_about_the_whole_is_shown_beside_its_field() -> None:
    """The name of a kind is the path of a rule about the whole, and may be that of a field too."""
    assert field_message("restriction", "restriction", "'time_limit' lies before 'starts_on'")[
        0
    ] == ("time_limit")
    assert field_message("name", "name", "is missing") == ("name", "Write the name.")


@pytest.mark.parametrize("kind", sorted(DESCRIBED))
def test_no_message_repeats_what_was_typed_or_the_name_of_a_field(kind: str) -> None:
    typed = "Zephyrine"
    form = form_of(kind)
    fields = {
        field.name: typed for field in form.fields if field.input not in ("text", "long-text")
    }
    messages: list[str] = []
    try:
        validate(kind_named(kind), f"{kind_named(kind).prefix}1", fields_from_form(kind, fields))
    except InvalidEntry as error:
        messages += told(kind, error).values()

    names = {field.name for field in form.fields if "_" in field.name}
    for message in messages:
        assert typed not in message
        assert not any(name in message for name in names)
        assert message.endswith(".")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.problem)
def test_the_field_of_a_rule_exists(rule: Any) -> None:
    held = [
        said
        for kind in DESCRIBED
        for field in form_of(kind).fields
        for said in (field, *field.fields)
        if said.name == rule.field
    ]

    assert held or rule.field == ""
