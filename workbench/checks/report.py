"""Running the checks, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from workbench import __version__
from workbench.analysis.case_facts import PROVIDER
from workbench.analysis.timeline import GAP_AFTER
from workbench.checks.acceptance import why_not_counted
from workbench.checks.context import Asked, RegisterRow, ask
from workbench.checks.registry import Check, Gate, Hit, NotAsked, Severity, Status, all_checks
from workbench.domain.case import Case
from workbench.domain.frameworks import Framework
from workbench.domain.governance import Acceptance
from workbench.domain.roles import BY_NAME, DEFAULT_ROLES, RoleFunctions
from workbench.domain.stages import Stage
from workbench.errors import GateClosed

__all__ = [
    "AcceptedFinding",
    "CheckFinding",
    "CheckReport",
    "CheckRun",
    "CouldNotBeAsked",
    "judge",
    "run_checks",
]

_GATES: Final = tuple(Gate)


@dataclass(frozen=True, slots=True)
class CheckFinding:
    """One finding of a check.

    `subject` is an entity's identifier or `"case"`. `question` is what to ask about it, and
    `excerpt` the words in question, where there are any. `acceptable` tells whether somebody may
    accept it with a reason.
    """

    code: str
    name: str
    severity: Severity
    gate: Gate | None
    subject: str
    message: str
    question: str | None = None
    excerpt: str | None = None
    acceptable: bool = False


@dataclass(frozen=True, slots=True)
class AcceptedFinding:
    """A finding that somebody accepted, with who and why in `acceptance`."""

    finding: CheckFinding
    acceptance: Acceptance


@dataclass(frozen=True, slots=True)
class CheckRun:
    """A check that was run: its code, and the version of its rule."""

    code: str
    version: int


@dataclass(frozen=True, slots=True)
class CouldNotBeAsked:
    """A check that lacked what it needs to judge: not a finding, and not a pass either."""

    code: str
    name: str
    severity: Severity
    gate: Gate | None
    reason: str


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What the checks found in a case on a day.

    `open` and `accepted` together are all findings, in the order of the checks, then of the case.
    `library` is the version of this package that judged.
    """

    on: date
    library: str
    checks_run: tuple[CheckRun, ...]
    open: tuple[CheckFinding, ...]
    accepted: tuple[AcceptedFinding, ...]
    not_asked: tuple[CouldNotBeAsked, ...]

    @property
    def findings(self) -> tuple[CheckFinding, ...]:
        """Every finding, open ones first."""
        return (*self.open, *(one.finding for one in self.accepted))

    @property
    def found_at(self) -> dict[str, tuple[str, ...]]:
        """Where each check found something that is open, by its code."""
        found: dict[str, tuple[str, ...]] = {}
        for one in self.open:
            found[one.code] = (*found.get(one.code, ()), one.subject)
        return found

    def of(self, severity: Severity) -> tuple[CheckFinding, ...]:
        """Return the open findings of one severity."""
        return tuple(one for one in self.open if one.severity is severity)

    def blocking(self, gate: Gate | str) -> tuple[CheckFinding, ...]:
        """Return the open findings that close `gate`; what closes an earlier gate closes it too."""
        return tuple(one for one in self.open if _closes(one.gate, Gate(gate)))

    def passes(self, gate: Gate | str) -> bool:
        """Tell whether `gate` is open.

        It is not when no checks were run, or when one that could close it could not be asked.
        """
        unasked = any(_closes(one.gate, Gate(gate)) for one in self.not_asked)
        return bool(self.checks_run) and not unasked and not self.blocking(gate)

    def require(self, gate: Gate | str) -> None:
        """Return only when `gate` is open.

        Raises:
            GateClosed: it is not; `codes` lists the checks that close it.
        """
        if self.passes(gate):
            return
        unasked = (one.code for one in self.not_asked if _closes(one.gate, Gate(gate)))
        found = (f"{one.code} at {one.subject}" for one in self.blocking(gate))
        listed = tuple(dict.fromkeys((*found, *unasked)))
        raise GateClosed(
            f"The case cannot pass the gate '{Gate(gate)}': "
            f"{', '.join(listed) or 'no checks were run'}.",
            "Run 'workbench check' for each finding and what to do about it.",
            tuple(dict.fromkeys(one.split(" ")[0] for one in listed)),
        )


def run_checks(
    case: Case,
    on: date,
    *,
    roles: tuple[str, ...] = DEFAULT_ROLES,
    framework: Framework | None = None,
    register: RegisterRow | None = None,
    gap_after: timedelta = GAP_AFTER,
    stage: Stage | None = None,
    organisation: str | None = None,
    provider_type: str = PROVIDER,
    functions: RoleFunctions = BY_NAME,
    checks: Iterable[Check] | None = None,
) -> CheckReport:
    """Return what the checks find in `case` as on the day `on`.

    `roles`, `functions`, `framework`, `register`, `organisation` and `provider_type` are as in
    `Asked`, `stage` is as in `ask`; `gap_after` is the silence from which a gap on the timeline
    counts. Without `checks`, every stable check is run.
    """
    asked = ask(
        case,
        on,
        roles=roles,
        framework=framework,
        register=register,
        gap_after=gap_after,
        stage=stage,
        organisation=organisation,
        provider_type=provider_type,
        functions=functions,
    )
    stable = (one for one in all_checks() if one.status is Status.STABLE)
    return judge(asked, stable if checks is None else checks)


def judge(asked: Asked, checks: Iterable[Check]) -> CheckReport:
    """Return what `checks` find in the context `asked`."""
    run, opened, accepted, unasked = [], [], [], []
    accepting = _accepting(asked)
    for check in checks:
        run.append(CheckRun(check.code, check.version))
        for result in check.rule(asked):
            if isinstance(result, NotAsked):
                unasked.append(_unasked(check, result))
                continue
            acceptance = accepting.get((check.code, result.subject))
            if acceptance is None:
                opened.append(_finding(check, result))
            else:
                accepted.append(AcceptedFinding(_finding(check, result), acceptance))
    return CheckReport(
        asked.on, __version__, tuple(run), tuple(opened), tuple(accepted), tuple(unasked)
    )


def _accepting(asked: Asked) -> dict[tuple[str, str], Acceptance]:
    return {
        (acceptance.code, acceptance.subject): acceptance
        for acceptance in asked.case.all(Acceptance)
        if why_not_counted(asked.case, acceptance, asked.functions) is None
    }


def _finding(check: Check, hit: Hit) -> CheckFinding:
    return CheckFinding(
        check.code,
        check.name,
        hit.lighter or check.severity,
        None if hit.lighter else check.gate,
        hit.subject,
        hit.message,
        hit.question,
        hit.excerpt,
        check.acceptable,
    )


def _unasked(check: Check, result: NotAsked) -> CouldNotBeAsked:
    return CouldNotBeAsked(check.code, check.name, check.severity, check.gate, result.reason)


def _closes(gate: Gate | None, asked: Gate) -> bool:
    return gate is not None and _GATES.index(gate) <= _GATES.index(asked)
