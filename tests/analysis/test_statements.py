from __future__ import annotations

import doctest

from workbench.analysis import statements
from workbench.domain.vocabulary import Combination, Confidence


def test_the_examples_of_the_documentation_hold() -> None:
    result = doctest.testmod(statements)

    assert result.attempted > 0
    assert result.failed == 0


def test_full_stops_and_line_breaks_do_not_disturb_the_sentence() -> None:
    said = statements.link_sentence("A was so.\n", "B\nwas", "it is;", Confidence.ESTABLISHED)

    assert said == "“A was so” led to “B was”, because it is (established)."


def test_and_is_told_apart_from_or() -> None:
    both = statements.joint_sentence(["A", "B"], "C", Combination.ALL)

    assert both == "“C” followed from all of these together: “A”; “B”."
