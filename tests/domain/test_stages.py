import pytest

from workbench.domain.kinds import kind_named, validate
from workbench.domain.stages import Stage, StageMove, current_of
from workbench.errors import InvalidEntry

MOVE = {
    "role": "manager",
    "name": "Dana Example",
    "at": "2026-03-15T09:00:00Z",
    "because": "Read and weighed.",
    "content_seq": 1,
}


def move(came_from: str, to: str) -> StageMove:
    return StageMove(id="ST1", came_from=came_from, to=to, **MOVE)


def test_stages_stand_in_the_order_of_an_investigation() -> None:
    assert [stage.value for stage in Stage] == [
        "reported",
        "triaged",
        "under review",
        "analysed",
        "out for comment",
        "approved",
        "issued",
        "acting",
        "verified",
        "closed",
    ]


def test_a_stage_knows_its_neighbours() -> None:
    assert Stage.TRIAGED.before is Stage.REPORTED
    assert Stage.TRIAGED.next is Stage.UNDER_REVIEW
    assert Stage.REPORTED.before is None
    assert Stage.CLOSED.next is None


def test_a_stage_reaches_itself_and_those_before_it() -> None:
    assert Stage.ISSUED.reaches(Stage.ISSUED)
    assert Stage.ISSUED.reaches(Stage.APPROVED)
    assert not Stage.APPROVED.reaches(Stage.ISSUED)


def test_a_case_is_reported_until_it_is_moved_and_stands_where_its_last_move_led() -> None:
    first, back = move("reported", "analysed"), move("analysed", "triaged")

    assert current_of(()) is Stage.REPORTED
    assert current_of((first,)) is Stage.ANALYSED
    assert current_of((first, back)) is Stage.TRIAGED


def test_a_move_to_an_earlier_stage_goes_back() -> None:
    assert move("issued", "under review").goes_back
    assert not move("under review", "issued").goes_back


def test_a_move_that_leads_nowhere_is_refused() -> None:
    with pytest.raises(InvalidEntry, match="differ"):
        validate(kind_named("stage"), "ST1", {**MOVE, "came_from": "triaged", "to": "triaged"})


def test_a_move_without_a_reason_is_refused() -> None:
    data = {**MOVE, "came_from": "reported", "to": "triaged"}

    with pytest.raises(InvalidEntry) as caught:
        validate(kind_named("stage"), "ST1", {**data, "because": " "})

    assert caught.value.problems == {"because": "is empty"}
