from __future__ import annotations

import hashlib
import stat
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
)

from tests.record.seal.samples import key
from workbench.errors import NotFound, SigningRefused
from workbench.record.seal.keys import (
    decrypt_key,
    encrypt_key,
    generate_key,
    load_key,
    save_key,
    signature_holds,
)

PASSPHRASE = "copper lantern tide"


def test_a_key_is_known_by_the_hash_of_its_public_half() -> None:
    assert key("Alex").keyid == hashlib.sha256(key("Alex").public).hexdigest()


def test_a_signature_holds_for_its_key_and_message_only() -> None:
    signature = key("Alex").sign(b"message")

    assert signature_holds(key("Alex").public, signature, b"message")
    assert not signature_holds(key("Alex").public, signature, b"massage")
    assert not signature_holds(key("Billie").public, signature, b"message")
    assert not signature_holds(key("Alex").public, b"", b"message")
    assert not signature_holds(b"short", signature, b"message")


def test_a_saved_key_is_encrypted_private_and_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "alex.pem"
    save_key(path, key("Alex"), PASSPHRASE)

    assert load_key(path, PASSPHRASE).keyid == key("Alex").keyid
    assert path.read_bytes().startswith(b"-----BEGIN ENCRYPTED PRIVATE KEY-----")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_new_keys_differ() -> None:
    assert generate_key().keyid != generate_key().keyid


def test_a_passphrase_does_not_depend_on_how_a_letter_is_composed() -> None:
    data = encrypt_key(key("Alex"), "caf\u00e9 lantern tide")

    assert decrypt_key(data, "cafe\u0301 lantern tide").keyid == key("Alex").keyid


def test_a_short_passphrase_is_refused() -> None:
    with pytest.raises(SigningRefused, match="fewer than 12"):
        encrypt_key(key("Alex"), "eleven char")


def test_a_wrong_passphrase_is_refused_and_not_repeated() -> None:
    with pytest.raises(SigningRefused, match="cannot be opened") as caught:
        decrypt_key(encrypt_key(key("Alex"), PASSPHRASE), "another passphrase")

    assert "another" not in str(caught.value) + caught.value.remedy


@pytest.mark.parametrize("data", [b"", b"junk", b"-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n"])
def test_what_is_not_a_key_is_refused(data: bytes) -> None:
    with pytest.raises(SigningRefused, match="cannot be opened"):
        decrypt_key(data, PASSPHRASE)


def test_a_key_that_is_not_encrypted_is_refused() -> None:
    bare = key("Alex").private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())

    with pytest.raises(SigningRefused, match="cannot be opened"):
        decrypt_key(bare, PASSPHRASE)


def test_a_key_of_another_algorithm_is_refused() -> None:
    data = ec.generate_private_key(ec.SECP256R1()).private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(PASSPHRASE.encode())
    )

    with pytest.raises(SigningRefused, match="not an Ed25519 key"):
        decrypt_key(data, PASSPHRASE)


def test_a_key_is_never_written_over_another(tmp_path: Path) -> None:
    path = tmp_path / "alex.pem"
    save_key(path, key("Alex"), PASSPHRASE)

    with pytest.raises(SigningRefused, match=r"already a file alex\.pem"):
        save_key(path, key("Billie"), PASSPHRASE)
    assert load_key(path, PASSPHRASE).keyid == key("Alex").keyid


def test_a_key_that_others_can_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "alex.pem"
    save_key(path, key("Alex"), PASSPHRASE)
    path.chmod(0o640)

    with pytest.raises(SigningRefused, match="read by other people"):
        load_key(path, PASSPHRASE)


def test_a_missing_key_file_or_a_folder_is_an_error_of_ours(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="no key file"):
        load_key(tmp_path / "none.pem", PASSPHRASE)
    with pytest.raises(SigningRefused, match="cannot be read"):
        load_key(tmp_path, PASSPHRASE)


def test_a_key_does_not_show_itself() -> None:
    assert repr(key("Alex")) == "SigningKey()"
