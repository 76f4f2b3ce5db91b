"""The register of checks: what a check is, and how one is added.

A check is a generator of hits over a frozen `Asked`. Its docstring is its documentation page,
with the sections *Why it matters*, *Example*, *Instead* and *References*.
"""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Final, TypeAlias

from workbench.checks.context import Asked
from workbench.domain.nearest import nearest
from workbench.domain.roles import RoleFunction
from workbench.errors import UnknownName

__all__ = [
    "LEADERS",
    "SIGNATORIES",
    "Check",
    "Gate",
    "Hit",
    "NotAsked",
    "Rule",
    "Severity",
    "Status",
    "all_checks",
    "check",
    "check_named",
    "removed_codes",
]

SIGNATORIES: Final = tuple(RoleFunction)
"""The functions of the roles that may accept what is a matter of judgement."""

LEADERS: Final = (RoleFunction.MANAGER, RoleFunction.GOVERNANCE_LEAD)
"""The functions of the roles that may accept what leaves a gap in the investigation."""

_FAMILIES: Final = (
    "incident",
    "triage",
    "law",
    "commission",
    "references",
    "basis",
    "chronology",
    "people",
    "evidence",
    "timeline",
    "factors",
    "causal",
    "conditions",
    "methods",
    "escalation",
    "inquiry",
    "findings",
    "actions",
    "portfolio",
    "verification",
    "restrictions",
    "restriction_reasons",
    "quality",
    "wording",
    "comments",
    "summaries",
    "governance",
    "stages",
    "access",
)


class Severity(StrEnum):
    """What a hit does: close a gate, warn, or advise."""

    BLOCKS = "blocks"
    WARNS = "warns"
    ADVISES = "advises"


class Gate(StrEnum):
    """The steps that a check can hold up, in their order: each is the way into a stage.

    What closes one gate closes those after it too.
    """

    TRIAGE = "triage"
    REVIEW = "review"
    ANALYSE = "analyse"
    COMMENT = "comment"
    APPROVE = "approve"
    ISSUE = "issue"
    ACT = "act"
    VERIFY = "verify"
    CLOSE = "close"


class Status(StrEnum):
    """Whether a check is tried out, in force, or on its way out. Only stable ones are run."""

    PREVIEW = "preview"
    STABLE = "stable"
    DEPRECATED = "deprecated"


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing a rule found: where (an entity's identifier, or `"case"`), and what to do.

    `question` is what to ask oneself about it, `excerpt` the words in question. `lighter` is set
    where this hit weighs less than its check says: it then closes no gate.
    """

    subject: str
    message: str
    question: str | None = None
    excerpt: str | None = None
    lighter: Severity | None = None


@dataclass(frozen=True, slots=True)
class NotAsked:
    """A rule could not be asked, and why: neither a hit nor a pass."""

    reason: str


Rule: TypeAlias = Callable[[Asked], Iterable[Hit | NotAsked]]


@dataclass(frozen=True, slots=True)
class Check:
    """A rule with its code, name (of the fault), and what a hit means.

    `gate` is set where `severity` is *blocks*. `accept_by` lists the functions of the roles
    that may accept a finding with a reason; where it is empty nobody may. `version` goes up when
    the rule judges differently, `since` is the release that brought it, `source` where it comes
    from.
    """

    code: str
    name: str
    severity: Severity
    gate: Gate | None
    accept_by: tuple[RoleFunction, ...]
    status: Status
    since: str
    version: int
    source: str
    rule: Rule

    @property
    def acceptable(self) -> bool:
        """True when somebody may accept a finding with a reason."""
        return bool(self.accept_by)


_REGISTERED: Final[dict[str, Check]] = {}


def check(
    code: str,
    name: str,
    *,
    severity: str,
    source: str,
    gate: str | None = None,
    accept_by: tuple[RoleFunction, ...] = (),
    status: str = "stable",
    since: str = "0.1.0",
    version: int = 1,
) -> Callable[[Rule], Rule]:
    """Return a decorator that registers a rule as a check.

    Raises:
        ValueError: the code is taken, was removed, or is not in `codes.json` under this name; or
            a gate is missing where the check blocks, or given where it does not.
    """
    made = (Severity(severity), Gate(gate) if gate else None, accept_by, Status(status))
    _refuse_unfit(code, name, made[0], made[1])

    def register(rule: Rule) -> Rule:
        _REGISTERED[code] = Check(code, name, *made, since, version, source, rule)
        return rule

    return register


def all_checks() -> tuple[Check, ...]:
    """Return every check, in the order of an investigation."""
    for family in _FAMILIES:
        importlib.import_module(f"workbench.checks.{family}")
    order = {code: place for place, code in enumerate(_ledger()["codes"])}
    return tuple(sorted(_REGISTERED.values(), key=lambda one: order[one.code]))


def check_named(code: str) -> Check:
    """Return the check with this code, or with this name, in capitals or not.

    Raises:
        UnknownName: there is none; the remedy names the nearest, or says that it was removed.
    """
    checks = all_checks()
    for one in checks:
        if code.upper() == one.code or code.lower() == one.name:
            return one
    if code.upper() in removed_codes():
        raise UnknownName(
            f"The check {code.upper()} was removed: {removed_codes()[code.upper()]}",
            "See 'workbench rules' for the checks that are run.",
        )
    known = {name.lower(): one.code for one in checks for name in (one.code, one.name)}
    near = nearest(code, known)
    hint = f"Did you mean '{known[near]}'? " if near else ""
    raise UnknownName(
        f"There is no check called {code!r}.", f"{hint}'workbench rules' lists them all."
    )


def removed_codes() -> dict[str, str]:
    """Return the codes that were given out once and never will be again, and why each went."""
    return dict(_ledger()["removed"])


@cache
def _ledger() -> dict[str, dict[str, str]]:
    text = files("workbench.checks").joinpath("codes.json").read_text(encoding="utf-8")
    loaded: dict[str, dict[str, str]] = json.loads(text)
    return loaded


def _refuse_unfit(code: str, name: str, severity: Severity, gate: Gate | None) -> None:
    if code in _REGISTERED:
        raise ValueError(f"the code {code} is taken by {_REGISTERED[code].name}")
    if code in _ledger()["removed"]:
        raise ValueError(f"the code {code} was removed and is never given out again")
    if _ledger()["codes"].get(code) != name:
        raise ValueError(f"add {code} to checks/codes.json under the name {name}")
    if (severity is Severity.BLOCKS) != (gate is not None):
        raise ValueError(f"{code} needs a gate if it blocks, and only then")
