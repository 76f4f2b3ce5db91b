from __future__ import annotations

from typing import Any

import pytest

from tests.widgets.forms.samples import every_entity, every_kind
from workbench.domain.kinds import KINDS, encode, kind_of, validate
from workbench.domain.values import Entity
from workbench.errors import InvalidEntry
from workbench.widgets.forms.catalogue import DESCRIBED, form_of
from workbench.widgets.forms.values import fields_from_form

ENTITIES = [
    entity for entity in every_entity(every_kind()) if kind_of(type(entity)).name in DESCRIBED
]


@pytest.mark.parametrize("entity", ENTITIES, ids=lambda one: one.id)
def test_an_entry_comes_back_from_its_form_as_it_went(entity: Entity) -> None:
    kind = kind_of(type(entity))

    fields = fields_from_form(kind.name, encode(entity))

    given = {name: value for name, value in fields.items() if value is not None}
    assert validate(kind, entity.id, given) == entity


@pytest.mark.parametrize("empty", ["", "   ", None])
def test_what_is_empty_takes_a_field_back_to_its_default(empty: object) -> None:
    taken = fields_from_form("action", {"statement": empty, "due": empty, "state": empty})

    assert taken == {"statement": None, "due": None, "state": None}


def test_only_fields_that_were_sent_are_in_a_change() -> None:
    assert fields_from_form("action", {"due": "1/5/2026"}) == {"due": "2026-05-01"}


def test_lines_lose_empty_ones_and_what_stands_around_them() -> None:
    sent = {"like_incidents": [" INC-1 ", "", "  ", "INC-2"], "failed_actions": "C-0003 A2\n\n C-4"}

    assert fields_from_form("triage", sent) == {
        "like_incidents": ["INC-1", "INC-2"],
        "failed_actions": ["C-0003 A2", "C-4"],
    }


def test_a_local_time_gets_the_offset_of_its_day() -> None:
    taken = fields_from_form("manager-review", {"at": "2026-07-01T18:30"})

    assert taken == {"at": "2026-07-01T18:30:00+01:00"}


def test_yes_and_no_are_taken_as_such() -> None:
    assert fields_from_form("triage", {"harm_tonight": "false"}) == {"harm_tonight": False}
    assert fields_from_form("duty", {"applies": ""}) == {"applies": None}
    assert fields_from_form("event", {"went_well": True}) == {"went_well": True}


def test_a_part_of_which_nothing_is_filled_in_is_not_there() -> None:
    sent = {"owner": {"name": "", "role": "", "organisation": None}}

    assert fields_from_form("action", sent) == {"owner": None}


def test_parts_of_which_nothing_is_filled_in_are_left_out() -> None:
    sent = {"sharing": [{"with_whom": "her brother", "on": "1/7/2026"}, {"with_whom": " "}]}

    assert fields_from_form("representation", sent) == {
        "sharing": [{"with_whom": "her brother", "on": "2026-07-01"}]
    }


def test_a_time_may_be_written_in_words() -> None:
    assert fields_from_form("event", {"when": "about 14/03/2026 18:30"}) == {
        "when": "about 14/03/2026 18:30"
    }
    assert fields_from_form("event", {"when": {"stated": "before 14/03/2026"}}) == {
        "when": {"stated": "before 14/03/2026"}
    }


def test_a_time_of_which_nothing_is_known_is_not_there() -> None:
    sent = {"when": {"precision": "minute", "earliest": "", "latest": None, "stated": ""}}

    assert fields_from_form("event", sent) == {"when": None}


@pytest.mark.parametrize(
    ("kind", "sent", "path"),
    [
        ("manager-review", {"at": "2026-10-25T01:30"}, "at"),
        ("manager-review", {"at": "2026-03-29T01:30"}, "at"),
        ("action", {"due": "31/02/2026"}, "due"),
        ("event", {"when": {"earliest": "2026-03-29T01:30"}}, "when.earliest"),
        (
            "event",
            {"when": {"earliest": "2026-03-01", "recorded_at": "soon"}},
            "when.recorded_at",
        ),
        (
            "representation",
            {"sharing": [{"with_whom": "x", "on": "1/7/2026"}, {"on": "never"}]},
            "sharing.1.on",
        ),
        ("measure", {"plan": {"review_on": "later"}}, "plan.review_on"),
    ],
)
def test_a_time_that_cannot_be_used_is_named_by_its_path(
    kind: str, sent: dict[str, Any], path: str
) -> None:
    with pytest.raises(InvalidEntry) as caught:
        fields_from_form(kind, sent)

    assert list(caught.value.problems) == [path]


def test_what_does_not_fit_is_left_for_the_model_to_refuse() -> None:
    sent = {"owner": "somebody", "due": 5, "findings": "FI1", "shoe": "left", "state": "done"}

    assert fields_from_form("action", sent) == sent


def test_every_kind_takes_an_empty_form() -> None:
    for name in DESCRIBED:
        empty = {field.name: "" for field in form_of(name).fields}

        assert set(fields_from_form(name, empty).values()) == {None}, name
        assert name in KINDS
