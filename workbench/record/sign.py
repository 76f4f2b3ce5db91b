"""Signing a frozen record: in a process of its own, never in a notebook's kernel."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Final

from workbench.domain.values import person_key
from workbench.errors import InvalidInput, RecordNotUsable, SigningRefused
from workbench.ledger.store import Ledger
from workbench.record.keyring import (
    AskPassphrase,
    current_trust,
    is_here,
    known_role,
    open_key,
    people_in_role,
)
from workbench.record.places import find_record, read_record
from workbench.record.seal.manifest import record_code
from workbench.record.seal.reading import open_record
from workbench.record.seal.signing import add_signature, next_role
from workbench.record.seal.trust import TrustedKey
from workbench.record.stale import approver_of, refuse_stale
from workbench.record.terms import is_early
from workbench.workspace.files import write_private
from workbench.workspace.folder import Workspace

__all__ = ["SignedRecord", "ToSign", "look_before_signing", "refuse_in_kernel", "sign"]

_KERNEL: Final = "JPY_PARENT_PID"
"""The variable that Jupyter gives to each kernel it starts."""


@dataclass(frozen=True, slots=True)
class SignedRecord:
    """Who signed which file, and the role that is to sign next, if any."""

    path: Path
    name: str
    role: str
    next_role: str | None


@dataclass(frozen=True, slots=True)
class ToSign:
    """What somebody is about to sign, and whose signature it will be.

    `signed` counts the signatures before it.
    """

    path: Path
    title: str
    record_id: str
    version: int
    on: date
    record_code: str
    name: str
    role: str
    signed: int


def look_before_signing(
    workspace: Workspace,
    ledger: Ledger,
    record: str,
    *,
    role: str,
    name: str | None,
    at: datetime,
) -> ToSign:
    """Return what a signature in `role` would stand behind, everything else being in order.

    Raises:
        NotFound: there is no such record.
        RecordNotUsable: the file is altered, or the case was changed or returned since.
        SigningRefused: it is another role's turn, another person approved the case in that role,
            nobody holds a key for it, or this is a notebook's kernel.
        InvalidInput: several people hold the role and no name was given.
        UnknownName: the role is not one that signs in this workspace.
    """
    refuse_in_kernel(os.environ)
    known_role(workspace, role)
    path = find_record(workspace, record)
    data = read_record(path)
    opened = open_record(data)
    manifest = opened.seal.manifest
    _refuse_other_turn(data, role)
    listed = _holder(workspace, role, name, at)
    if not is_early(manifest.id):
        refuse_stale(ledger, manifest)
        approver_of(ledger, manifest, role, listed.name)
    return ToSign(
        path,
        manifest.title,
        manifest.id,
        manifest.version,
        manifest.date,
        record_code(opened.manifest_hash),
        listed.name,
        role,
        len(opened.seal.sigs),
    )


def sign(
    workspace: Workspace, to_sign: ToSign, *, words: str, at: datetime, ask: AskPassphrase
) -> SignedRecord:
    """Sign what was looked at, with the key of the person named there.

    Returns what was signed, and who signs next. `ask` is asked for the key's passphrase.

    Raises:
        NotFound: the private key is not here.
        RecordNotUsable: the file was altered, or is another than the one that was looked at.
        SigningRefused: the key may not sign, the passphrase is wrong, or this is a kernel.
    """
    refuse_in_kernel(os.environ)
    key = open_key(workspace, _holder(workspace, to_sign.role, to_sign.name, at), ask)
    data = read_record(to_sign.path)
    if record_code(open_record(data).manifest_hash) != to_sign.record_code:
        raise RecordNotUsable(
            "The record was replaced while you were looking at it.", "Look at it again."
        )
    trust = current_trust(workspace, at)
    signed = add_signature(data, key, role=to_sign.role, meaning=words, at=at, trust=trust)
    write_private(to_sign.path, signed)
    return SignedRecord(to_sign.path, to_sign.name, to_sign.role, next_role(signed))


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
    chosen = [key for key in held if name is None or person_key(key.name) == person_key(name)]
    if not held:
        raise SigningRefused(
            f"Nobody holds a key for the role {role!r}.",
            f"'workbench keys new --role \"{role}\" --name …' makes one.",
        )
    if len({person_key(key.name) for key in chosen}) != 1:
        raise InvalidInput(
            f"{len(chosen) or 'None'} of the {len(held)} keys for the role {role!r} fit.",
            "Say whose it is with --name, as 'workbench keys list' shows it.",
        )
    return max(chosen, key=lambda key: (is_here(workspace, key), key.valid_from))
