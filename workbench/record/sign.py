"""Signing a frozen record: in a process of its own, never in a notebook's kernel."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from workbench.errors import InvalidInput, SigningRefused
from workbench.record.keyring import (
    AskPassphrase,
    current_trust,
    known_role,
    open_key,
    people_in_role,
)
from workbench.record.places import find_record, read_record
from workbench.record.seal.reading import open_record
from workbench.record.seal.signing import add_signature, next_role
from workbench.record.seal.trust import TrustedKey
from workbench.workspace.files import write_private
from workbench.workspace.folder import Workspace

__all__ = ["SignedRecord", "refuse_in_kernel", "sign"]

_KERNEL: Final = "JPY_PARENT_PID"
"""The variable that Jupyter gives to each kernel it starts."""


@dataclass(frozen=True, slots=True)
class SignedRecord:
    """Who signed which file, and the role that is to sign next, if any."""

    path: Path
    name: str
    role: str
    next_role: str | None


def sign(
    workspace: Workspace,
    record: str,
    *,
    role: str,
    name: str | None,
    words: str,
    at: datetime,
    ask: AskPassphrase,
) -> SignedRecord:
    """Sign a record in a role, with the key of whoever holds it.

    The passphrase is asked for only once everything else is known to be in order.

    Raises:
        NotFound: there is no such record, or the private key is not here.
        RecordNotUsable: the file is altered, or every role has signed.
        SigningRefused: it is another role's turn, the key may not sign, or this is a kernel.
        InvalidInput: several people hold the role and no name was given.
        UnknownName: the role is not one that signs in this workspace.
    """
    refuse_in_kernel(os.environ)
    known_role(workspace, role)
    path = find_record(workspace, record)
    data = read_record(path)
    _refuse_other_turn(data, role)
    listed = _holder(workspace, role, name, at)
    signed = add_signature(
        data,
        open_key(workspace, listed, ask),
        role=role,
        meaning=words,
        at=at,
        trust=current_trust(workspace, at),
    )
    write_private(path, signed)
    return SignedRecord(path, listed.name, role, next_role(signed))


def refuse_in_kernel(environment: Mapping[str, str]) -> None:
    """Do nothing outside a notebook's kernel, and outside what a kernel has started.

    A kernel runs whatever is in a notebook, which could read a passphrase or a key.

    Raises:
        SigningRefused: `environment` is that of a kernel.
    """
    if _KERNEL in environment:
        raise SigningRefused(
            "Signing does not happen inside a notebook, whose code could read the passphrase.",
            "Run 'workbench sign' in a terminal of its own.",
        )


def _refuse_other_turn(data: bytes, role: str) -> None:
    required = open_record(data).seal.manifest.required
    due = next_role(data)
    if due is not None and due != role:
        raise SigningRefused(
            f"It is the turn of the role {due!r}.",
            f"Records are signed in this order: {', '.join(required)}.",
        )


def _holder(workspace: Workspace, role: str, name: str | None, at: datetime) -> TrustedKey:
    held = people_in_role(workspace, role, at)
    chosen = [key for key in held if name is None or key.name.casefold() == name.casefold()]
    if not held:
        raise SigningRefused(
            f"Nobody holds a key for the role {role!r}.",
            f"'workbench keys new --role \"{role}\" --name …' makes one.",
        )
    if len(chosen) != 1:
        raise InvalidInput(
            f"{len(chosen) or 'None'} of the {len(held)} keys for the role {role!r} fit.",
            "Say whose it is with --name, as 'workbench keys list' shows it.",
        )
    return chosen[0]
