import pytest

from tests.fakes.notebooks import code, markdown, notebook, parameters, step
from workbench.errors import UnreadableFile
from workbench.record.cells import (
    added_cells,
    declared_parameters,
    missing_steps,
    read_cells,
    shipped_cells,
)

TEMPLATE = notebook(
    markdown("# How to", tags=["guidance"]),
    parameters('case_id: str = ""\nas_of: int = 0'),
    code("case = guide.open_case(case_id)", tags=["setup"]),
    step("scope", "1. Scope"),
    code("guide.scope(case)", tags=["exhibit"]),
    step("timeline", "2. Timeline"),
    code("guide.timeline(case)", tags=["exhibit"]),
)


def started(*more, values='case_id: str = "C-0001"\nas_of: int = 7'):
    return notebook(
        markdown("# How to", tags=["guidance"]),
        parameters(values),
        code("case = guide.open_case(case_id)", tags=["setup"]),
        step("scope", "1. Scope"),
        code("guide.scope(case)", tags=["exhibit"]),
        *more,
        step("timeline", "2. Timeline"),
        code("guide.timeline(case)", tags=["exhibit"]),
    )


def test_cells_know_the_step_they_stand_in():
    cells = read_cells(started())

    assert [cell.step for cell in cells] == [None] * 3 + ["scope"] * 2 + ["timeline"] * 2


@pytest.mark.parametrize(
    "broken",
    [b"", b"{}", b'{"nbformat": 3, "cells": []}', b'{"nbformat": 4, "cells": [1]}', b"\xff"],
)
def test_what_is_no_notebook_is_refused(broken):
    with pytest.raises(UnreadableFile):
        read_cells(broken)


def test_a_notebook_as_started_adds_and_misses_nothing():
    assert added_cells(started(), TEMPLATE) == ()
    assert missing_steps(started(), TEMPLATE) == ()


def test_added_code_and_text_are_told_with_their_step():
    notebook_ = started(code("1 + 1"), markdown("We met twice."), code("   "))

    assert [(cell.kind, cell.step) for cell in added_cells(notebook_, TEMPLATE)] == [
        ("code", "scope"),
        ("markdown", "scope"),
    ]


@pytest.mark.parametrize(
    "values",
    [
        "case_id = open('/etc/passwd').read()",
        "case_id = 'C-1'\nimport os",
        "other = 1",
        "case_id = guide.secret = 1",
        "case_id: print('x') = 'C-1'",
        "case_id = (",
    ],
)
def test_a_parameters_cell_that_does_more_than_give_values_is_an_addition(values):
    assert [cell.index for cell in added_cells(started(values=values), TEMPLATE)] == [1]


def test_a_second_cell_tagged_as_injected_is_an_addition():
    injected = code("case_id = 'C-0001'", tags=["injected-parameters"])
    cells = read_cells(started(injected, injected))

    assert set(range(len(cells))) - shipped_cells(cells, read_cells(TEMPLATE)) == {6}


def test_code_with_the_tag_of_an_exhibit_is_still_an_addition():
    hidden = code("guide.scope = lambda case: 'all is well'", tags=["exhibit"])

    assert [cell.index for cell in added_cells(started(hidden), TEMPLATE)] == [5]


def test_a_step_without_its_heading_or_its_exhibit_is_missing():
    no_heading = notebook(
        code("case = guide.open_case(case_id)", tags=["setup"]),
        code("guide.scope(case)", tags=["exhibit"]),
        step("timeline", "2. Timeline"),
    )

    assert missing_steps(no_heading, TEMPLATE) == ("scope", "timeline")


def test_a_reworded_heading_keeps_its_step():
    reworded = TEMPLATE.replace(b"## 1. Scope", b"## 1. What this is about")

    assert missing_steps(reworded, TEMPLATE) == ()


def test_the_declared_parameters_are_those_of_the_tagged_cell():
    assert declared_parameters(TEMPLATE) == ("case_id", "as_of")
    assert declared_parameters(notebook(code("x = 1"))) == ()
