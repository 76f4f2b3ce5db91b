import os
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.fakes.desks import desk_of
from tests.fakes.workspaces import Office, make_office
from workbench.figures.exhibit import Exhibits
from workbench.notebooks import guide
from workbench.notebooks.opening import open_case
from workbench.notebooks.page import page_listens, running_cell, steps_of_notebook
from workbench.widgets.editor import StepEditor


@pytest.fixture
def office(tmp_path: Any) -> Iterator[Office]:
    office = make_office(tmp_path / "ws")
    office.start()
    before = Path.cwd()
    os.chdir(office.workspace.root)
    yield office
    os.chdir(before)


def test_a_case_at_a_desk_shows_editors(office: Office) -> None:
    from dataclasses import replace

    desk = desk_of(office)
    at_desk = replace(desk.seen, desk=desk)

    assert isinstance(guide.timeline(at_desk), StepEditor)
    assert isinstance(guide.thread(at_desk), StepEditor)


def test_without_a_page_to_answer_a_case_shows_exhibits(office: Office) -> None:
    opened = open_case("C-0001")

    assert opened.desk is None
    assert isinstance(guide.timeline(opened), Exhibits)


@pytest.mark.parametrize("environment", [{}, {"JPY_SESSION_NAME": "/x/triage.ipynb"}])
def test_python_without_a_kernel_has_no_page(environment: dict[str, str]) -> None:
    assert not page_listens(environment)


def test_a_page_listens_to_a_kernel_that_jupyter_started() -> None:
    shell = SimpleNamespace(kernel=object())

    assert page_listens({"JPY_SESSION_NAME": "/x/triage.ipynb"}, lambda: shell)
    assert not page_listens({}, lambda: shell)
    assert not page_listens({"JPY_SESSION_NAME": "x"}, lambda: SimpleNamespace())


def test_the_cell_that_runs_is_the_one_that_the_page_named() -> None:
    asked = {"header": {}, "metadata": {"cellId": "invented"}}

    assert running_cell(lambda: SimpleNamespace(get_parent=lambda: asked)) == "invented"
    assert running_cell(lambda: SimpleNamespace(get_parent=dict)) is None
    assert running_cell(lambda: None) is None


def test_the_steps_are_those_of_the_template_that_the_notebook_is_called_after() -> None:
    named = steps_of_notebook("structured-analysis", {"JPY_SESSION_NAME": "/x/triage.ipynb"})
    other = steps_of_notebook("triage", {"JPY_SESSION_NAME": "/x/my copy.ipynb"})

    assert named == other == ("incident", "triage", "duties", "clocks", "stages")
    assert "fishbone" in steps_of_notebook("structured-analysis", {})


def test_every_step_of_every_template_is_known() -> None:
    from workbench.notebooks.templates import template_names
    from workbench.widgets.steps import STEPS

    called = {name for template in template_names() for name in steps_of_notebook(template, {})}

    assert called <= set(STEPS)
