"""Which notebook of a case is meant, and which one follows triage."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fakes.workspaces import NOW, Office, make_office
from workbench.checks.examples import triage
from workbench.domain.vocabulary import Tier
from workbench.errors import NotFound
from workbench.ledger.amend import Amendment
from workbench.notebooks.choosing import (
    chosen_template,
    following_triage,
    template_for,
    too_light,
)
from workbench.notebooks.start import open_template, start_case
from workbench.notebooks.templates import template_names


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return make_office(tmp_path / "ws")


def begun(office: Office, *templates: str, tier: Tier | None = None) -> str:
    """A case with a notebook of each template, the first at its start, and a tier or none."""
    registered = office.register.get("INC-0042")
    started = start_case(
        office.workspace, office.ledger, registered, templates[0], author="A", at=NOW
    )
    for template in templates[1:]:
        open_template(
            office.workspace, office.ledger, started.case_id, template, author="A", at=NOW
        )
    if tier is not None:
        office.change(started.case_id, Amendment(*triage(tier=tier.value)))
    return started.case_id


@pytest.mark.parametrize(
    ("templates", "tier", "meant"),
    [
        (("triage",), None, "triage"),
        (("triage",), Tier.STRUCTURED, "triage"),
        (("triage", "structured-analysis"), None, "structured-analysis"),
        (("triage", "structured-analysis"), Tier.THEMATIC, "structured-analysis"),
        (("structured-analysis", "rapid-learning-review"), Tier.RAPID, "rapid-learning-review"),
        (("rapid-learning-review", "after-action-review"), None, "rapid-learning-review"),
        (("restrictive-practice-review", "triage"), Tier.STRUCTURED, "restrictive-practice-review"),
    ],
)
def test_the_notebook_of_the_investigation_is_meant_where_none_is_named(
    office: Office, templates: tuple[str, ...], tier: Tier | None, meant: str
) -> None:
    case_id = begun(office, *templates, tier=tier)

    assert chosen_template(office.workspace, office.ledger, case_id) == meant
    assert chosen_template(office.workspace, office.ledger, case_id, "triage") == "triage"


def test_a_case_that_is_not_there_is_said(office: Office) -> None:
    with pytest.raises(NotFound):
        chosen_template(office.workspace, office.ledger, "C-0404")


def test_every_tier_has_a_template_that_is_shipped() -> None:
    assert {template_for(tier) for tier in Tier} <= set(template_names())


def test_the_depth_chosen_leads_to_the_notebook_to_make(office: Office) -> None:
    case_id = begun(office, "triage")
    assert following_triage(office.workspace, office.ledger.fold(case_id)) == ()

    office.change(case_id, Amendment(*triage(tier="thematic review")))
    (said,) = following_triage(office.workspace, office.ledger.fold(case_id))
    assert "no notebook of its own" in said
    assert f"'workbench open-template {case_id} structured-analysis'" in said

    open_template(
        office.workspace, office.ledger, case_id, "structured-analysis", author="A", at=NOW
    )
    (said,) = following_triage(office.workspace, office.ledger.fold(case_id))
    assert f"'workbench lab --case {case_id} --template structured-analysis'" in said


def test_a_notebook_lighter_than_the_tier_is_warned_of(office: Office) -> None:
    case = office.ledger.fold(begun(office, "rapid-learning-review", tier=Tier.STRUCTURED))

    assert "does not go as deep" in (too_light(case, "rapid-learning-review") or "")
    assert too_light(case, "structured-analysis") is None
    assert too_light(case, "restrictive-practice-review") is None
    assert too_light(case, "triage") is None
