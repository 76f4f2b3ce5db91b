from tests.figures.drawn import labels, row_of, words
from tests.figures.samples import case_of, large_case
from workbench.analysis.causal import build_causal_graph
from workbench.analysis.cut_sets import CUT_SET_LIMIT, find_cut_sets
from workbench.domain.case import Case
from workbench.domain.change import Action
from workbench.domain.reasoning import Cause, Link
from workbench.figures.cut_sets import cut_sets_exhibit
from workbench.figures.exhibit import Exhibit


def shown(case: Case) -> Exhibit:
    graph = build_causal_graph(case)
    return cut_sets_exhibit(find_cut_sets(graph), graph)


def either(number: int, *actions: Action) -> Case:
    below = [
        Cause(id=f"C{n}", statement=f"Cause {n}", type="condition") for n in range(3, number + 3)
    ]
    return case_of(
        Cause(id="C1", statement="A late dose", type="outcome"),
        Cause(id="C2", statement="The list", type="condition", combination="any"),
        Cause(id="C900", statement="The hour", type="condition"),
        *below,
        *(
            Link(id=f"L{n}", cause=one, effect=effect, mechanism="m", confidence="possible")
            for n, (one, effect) in enumerate(
                [("C2", "C1"), ("C900", "C1"), *((one.id, "C2") for one in below)], 1
            )
        ),
        *actions,
    )


def test_each_group_is_a_column_that_says_its_causes_and_what_breaks_it() -> None:
    exhibit = shown(either(2, Action(id="A1", statement="x", causes=("C3",))))

    assert labels(exhibit) == [
        "Group 1 for C1: C900 and C3 together. Broken by A1.",
        "Group 2 for C1: C900 and C4 together. No action breaks it.",
    ]
    assert "Acted on by A1" in words(exhibit)
    assert "Every one of them holds C900." in exhibit.figures[0].description
    assert "No action breaks 1 of them." in exhibit.figures[0].description


def test_the_table_says_what_differs_and_what_is_always_there() -> None:
    exhibit = shown(either(2))

    assert row_of(exhibit.table, "C1, group 1") == (
        "C1, group 1 | C3 Cause 3\nC900, which stand in every group | No action"
    )


def test_more_groups_than_are_drawn_are_listed() -> None:
    exhibit = shown(either(14))

    assert len(labels(exhibit)) == 10
    assert "The first 10 groups are drawn." in exhibit.figures[0].description
    assert exhibit.table is not None
    assert len(exhibit.table.rows) == 14


def test_a_limit_that_was_reached_is_said() -> None:
    exhibit = shown(either(CUT_SET_LIMIT + 1))

    assert (
        f"More than {CUT_SET_LIMIT} groups of causes were enough for C1"
        in exhibit.figures[0].description
    )


def test_a_group_of_many_causes_stays_within_a_page() -> None:
    exhibit = shown(large_case())

    assert exhibit.figures[0].drawings[0].height < 950
    assert "more causes; see the table" in words(exhibit)
