"""Minimal cut sets: against a count by hand, against trying every combination, and at the limit."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from itertools import combinations

import pytest

from tests.fakes.cases import case
from workbench.analysis.causal import CausalGraph, build_causal_graph
from workbench.analysis.cut_sets import Logic, find_cut_sets
from workbench.checks.examples import ExampleEntry

Gates = Mapping[str, tuple[str, tuple[str, ...]]]


def graph(gates: Gates, actions: Mapping[str, tuple[str, ...]] | None = None) -> CausalGraph:
    return build_causal_graph(case(*entries(gates, actions or {})))


def entries(gates: Gates, actions: Mapping[str, tuple[str, ...]]) -> Iterator[ExampleEntry]:
    names = dict.fromkeys([*gates, *(one for _, held in gates.values() for one in held)])
    for name in names:
        kind = "outcome" if name == "C1" else "condition"
        combination = gates.get(name, ("all", ()))[0]
        yield "cause", name, {"statement": name, "type": kind, "combination": combination}
    pairs = [(one, effect) for effect, (_, held) in gates.items() for one in held]
    for number, (one, effect) in enumerate(pairs, 1):
        data = {"cause": one, "effect": effect, "mechanism": "m", "confidence": "possible"}
        yield "link", f"L{number}", data
    for name, causes in actions.items():
        yield "action", name, {"statement": name, "causes": list(causes)}


def only(found: tuple[Logic, ...]) -> Logic:
    (one,) = found
    return one


def sets(found: Logic) -> set[tuple[str, ...]]:
    return {one.causes for one in found.sets}


def by_trying(gates: Gates) -> set[frozenset[str]]:
    """Return the minimal groups of leaves that are enough for C1, by trying every one."""
    leaves = sorted({one for _, held in gates.values() for one in held} - set(gates))

    def holds(name: str, so: frozenset[str]) -> bool:
        if name not in gates:
            return name in so
        together = all if gates[name][0] == "all" else any
        return together(holds(one, so) for one in gates[name][1])

    enough: list[frozenset[str]] = []
    for size in range(1, len(leaves) + 1):
        for group in map(frozenset, combinations(leaves, size)):
            if not any(smaller <= group for smaller in enough) and holds("C1", group):
                enough.append(group)
    return set(enough)


def test_causes_that_worked_together_are_one_group() -> None:
    found = only(find_cut_sets(graph({"C1": ("all", ("C2", "C3"))})))

    assert sets(found) == {("C2", "C3")}
    assert found.complete


def test_causes_of_which_any_was_enough_are_a_group_each() -> None:
    found = only(find_cut_sets(graph({"C1": ("any", ("C2", "C3"))})))

    assert sets(found) == {("C2",), ("C3",)}
    assert found.in_every_set == ()


def test_a_group_that_holds_a_smaller_one_is_left_out() -> None:
    gates = {"C1": ("any", ("C2", "C3")), "C3": ("all", ("C2", "C4"))}

    assert sets(only(find_cut_sets(graph(gates)))) == {("C2",)}


@pytest.mark.parametrize("seed", range(40))
def test_groups_are_those_that_trying_every_combination_finds(seed: int) -> None:
    chance = random.Random(seed)
    gates = {}
    for number in range(1, 6):
        below = [f"C{n}" for n in range(number + 1, 12)]
        held = tuple(sorted(chance.sample(below, chance.randint(2, 3))))
        gates[f"C{number}"] = (chance.choice(("all", "any")), held)
    reached = {"C1"}
    for name, (_, held) in gates.items():
        if name in reached:
            reached.update(held)
    gates = {name: gate for name, gate in gates.items() if name in reached}

    assert {frozenset(one) for one in sets(only(find_cut_sets(graph(gates))))} == by_trying(gates)


def test_an_action_on_a_step_in_between_breaks_what_goes_through_it() -> None:
    gates = {
        "C1": ("any", ("C2", "C3")),
        "C2": ("all", ("C4", "C5")),
        "C3": ("all", ("C4", "C6")),
    }
    found = only(find_cut_sets(graph(gates, {"A1": ("C2",), "A2": ("C4",), "A10": ("C9",)})))

    assert {one.causes: one.broken_by for one in found.sets} == {
        ("C4", "C5"): ("A1", "A2"),
        ("C4", "C6"): ("A2",),
    }
    assert found.in_every_set == ("C4",)


def test_a_group_that_no_action_breaks_is_named() -> None:
    found = only(find_cut_sets(graph({"C1": ("any", ("C2", "C3"))}, {"A1": ("C2",)})))

    assert [one.causes for one in found.unbroken] == [("C3",)]


def test_more_groups_than_the_limit_are_said_not_to_be_all() -> None:
    gates: dict[str, tuple[str, tuple[str, ...]]] = {
        "C1": ("all", tuple(f"C{n}" for n in range(2, 14)))
    }
    gates |= {f"C{n}": ("any", (f"C{n * 100}", f"C{n * 100 + 1}")) for n in range(2, 14)}
    found = only(find_cut_sets(graph(gates)))

    assert not found.complete
    assert len(found.sets) == 200
    assert all(len(one.causes) == 12 for one in found.sets)


def test_causes_that_lead_to_one_another_do_not_go_round() -> None:
    gates = {"C1": ("all", ("C2",)), "C2": ("all", ("C3", "C4")), "C3": ("all", ("C2",))}

    assert sets(only(find_cut_sets(graph(gates)))) == {("C4",)}


def test_an_outcome_without_causes_has_no_logic() -> None:
    assert find_cut_sets(build_causal_graph(case(*entries({"C1": ("all", ())}, {})))) == ()
    assert find_cut_sets(build_causal_graph(case())) == ()
