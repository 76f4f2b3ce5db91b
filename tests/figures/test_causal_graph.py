from __future__ import annotations

from typing import Any

from tests.figures.drawn import labels, row_of, words
from tests.figures.samples import case_of, large_case, small_case
from workbench.analysis.causal import build_causal_graph
from workbench.domain.change import Action
from workbench.domain.inquiry import Evidence
from workbench.domain.reasoning import Cause, Link
from workbench.domain.values import Entity
from workbench.figures._causal_parts import divide
from workbench.figures.causal_graph import causal_graph_exhibit
from workbench.figures.exhibit import Exhibit


def cause(number: int, kind: str = "event", **fields: Any) -> Cause:
    return Cause(id=f"C{number}", type=kind, statement=f"Thing {number}", **fields)


def link(number: int, start: int, end: int, **fields: Any) -> Link:
    defaults: dict[str, Any] = {"mechanism": "so it was", "confidence": "probable"}
    return Link(id=f"L{number}", cause=f"C{start}", effect=f"C{end}", **(defaults | fields))


def shown(*entities: Entity) -> Exhibit:
    case = case_of(*entities)
    return causal_graph_exhibit(build_causal_graph(case), case)


def label(exhibit: Exhibit, identifier: str) -> str:
    return next(one for one in labels(exhibit) if one.startswith(f"{identifier},"))


def test_a_box_says_its_type_and_the_sentences_that_lead_to_it() -> None:
    case = case_of(cause(1, "outcome"), cause(2, "omission"), link(1, 2, 1))
    graph = build_causal_graph(case)
    exhibit = causal_graph_exhibit(graph, case)

    assert "C2 · Omission" in words(exhibit)
    assert label(exhibit, "C1") == f"C1, outcome: Thing 1. {graph.sentences[0]}"
    assert graph.sentences[0] in row_of(exhibit.table, "L1")


def test_a_cause_without_causes_is_a_root_and_says_whether_it_was_looked_into() -> None:
    exhibit = shown(
        cause(1, "outcome"),
        cause(2),
        cause(3, stop_reason="It is the law"),
        link(1, 2, 1),
        link(2, 3, 1),
    )

    assert "Root: no deeper cause." in label(exhibit, "C2")
    assert "Root: looked no deeper." in label(exhibit, "C3")
    assert "Why no deeper: It is the law" in row_of(exhibit.figures[0].alternative, "C3")


def test_two_causes_are_joined_by_and_or_or() -> None:
    together = (cause(2), cause(3), link(1, 2, 1), link(2, 3, 1))
    both, either = (
        shown(cause(1, "outcome"), *together),
        shown(cause(1, "outcome", combination="any"), *together),
    )

    assert "Caused by C2 and C3 together." in label(both, "C1")
    assert "AND" in words(both).split()
    assert "Any one of C2 or C3 was enough." in label(either, "C1")
    assert "OR" in words(either).split()


def test_one_cause_needs_no_gate() -> None:
    said = words(shown(cause(1, "outcome"), cause(2), link(1, 2, 1)))

    assert "AND" not in said.split()


def test_how_sure_a_link_is_shows_in_its_line_and_in_the_legend() -> None:
    exhibit = shown(cause(1, "outcome"), cause(2), link(1, 2, 1, confidence="possible"))

    assert "possible link" in words(exhibit)
    assert "established link" not in words(exhibit)
    assert 'stroke-dasharray="0.1 5"' in exhibit.figures[0].drawings[0].svg


def test_evidence_against_is_marked_on_a_cause_and_on_a_link() -> None:
    exhibit = shown(
        Evidence(id="E1", title="Log", type="device log"),
        cause(1, "outcome"),
        cause(2, evidence_against=("E1",)),
        link(1, 2, 1, evidence_against=("E1",)),
    )

    assert "Evidence against: E1." in label(exhibit, "C2")
    assert "evidence against the link" in words(exhibit)
    assert "Evidence against: E1" in row_of(exhibit.table, "L1")


