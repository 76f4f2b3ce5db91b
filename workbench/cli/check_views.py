"""Check findings and rules as rows for people and as JSON for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from workbench.checks.registry import Check, Gate, Severity
from workbench.checks.report import CheckFinding, CheckReport
from workbench.domain.nearest import did_you_mean
from workbench.errors import UnknownName

if TYPE_CHECKING:
    from workbench.record.names.residual import NamedEntry

__all__ = [
    "found_rows",
    "gate_named",
    "name_lines",
    "reaches_approval",
    "report_as_json",
    "rule_as_json",
    "rule_rows",
    "summary",
]


def gate_named(name: str | None) -> Gate | None:
    """Return the gate called `name`, or None for None.

    Raises:
        UnknownName: there is no such gate.
    """
    if name is None or name in list(Gate):
        return Gate(name) if name else None
    raise UnknownName(
        f"There is no gate called {name!r}.",
        f"{did_you_mean(name, Gate)}The gates are: {', '.join(Gate)}.",
    )


def reaches_approval(gate: Gate | None) -> bool:
    """Tell whether what stands in the way of an approval stands in the way of a gate, or of all."""
    gates = list(Gate)
    return gate is None or gates.index(gate) >= gates.index(Gate.APPROVE)


def found_rows(report: CheckReport, gate: Gate | None) -> list[tuple[str, ...]]:
    """Return a row for each open finding (of a gate, if one is given), then each accepted one."""
    shown = report.blocking(gate) if gate else report.open
    rows: list[tuple[str, ...]] = [
        (one.code, _weight(one), one.subject, _words(one)) for one in shown
    ]
    if gate is None:
        rows += [
            (
                done.finding.code,
                "accepted",
                done.finding.subject,
                (
                    f"{done.finding.message}\nAccepted by the {done.acceptance.role}: "
                    f"{done.acceptance.reason}"
                ),
            )
            for done in report.accepted
        ]
        rows += [(one.code, "not asked", "case", one.reason) for one in report.not_asked]
    return rows


def name_lines(named: Iterable[NamedEntry]) -> Iterator[str]:
    """Yield a sentence for each place in which a listed name stands; the name is not in it."""
    for one in named:
        yield (
            f"{one.entity}, {one.field}: the listed name of {one.person} stands there. It is "
            "not approved until the reference stands there instead."
        )


def summary(report: CheckReport) -> str:
    """Return one sentence on what was found."""
    counts = ", ".join(f"{len(report.of(severity))} {severity}" for severity in Severity)
    return (
        f"{len(report.checks_run)} checks were run: {counts}, {len(report.accepted)} accepted, "
        f"{len(report.not_asked)} could not be asked."
    )


def report_as_json(report: CheckReport, gate: Gate | None) -> dict[str, Any]:
    """Return a report as JSON values."""
    shown = report.blocking(gate) if gate else report.open
    return {
        "on": report.on,
        "library": report.library,
        "checks_run": [asdict(run) for run in report.checks_run],
        "open": [asdict(one) for one in shown],
        "accepted": [
            {
                **asdict(one.finding),
                "accepted_by": one.acceptance.name,
                "role": one.acceptance.role,
                "reason": one.acceptance.reason,
            }
            for one in report.accepted
        ],
        "not_asked": [asdict(one) for one in report.not_asked],
        "passes": {gate.value: report.passes(gate) for gate in Gate},
    }


def rule_rows(rules: Iterable[Check]) -> list[tuple[str, ...]]:
    """Return a row for each rule."""
    return [
        (rule.code, rule.name, f"blocks {rule.gate}" if rule.gate else rule.severity, rule.source)
        for rule in rules
    ]


def rule_as_json(rule: Check) -> dict[str, Any]:
    """Return a rule as JSON values."""
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity,
        "gate": rule.gate,
        "accept_by": rule.accept_by,
        "status": rule.status,
        "since": rule.since,
        "version": rule.version,
        "source": rule.source,
    }


def _weight(finding: CheckFinding) -> str:
    return f"blocks {finding.gate}" if finding.gate else finding.severity.value


def _words(finding: CheckFinding) -> str:
    parts = (
        finding.message,
        f"“{finding.excerpt}”" if finding.excerpt else "",
        finding.question or "",
    )
    return "\n".join(part for part in parts if part)
