"""Ed25519 keys: made, kept under a passphrase, and used.

The key of a person, or a root key of the trust list. The algorithm is a matter of the trust
list; no file that is being checked can choose it.
"""

from __future__ import annotations

import hashlib
import os
import stat
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    load_pem_private_key,
)

from workbench.errors import NotFound, SigningRefused
from workbench.workspace.files import write_private

__all__ = [
    "MIN_PASSPHRASE",
    "SigningKey",
    "decrypt_key",
    "encrypt_key",
    "generate_key",
    "key_id",
    "load_key",
    "save_key",
    "signature_holds",
]

MIN_PASSPHRASE = 12
"""Fewest characters in a passphrase: three short words."""

_MAX_KEY_FILE = 16_384


def key_id(public: bytes) -> str:
    """Return what a public key of 32 bytes is known by: its SHA-256, in hexadecimal."""
    return hashlib.sha256(public).hexdigest()


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A private key in memory. Whose it is, and for which roles, the trust list says."""

    private: Ed25519PrivateKey = field(repr=False)

    @property
    def public(self) -> bytes:
        """The public key, 32 bytes."""
        return self.private.public_key().public_bytes_raw()

    @property
    def keyid(self) -> str:
        """The SHA-256 of the public key, in hexadecimal."""
        return key_id(self.public)

    def sign(self, message: bytes) -> bytes:
        """Return the Ed25519 signature (RFC 8032) over `message`, 64 bytes."""
        return self.private.sign(message)


def generate_key() -> SigningKey:
    """Return a new key from the operating system's random numbers."""
    return SigningKey(Ed25519PrivateKey.generate())


def signature_holds(public: bytes, signature: bytes, message: bytes) -> bool:
    """Return whether `signature` over `message` was made with the key of `public`."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def encrypt_key(key: SigningKey, passphrase: str) -> bytes:
    """Return `key` as encrypted PKCS #8 in PEM.

    Raises:
        SigningRefused: the passphrase has fewer than 12 characters.
    """
    if len(passphrase) < MIN_PASSPHRASE:
        raise SigningRefused(
            f"The passphrase has fewer than {MIN_PASSPHRASE} characters.",
            "Choose a longer one, for instance three words that do not belong together.",
        )
    encryption = BestAvailableEncryption(_secret(passphrase))
    return key.private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, encryption)


def decrypt_key(data: bytes, passphrase: str) -> SigningKey:
    """Return the key that `encrypt_key` wrote.

    Raises:
        SigningRefused: the passphrase is wrong, or `data` is not an encrypted Ed25519 key.
    """
    try:
        private = load_pem_private_key(data, _secret(passphrase))
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise SigningRefused(
            "The private key cannot be opened.",
            "Check the passphrase, and that the file is the encrypted key.",
        ) from error
    if not isinstance(private, Ed25519PrivateKey):
        raise SigningRefused(
            "The private key is not an Ed25519 key.", "Use a key that this program has made."
        )
    return SigningKey(private)


def save_key(path: Path, key: SigningKey, passphrase: str) -> None:
    """Write `key` to `path`, encrypted, readable by its owner only.

    Raises:
        SigningRefused: the passphrase is too short, or `path` exists.
        StorageFull: there is no room on the disk.
    """
    if path.exists():
        raise SigningRefused(
            f"There is already a file {path.name}.", "Choose another name; keys are not replaced."
        )
    write_private(path, encrypt_key(key, passphrase))


def load_key(path: Path, passphrase: str) -> SigningKey:
    """Return the key in the file at `path`.

    Raises:
        NotFound: there is no such file.
        SigningRefused: others may read the file, or it cannot be opened as an encrypted key.
    """
    try:
        mode = path.stat().st_mode
        with path.open("rb") as file:
            data = file.read(_MAX_KEY_FILE)
    except FileNotFoundError as error:
        raise NotFound(f"There is no key file {path.name}.", "Check its name.") from error
    except OSError as error:
        raise SigningRefused(
            f"The key file {path.name} cannot be read.", "Check who owns it."
        ) from error
    if os.name == "posix" and stat.S_IMODE(mode) & 0o077:
        raise SigningRefused(
            f"The key file {path.name} can be read by other people.",
            "Take their access away (chmod 600), and think about revoking the key.",
        )
    return decrypt_key(data, passphrase)


def _secret(passphrase: str) -> bytes:
    """Return the passphrase as bytes that do not depend on how a keyboard composes letters."""
    return unicodedata.normalize("NFC", passphrase).encode("utf-8")
