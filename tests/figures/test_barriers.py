from tests.figures.drawn import labels, row_of, words
from tests.figures.samples import case_of
from workbench.domain.methods import Barrier
from workbench.figures.barriers import barriers_exhibit


def barrier(number: int, state: str, **more: object) -> Barrier:
    fields = {"hazard": "A second dose", "target": "P1", "what": f"Check {number}", **more}
    return Barrier.model_validate({"id": f"BR{number}", "state": state, **fields})


def test_each_barrier_says_what_it_did_in_words() -> None:
    exhibit = barriers_exhibit(
        case_of(
            barrier(1, "absent", why="Nobody had asked for one."),
            barrier(2, "not used"),
            barrier(3, "used and did not hold", causes=("C1",)),
            barrier(4, "held", evidence=("E1",)),
        )
    )

    assert labels(exhibit)[0] == "BR1. Check 1: absent. Nobody had asked for one."
    said = words(exhibit)
    assert all(one in said for one in ("Absent", "Not used", "Used and did not hold", "Held"))
    assert exhibit.figures[0].description == (
        "4 barriers: 1 held, 1 used and did not hold, 1 not used, 1 absent."
    )
    assert "Not said" in row_of(exhibit.table, "BR2")
    assert "Causes: C1." in row_of(exhibit.table, "BR3")


def test_barriers_between_the_same_two_stand_side_by_side() -> None:
    together = barriers_exhibit(case_of(barrier(1, "held"), barrier(2, "held")))
    apart = barriers_exhibit(case_of(barrier(1, "held"), barrier(2, "held", target="P2")))

    assert words(together).count("Hazard") == 1
    assert words(apart).count("Hazard") == 2


def test_more_than_three_are_shared_out_evenly() -> None:
    exhibit = barriers_exhibit(case_of(*(barrier(n, "absent") for n in range(1, 5))))

    assert words(exhibit).count("Hazard") == 2
    assert len(labels(exhibit)) == 4
