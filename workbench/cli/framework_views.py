"""Contributory-factor frameworks as rows for people and as JSON for programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from workbench.domain.frameworks import (
    FACTOR_FRAMEWORKS,
    IMPORT_FRAMEWORKS,
    FactorGroup,
    Framework,
    published_framework,
)
from workbench.domain.nearest import did_you_mean
from workbench.errors import NotFound, UnknownName
from workbench.workspace.folder import Workspace
from workbench.workspace.own_framework import framework_file

__all__ = ["framework_lines", "framework_rows", "group_rows", "shown"]

_OWN: Final = "own"


def shown(name: str, workspace: Workspace | None) -> Framework:
    """Return the framework called `name`, for looking at; `own` is that of the workspace's file.

    Raises:
        NotFound: `own` is asked for, and the workspace names no file.
        UnknownName: there is none of that name.
    """
    if name == _OWN:
        if workspace is None or framework_file(workspace.config.factor_framework) is None:
            raise NotFound(
                "This workspace has no factor framework of its own.",
                "Write one as a file beside workbench.toml, and there: factor_framework = "
                '"file:our-factors.json".',
            )
        return workspace.framework
    known = (*FACTOR_FRAMEWORKS, *IMPORT_FRAMEWORKS)
    if name not in known:
        raise UnknownName(
            f"There is no contributory-factor framework called {name!r}.",
            f"{did_you_mean(name, known)}There are {', '.join(known)}, and '{_OWN}'.",
        )
    return published_framework(name)


def framework_rows(workspace: Workspace | None) -> list[dict[str, str]]:
    """Return a row for each framework: its name, title, groups, status, and what it is for."""
    chosen = workspace.config.factor_framework if workspace else None
    rows = [
        _row(name, published_framework(name), "chosen here" if name == chosen else "to choose")
        for name in FACTOR_FRAMEWORKS
    ]
    if workspace and framework_file(workspace.config.factor_framework):
        rows.append(_row(_OWN, workspace.framework, "chosen here"))
    rows += [_row(name, published_framework(name), "import only") for name in IMPORT_FRAMEWORKS]
    return rows


def framework_lines(framework: Framework) -> Iterator[str]:
    """Yield what a framework is and where it comes from, line by line."""
    yield f"{framework.name}, version {framework.version}; wording {framework.status}"
    yield f"Source: {framework.source}"
    if framework.note:
        yield framework.note


def group_rows(framework: Framework) -> Iterator[tuple[str, ...]]:
    """Yield a row for each group: code, label with its question, what to look for, SEIPS."""
    for group in framework.entries:
        yield (
            group.code,
            f"{_label(group)}: {group.asks}",
            _items(group),
            ", ".join(group.elements),
        )


def _row(name: str, framework: Framework, use: str) -> dict[str, str]:
    return {
        "name": name,
        "framework": framework.name,
        "groups": str(len(framework.entries)),
        "wording": framework.status,
        "use": use,
    }


def _label(group: FactorGroup) -> str:
    published = f" (published as: {group.published_as})" if group.published_as else ""
    doubt = " (to be checked)" if group.status == "unverified" else ""
    return f"{group.label}{published if group.published_as != group.label else ''}{doubt}"


def _items(group: FactorGroup) -> str:
    listed = "; ".join(item.label for item in group.items)
    return f"{listed} (to be checked)" if listed and group.items_status == "unverified" else listed
