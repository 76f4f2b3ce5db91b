from __future__ import annotations

import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.cases import big_case, case, sound_case
from workbench.analysis.causal import CausalGraph, build_causal_graph
from workbench.analysis.paths import PATH_LIMIT
from workbench.checks.examples import ExampleEntry
from workbench.domain.vocabulary import Combination


def cause(identifier: str, kind: str = "condition", **more: object) -> ExampleEntry:
    return "cause", identifier, {"statement": f"{identifier} held", "type": kind, **more}


def links(*pairs: str) -> tuple[ExampleEntry, ...]:
    said = {"mechanism": "it followed", "confidence": "probable"}
    return tuple(
        ("link", f"L{place}", {**said, "cause": pair.split(">")[0], "effect": pair.split(">")[1]})
        for place, pair in enumerate(pairs, start=1)
    )


def diamond(*more: ExampleEntry) -> CausalGraph:
    """C4 leads to C2 and C3, both lead to the outcome C1."""
    return build_causal_graph(
        case(
            cause("C1", "outcome"),
            cause("C2"),
            cause("C3"),
            cause("C4"),
            *links("C2>C1", "C3>C1", "C4>C2", "C4>C3"),
            *more,
        )
    )


def test_paths_run_from_each_root_to_the_outcome() -> None:
    graph = diamond()

    assert graph.paths == (("C4", "C2", "C1"), ("C4", "C3", "C1"))
    assert (graph.outcomes, graph.roots, graph.path_count) == (("C1",), ("C4",), 2)


def test_nodes_know_their_neighbours() -> None:
    graph = diamond(*links("C2>C1", "C3>C1", "C4>C2", "C4>C3", "C2>C3"))

    node = graph.node("C3")

    assert node is not None
    assert (node.causes, node.effects) == (("C4", "C2"), ("C1",))
    assert graph.node("C9") is None


def test_a_case_without_causes_has_an_empty_graph() -> None:
    graph = build_causal_graph(case())

    assert (graph.nodes, graph.paths, graph.path_count, graph.unreachable) == ((), (), 0, ())


def test_an_outcome_alone_is_neither_a_root_nor_a_path() -> None:
    graph = build_causal_graph(case(cause("C1", "outcome")))

    assert (graph.roots, graph.paths, graph.path_count) == ((), (), 0)


def test_without_an_outcome_nothing_is_reached() -> None:
    graph = build_causal_graph(case(cause("C1"), cause("C2"), *links("C2>C1")))

    assert (graph.unreachable, graph.paths) == (("C1", "C2"), ())


def test_a_cause_beside_the_graph_is_unreachable() -> None:
    assert diamond(cause("C5")).unreachable == ("C5",)


def test_a_cycle_is_named_and_paths_go_round_it() -> None:
    graph = diamond(*links("C2>C1", "C3>C1", "C4>C2", "C4>C3", "C2>C4"))

    assert graph.cycles == (("C2", "C4"),)
    assert graph.paths == (("C2", "C1"), ("C4", "C3", "C1"))
    assert graph.unreachable == ()


def test_a_link_to_a_cause_that_is_not_there_is_left_out() -> None:
    graph = build_causal_graph(case(cause("C1", "outcome"), *links("C9>C1")))

    assert graph.edges == ()


def test_two_links_between_the_same_causes_are_two_edges_and_one_path() -> None:
    graph = build_causal_graph(case(cause("C1", "outcome"), cause("C2"), *links("C2>C1", "C2>C1")))

    assert (len(graph.edges), graph.path_count) == (2, 1)


def test_a_link_is_said_as_a_sentence() -> None:
    assert diamond().sentences[0] == "“C2 held” led to “C1 held”, because it followed (probable)."


@pytest.mark.parametrize(
    ("combination", "words"), [("all", "all of these together"), ("any", "any one of")]
)
def test_an_effect_of_several_causes_is_an_interaction_that_keeps_and_or(
    combination: str, words: str
) -> None:
    graph = diamond(cause("C1", "outcome", combination=combination))

    (interaction,) = graph.interactions
    assert interaction.combination is Combination(combination)
    assert interaction.causes == ("C2", "C3")
    assert interaction.sentence == f"“C1 held” followed from {words}: “C2 held”; “C3 held”."


