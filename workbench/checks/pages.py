"""The documentation page of each check, read from the docstring of its rule."""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass
from typing import Final

from workbench.checks.registry import Check, all_checks, check_named, removed_codes

__all__ = ["CheckPage", "explain", "index_markdown", "page_markdown", "page_of"]

_SECTIONS: Final = ("Why it matters", "Example", "Instead", "References")
_HEADING: Final = re.compile(f"^({'|'.join(_SECTIONS)}):$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class CheckPage:
    """The documentation of a check, in Markdown; `example` and `instead` are doctests."""

    check: Check
    summary: str
    why: str
    example: str
    instead: str
    references: str

    @property
    def effect(self) -> str:
        """What a finding does, and who may accept it, in a sentence or two."""
        does = f"It **{self.check.severity}**"
        gate = f" the gate *{self.check.gate}*" if self.check.gate else ""
        roles = " or ".join(self.check.accept_by)
        who = f"may be accepted with a reason by {roles}" if roles else "cannot be accepted"
        return f"{does}{gate}. A finding {who}."


def explain(code: str) -> CheckPage:
    """Return the page of the check with this code or name.

    Raises:
        UnknownName: there is none; the remedy names the nearest.
    """
    return page_of(check_named(code))


def page_of(check: Check) -> CheckPage:
    """Return the page of a check.

    Raises:
        ValueError: the docstring lacks a section, or has them in another order.
    """
    parts = _HEADING.split(inspect.cleandoc(check.rule.__doc__ or ""))
    if tuple(parts[1::2]) != _SECTIONS:
        raise ValueError(f"the docstring of {check.code} needs {', '.join(_SECTIONS)}")
    return CheckPage(check, parts[0].strip(), *(inspect.cleandoc(part) for part in parts[2::2]))


def page_markdown(page: CheckPage) -> str:
    """Return the page as a Markdown document."""
    check = page.check
    return (
        f"# {check.code} {check.name}\n\n{page.summary}\n\n{page.effect}\n\n"
        f"## Why it matters\n\n{page.why}\n\n"
        f"## Example\n\n```pycon\n{page.example}\n```\n\n"
        f"## Instead\n\n```pycon\n{page.instead}\n```\n\n"
        f"## References\n\n{page.references}\n\n"
        f"---\n\nSource: {check.source}. Status: {check.status}, since {check.since}; "
        f"version {check.version} of the rule.\n"
    )


def index_markdown() -> str:
    """Return the list of all checks, and of the codes that were removed, as Markdown."""
    rows = "\n".join(
        f"| [{one.code}]({one.code}.md) | {one.name} | {one.severity}"
        f"{f' *{one.gate}*' if one.gate else ''} | {', '.join(one.accept_by) or '–'} | "
        f"{page_of(one).summary} |"
        for one in all_checks()
    )
    gone = "\n".join(f"- {code}: {why}" for code, why in removed_codes().items())
    return (
        "# Checks\n\n"
        "Every check has a code that is never given to another. Words never close a gate: they "
        "warn, and ask a question. What closes a gate is something missing that it needs. "
        "[What is left to people](left-to-people.md) lists the rules that no check can look at.\n\n"
        "| code | fault | effect | may be accepted by | |\n|---|---|---|---|---|\n"
        f"{rows}\n\n"
        "## Removed\n\n"
        f"{gone or 'None so far.'}\n"
    )
