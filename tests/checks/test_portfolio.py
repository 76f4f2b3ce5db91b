from dataclasses import replace
from typing import Any

import pytest

from workbench.checks.context import ask
from workbench.checks.examples import EXAMPLE_DAY, example_case, found
from workbench.checks.portfolio import partner_without_escalation_route
from workbench.checks.quality import quality_not_rated
from workbench.domain.stages import Stage

ACTION: dict[str, Any] = {"statement": "Move the handover to 19:00."}
DONE: dict[str, Any] = {
    **ACTION,
    "state": "implemented",
    "implemented_on": "2026-03-01",
    "evidence": ["E1"],
}


def evidence(kind: str) -> tuple[str, str, dict[str, Any]]:
    return ("evidence", "E1", {"title": "t", "type": kind})


def test_a_case_without_actions_has_no_weak_set() -> None:
    assert found("ACT008", evidence("rota")) == []


def test_actions_of_no_known_kind_are_not_taken_for_strong() -> None:
    assert found("ACT008", ("action", "A1", ACTION)) == ["case"]


@pytest.mark.parametrize(
    "kind",
    [
        "template or form",
        "supervision record",
        "training record",
        "competency check",
        "pathway document",
    ],
)
def test_each_kind_of_evidence_that_practice_changed_counts(kind: str) -> None:
    assert found("ACT009", ("action", "A1", DONE), evidence(kind)) == []


@pytest.mark.parametrize("kind", ["correspondence", "account", "rota", "other"])
def test_a_message_that_it_was_done_does_not_count(kind: str) -> None:
    assert found("ACT009", ("action", "A1", DONE), evidence(kind)) == ["A1"]


def test_evidence_that_is_not_in_the_case_does_not_count() -> None:
    assert found("ACT009", ("action", "A1", DONE)) == ["A1"]
    assert found("ACT009", ("action", "A1", ACTION)) == []


@pytest.mark.parametrize(("ours", "hits"), [(None, 1), ("Willowbank", 1), ("NHS Team", 0)], ids=str)
def test_our_own_organisation_is_not_a_partner(ours: str | None, hits: int) -> None:
    owner = {"name": "Dana Example", "role": "manager", "organisation": "NHS team"}
    case = example_case(("action", "A1", {**ACTION, "owner": owner}))
    asked = ask(case, EXAMPLE_DAY, organisation=ours)

    assert len(list(partner_without_escalation_route(asked))) == hits


@pytest.mark.parametrize(
    ("stage", "hits"), [(Stage.ANALYSED, 0), (Stage.APPROVED, 1), (Stage.ISSUED, 1)]
)
def test_ratings_are_asked_for_once_the_case_is_approved(stage: Stage, hits: int) -> None:
    asked = replace(ask(example_case(evidence("rota")), EXAMPLE_DAY), stage=stage)

    assert len(list(quality_not_rated(asked))) == hits
