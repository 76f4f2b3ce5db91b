"""What a page says where the workbench refuses: the message, and a remedy that a page can offer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from workbench.errors import (
    AccessRefused,
    CaseExists,
    GateClosed,
    InvalidEntry,
    InvalidMapping,
    NotFound,
    RecordNotUsable,
    SigningRefused,
    TrustListInvalid,
    WorkbenchError,
    WorkspaceExists,
)

__all__ = ["Refusal", "refusal_of", "remedy_on_page", "status_of"]

_COMMAND: Final = re.compile(r"'workbench |(?<!\S)--[a-z]|WORKBENCH_")

_REMEDIES: Final = (
    (GateClosed, "The page of the case says what each check asks, with the step to mend it in."),
    (AccessRefused, "Whoever keeps the list can add you."),
    (CaseExists, "Open it from the list of cases."),
    (WorkspaceExists, "Open it from the list of cases."),
    (RecordNotUsable, "Look at the record again: this page shows each step of its check."),
    (SigningRefused, "See who holds a key on the page on signing keys."),
    (
        InvalidMapping,
        "Name the columns in the first row as the empty register on the page of the import does; "
        "or ask whoever set these pages up for a mapping file of your own, and give it there.",
    ),
    (TrustListInvalid, "Ask whoever keeps the root keys to renew the trust list."),
    (NotFound, "Go back to the list of cases, and choose from there."),
    (WorkbenchError, "Look at what you entered, and try again."),
)
"""What to do where the error's own remedy is a command for the terminal."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A form that was refused: which one, why, what to do, and what had been typed into it.

    `problems` says of single fields what is wrong. Passphrases are never among what was `typed`.
    """

    form: str
    message: str
    remedy: str
    typed: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    problems: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def refusal_of(error: WorkbenchError, form: str, typed: Mapping[str, str]) -> Refusal:
    """Return what the page says beside `form`, whose content was `typed`."""
    problems = error.problems if isinstance(error, InvalidEntry) else {}
    return Refusal(form, str(error), remedy_on_page(error), typed, problems)


def remedy_on_page(error: WorkbenchError) -> str:
    """Return the error's own remedy, or another where that one is a command for the terminal."""
    if not _COMMAND.search(error.remedy):
        return error.remedy
    return next(words for kind, words in _REMEDIES if isinstance(error, kind))


def status_of(error: WorkbenchError) -> int:
    """Return the status that a page answers with: 403, 404, or 400 for anything else."""
    if isinstance(error, AccessRefused):
        return 403
    return 404 if isinstance(error, NotFound) else 400
