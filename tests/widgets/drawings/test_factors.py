"""What the factor board shows beside the factors."""

from __future__ import annotations

import pytest

from tests.fakes.drawn_cases import board_case
from workbench.checks.examples import example_case
from workbench.domain.crosswalk import counterparts
from workbench.domain.frameworks import FACTOR_FRAMEWORKS, factor_framework
from workbench.widgets.drawings.factors import extra


@pytest.fixture
def board():
    return extra(board_case(), factor_framework("npsa"))


def test_every_lens_has_the_groups_it_mostly_looks_at(board):
    assert [lens["code"] for lens in board["lenses"]] == [
        "workforce",
        "environment",
        "communication",
    ]
    known = {group["code"] for group in board["framework"]["groups"]}
    assert all(set(lens["groups"]) <= known for lens in board["lenses"])


def test_the_other_frameworks_say_each_group_in_their_words(board):
    own = factor_framework("npsa")
    seips = factor_framework("seips")
    read = next(one for one in board["others"] if one["name"] == seips.name)

    assert len(board["others"]) == len(FACTOR_FRAMEWORKS) - 1
    assert read["groups"] == {
        group.code: [one.label for one in counterparts(group, seips)] for group in own.entries
    }


def test_a_factor_has_the_evidence_behind_it_and_the_causes_that_name_it(board):
    assert board["behind"]["F1"] == {"evidence": ["E1", "E2"], "kinds": 2, "causes": ["C1"]}
    assert board["behind"]["F3"] == {"evidence": [], "kinds": 0, "causes": []}


def test_what_went_well_leaves_out_the_factors_that_have_cards(board):
    assert [(one["id"], one["why"]) for one in board["went_well"]] == [
        ("T1", "Went well"),
        ("BR1", "Held"),
    ]


def test_a_case_without_factors_still_has_its_lenses():
    board = extra(example_case(), factor_framework("nhs"))

    assert len(board["lenses"]) == 3
    assert board["behind"] == {}
    assert board["went_well"] == []
