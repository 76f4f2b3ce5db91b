import pytest

from workbench.domain.change import FacesScore
from workbench.domain.force import force_checklist, force_item_codes
from workbench.domain.kinds import KINDS, validate
from workbench.domain.restriction import Restriction, RestrictionReview
from workbench.domain.vocabulary import RestrictionType
from workbench.errors import InvalidEntry

LIMIT = {"person": "P1", "what": "Goes out with one worker", "starts_on": "2026-03-20"}
REVIEW = {
    "restriction": "R1",
    "on": "2026-04-17",
    "decision": "continue",
    "because": "Calls still come.",
    "by": "house manager",
    "next_review": "2026-05-15",
}
SCORE = {
    "action": "A1",
    "feasibility": 4,
    "acceptability": 5,
    "cost_benefit": 3,
    "effectiveness": 4,
    "sustainability": 2,
    "role": "support worker",
    "because": "Quick to use.",
}


def test_a_restriction_of_the_first_shape_is_still_one() -> None:
    held = validate(KINDS["restriction"], "R1", LIMIT)

    assert isinstance(held, Restriction)
    assert (held.type, held.time_limit, held.use_of_force) == (None, None, ())


def test_force_is_restraint_and_isolation() -> None:
    force = [one.value for one in RestrictionType if one.is_force]

    assert force == [
        "physical restraint",
        "mechanical restraint",
        "chemical restraint",
        "isolation",
    ]


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"time_limit": "2026-03-19"}, "time_limit"),
        (
            {"started_at": "2026-03-20T18:05:00Z", "stopped_at": "2026-03-20T18:00:00Z"},
            "stopped_at",
        ),
        ({"use_of_force": [{"item": "q", "answer": "x"}]}, "from a to p"),
        ({"use_of_force": [{"item": "J", "answer": "x"}]}, "did you mean 'j'"),
        (
            {"use_of_force": [{"item": "j", "answer": "x"}, {"item": "j", "answer": "y"}]},
            "twice",
        ),
    ],
)
def test_a_restriction_that_contradicts_itself_is_refused(
    more: dict[str, object], words: str
) -> None:
    with pytest.raises(InvalidEntry, match=words):
        validate(KINDS["restriction"], "R1", {**LIMIT, **more})


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"next_review": None}, "next_review"),
        ({"next_review": "2026-04-17"}, "after the day"),
        ({"time_limit": "2026-04-10"}, "after the day"),
        ({"decision": "reduce"}, "reduced_to"),
        ({"decision": "end"}, "no next review"),
        ({"decision": "end", "next_review": None, "time_limit": "2026-06-01"}, "no next review"),
    ],
)
def test_a_review_says_what_comes_next(changed: dict[str, object], words: str) -> None:
    with pytest.raises(InvalidEntry, match=words):
        validate(KINDS["restriction-review"], "RR1", {**REVIEW, **changed})


def test_a_review_that_ends_a_restriction_needs_no_date() -> None:
    held = validate(
        KINDS["restriction-review"], "RR1", {**REVIEW, "decision": "end", "next_review": None}
    )

    assert isinstance(held, RestrictionReview)


@pytest.mark.parametrize("score", [0, 6])
def test_a_score_goes_from_one_to_five(score: int) -> None:
    assert isinstance(validate(KINDS["faces"], "FC1", SCORE), FacesScore)

    with pytest.raises(InvalidEntry, match="effectiveness"):
        validate(KINDS["faces"], "FC1", {**SCORE, "effectiveness": score})


def test_the_checklist_has_the_sixteen_items_of_the_act_and_says_where_it_applies() -> None:
    checklist = force_checklist()
    fields = {field for item in checklist.entries for field in item.fields}

    assert force_item_codes() == tuple("abcdefghijklmnop")
    assert fields <= set(Restriction.model_fields)
    assert "mental health units" in checklist.applies
    assert "good practice" in checklist.applies
