"""What a check is asked about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from workbench.analysis.case_facts import PROVIDER
from workbench.analysis.causal import CausalGraph, build_causal_graph
from workbench.analysis.thread import Thread, thread
from workbench.analysis.timeline import GAP_AFTER, Timeline, build_timeline
from workbench.domain.case import Case
from workbench.domain.frameworks import Framework, factor_framework
from workbench.domain.roles import BY_NAME, DEFAULT_ROLES, RoleFunctions
from workbench.domain.stages import Stage, StageMove, current_of
from workbench.domain.triage import Triage
from workbench.domain.vocabulary import Tier

__all__ = ["Asked", "RegisterRow", "ask"]


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """What the register holds now for the case's incident.

    `digest` is the SHA-256 of its row (hexadecimal), or None when the row is no longer there.
    `like` are the identifiers of earlier incidents like it, None where they were not looked for.
    """

    digest: str | None
    like: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """The frozen context of every check.

    `on` is the day the checks are made for, `roles` those that must sign off, `functions` what
    they stand for, `framework` the workspace's contributory-factor framework. `register` is None
    where the register was not looked at. `stage` is where the case stands, or is taken to stand:
    checks that speak of later stages are asked only once the case has come near them.
    `organisation` is our own name, None where it is not known; `provider_type` is as in the
    settings: which duties may apply turns on it.
    """

    case: Case
    on: date
    timeline: Timeline
    graph: CausalGraph
    thread: Thread
    roles: tuple[str, ...]
    framework: Framework
    register: RegisterRow | None
    stage: Stage
    organisation: str | None = None
    provider_type: str = PROVIDER
    functions: RoleFunctions = BY_NAME

    @property
    def rapid(self) -> bool:
        """True where triage chose a rapid learning review."""
        triage = self.case.only(Triage)
        return triage is not None and triage.tier is Tier.RAPID


def ask(
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
) -> Asked:
    """Return the context for checking `case` as on the day `on`, its analysis done once.

    `framework` is the NPSA's unless another is given. `stage` is where to take the case to stand;
    without it, the stage of its last move.
    """
    return Asked(
        case,
        on,
        build_timeline(case, gap_after),
        build_causal_graph(case),
        thread(case, on),
        roles,
        framework or factor_framework("npsa"),
        register,
        stage or current_of(case.all(StageMove)),
        organisation,
        provider_type,
        functions,
    )
