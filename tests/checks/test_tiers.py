"""What a rapid learning review is not held up by, and a deeper look is."""

from __future__ import annotations

from datetime import date

import pytest

from tests.fakes.cases import REVIEWED
from workbench.checks.examples import ExampleEntry, example_case
from workbench.checks.registry import Gate, Severity
from workbench.checks.report import CheckReport, run_checks
from workbench.domain.vocabulary import Tier

DEEPER = (Tier.THEMATIC, Tier.STRUCTURED)
SPARED = ("COM001", "PPL001", "FAC001")


def report(tier: Tier | None) -> CheckReport:
    """What the checks say of a case with a person in it and little else, in this tier."""
    kept: list[ExampleEntry] = []
    for kind, identifier, data in REVIEWED:
        if kind == "triage" and tier is not None:
            kept.append((kind, identifier, {**(data or {}), "tier": tier.value}))
        elif kind not in ("triage", "commission"):
            kept.append((kind, identifier, data))
    person = ("person", "P1", {"role": "person supported"})
    return run_checks(example_case(*kept, person), date(2026, 4, 1))


def weights(found: CheckReport) -> dict[str, tuple[Severity, Gate | None]]:
    return {one.code: (one.severity, one.gate) for one in found.open if one.code in SPARED}


@pytest.mark.parametrize("tier", [*DEEPER, None])
def test_a_deeper_look_and_one_without_a_tier_is_held_up_by_all_three(tier: Tier | None) -> None:
    assert weights(report(tier)) == {
        "COM001": (Severity.BLOCKS, Gate.REVIEW),
        "PPL001": (Severity.BLOCKS, Gate.COMMENT),
        "FAC001": (Severity.BLOCKS, Gate.ANALYSE),
    }


def test_a_rapid_review_needs_no_commission_and_is_told_of_the_rest_without_a_gate() -> None:
    assert weights(report(Tier.RAPID)) == {
        "PPL001": (Severity.WARNS, None),
        "FAC001": (Severity.ADVISES, None),
    }


def test_what_weighs_less_closes_no_gate() -> None:
    closing = {one.code for one in report(Tier.RAPID).blocking(Gate.CLOSE)}

    assert not closing & set(SPARED)
