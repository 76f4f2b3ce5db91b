"""The two short lines of each entry: `title_of` and `detail_of`."""

from __future__ import annotations

from typing import Any

import pytest

from tests.examples.telling import folded
from tests.fakes.cases import case
from tests.widgets.forms.samples import every_entity, every_kind
from workbench.domain.kinds import KINDS, kind_of
from workbench.domain.values import Entity
from workbench.examples.library import example_names, load_example
from workbench.widgets.forms.details import detail_of
from workbench.widgets.forms.short import listed, row, short
from workbench.widgets.forms.titles import title_of

CASE = every_kind()
EXPECTED = {
    "A1": (
        "Move the evening handover at Larch House to 19:00",
        "service manager · by 1 May 2026 · Open · Stronger",
    ),
    "AC1": ("TIM001 · T2 · Nobody was there", "Bryn Lloyd · manager"),
    "AL1": ("All houses · Check the valve", "sent 1 Jul 2026, 11:00 · not acknowledged yet"),
    "CM1": ("30 Mar 2026, 15:00 · They had no comment", "P1, person supported"),
    "CM2": ("30 Mar 2026, 17:00 · The round had begun", "P2, support worker · T2 · answered"),
    "DS1": ("Apologise · Duty of candour: every other registered person", "2 Jul 2026"),
    "FC1": (
        "A1: Move the evening handover at Larch House to 19:00 · Manager",
        "18 of 25 · The house asked for it",
    ),
    "G1": ("T1 to T2 · P1 was asleep", ""),
    "L1": (
        "The rota started the handover at the time of the round → "
        "The 18:00 dose was given at 22:10",
        "Both needed the same two people · Established · E2",
    ),
    "M1": (
        "Evening doses given within 30 minutes of their time",
        "A1 · from 82 of 100 · to 98 of 100 · looked at 15 Jun 2026",
    ),
    "N1": ("P1 · Ada Example", "Addie"),
    "P1": ("Person supported", ""),
    "P2": ("Support worker", "Staff"),
    "PF1": ("Support plan · version 2", "P1, person supported · from 12 Nov 2025 · E1"),
    "Q1": ("Why was the dose late?", "P1, person supported · Answered · FI1, E3"),
    "QR1": ("D2 Systems and interactions · Some evidence", "Bryn Lloyd · manager"),
    "R1": ("Goes out with a worker only", "P1, person supported · since 1 Mar 2026"),
    "SH1": ("between 14 Mar 2026, 14:00–22:00", "2 planned · 2 there · 1 from an agency · E2"),
    "SG1": (
        "No concern raised · A time-critical dose was given four hours late",
        "safeguarding lead · 15 Mar 2026, 11:00",
    ),
    "ST1": (
        "reported → under review",
        "Bryn Lloyd · manager · 16 Mar 2026, 09:00 · The terms are agreed",
    ),
    "T1": ("14 Mar 2026, 18:00 · The shift changed", "E1"),
    "T2": ("14 Mar 2026, 22:10 · The 18:00 dose was given", "P2 · E1, E2"),
}


@pytest.mark.parametrize("identifier", sorted(EXPECTED))
def test_an_entry_is_told_in_two_lines(identifier: str) -> None:
    entity = CASE.find(identifier)
    assert entity is not None

    assert (title_of(entity, CASE), detail_of(entity, CASE)) == EXPECTED[identifier]


def test_the_case_of_these_tests_holds_every_kind() -> None:
    assert {kind_of(type(entity)).name for entity in every_entity(CASE)} == set(KINDS)


@pytest.mark.parametrize("entity", every_entity(CASE), ids=lambda one: one.id)
def test_every_kind_has_a_title_on_one_line(entity: Entity) -> None:
    for line in (title_of(entity, CASE), detail_of(entity, CASE)):
        assert "\n" not in line
        assert "None" not in line
        assert len(line) < 260
    assert title_of(entity, CASE)


@pytest.mark.parametrize("entity", every_entity(CASE), ids=lambda one: one.id)
def test_an_entry_is_told_also_where_what_it_refers_to_is_gone(entity: Entity) -> None:
    alone = case((kind_of(type(entity)).name, entity.id, _data(entity)))

    assert title_of(entity, alone)


def _data(entity: Entity) -> dict[str, Any]:
    return entity.model_dump(mode="json", exclude={"id"}, exclude_defaults=True)


@pytest.mark.parametrize("name", example_names())
def test_every_entry_of_the_examples_is_told(name: str) -> None:
    example = load_example(name)
    held = folded(example, *example.batches, *example.after)

    titles = [
        title_of(entity, held) for kinds in held.entities.values() for entity in kinds.values()
    ]

    assert all(titles)
    assert len(titles) > 20


def test_only_an_entry_that_holds_a_name_shows_one() -> None:
    named = {"name", "sign-off", "stage", "acceptance", "hold", "opening", "quality-rating"}
    named |= {"withdrawal"}
    shown = {
        kind_of(type(entity)).name
        for entity in every_entity(CASE)
        for line in (title_of(entity, CASE), detail_of(entity, CASE))
        if any(name in line for name in ("Ada", "Bryn", "Asha", "Dana"))
    }

    assert shown <= named


def test_a_long_text_is_cut_between_words() -> None:
    assert short("one two\nthree four.", 11) == "one two …"
    assert short("One line.") == "One line"
    assert short(None) == ""


def test_empty_parts_leave_no_dots() -> None:
    assert row("a", "", None, "b") == "a · b"
    assert listed(("E1",), (), ("E2", "E3")) == "E1, E2, E3"
