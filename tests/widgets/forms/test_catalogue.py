from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from workbench.domain.frameworks import factor_framework
from workbench.domain.kinds import KINDS
from workbench.domain.references import Refers
from workbench.errors import UnknownName
from workbench.widgets.forms.catalogue import DESCRIBED, form_of, said_at
from workbench.widgets.forms.form import Field, Form
from workbench.widgets.forms.said import Said, Setting

SETTING = Setting(factor_framework("npsa"), ("investigator", "manager"))
MADE_OTHERWISE = {"opening", "stage"}
"""Made by opening a case, and by moving it: nobody fills in a form for them."""

Schema = dict[str, Any]


def every_field(fields: tuple[Field, ...], prefix: str = "") -> Iterator[tuple[str, Field]]:
    for field in fields:
        yield prefix + field.name, field
        yield from every_field(field.fields, f"{prefix}{field.name}.")


def every_said(fields: tuple[Said, ...]) -> Iterator[Said]:
    for said in fields:
        yield said
        yield from every_said(said.fields)


def resolved(schema: Schema, whole: Schema) -> Schema:
    """The schema of a value, without `null` beside it, references followed."""
    if "anyOf" in schema:
        return resolved(next(one for one in schema["anyOf"] if one.get("type") != "null"), whole)
    if "$ref" in schema:
        return resolved(whole["$defs"][schema["$ref"].rsplit("/", 1)[-1]], whole)
    return schema


def properties(schema: Schema, whole: Schema, prefix: str = "") -> Iterator[tuple[str, Schema]]:
    """Every property by its dotted path, with `needed` and the schema of one of its items."""
    for name, described in schema["properties"].items():
        if not prefix and name == "id":
            continue
        held = resolved(described, whole)
        one = resolved(held["items"], whole) if held.get("type") == "array" else held
        needed = name in schema.get("required", ())
        yield prefix + name, {**one, "needed": needed, "several": one is not held}
        if one.get("type") == "object":
            yield from properties(one, whole, f"{prefix}{name}.")


def schema_of(kind: str) -> dict[str, Schema]:
    whole = KINDS[kind].model.model_json_schema()
    return dict(properties(whole, whole))


@pytest.fixture(params=sorted(DESCRIBED))
def form(request: pytest.FixtureRequest) -> Form:
    return form_of(request.param, SETTING)


def test_every_kind_that_a_person_enters_has_a_form() -> None:
    entered = {name for name, kind in KINDS.items() if kind.made_by is None}

    assert set(DESCRIBED) == entered - MADE_OTHERWISE


def test_every_field_of_the_model_is_described_once(form: Form) -> None:
    paths = [path for path, _ in every_field(form.fields)]
    along = [name for said in every_said(DESCRIBED[form.kind].fields) for name in said.also]

    assert sorted(paths + along) == sorted(schema_of(form.kind))


def test_a_field_is_required_where_the_model_needs_it(form: Form) -> None:
    needed = {path for path, schema in schema_of(form.kind).items() if schema["needed"]}

    assert {path for path, field in every_field(form.fields) if field.required} == needed


def test_a_text_is_no_longer_than_the_model_takes(form: Form) -> None:
    longest = {path: schema.get("maxLength") for path, schema in schema_of(form.kind).items()}

    assert {path: field.max for path, field in every_field(form.fields)} == {
        path: longest[path] for path, _ in every_field(form.fields)
    }


def test_what_can_be_chosen_is_what_the_model_takes(form: Form) -> None:
    listed = {
        path: schema["enum"] for path, schema in schema_of(form.kind).items() if "enum" in schema
    }
    chosen = {
        path: [one.value for one in field.choices]
        for path, field in every_field(form.fields)
        if path in listed
    }

    assert chosen == listed


def test_a_choice_is_offered_only_where_something_is_to_be_chosen(form: Form) -> None:
    for path, field in every_field(form.fields):
        if field.input in ("choice", "choices"):
            assert field.choices, path
            assert all(one.label for one in field.choices), path
        elif field.input != "text":
            assert field.choices == (), path


def test_yes_and_no_are_chosen_beforehand_only_where_no_is_meant(form: Form) -> None:
    schemas = schema_of(form.kind)
    for path, field in every_field(form.fields):
        if schemas[path].get("type") == "boolean":
            assert field.input in ("tick", "choice"), path
            assert [one.value for one in field.choices] in ([], ["true", "false"]), path
            assert (field.default is False) is (field.input == "tick" and not field.required)