def test_a_cause_surely_after_its_effect_is_out_of_order() -> None:
    early = ("event", "T1", {"when": "14/03/2026 08:00", "what": "A call."})
    late = ("event", "T2", {"when": "14/03/2026 09:00", "what": "A visit."})
    open_ended = ("event", "T3", {"when": "after 14/03/2026 07:00", "what": "A note."})

    backwards = diamond(
        early, late, cause("C2", events=["T2"]), cause("C1", "outcome", events=["T1"])
    )
    may_be = diamond(
        early, late, open_ended, cause("C2", events=["T2"]), cause("C1", "outcome", events=["T3"])
    )

    assert backwards.out_of_order == ("L1",)
    assert may_be.out_of_order == ()


def test_an_action_touches_causes_itself_and_through_factors_and_findings() -> None:
    graph = diamond(
        cause("C2", factors=["F1"]),
        ("factor", "F1", {"statement": "Two calls waited"}),
        ("finding", "FI1", {"statement": "It recurs.", "causes": ["C3"]}),
        ("action", "A1", {"statement": "Move it.", "factors": ["F1"]}),
        ("action", "A2", {"statement": "Move it.", "findings": ["FI1"]}),
        ("action", "A3", {"statement": "Move it.", "causes": ["C4", "C9"]}),
        ("action", "A4", {"statement": "Move it."}),
    )

    assert {one.action: one.causes for one in graph.reach} == {
        "A1": ("C2",),
        "A2": ("C3",),
        "A3": ("C4",),
        "A4": (),
    }
    assert graph.untouched_count == 0


def test_paths_that_no_action_touches_are_listed() -> None:
    graph = diamond(("action", "A1", {"statement": "Move it.", "causes": ["C2"]}))

    assert graph.untouched_paths == (("C4", "C3", "C1"),)
    assert graph.untouched_count == 1


def test_an_action_on_a_root_only_does_not_touch_the_paths_of_other_roots() -> None:
    graph = diamond(
        cause("C5"),
        ("link", "L9", {"cause": "C5", "effect": "C2", "mechanism": "x", "confidence": "possible"}),
        ("action", "A1", {"statement": "Move it.", "causes": ["C4"]}),
    )

    assert graph.untouched_paths == (("C5", "C2", "C1"),)


def test_the_list_of_paths_is_cut_and_the_count_goes_on() -> None:
    graph = build_causal_graph(big_case(events=1, causes=61, actions=0))

    assert len(graph.paths) == PATH_LIMIT
    assert graph.path_count == 3**20
    assert graph.untouched_count == 3**20


@given(st.sets(st.tuples(st.integers(1, 7), st.integers(1, 7)).filter(lambda two: two[0] > two[1])))
def test_as_many_paths_are_counted_as_are_listed(pairs: set[tuple[int, int]]) -> None:
    graph = build_causal_graph(
        case(
            cause("C1", "outcome"),
            *(cause(f"C{number}") for number in range(2, 8)),
            *links(*(f"C{a}>C{b}" for a, b in sorted(pairs))),
            ("action", "A1", {"statement": "Move it.", "causes": ["C3"]}),
        )
    )

    assert graph.path_count == len(graph.paths) == len(set(graph.paths))
    assert graph.untouched_paths == tuple(path for path in graph.paths if "C3" not in path)
    assert graph.untouched_count == len(graph.untouched_paths)


def test_paths_come_in_the_same_order_in_every_process() -> None:
    program = (
        "from workbench.analysis.paths import list_paths, make_graph\n"
        "names = [f'C{n}' for n in range(40)]\n"
        "graph = make_graph(names, [(n, 'C0') for n in names[1:16]])\n"
        "print(list_paths(graph, ('C0',)))"
    )

    said = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(said) == 1


def test_the_sound_case_is_one_interaction_with_every_path_touched() -> None:
    graph = build_causal_graph(sound_case())

    assert [one.effect for one in graph.interactions] == ["C1"]
    assert (graph.path_count, graph.untouched_count) == (2, 0)
