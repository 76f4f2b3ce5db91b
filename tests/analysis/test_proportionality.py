from __future__ import annotations

import pytest

from tests.fakes.cases import case, incident
from tests.fakes.duties import triaged
from workbench.analysis.proportionality import Proposal, propose, turns_on_recurrence
from workbench.checks.examples import ExampleEntry
from workbench.domain.vocabulary import Circumstance, Tier

SAFEGUARDING = {
    "facts": "f",
    "concern_raised": False,
    "at": "2026-03-15T11:00:00+00:00",
    "because": "b",
    "decided_by": "lead",
}


def proposed(*entries: ExampleEntry, like: int = 0, failed: tuple[str, ...] = ()) -> Proposal:
    before = tuple(f"INC-{number}" for number in range(like))
    return propose(case(*entries), like=before, failed=failed)


def test_with_nothing_known_the_lightest_is_proposed_and_what_is_missing_is_said() -> None:
    proposal = propose(case(incident()))

    assert proposal.tier is Tier.RAPID
    assert proposal.reasons
    assert "the physical harm" in proposal.missing
    assert "a look through the register for incidents like it" in proposal.missing
    assert "the safeguarding decision" in proposal.missing


@pytest.mark.parametrize(
    ("harm", "tier"),
    [
        ({"physical_harm": "none"}, Tier.RAPID),
        ({"physical_harm": "low"}, Tier.RAPID),
        ({"physical_harm": "moderate"}, Tier.RAPID),
        ({"physical_harm": "severe"}, Tier.STRUCTURED),
        ({"physical_harm": "fatal"}, Tier.STRUCTURED),
        ({"psychological_harm": "moderate"}, Tier.RAPID),
        ({"psychological_harm": "severe"}, Tier.STRUCTURED),
    ],
)
def test_harm_counts_by_its_own_descending_scale(harm: dict[str, str], tier: Tier) -> None:
    assert proposed(incident(**harm)).tier is tier


def test_the_same_code_is_severe_on_one_scale_and_moderate_on_the_other() -> None:
    physical = proposed(incident(physical_harm="severe"))
    psychological = proposed(incident(psychological_harm="moderate"))

    assert "LFPSE code 2" in physical.reasons[0].because
    assert "LFPSE code 2" in psychological.reasons[0].because
    assert (physical.tier, psychological.tier) == (Tier.STRUCTURED, Tier.RAPID)


@pytest.mark.parametrize(
    ("potential", "likelihood", "tier"),
    [
        ("severe", "frequent", Tier.STRUCTURED),
        ("fatal", "occasional", Tier.STRUCTURED),
        ("severe", "uncommon", Tier.RAPID),
        ("moderate", "frequent", Tier.RAPID),
    ],
)
def test_risk_is_the_worst_credible_harm_with_how_likely_it_is(
    potential: str, likelihood: str, tier: Tier
) -> None:
    risk = triaged(potential_harm=potential, likelihood=likelihood)

    assert proposed(incident(physical_harm="none"), risk).tier is tier


@pytest.mark.parametrize(
    ("like", "tier"), [(0, Tier.RAPID), (1, Tier.RAPID), (2, Tier.THEMATIC), (5, Tier.THEMATIC)]
)
def test_the_third_of_a_kind_belongs_in_a_thematic_review(like: int, tier: Tier) -> None:
    assert proposed(incident(physical_harm="low"), like=like).tier is tier


def test_moderate_harm_that_happened_before_is_looked_into_in_depth() -> None:
    moderate = incident(physical_harm="moderate")

    assert proposed(moderate).tier is Tier.RAPID
    assert proposed(moderate, like=1).tier is Tier.STRUCTURED


def test_an_action_after_the_like_that_did_not_hold_speaks_for_depth() -> None:
    proposal = proposed(incident(physical_harm="none"), failed=("C-0003 A2",))

    assert proposal.tier is Tier.STRUCTURED
    assert any("C-0003 A2" in one.because for one in proposal.reasons)


@pytest.mark.parametrize(
    "changed",
    [
        {"concern_raised": True, "raised_with": "Local authority"},
        {"abuse_or_neglect": "She was left without a drink."},
    ],
)
def test_safeguarding_significance_speaks_for_depth(changed: dict[str, object]) -> None:
    entry = ("safeguarding", "SG1", {**SAFEGUARDING, **changed})

    assert proposed(incident(physical_harm="none"), entry).tier is Tier.STRUCTURED
    assert proposed(incident(), ("safeguarding", "SG1", SAFEGUARDING)).tier is Tier.RAPID


def test_an_allegation_at_triage_speaks_for_depth() -> None:
    assert proposed(incident(), triaged(Circumstance.ABUSE)).tier is Tier.STRUCTURED


def test_what_triage_wrote_down_counts_where_nobody_looked_again() -> None:
    noted = triaged(like_incidents=["INC-1", "INC-2"])
    low = incident(physical_harm="low")

    assert propose(case(low, noted)).tier is Tier.THEMATIC
    assert propose(case(low, noted), like=()).tier is Tier.RAPID


def test_a_deeper_tier_keeps_the_reasons_for_a_lighter_one() -> None:
    proposal = proposed(incident(physical_harm="severe"), like=3)

    assert proposal.tier is Tier.STRUCTURED
    assert Tier.THEMATIC in {one.tier for one in proposal.reasons}
    assert {one.ground for one in proposal.reasons} == {"harm", "recurrence"}


@pytest.mark.parametrize(
    ("harm", "turns"), [("none", True), ("moderate", True), ("severe", False), ("fatal", False)]
)
def test_what_came_before_changes_nothing_where_the_rest_speaks_for_the_deepest(
    harm: str, turns: bool
) -> None:
    assert turns_on_recurrence(case(incident(physical_harm=harm))) is turns
