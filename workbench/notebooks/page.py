"""Whether somebody looks at this notebook in Jupyter, and which steps it has."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from workbench.notebooks.templates import template_bytes, template_names

__all__ = ["page_listens", "running_cell", "step_name", "steps_of_notebook", "steps_shown"]

_NOTEBOOK: Final = "JPY_SESSION_NAME"
_CALL: Final = re.compile(r"guide\.([a-z_]+)\(case\)")
_STEP_OF_FUNCTION: Final = {"fishbones": "fishbone"}


def _shell() -> object:
    """The shell that this process runs for somebody, if IPython made one."""
    ipython = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython is not None else None


def page_listens(environment: Mapping[str, str], shell: Callable[[], object] = _shell) -> bool:
    """Tell whether a page of Jupyter shows what this process displays, and can answer it.

    Jupyter's server tells a kernel whose notebook it runs; a run without a page tells nothing.
    """
    return _NOTEBOOK in environment and getattr(shell(), "kernel", None) is not None


def running_cell(shell: Callable[[], object] = _shell) -> str | None:
    """Return the identifier of the cell that this process runs, where the page told it."""
    asked: Mapping[str, Any] = getattr(shell(), "get_parent", dict)()
    cell = asked.get("metadata", {}).get("cellId")
    return cell if isinstance(cell, str) else None


def steps_of_notebook(template: str, environment: Mapping[str, str]) -> tuple[str, ...]:
    """Return the names of the steps of the notebook that this kernel runs, in its order.

    They are those of the template that its file is called after, else of `template`.
    """
    named = Path(environment.get(_NOTEBOOK, "")).stem
    return steps_shown(template_bytes(named if named in template_names() else template))


def steps_shown(notebook: bytes) -> tuple[str, ...]:
    """Return the names of the steps that a notebook shows, in its order."""
    source = notebook.decode(errors="replace")
    return tuple(step_name(function) for function in _CALL.findall(source))


def step_name(function: str) -> str:
    """Return the name of the step that a function of the guide shows."""
    return _STEP_OF_FUNCTION.get(function, function.replace("_", "-"))
