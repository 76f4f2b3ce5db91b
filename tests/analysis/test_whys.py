from tests.fakes.cases import case
from workbench.analysis.causal import build_causal_graph
from workbench.analysis.whys import Whys, ask_why
from workbench.checks.examples import ExampleEntry
from workbench.domain.vocabulary import Combination


def cause(number: int, kind: str = "condition", **more: object) -> ExampleEntry:
    return "cause", f"C{number}", {"statement": f"Cause {number}.", "type": kind, **more}


def link(number: int, start: int, end: int) -> ExampleEntry:
    data = {"cause": f"C{start}", "effect": f"C{end}", "mechanism": "m", "confidence": "probable"}
    return "link", f"L{number}", data


def whys(*entries: ExampleEntry) -> Whys:
    held = case(*entries)
    return ask_why(build_causal_graph(held), held)


DIAMOND = (
    cause(1, "outcome"),
    cause(2, combination="any"),
    cause(3),
    cause(4, stop_reason="Ours to change."),
    cause(5),
    link(1, 2, 1),
    link(2, 3, 1),
    link(3, 4, 2),
    link(4, 5, 2),
    link(5, 4, 3),
)


def test_a_chain_is_read_back_from_where_the_asking_stopped() -> None:
    (chain,) = whys(cause(1, "outcome"), cause(2), cause(3), link(1, 2, 1), link(2, 3, 2)).chains

    assert chain.causes == ("C3", "C2", "C1")
    assert chain.whys == 2
    assert chain.read_back == "C3 “Cause 3”; therefore C2 “Cause 2”; therefore C1 “Cause 1”."


def test_answers_branch_and_say_how_they_work_together() -> None:
    found = whys(*DIAMOND)

    assert found.branches
    assert found.deepest == 2
    assert [(one.id, one.level, one.combination) for one in found.nodes[:2]] == [
        ("C1", 0, Combination.ALL),
        ("C2", 1, Combination.ANY),
    ]


def test_a_cause_that_explains_two_things_is_followed_once() -> None:
    found = whys(*DIAMOND)

    assert [(one.id, one.repeated) for one in found.nodes if one.id == "C4"] == [
        ("C4", False),
        ("C4", True),
    ]
    assert next(one for one in found.nodes if one.id == "C4").stop_reason == "Ours to change."


def test_the_telling_chains_hold_every_link() -> None:
    found = whys(*DIAMOND)
    links = {
        pair for one in found.telling for pair in zip(one.causes, one.causes[1:], strict=False)
    }

    assert found.chain_count == len(found.chains) == 3
    assert len(links) == 5


def test_fewer_chains_are_told_where_their_links_are_told_already() -> None:
    two_ways_twice = (
        cause(1, "outcome"),
        *(cause(n) for n in range(2, 8)),
        *(link(n, n, 1) for n in (2, 3)),
        *(link(10 + n, 4, n) for n in (2, 3)),
        *(link(20 + n, n, 4) for n in (5, 6)),
    )
    found = whys(*two_ways_twice)

    assert len(found.chains) == 4
    assert len(found.telling) == 2


def test_a_circle_ends() -> None:
    found = whys(
        cause(1, "outcome"), cause(2), cause(3), link(1, 2, 1), link(2, 3, 2), link(3, 2, 3)
    )

    assert [one.id for one in found.nodes] == ["C1", "C2", "C3", "C2"]
    assert found.nodes[-1].repeated


def test_without_an_outcome_nothing_is_asked() -> None:
    assert whys(cause(2)) == Whys((), (), 0)
    assert whys().deepest == 0
