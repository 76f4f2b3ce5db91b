from __future__ import annotations

import pytest

from tests.fakes.planted import Planted, planted_cases
from workbench.checks.registry import all_checks
from workbench.checks.report import CheckFinding
from workbench.domain.kinds import KINDS, validate
from workbench.domain.values import Entity
from workbench.widgets.forms.catalogue import DESCRIBED, form_of
from workbench.widgets.forms.checked_fields import FIELDS_OF_CODE, checked_field

PLANTED = {one.code: one for one in planted_cases() if one.code in FIELDS_OF_CODE}

DATES = {"CHR001", "CHR002", "CHR003"}
OTHERWISE = DATES | {"GOV002", "GRA008", "WRD001", "WRD002", "WRD003", "WRD004"}
"""A date is in another field of each kind; an acceptance may not count for many reasons; the others
stand beside the words."""


def entity(kind: str, **fields: object) -> Entity:
    return validate(KINDS[kind], f"{KINDS[kind].prefix}1", fields)


def finding(code: str, excerpt: str | None = None) -> CheckFinding:
    check = next(one for one in all_checks() if one.code == code)
    return CheckFinding(code, check.name, check.severity, check.gate, "X1", "…", excerpt=excerpt)


def test_every_code_and_every_field_exists() -> None:
    codes = {check.code for check in all_checks()}

    assert set(FIELDS_OF_CODE) <= codes
    for kinds in FIELDS_OF_CODE.values():
        for kind, fields in kinds.items():
            assert set(fields) <= {field.name for field in form_of(kind).fields}


@pytest.mark.parametrize("planted", PLANTED.values(), ids=lambda one: one.code)
def test_the_field_is_the_one_by_which_the_planted_fault_is_mended(planted: Planted) -> None:
    mended = {(kind, field) for kind, _, patch in planted.mended for field in (patch or {})}
    named = {
        (kind, field) for kind, fields in FIELDS_OF_CODE[planted.code].items() for field in fields
    }

    assert mended & named


def test_every_check_with_a_place_has_a_planted_fault() -> None:
    assert set(FIELDS_OF_CODE) == set(PLANTED)


def test_every_fault_that_is_mended_in_one_field_of_its_entry_has_a_place() -> None:
    mended_in_one = {
        planted.code
        for planted in planted_cases()
        for kind, identifier, patch in planted.mended
        if identifier in planted.expected and kind in DESCRIBED and len(patch or ()) == 1
    }

    assert mended_in_one - set(FIELDS_OF_CODE) - OTHERWISE == set()


def test_a_finding_stands_beside_its_field() -> None:
    action = entity("action", statement="The handover begins at 19:00.")

    assert checked_field(finding("ACT001"), action) == "owner"


def test_of_several_fields_it_is_the_first_that_is_empty() -> None:
    measure = {"action": "A1", "statement": "Doses on time"}

    assert checked_field(finding("ACT006"), entity("measure", **measure)) == "target"
    assert checked_field(finding("ACT006"), entity("measure", **measure, target="98")) == "plan"


def test_a_check_looks_at_the_kind_it_is_about() -> None:
    shift = entity("shift", period="14/03/2026")

    assert checked_field(finding("MET008"), shift) == "evidence"
    assert checked_field(finding("ACT001"), shift) is None


def test_a_finding_on_words_stands_beside_the_field_that_holds_them() -> None:
    factor = entity(
        "factor", statement="The round was late.", interaction="Staff Failed to see it."
    )
    summary = entity(
        "summary", audience="family", title="What we learned", paragraphs=["One.", "Poor planning."]
    )

    assert checked_field(finding("WRD002", "failed to"), factor) == "interaction"
    assert checked_field(finding("WRD002", "poor"), summary) == "paragraphs"
    assert checked_field(finding("WRD002", "careless"), factor) is None


def test_a_finding_without_a_place_of_its_own_has_none() -> None:
    assert checked_field(finding("GRA001"), entity("problem", statement="It was late.")) is None
