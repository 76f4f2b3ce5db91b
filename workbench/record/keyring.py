"""The keys of a workspace: root keys, people's keys, and the trust list they stand on."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final, TypeAlias

from workbench.errors import NotFound, SigningRefused, TrustListInvalid, UnknownName
from workbench.record.seal.keys import SigningKey, encrypt_key, generate_key, load_key, save_key
from workbench.record.seal.trust import (
    RootKey,
    TrustedKey,
    TrustList,
    add_key,
    create_trust_list,
    load_trust,
    renew_trust_list,
    revoke_key,
    sign_trust,
)
from workbench.workspace.files import write_private
from workbench.workspace.folder import Workspace

__all__ = [
    "AskPassphrase",
    "ListedKey",
    "current_trust",
    "is_here",
    "keepers_asked",
    "known_keys",
    "known_role",
    "make_roots",
    "new_key",
    "open_key",
    "people_in_role",
    "renew_list",
    "revoke",
]

AskPassphrase: TypeAlias = Callable[[str, bool], str]
"""Given whose passphrase is needed, and whether it is a new one, returns it."""

ROOTS: Final = 3
"""How many root keys there are; any two of them sign a change of the trust list."""

KEY_LIFETIME: Final = timedelta(days=2 * 365)
"""How long a person's key may sign. Signatures made in that time keep counting after it."""

TRUST_LIFETIME: Final = timedelta(days=10 * 365)
"""How long a trust list is believed: records are checked years after they were issued."""


@dataclass(frozen=True, slots=True)
class ListedKey:
    """One key on the trust list, and whether its private half is in this workspace."""

    keyid: str
    name: str
    roles: tuple[str, ...]
    valid_from: datetime
    valid_to: datetime
    revoked: datetime | None
    held_here: bool


def make_roots(
    workspace: Workspace, names: Sequence[str], ask: AskPassphrase, at: datetime
) -> tuple[Path, ...]:
    """Make the root keys and the first trust list; returns the files of the private root keys.

    `names` are the three people who keep them, and the files are in their order. They belong on
    separate media, away from the workspace, except while the trust list is changed.

    Raises:
        SigningRefused: there is a trust list already, or the names are not three different ones.
    """
    if workspace.trust_file.exists():
        raise SigningRefused(
            "This workspace has its root keys already.", "'workbench keys list' shows who signs."
        )
    if len({name.casefold() for name in names}) != ROOTS:
        raise SigningRefused(
            f"The root keys are kept by {ROOTS} different people.", "Give --name three times."
        )
    passphrases = [ask(_keeper(name), True) for name in names]
    keys = [generate_key() for _ in names]
    trust = create_trust_list(
        roots=[RootKey.of(key.public, name) for key, name in zip(keys, names, strict=True)],
        expires=at + TRUST_LIFETIME,
    )
    kept = {
        _root_path(workspace, name, key.keyid): encrypt_key(key, passphrase)
        for key, name, passphrase in zip(keys, names, passphrases, strict=True)
    }
    for path, data in kept.items():
        write_private(path, data)
    for key in keys[:2]:
        trust = sign_trust(trust, key)
    write_private(workspace.trust_file, trust)
    return tuple(kept)


def new_key(
    workspace: Workspace, name: str, roles: Sequence[str], ask: AskPassphrase, at: datetime
) -> ListedKey:
    """Make a key for a person, encrypt it under a passphrase of theirs, and put it on the list.

    Raises:
        NotFound: there is no trust list, or too few root keys are in this workspace to sign it.
        SigningRefused: a passphrase is wrong or too short.
        UnknownName: a role is not one that signs in this workspace.
    """
    for role in roles:
        known_role(workspace, role)
    roots = _open_roots(workspace, ask, at)
    passphrase = ask(name, True)
    key = generate_key()
    path = _key_path(workspace, name, key.keyid)
    listed = TrustedKey.of(key.public, name, roles, valid_from=at, valid_to=at + KEY_LIFETIME)
    save_key(path, key, passphrase)
    _change_list(workspace, roots, lambda trust: add_key(trust, listed))
    return _info(listed, held_here=True)


def revoke(workspace: Workspace, keyid: str, ask: AskPassphrase, at: datetime) -> ListedKey:
    """Revoke the key whose identifier begins with `keyid`, from `at` on, and return it.

    Raises:
        NotFound: no key, or more than one, begins so; or too few root keys are here.
        SigningRefused: a passphrase is wrong.
    """
    found = [key for key in current_trust(workspace, at).keys if key.keyid.startswith(keyid)]
    if len(found) != 1:
        raise NotFound(
            f"{len(found) or 'No'} keys on the trust list begin with {keyid}.",
            "'workbench keys list' shows their identifiers.",
        )
    roots = _open_roots(workspace, ask, at)
    _change_list(workspace, roots, lambda trust: revoke_key(trust, found[0].keyid, at))
    return next(key for key in known_keys(workspace, at) if key.keyid == found[0].keyid)


