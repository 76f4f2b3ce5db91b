"""What the verification of a record says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workbench.record.seal.manifest import Manifest

__all__ = [
    "STEPS",
    "Outcome",
    "RegisterEntry",
    "RegisterView",
    "Signer",
    "StepResult",
    "Verdict",
    "VerificationReport",
]

STEPS = {
    1: "Size and counts",
    2: "One seal, at the end",
    3: "Seal is strict base64 and strict JSON",
    4: "Piece lengths",
    5: "Text",
    6: "Closed pieces",
    7: "Root",
    8: "Signatures",
    9: "Required roles",
    10: "Approved copy",
    11: "Register",
}
"""The numbered steps of the verification, as in `docs/record-format.md`."""


class Verdict(StrEnum):
    """What is known about a file; there is nothing between these."""

    SIGNED = "signed"
    INCOMPLETE = "incomplete"
    UNKNOWN = "unknown"
    ALTERED = "altered"

    @property
    def exit_code(self) -> int:
        """What the command returns: 0 signed, 3 incomplete, 4 unknown, 5 altered."""
        return _EXIT_CODES[self]

    @property
    def sentence(self) -> str:
        """The verdict in words."""
        return _SENTENCES[self]


_EXIT_CODES = {
    Verdict.SIGNED: 0,
    Verdict.INCOMPLETE: 3,
    Verdict.UNKNOWN: 4,
    Verdict.ALTERED: 5,
}

_SENTENCES = {
    Verdict.SIGNED: "Unchanged and fully signed.",
    Verdict.INCOMPLETE: "Unchanged, but incomplete or not an approved, current copy.",
    Verdict.UNKNOWN: "Unchanged, but signed by nobody on your list.",
    Verdict.ALTERED: "Altered, or not a sealed record.",
}


class Outcome(StrEnum):
    """How one step of the verification went.

    A step that *failed* makes the file altered; one that *falls short* leaves it incomplete or
    unknown.
    """

    PASSED = "passed"
    FALLS_SHORT = "falls short"
    FAILED = "failed"
    NOT_CHECKED = "not checked"


@dataclass(frozen=True, slots=True)
class StepResult:
    """One numbered step: its title, how it went, and why, in a sentence."""

    number: int
    title: str
    outcome: Outcome
    explanation: str


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody on the trust list who signed, and whether that counts.

    `at` is the time that the signer claims, `meaning` their words. `problem` says why a
    signature does not count, and is None when it does.
    """

    keyid: str
    name: str
    role: str
    at: datetime
    meaning: str
    problem: str | None

    @property
    def counts(self) -> bool:
        """Whether the signature counts towards the required roles."""
        return self.problem is None


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """What a register of issued records says about one manifest.

    `file_hashes` are the SHA-256 hashes (hexadecimal) of the files that were issued with this
    manifest. `superseded` tells that another version took its place, and `superseded_by` which,
    where the register holds it.
    """

    manifest_hash: str
    issued_at: datetime
    file_hashes: tuple[str, ...]
    superseded_by: int | None = None
    withdrawn_at: datetime | None = None
    superseded: bool = False


@dataclass(frozen=True, slots=True)
class RegisterView:
    """A register of issued records as it stood at `as_of`."""

    as_of: datetime
    entries: tuple[RegisterEntry, ...]

    def find(self, manifest_hash: str) -> RegisterEntry | None:
        """Return the entry for this manifest, or None when it was not issued."""
        return next((e for e in self.entries if e.manifest_hash == manifest_hash), None)


@dataclass(frozen=True, slots=True)
class VerificationReport:
    """The verdict on a file and all that led to it.

    `reasons` say why the verdict is not better, or what else to know. `manifest`,
    `manifest_hash`, `record_code` and `signers` are there only when the file is not altered:
    what an altered file says about itself is not worth repeating. `restorable` is true when
    undoing a mail gateway's change of line endings gives a file that is not altered.
    """

    verdict: Verdict
    steps: tuple[StepResult, ...]
    reasons: tuple[str, ...]
    signers: tuple[Signer, ...] = ()
    manifest: Manifest | None = None
    manifest_hash: str | None = None
    record_code: str | None = None
    restorable: bool = False

    @property
    def exit_code(self) -> int:
        """What the command returns."""
        return self.verdict.exit_code
