"""Notebook parameters, checked before papermill makes code of them."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any, Final

from workbench.domain.nearest import did_you_mean
from workbench.errors import InvalidParameters
from workbench.record.cells import declared_parameters

__all__ = ["check_parameters"]

_NAME: Final = re.compile(r"[a-z_][a-z0-9_]*")


def check_parameters(notebook: bytes, parameters: Mapping[str, object]) -> dict[str, Any]:
    """Return `parameters` as they are, once each is known to be safe to pass.

    A text stays a text: `"0012"` does not become 12.

    Raises:
        InvalidParameters: a name is not made of small letters, digits and underscores, or is not
            declared in the notebook's parameters cell; or a value is not text, a number, true,
            false, none, or a list or mapping of those.
        UnreadableFile: it is not a notebook.
    """
    declared = declared_parameters(notebook)
    for name, value in parameters.items():
        _check_name(name, declared)
        if not _is_plain(value):
            raise InvalidParameters(
                f"The parameter {name!r} is a {type(value).__name__}.",
                "Pass text, numbers, true, false or none, or lists and mappings of those.",
            )
    return dict(parameters)


def _check_name(name: object, declared: tuple[str, ...]) -> None:
    # 1 Only names, since papermill writes them into code as they are.
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise InvalidParameters(
            "A parameter's name holds something other than small letters, digits and underscores.",
            _hint("", declared),
        )
    # 2 Only those that the notebook declares: papermill merely warns about others.
    if name not in declared:
        raise InvalidParameters(f"The notebook has no parameter {name!r}.", _hint(name, declared))


def _hint(name: str, declared: tuple[str, ...]) -> str:
    if not declared:
        return "This notebook takes no parameters: it has no cell tagged 'parameters'."
    return f"{did_you_mean(name, declared)}It takes: {', '.join(declared)}."


def _is_plain(value: object) -> bool:
    if isinstance(value, float):
        return math.isfinite(value)
    if value is None or type(value) in (str, int, bool):
        return True
    if isinstance(value, list | tuple):
        return all(_is_plain(item) for item in value)
    if isinstance(value, dict):
        return all(isinstance(key, str) and _is_plain(item) for key, item in value.items())
    return False