def renew_list(workspace: Workspace, ask: AskPassphrase, at: datetime) -> TrustList:
    """Give the trust list another ten years from `at`, and return it.

    Raises:
        NotFound: there is no trust list, or too few root keys are here.
        SigningRefused: a passphrase is wrong.
    """
    roots = _open_roots(workspace, ask, at)
    _change_list(workspace, roots, lambda trust: renew_trust_list(trust, at + TRUST_LIFETIME))
    return current_trust(workspace, at)


def current_trust(workspace: Workspace, at: datetime) -> TrustList:
    """Return the workspace's trust list.

    Raises:
        NotFound: there is none yet.
        TrustListInvalid: it is malformed, expired or not signed by its root keys.
    """
    return load_trust(_trust_bytes(workspace), at)


def keepers_asked(workspace: Workspace, at: datetime) -> tuple[str, ...]:
    """Return whose root keys sign a change of the trust list, as `AskPassphrase` is told of them.

    Raises:
        NotFound: there is no trust list, or too few root keys are in this workspace.
    """
    return tuple(_keeper(root.name) for root, _ in _roots_here(workspace, at))


def known_keys(workspace: Workspace, at: datetime) -> tuple[ListedKey, ...]:
    """Return every key on the workspace's trust list, in the order they were added."""
    return tuple(
        _info(key, held_here=is_here(workspace, key)) for key in current_trust(workspace, at).keys
    )


def people_in_role(workspace: Workspace, role: str, at: datetime) -> tuple[TrustedKey, ...]:
    """Return the keys that may sign in a role at a moment; empty without a trust list."""
    if not workspace.trust_file.exists():
        return ()
    return tuple(
        key
        for key in current_trust(workspace, at).keys
        if role in key.roles and key.revoked is None and key.valid_from <= at < key.valid_to
    )


def open_key(workspace: Workspace, key: TrustedKey, ask: AskPassphrase) -> SigningKey:
    """Return a person's private key, decrypted.

    Raises:
        NotFound: it is not in this workspace.
        SigningRefused: the passphrase is wrong.
    """
    path = _key_path(workspace, key.name, key.keyid)
    if not path.exists():
        raise NotFound(
            "The private key for this role is not in this workspace.",
            f"Put it back as keys/{path.name}, or make a new one with 'workbench keys new'.",
        )
    return load_key(path, ask(key.name, False))


def is_here(workspace: Workspace, key: TrustedKey) -> bool:
    """Tell whether the private half of a key is in this workspace."""
    return _key_path(workspace, key.name, key.keyid).exists()


def known_role(workspace: Workspace, role: str) -> str:
    """Return `role` if records of this workspace are signed in it.

    Raises:
        UnknownName: they are not.
    """
    roles = workspace.config.sign_off_roles
    if role not in roles:
        raise UnknownName(
            f"{role!r} is not a role that signs here.", f"The roles are: {', '.join(roles)}."
        )
    return role


def _trust_bytes(workspace: Workspace) -> bytes:
    try:
        return workspace.trust_file.read_bytes()
    except FileNotFoundError as error:
        raise NotFound(
            "This workspace has no trust list yet, so nobody can sign.",
            "Make the root keys first: 'workbench keys roots --name … --name … --name …'.",
        ) from error
    except OSError as error:
        raise TrustListInvalid(
            "The trust list cannot be read.", "Check that you may read trust.json."
        ) from error


def _open_roots(workspace: Workspace, ask: AskPassphrase, at: datetime) -> tuple[SigningKey, ...]:
    return tuple(
        load_key(path, ask(_keeper(root.name), False)) for root, path in _roots_here(workspace, at)
    )


def _roots_here(workspace: Workspace, at: datetime) -> tuple[tuple[RootKey, Path], ...]:
    """As many root keys as a change takes, each with its file."""
    trust = current_trust(workspace, at)
    places = [(root, _root_path(workspace, root.name, root.keyid)) for root in trust.roots]
    here = [(root, path) for root, path in places if path.exists()]
    if len(here) < trust.threshold:
        raise NotFound(
            f"Changing the trust list takes {trust.threshold} of its root keys; "
            f"{len(here)} are in this workspace.",
            "Put the root key files back into keys/ for as long as you change the list: "
            f"{', '.join(path.name for _, path in places)}.",
        )
    return tuple(here[: trust.threshold])


def _keeper(name: str) -> str:
    return f"{name} (root key)"


def _change_list(
    workspace: Workspace, roots: Sequence[SigningKey], change: Callable[[bytes], bytes]
) -> None:
    """Change the list as it is now, after every question was asked, and sign it.

    Somebody else may have changed it while a passphrase was being typed.
    """
    trust = change(_trust_bytes(workspace))
    for root in roots:
        trust = sign_trust(trust, root)
    write_private(workspace.trust_file, trust)


def _root_path(workspace: Workspace, name: str, keyid: str) -> Path:
    path = _key_path(workspace, name, keyid)
    return path.with_name(f"root-{path.name}")


def _key_path(workspace: Workspace, name: str, keyid: str) -> Path:
    folded = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", folded).strip("-")[:40] or "key"
    return workspace.keys / f"{slug}-{keyid[:16]}.pem"


def _info(key: TrustedKey, *, held_here: bool) -> ListedKey:
    return ListedKey(
        key.keyid, key.name, key.roles, key.valid_from, key.valid_to, key.revoked, held_here
    )
