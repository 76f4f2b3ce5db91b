"""Every error this package raises on purpose, drawn as a tree.

WorkbenchError
├── InvalidInput
│   ├── InvalidEntry
│   ├── InvalidMapping
│   ├── InvalidParameters
│   ├── UnknownName
│   └── UnreadableFile
├── NotFound
├── WorkspaceError
│   ├── InvalidConfiguration
│   ├── UnsafeLocation
│   └── WorkspaceExists
├── StorageError
│   ├── StorageBusy
│   └── StorageFull
├── LedgerError
│   ├── CaseErased
│   ├── CaseExists
│   ├── CaseHeld
│   ├── ChainBroken
│   └── EntityConflict
├── AccessRefused
├── GateClosed
└── RecordError
    ├── NotebookFailed
    ├── RecordNotUsable
    ├── ResidualName
    ├── SigningRefused
    └── TrustListInvalid

An error speaks with two voices: `str(error)` says what happened and where, `error.remedy`
says how to mend it. Neither ever carries a person's data: they name the row, the column, the
field or the entity, not what was written there.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = [
    "AccessRefused",
    "CaseErased",
    "CaseExists",
    "CaseHeld",
    "ChainBroken",
    "EntityConflict",
    "GateClosed",
    "InvalidConfiguration",
    "InvalidEntry",
    "InvalidInput",
    "InvalidMapping",
    "InvalidParameters",
    "LedgerError",
    "NotFound",
    "NotebookFailed",
    "RecordError",
    "RecordNotUsable",
    "ResidualName",
    "SigningRefused",
    "StorageBusy",
    "StorageError",
    "StorageFull",
    "TrustListInvalid",
    "UnknownName",
    "UnreadableFile",
    "UnsafeLocation",
    "WorkbenchError",
    "WorkspaceError",
    "WorkspaceExists",
]


class WorkbenchError(Exception):
    """Anything that goes wrong for a reason a person can act on.

    `remedy` is one sentence that says what to do next.
    """

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.remedy = remedy


class InvalidInput(WorkbenchError):
    """Something that was typed or handed in cannot be used as it is."""


class InvalidEntry(InvalidInput):
    """The content of an entry does not have the shape of its kind.

    `problems` maps a field's path (`"when"`, `"owner.name"`) to what is wrong with it, so that
    a form can show each message beside its field.
    """

    def __init__(self, message: str, remedy: str, problems: Mapping[str, str]) -> None:
        super().__init__(message, remedy)
        self.problems = dict(problems)


class InvalidMapping(InvalidInput):
    """A column mapping is not valid, or does not fit the register file."""


class InvalidParameters(InvalidInput):
    """Notebook parameters are not those that the template declares."""


class UnknownName(InvalidInput):
    """A kind, code, role, template or example with this name does not exist."""


class UnreadableFile(InvalidInput):
    """A file cannot be read as what it should be."""


class NotFound(WorkbenchError):
    """A case, incident, entity, record or key that was asked for is not there."""


class WorkspaceError(WorkbenchError):
    """The workspace folder cannot be used."""


class InvalidConfiguration(WorkspaceError):
    """`workbench.toml` holds something that is not valid."""


class UnsafeLocation(WorkspaceError):
    """The folder is on a network share or in a synchronised folder, where a database breaks."""


class WorkspaceExists(WorkspaceError):
    """The folder already holds a workspace, or other files that would be mixed with it."""


class StorageError(WorkbenchError):
    """The database or a file could not be written or read. Nothing is half-written."""


class StorageBusy(StorageError):
    """Another process kept the database locked for too long."""


class StorageFull(StorageError):
    """The disk is full; nothing of the change was kept."""


class LedgerError(WorkbenchError):
    """The ledger refused an entry or does not hold together."""


class CaseErased(LedgerError):
    """The content of the case was erased at the end of its retention; its history remains."""


class CaseExists(LedgerError):
    """A case looks into the incident already; `case_id` is the case."""

    def __init__(self, message: str, remedy: str, *, case_id: str) -> None:
        super().__init__(message, remedy)
        self.case_id = case_id


class CaseHeld(LedgerError):
    """The case is under a legal hold, so its content stays."""


class ChainBroken(LedgerError):
    """An entry does not match its hash, or the chain has a gap."""


class EntityConflict(LedgerError):
    """Somebody else changed the entity first.

    `entity` is its id, `expected` the version the change was based on, `actual` the version
    that stands now; `theirs` and `ours` hold the two contents, for showing side by side.
    """

    def __init__(
        self,
        message: str,
        remedy: str,
        *,
        entity: str,
        expected: int,
        actual: int,
        theirs: Mapping[str, object] | None,
        ours: Mapping[str, object] | None,
    ) -> None:
        super().__init__(message, remedy)
        self.entity = entity
        self.expected = expected
        self.actual = actual
        self.theirs = theirs
        self.ours = ours


class AccessRefused(WorkbenchError):
    """The case has an access list, and whoever asks to open it is not on it."""


class GateClosed(WorkbenchError):
    """Check findings block the step that was asked for; `codes` lists them."""

    def __init__(self, message: str, remedy: str, codes: tuple[str, ...]) -> None:
        super().__init__(message, remedy)
        self.codes = codes


class RecordError(WorkbenchError):
    """A record could not be made, signed or read."""


class NotebookFailed(RecordError):
    """A cell of the notebook failed while the record was being made."""


class RecordNotUsable(RecordError):
    """The record is not in the state that the command needs."""


class ResidualName(RecordError):
    """A listed name was found in the rendered record, which must be pseudonymous."""


class SigningRefused(RecordError):
    """The key, the passphrase or the role does not allow this signature."""


class TrustListInvalid(RecordError):
    """The trust list is malformed, expired, or not signed by enough root keys."""
