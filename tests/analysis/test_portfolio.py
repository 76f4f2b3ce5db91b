from typing import Any

from tests.fakes.cases import case
from workbench.analysis.portfolio import FACES, Portfolio, build_portfolio
from workbench.domain.change import FacesScore
from workbench.domain.vocabulary import Strength

SCORE = dict.fromkeys(FACES, 4) | {"action": "A1", "because": "Because."}


def action(number: int, approach: str | None) -> tuple[str, str, dict[str, Any]]:
    return ("action", f"A{number}", {"statement": "s", "approach": approach})


def of(*entries: Any) -> Portfolio:
    return build_portfolio(case(*entries))


def test_actions_are_counted_by_strength_and_the_rest_as_not_set() -> None:
    held = of(action(1, "training"), action(2, "software"), action(3, None), action(4, "policy"))

    assert [held.count(one) for one in (*Strength, None)] == [0, 1, 2, 1]
    assert held.share(Strength.WEAKER) == 0.5
    assert not held.only_weaker


def test_a_set_is_weak_where_nothing_stronger_is_known_of_it() -> None:
    assert of(action(1, "training")).only_weaker
    assert of(action(1, None)).only_weaker
    assert not of(action(1, "training"), action(2, "standardise")).only_weaker


def test_no_actions_are_not_a_weak_set() -> None:
    held = of(("person", "P1", {"role": "person supported"}))

    assert not held.only_weaker
    assert held.share(Strength.WEAKER) is None


def test_scores_stand_with_their_action_by_role() -> None:
    held = of(
        action(1, "training"),
        action(2, "training"),
        ("faces", "FC1", {**SCORE, "role": "team", "sustainability": 2}),
        ("faces", "FC2", {**SCORE, "role": "P1", "sustainability": 5}),
        ("faces", "FC3", {**SCORE, "role": "team"}),
    )
    first, second = held.actions

    assert first.roles == ("team", "P1")
    assert first.spread("sustainability") == 3
    assert first.spread("feasibility") == 0
    assert (second.scores, second.spread("effectiveness")) == ((), 0)


def test_the_five_criteria_are_the_fields_of_a_score() -> None:
    assert set(FACES) <= set(FacesScore.model_fields)
    assert "".join(label[0] for label in FACES.values()) == "FACES"
