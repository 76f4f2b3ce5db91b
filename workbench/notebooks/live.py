"""A step while somebody works in it: its editor; otherwise, its exhibits as they are."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from workbench.figures.exhibit import Exhibits
from workbench.notebooks.opening import OpenCase
from workbench.notebooks.page import running_cell, step_name
from workbench.widgets.shown import Shown

if TYPE_CHECKING:
    from workbench.widgets.editor import StepEditor

__all__ = ["step"]

_SHOWN: Final = Shown()


def step(draw: Callable[[OpenCase], Exhibits]) -> Callable[[OpenCase], Exhibits | StepEditor]:
    """Return `draw` as a step of a notebook: its editor where the case is at a desk."""

    @functools.wraps(draw)
    def shown(case: OpenCase) -> Exhibits | StepEditor:
        if case.desk is None:
            return draw(case)
        from workbench.widgets.editor import StepEditor

        with case.desk.lock:
            case.desk.refresh()
            editor = StepEditor(case.desk, step_name(draw.__name__), draw, in_record)
        _SHOWN.put(running_cell(), step_name(draw.__name__), editor)
        return editor

    def in_record(case: OpenCase) -> Exhibits:
        return draw(replace(case, live=False))

    return shown
