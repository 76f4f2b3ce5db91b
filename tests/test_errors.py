"""The error tree is what its drawing says, and every error of the package hangs on it."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import workbench
from workbench import errors
from workbench.errors import WorkbenchError

PACKAGE = Path(workbench.__file__).parent


def drawn() -> list[tuple[str, str | None]]:
    """Return each class of the drawing with the class above it, from top to bottom."""
    above: list[str] = []
    tree: list[tuple[str, str | None]] = []
    for line in (errors.__doc__ or "").splitlines():
        match = re.fullmatch(r"((?:[│ ]   )*)(?:[├└]── )?(\w+)", line)
        if match is None or (line != "WorkbenchError" and "──" not in line):
            continue
        depth = len(match[1]) // 4 + ("──" in line)
        above[depth:] = [match[2]]
        tree.append((match[2], above[depth - 1] if depth else None))
    return tree


def defined() -> list[tuple[str, str | None]]:
    """Return each class of the tree with the class above it, siblings by name."""

    def below(cls: type) -> Iterator[tuple[str, str | None]]:
        yield cls.__name__, None if cls is WorkbenchError else cls.__base__.__name__
        subclasses = (sub for sub in cls.__subclasses__() if sub.__module__ == errors.__name__)
        for sub in sorted(subclasses, key=lambda sub: sub.__name__):
            yield from below(sub)

    return list(below(WorkbenchError))


def modules() -> Iterator[str]:
    """Return the name of every module of the package."""
    for module in pkgutil.walk_packages([str(PACKAGE)], "workbench."):
        if ".migrations." not in module.name and not module.name.endswith("__main__"):
            yield module.name


def sources() -> Iterator[tuple[Path, ast.Module]]:
    """Return every file of the package with its syntax tree."""
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def test_the_drawing_shows_the_tree_as_it_is() -> None:
    assert sorted(drawn(), key=str) == sorted(defined(), key=str)


def test_the_drawing_and_the_exports_agree() -> None:
    assert sorted(name for name, _ in drawn()) == sorted(errors.__all__)


def test_the_exports_are_in_order() -> None:
    assert errors.__all__ == sorted(errors.__all__)


@pytest.mark.parametrize("name", sorted(modules()))
def test_every_exception_of_a_module_descends_from_ours(name: str) -> None:
    module = importlib.import_module(name)
    own = [
        value
        for value in vars(module).values()
        if inspect.isclass(value) and issubclass(value, BaseException) and value.__module__ == name
    ]

    strays = [cls.__qualname__ for cls in own if not issubclass(cls, WorkbenchError)]

    assert strays == []


@pytest.mark.parametrize("name", [name for name in errors.__all__ if name != "EntityConflict"])
def test_an_error_says_what_happened_and_what_to_do(name: str) -> None:
    cls = getattr(errors, name)
    extra = {"InvalidEntry": ({"when": "is missing"},), "GateClosed": (("ACT001",),)}
    named = {"CaseExists": {"case_id": "C-0001"}}

    error = cls("row 3 has no date", "add a date", *extra.get(name, ()), **named.get(name, {}))

    assert str(error) == "row 3 has no date"
    assert error.remedy == "add a date"


def test_no_error_can_be_raised_without_a_remedy() -> None:
    for name in errors.__all__:
        parameter = inspect.signature(getattr(errors, name).__init__).parameters["remedy"]

        assert parameter.default is inspect.Parameter.empty, name


def test_no_message_and_no_remedy_is_empty() -> None:
    empty = [
        f"{path.name}:{call.lineno}"
        for path, tree in sources()
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and _is_ours(call.func)
        for text in _texts(call)
        if not text.strip()
    ]

    assert empty == []


def test_no_cause_of_an_error_is_thrown_away() -> None:
    hidden = [
        f"{path.name}:{node.lineno}"
        for path, tree in sources()
        for node in ast.walk(tree)
        if isinstance(node, ast.Raise)
        and isinstance(node.cause, ast.Constant)
        and node.cause.value is None
    ]

    assert hidden == []


def _is_ours(function: ast.expr) -> bool:
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    return name in errors.__all__


def _texts(call: ast.Call) -> Iterator[str]:
    for argument in (*call.args[:2], *(word.value for word in call.keywords)):
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            yield argument.value
