from typing import Any

import pytest

from tests.fakes.cases import case, sound_case
from workbench.analysis.causal import build_causal_graph
from workbench.analysis.quality import WORDING, DimensionEvidence, Lean, gather_quality
from workbench.checks.registry import check_named
from workbench.domain.case import Case

PERSON = ("person", "P1", {"role": "person supported"})
STAFF = ("person", "P2", {"role": "staff"})
ACT = ("cause", "C2", {"statement": "a", "type": "human action"})
OUTCOME = ("cause", "C1", {"statement": "o", "type": "outcome"})
LINK = {"mechanism": "m", "confidence": "possible"}
RATING = {"dimension": "D5", "rating": "some evidence", "because": "b", "at": "2026-03-30T09:00Z"}


def gathered(held: Case, **found: tuple[str, ...]) -> dict[str, DimensionEvidence]:
    return {
        one.dimension.code: one for one in gather_quality(held, build_causal_graph(held), found)
    }


def said(evidence: DimensionEvidence, lean: Lean) -> list[str]:
    return [signal.sentence for signal in evidence.signals if signal.lean is lean]


def test_every_dimension_has_something_to_say_even_of_an_empty_case() -> None:
    held = gathered(case(PERSON))

    assert list(held) == [f"D{number}" for number in range(1, 9)]
    assert all(one.signals for one in held.values())


def test_what_is_missing_asks_for_a_look_and_names_no_entry() -> None:
    held = gathered(case(PERSON))

    assert said(held["D1"], Lean.LOOK) == [
        "They asked no question",
        "There is no account of their own",
    ]
    assert "No work was watched" in said(held["D6"], Lean.LOOK)
    assert "There is no summary" in said(held["D8"], Lean.LOOK)


def test_the_person_s_own_part_is_named_entry_by_entry() -> None:
    held = gathered(
        case(
            PERSON,
            STAFF,
            ("question", "Q1", {"text": "Why?", "asked_by": "P1"}),
            ("question", "Q2", {"text": "How?", "asked_by": "P2"}),
            ("evidence", "E1", {"title": "t", "type": "account", "account_of": "P1"}),
            ("evidence", "E2", {"title": "t", "type": "interview", "account_of": "P2"}),
            (
                "involvement",
                "IV1",
                {"person": "P1", "at": "2026-03-20T10:00Z", "what": "Asked with pictures."},
            ),
            (
                "involvement",
                "IV2",
                {
                    "person": "P1",
                    "at": "2026-03-21T10:00Z",
                    "what": "Invited.",
                    "response": "declined",
                },
            ),
        )
    )

    assert said(held["D1"], Lean.FOR) == [
        "Questions of the person or their family: Q1",
        "Their own accounts: E1",
        "Occasions on which somebody took part: IV1",
    ]
    assert said(held["D1"], Lean.LOOK) == ["Their questions that are not answered: Q1"]
    assert said(held["D5"], Lean.FOR) == ["Conversations with the people who were there: E2"]


def test_an_act_with_what_led_to_it_speaks_and_one_without_asks() -> None:
    alone = gathered(case(OUTCOME, ACT, ("link", "L1", {**LINK, "cause": "C2", "effect": "C1"})))
    led = gathered(
        case(
            OUTCOME,
            ACT,
            ("cause", "C3", {"statement": "c", "type": "condition"}),
            ("link", "L1", {**LINK, "cause": "C3", "effect": "C2"}),
        )
    )

    assert said(alone["D3"], Lean.LOOK) == ["Acts and omissions at which the causes end: C2"]
    assert said(led["D3"], Lean.FOR) == ["Acts and omissions with what led to them: C2"]
    assert said(led["D5"], Lean.FOR) == ["Links that say why an act came about: L1"]


def test_causes_that_meet_are_named() -> None:
    held = gathered(sound_case())

    assert "Effects at which two or more causes meet: C1" in said(held["D2"], Lean.FOR)


@pytest.mark.parametrize(("dimension", "check"), [(d, c) for d in WORDING for c in WORDING[d]])
def test_a_dimension_listens_to_the_checks_on_wording(dimension: str, check: str) -> None:
    quiet = gathered(sound_case())[dimension]
    loud = gathered(sound_case(), **{check: ("F1", "C2", "F1")})[dimension]

    assert any(check in words for words in said(quiet, Lean.KNOW))
    assert any(words.endswith(f"({check}) asks about: F1, C2") for words in said(loud, Lean.LOOK))
    assert check_named(check).code == check


def test_actions_are_looked_at_for_ground_measure_and_scores() -> None:
    score: dict[str, Any] = dict.fromkeys(
        ("feasibility", "acceptability", "cost_benefit", "effectiveness", "sustainability"), 3
    ) | {"action": "A1", "because": "b"}
    held = gathered(
        sound_case(
            ("action", "A2", {"statement": "Paint it"}),
            ("faces", "FC1", {**score, "role": "team"}),
            ("faces", "FC2", {**score, "role": "P1"}),
        )
    )["D7"]

    assert "Stronger and intermediate actions: A1" in said(held, Lean.FOR)
    assert "Actions scored by more than one role: A1" in said(held, Lean.FOR)
    assert "Actions that nothing in the case asks for: A2" in said(held, Lean.LOOK)
    assert "Actions without a measure, target and plan: A2" in said(held, Lean.LOOK)


def test_the_latest_rating_of_each_person_stands() -> None:
    held = gathered(
        case(
            ("quality-rating", "QR1", {**RATING, "name": "Dana Example", "role": "manager"}),
            ("quality-rating", "QR2", {**RATING, "name": "Robin Example", "role": "forum"}),
            (
                "quality-rating",
                "QR3",
                {**RATING, "name": "dana example", "role": "manager", "rating": "good evidence"},
            ),
        )
    )["D5"]

    assert [one.id for one in held.ratings] == ["QR1", "QR2", "QR3"]
    assert [one.id for one in held.latest] == ["QR3", "QR2"]
