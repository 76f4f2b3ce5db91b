"""Verifies a sealed record in the numbered steps of `docs/record-format.md`."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from workbench.record.seal.envelope import MAX_SIZE
from workbench.record.seal.manifest import Manifest, record_code
from workbench.record.seal.reading import Altered, OpenedRecord, open_record
from workbench.record.seal.report import (
    STEPS,
    Outcome,
    RegisterEntry,
    RegisterView,
    Signer,
    StepResult,
    Verdict,
    VerificationReport,
)
from workbench.record.seal.signatures import (
    CheckedSignature,
    check_signatures,
    different_people,
    missing_roles,
)
from workbench.record.seal.trust import TrustList

__all__ = ["restore_line_endings", "verify"]

_Finding = tuple[Outcome, str]

_DAY = "%d %B %Y"

_NO_REGISTER = (
    "No register was given: whether the record was issued, and is the latest version, is not known."
)

_PASSED = {
    1: "The file, its pieces and its signatures are within the limits.",
    2: "One seal, of a known version, and nothing after it.",
    3: "The seal is written in the one way that is allowed.",
    4: "The lengths of the pieces add up to the content, and each piece has its salt.",
    5: "The text holds nothing that could make it read differently from what is signed.",
    6: "No piece is closed; in this version every copy shows every piece.",
    7: "The root over all pieces is the one in the manifest.",
}


def verify(
    data: bytes, trust: TrustList, *, at: datetime, register: RegisterView | None = None
) -> VerificationReport:
    """Return what is known about the file with the bytes `data`.

    `trust` says whose signatures count, `at` is now, and `register` tells what was issued; without
    it step 11 is not checked. Never raises for anything in `data`: what is not understood is
    altered.

    Raises:
        ValueError: `at` has no time zone.
    """
    if at.tzinfo is None:
        raise ValueError("at needs a time zone")
    report = _verify(data, trust, at, register)
    if report.verdict is Verdict.ALTERED and len(data) <= MAX_SIZE and b"\r\n" in data:
        restored = _verify(restore_line_endings(data), trust, at, register)
        if restored.verdict is not Verdict.ALTERED:
            hint = "Only its line endings were changed, as a mail gateway may do; restore them."
            return replace(report, restorable=True, reasons=(*report.reasons, hint))
    return report


def restore_line_endings(data: bytes) -> bytes:
    """Return `data` with the line endings of a sealed file, LF, where a gateway put CRLF."""
    return data.replace(b"\r\n", b"\n")


def _verify(
    data: bytes, trust: TrustList, at: datetime, register: RegisterView | None
) -> VerificationReport:
    try:
        opened = open_record(data)
        entry = register.find(opened.manifest_hash) if register else None
        issued = entry is not None and _file_hash(data) in entry.file_hashes
        listed = check_signatures(opened, trust, at=at, witness=entry if issued else None)
        checked = different_people(listed)
        findings = {
            8: _step_8_signatures(listed),
            9: _step_9_roles(opened.seal.manifest, listed, checked),
            10: _step_10_copy(),
            11: _step_11_register(register, entry, issued=issued),
        }
        return _unaltered(opened, checked, findings)
    except Altered as fault:
        return _altered(fault.step, str(fault))
    except Exception:
        # Fail closed: a file that breaks the reader in a way not thought of is not a record.
        return _altered(0, "The file could not be read as a sealed record.")


def _file_hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _step_8_signatures(listed: Sequence[CheckedSignature]) -> _Finding:
    if not listed:
        return Outcome.FALLS_SHORT, "Nobody has signed."
    problems = [f"{entry.label}: {entry.problem}." for entry in listed if entry.problem]
    if problems:
        return Outcome.FALLS_SHORT, " ".join(problems)
    return Outcome.PASSED, f"{_count(len(listed))} by keys on your list, in order."


def _step_9_roles(
    manifest: Manifest, listed: Sequence[CheckedSignature], checked: Sequence[CheckedSignature]
) -> _Finding:
    problems = [
        f"{after.label}: {after.problem}."
        for before, after in zip(listed, checked, strict=True)
        if before.problem != after.problem
    ]
    missing = missing_roles(manifest.required, checked)
    if missing:
        problems.append(f"Not signed, or not validly, as: {', '.join(missing)}.")
    if problems:
        return Outcome.FALLS_SHORT, " ".join(problems)
    return Outcome.PASSED, f"Signed as {', '.join(manifest.required)}, by different people."


def _step_10_copy() -> _Finding:
    return Outcome.PASSED, "This version of the format has one copy only, the whole record."


def _step_11_register(
    register: RegisterView | None, entry: RegisterEntry | None, *, issued: bool
) -> _Finding:
    if register is None:
        return Outcome.NOT_CHECKED, _NO_REGISTER
    as_of = f"according to the register of {register.as_of:{_DAY}}"
    if entry is None:
        return Outcome.FALLS_SHORT, f"The record was not issued, {as_of}."
    if not issued:
        return Outcome.FALLS_SHORT, f"This copy is not the file that was issued, {as_of}."
    if entry.withdrawn_at is not None:
        return (
            Outcome.FALLS_SHORT,
            f"The record was withdrawn on {entry.withdrawn_at:{_DAY}}, {as_of}.",
        )
    if entry.superseded or entry.superseded_by is not None:
        by = f"version {entry.superseded_by}" if entry.superseded_by else "another version"
        return Outcome.FALLS_SHORT, f"The record was superseded by {by}, {as_of}."
    return Outcome.PASSED, f"Issued, and the latest version, {as_of}."


def _unaltered(
    opened: OpenedRecord,
    checked: Sequence[CheckedSignature],
    findings: Mapping[int, _Finding],
) -> VerificationReport:
    signers = tuple(_signer(entry) for entry in checked if entry.key is not None)
    short = [text for outcome, text in findings.values() if outcome is Outcome.FALLS_SHORT]
    if not signers:
        verdict = Verdict.UNKNOWN
    elif short:
        verdict = Verdict.INCOMPLETE
    else:
        verdict = Verdict.SIGNED
    every: dict[int, _Finding] = {n: (Outcome.PASSED, text) for n, text in _PASSED.items()}
    every.update(findings)
    return VerificationReport(
        verdict=verdict,
        steps=tuple(StepResult(n, STEPS[n], *every[n]) for n in STEPS),
        reasons=tuple(short),
        signers=signers,
        manifest=opened.seal.manifest,
        manifest_hash=opened.manifest_hash,
        record_code=record_code(opened.manifest_hash),
    )


def _signer(entry: CheckedSignature) -> Signer:
    assert entry.key is not None
    said = entry.predicate
    return Signer(
        said.keyid, entry.key.name, said.role, said.at, said.meaning, problem=entry.problem
    )


def _altered(step: int, reason: str) -> VerificationReport:
    """Return the report on a file that failed a step (0 when it is not known which)."""
    steps = []
    for number, title in STEPS.items():
        if number < step:
            steps.append(_passed(number, title))
        elif number == step:
            steps.append(StepResult(number, title, Outcome.FAILED, reason))
        else:
            text = "Not reached."
            steps.append(StepResult(number, title, Outcome.NOT_CHECKED, text))
    return VerificationReport(Verdict.ALTERED, tuple(steps), (reason,))


def _passed(number: int, title: str) -> StepResult:
    return StepResult(number, title, Outcome.PASSED, _PASSED[number])


def _count(signatures: int) -> str:
    return "1 signature" if signatures == 1 else f"{signatures} signatures"
