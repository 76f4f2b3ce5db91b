"""The result of checking a record, in lines for people and as JSON for programs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from workbench.domain.when import LONDON
from workbench.record.seal.report import Outcome, Signer, Verdict, VerificationReport
from workbench.record.sign import ToSign

__all__ = ["report_as_json", "report_lines", "to_sign_lines"]

_MARKS = {
    Outcome.PASSED: "passed",
    Outcome.FALLS_SHORT: "FALLS SHORT",
    Outcome.FAILED: "FAILED",
    Outcome.NOT_CHECKED: "not checked",
}


def report_lines(report: VerificationReport, *, explain: bool) -> Iterator[str]:
    """Yield what a person reads: the verdict, who signed, and what to know besides."""
    yield f"{report.verdict.value.upper()}: {report.verdict.sentence}"
    for reason in report.reasons:
        yield f"  {reason}"
    if report.restorable:
        yield "  Only its line endings changed on the way; restored, it is unaltered."
    if report.manifest is not None:
        manifest = report.manifest
        yield f"{manifest.title} ({manifest.id}, version {manifest.version}), {manifest.org}"
        yield f"Record code, to compare by telephone: {report.record_code}"
    yield from (_signer(signer) for signer in report.signers)
    if explain:
        for step in report.steps:
            yield f"{step.number:>2} {step.title}: {_MARKS[step.outcome]}. {step.explanation}"
    elif report.verdict is Verdict.ALTERED:
        yield "Nothing of it counts: ask for the record again, by another way."
    elif report.steps[-1].outcome is Outcome.NOT_CHECKED:
        yield report.steps[-1].explanation


def to_sign_lines(seen: ToSign) -> Iterator[str]:
    """Yield what somebody sees before signing: which record, and whose signature it will be."""
    yield f"You are about to sign: {seen.title}"
    yield f"  {seen.record_id}, version {seen.version}, of {seen.on.day} {seen.on:%B %Y}"
    yield f"  Record code {seen.record_code}; {seen.signed} signed before you"
    yield f"  {seen.path}"
    yield f"As {seen.name}, {seen.role}, who approved the case."


def report_as_json(report: VerificationReport) -> dict[str, Any]:
    """Return the report as JSON values."""
    return {
        "verdict": report.verdict,
        "exit_code": report.exit_code,
        "reasons": report.reasons,
        "record_code": report.record_code,
        "manifest_hash": report.manifest_hash,
        "manifest": report.manifest.model_dump(mode="json") if report.manifest else None,
        "restorable": report.restorable,
        "signers": [asdict(signer) for signer in report.signers],
        "steps": [asdict(step) for step in report.steps],
    }


def _signer(signer: Signer) -> str:
    at = signer.at.astimezone(LONDON)
    standing = "" if signer.counts else f" Does not count: {signer.problem}."
    return (
        f"Signed by {signer.name}, {signer.role}, on {at.day} {at:%B %Y at %H:%M}: "
        f"“{signer.meaning}”{standing}"
    )