def test_a_default_is_one_of_the_choices(form: Form) -> None:
    for path, field in every_field(form.fields):
        if isinstance(field.default, str):
            assert field.default in [one.value for one in field.choices], path


def test_what_holds_several_is_entered_as_several(form: Form) -> None:
    several = {"lines", "choices", "references", "parts"}
    schemas = schema_of(form.kind)

    assert {path for path, field in every_field(form.fields) if field.input in several} == {
        path for path, _ in every_field(form.fields) if schemas[path]["several"]
    }


def test_a_reference_points_to_the_kind_that_the_model_names(form: Form) -> None:
    marked = dict(marked_fields(form.kind))

    for name, field in ((one.name, one) for one in form.fields):
        if name in marked:
            assert field.to == (marked[name],)
            assert field.input in ("reference", "references")


def test_what_points_nowhere_is_no_reference(form: Form) -> None:
    for path, field in every_field(form.fields):
        assert bool(field.to) is (field.input in ("reference", "references")), path
        assert set(field.to) <= set(KINDS), path


def marked_fields(kind: str) -> Iterator[tuple[str, str]]:
    for name, info in KINDS[kind].model.model_fields.items():
        for mark in _marks(info.annotation, info.metadata):
            yield name, mark.to


def _marks(annotation: Any, metadata: list[Any]) -> Iterator[Refers]:
    yield from (mark for mark in metadata if isinstance(mark, Refers))
    for inner in getattr(annotation, "__args__", ()):
        yield from _marks(inner, list(getattr(inner, "__metadata__", ())))


def test_a_moment_a_day_and_a_number_are_entered_as_such(form: Form) -> None:
    expected = {"date-time": "moment", "date": "date"}
    schemas = schema_of(form.kind)
    for path, field in every_field(form.fields):
        schema = schemas[path]
        if schema.get("format") in expected:
            assert field.input == expected[schema["format"]], path
        elif schema.get("type") in ("integer", "number") and "enum" not in schema:
            assert field.input in ("number", "choice"), path


def test_a_group_holds_fields_of_its_form_each_in_one_group(form: Form) -> None:
    grouped = [name for group in form.groups for name in group.fields]

    assert len(set(grouped)) == len(grouped)
    assert set(grouped) <= {field.name for field in form.fields}


def test_required_fields_are_never_under_more(form: Form) -> None:
    assert [path for path, field in every_field(form.fields) if field.required and field.more] == []


def test_a_form_is_plain_json(form: Form) -> None:
    held = json.loads(json.dumps(form.to_json()))

    assert set(held) == {"kind", "one", "many", "intro", "fields", "groups"}
    assert [field["name"] for field in held["fields"]] == [field.name for field in form.fields]


def test_the_groups_of_a_factor_are_those_of_the_workspace() -> None:
    yorkshire = factor_framework("yorkshire")

    group = form_of("factor", Setting(yorkshire)).field_at("group")

    assert group is not None
    assert group.input == "choice"
    assert [one.value for one in group.choices] == [one.code for one in yorkshire.entries]


def test_without_a_framework_the_group_of_a_factor_is_written() -> None:
    group = form_of("factor").field_at("group")

    assert group is not None
    assert group.input == "text"


def test_roles_of_the_workspace_are_suggested_and_others_may_be_written() -> None:
    kept_by = form_of("access", Setting(roles=("quality lead",))).field_at("kept_by")

    assert kept_by is not None
    assert kept_by.input == "text"
    assert [one.value for one in kept_by.choices] == ["quality lead"]


def test_a_score_is_chosen_from_one_to_five() -> None:
    score = form_of("faces").field_at("feasibility")

    assert score is not None
    assert [one.value for one in score.choices] == ["1", "2", "3", "4", "5"]


def test_a_kind_that_is_made_by_a_command_has_no_form() -> None:
    with pytest.raises(UnknownName, match="not entered by a form"):
        form_of("sign-off")


def test_a_kind_that_does_not_exist_has_no_form() -> None:
    with pytest.raises(UnknownName):
        form_of("evnt")


def test_a_field_is_found_by_its_path_also_within_a_list() -> None:
    form = form_of("representation")
    found = form.field_at("capacity.0.outcome")

    assert found is not None
    assert found.label == "Could the person take it at that time?"
    assert form.field_at("capacity.0.verdict") is None


def test_the_words_of_a_field_are_found_by_its_path() -> None:
    owner = said_at("action", "owner.name")

    assert owner is not None
    assert owner.label == "Name"
    assert said_at("evidence", "size") == said_at("evidence", "sha256")
    assert said_at("action", "owner.shoe") is None
    assert said_at("sign-off", "name") is None
