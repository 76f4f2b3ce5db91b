from tests.figures.drawn import labels, row_of, words
from tests.figures.samples import case_of, large_case, small_case
from workbench.analysis.causal import build_causal_graph
from workbench.analysis.whys import ask_why
from workbench.domain.case import Case
from workbench.domain.reasoning import Cause, Link
from workbench.figures.exhibit import Exhibit
from workbench.figures.whys import whys_exhibit


def shown(case: Case) -> Exhibit:
    return whys_exhibit(ask_why(build_causal_graph(case), case))


def chain(*, branches: bool) -> Case:
    link = {"mechanism": "m", "confidence": "probable"}
    return case_of(
        Cause(id="C1", statement="A late dose", type="outcome"),
        Cause(id="C2", statement="A full half hour", type="condition", stop_reason="Ours"),
        Cause(id="C3", statement="A list that ended", type="condition"),
        Link(id="L1", cause="C2", effect="C1", **link),
        Link(id="L2", cause="C3", effect="C1" if branches else "C2", **link),
    )


def test_the_tree_is_read_downwards_and_the_chains_back() -> None:
    exhibit = shown(chain(branches=True))

    assert labels(exhibit) == [
        "C1. Outcome. A late dose.",
        "C2. Why C1? A full half hour. Asked no further: Ours",
        "C3. Why C1? A list that ended.",
    ]
    assert "Why? All of these together:" in words(exhibit)
    assert "Asked no further, and not said why." in words(exhibit)
    assert "C2 “A full half hour”; therefore C1 “A late dose”." in row_of(exhibit.table, "Chain 1")


def test_a_single_chain_is_told_to_look_for_more() -> None:
    exhibit = shown(chain(branches=False))

    assert "No answer branches" in exhibit.figures[0].description
    assert "therefore C2" in row_of(exhibit.table, "Chain 1")


def test_a_large_tree_is_shared_out_to_pages_and_its_chains_are_few() -> None:
    exhibit = shown(large_case())

    assert len(exhibit.figures[0].drawings) > 3
    assert max(drawing.height for drawing in exhibit.figures[0].drawings) < 900
    assert exhibit.table is not None
    assert len(exhibit.table.rows) <= 20


def test_a_cause_that_returns_is_not_followed_again() -> None:
    said = words(shown(small_case()))

    assert said.count("Named before; see there for its own whys.") >= 1