def test_actions_are_badges_on_what_they_address_and_other_paths_are_marked() -> None:
    exhibit = shown(
        cause(1, "outcome"),
        cause(2),
        cause(3),
        link(1, 2, 1),
        link(2, 3, 1),
        Action(id="A1", statement="Do", causes=("C2",)),
    )

    assert "Addressed by A1." in label(exhibit, "C2")
    assert "Path without an action" not in label(exhibit, "C2")
    assert "Path without an action." in label(exhibit, "C3")
    assert "1 path is not touched by any action." in exhibit.figures[0].description


def test_a_circle_and_a_cause_that_leads_nowhere_are_said() -> None:
    exhibit = shown(
        cause(1, "outcome"),
        cause(2),
        cause(3),
        cause(4),
        link(1, 2, 1),
        link(2, 2, 3),
        link(3, 3, 2),
    )

    assert "C2 and C3 lead to one another in a circle." in exhibit.figures[0].description
    assert "C4 leads to no outcome." in exhibit.figures[0].description
    assert "Part of a circle." in label(exhibit, "C3")
    assert "Leads to no outcome." in label(exhibit, "C4")


def test_a_long_statement_is_cut_in_the_box_and_whole_in_the_label_and_the_table() -> None:
    statement = "word " * 80 + "end"
    exhibit = shown(Cause(id="C1", type="outcome", statement=statement))

    assert "…" in words(exhibit)
    assert "word end." in label(exhibit, "C1")
    assert "word end" in row_of(exhibit.figures[0].alternative, "C1")


def test_causes_without_links_are_drawn_and_the_table_of_links_says_there_is_none() -> None:
    exhibit = shown(cause(1, "outcome"), cause(2))

    assert len(labels(exhibit)) == 2
    assert exhibit.table is not None
    assert exhibit.table.rows == ()


def test_a_small_graph_is_one_drawing() -> None:
    case = small_case()

    (figure,) = causal_graph_exhibit(build_causal_graph(case), case).figures

    assert len(figure.drawings) == 1


def test_a_large_graph_is_an_overview_and_parts_that_fit_a_page() -> None:
    case = large_case()
    graph = build_causal_graph(case)
    (figure,) = causal_graph_exhibit(graph, case).figures
    overview, *parts = figure.drawings

    assert overview.svg.count("<a ") == 60
    assert len(parts) == len(divide(graph, 11))
    assert max(part.width for part in parts) < 1100
    assert max(part.height for part in parts) < 1500
    assert sum(part.svg.count("<path") for part in parts) == len(graph.edges)


def test_a_cause_drawn_in_another_part_says_where() -> None:
    case = large_case()
    exhibit = causal_graph_exhibit(build_causal_graph(case), case)

    assert "Its causes: part 2" in words(exhibit)
    assert any("See part 2." in one for one in labels(exhibit))


def test_parts_hold_every_cause_once_and_start_at_the_outcome() -> None:
    graph = build_causal_graph(large_case())

    parts = divide(graph, 11)

    assert parts[0][0] == "C1"
    assert sorted(one for part in parts for one in part) == sorted(one.id for one in graph.nodes)


def test_parts_also_hold_circles_and_causes_that_reach_no_outcome() -> None:
    case = case_of(cause(1, "outcome"), cause(2), cause(3), cause(4), link(1, 3, 4), link(2, 4, 3))

    parts = divide(build_causal_graph(case), 2)

    assert sorted(one for part in parts for one in part) == ["C1", "C2", "C3", "C4"]


def test_a_long_chain_is_cut_into_equal_parts() -> None:
    chain = [cause(1, "outcome"), *(cause(n) for n in range(2, 41))]
    case = case_of(*chain, *(link(n, n + 1, n) for n in range(1, 40)))

    parts = divide(build_causal_graph(case), 10)

    assert [len(part) for part in parts] == [10, 10, 10, 10]
