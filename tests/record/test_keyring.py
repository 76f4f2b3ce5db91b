import stat
from datetime import timedelta
from pathlib import Path

import pytest

from tests.fakes.workspaces import NOW, PASSPHRASE, Office, make_office
from workbench.errors import NotFound, SigningRefused, TrustListInvalid, UnknownName
from workbench.record.keyring import (
    current_trust,
    keepers_asked,
    known_keys,
    make_roots,
    new_key,
    people_in_role,
    revoke,
)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return make_office(tmp_path / "ws")


def test_keys_are_files_that_only_their_owner_reads_and_the_list_names_them(
    office: Office,
) -> None:
    office.make_keys()

    files = list(office.workspace.keys.iterdir())
    assert len(files) == 6
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in files)
    assert all(b"ENCRYPTED PRIVATE KEY" in path.read_bytes() for path in files)
    assert [(key.name, key.held_here) for key in known_keys(office.workspace, NOW)] == [
        ("Asha Verma", True),
        ("Bryn Lloyd", True),
        ("Carys Okafor", True),
    ]
    assert current_trust(office.workspace, NOW).version == 4


def test_three_different_people_keep_the_root_keys(office: Office) -> None:
    with pytest.raises(SigningRefused, match="3 different people"):
        make_roots(office.workspace, ("One", "one", "Two"), office.ask, NOW)

    assert not office.workspace.trust_file.exists()


def test_root_keys_are_made_once(office: Office) -> None:
    office.make_keys()

    with pytest.raises(SigningRefused, match="already"):
        make_roots(office.workspace, ("One", "Two", "Three"), office.ask, NOW)


def test_nobody_can_be_listed_before_there_are_roots(office: Office) -> None:
    with pytest.raises(NotFound) as caught:
        new_key(office.workspace, "Asha Verma", ["investigator"], office.ask, NOW)

    assert "keys roots" in caught.value.remedy


def test_changing_the_list_takes_two_root_keys(office: Office) -> None:
    office.make_keys()
    for path in sorted(office.workspace.keys.glob("root-*"))[:2]:
        path.unlink()

    with pytest.raises(NotFound, match="takes 2 of its root keys; 1 are") as caught:
        new_key(office.workspace, "Dai Rees", ["manager"], office.ask, NOW)
    assert all(f"root-root-{each}-" in caught.value.remedy for each in ("one", "two", "three"))


def test_whose_root_keys_a_change_asks_for_is_known_before(office: Office) -> None:
    asked: list[str] = []

    def ask(whose: str, _new: bool) -> str:
        asked.append(whose)
        return PASSPHRASE

    office.make_keys()
    next(office.workspace.keys.glob("root-root-one-*")).unlink()
    known = keepers_asked(office.workspace, NOW)
    new_key(office.workspace, "Dai Rees", ["manager"], ask, NOW)

    assert known == ("Root two (root key)", "Root three (root key)")
    assert sorted(asked) == sorted((*known, "Dai Rees"))


def test_a_wrong_passphrase_leaves_the_list_as_it_was(office: Office) -> None:
    office.make_keys()
    before = office.workspace.trust_file.read_bytes()

    with pytest.raises(SigningRefused):
        new_key(office.workspace, "Dai Rees", ["manager"], lambda _w, _n: "not the passphrase", NOW)

    assert office.workspace.trust_file.read_bytes() == before
    assert len(list(office.workspace.keys.iterdir())) == 6


def test_a_role_that_does_not_sign_is_refused(office: Office) -> None:
    with pytest.raises(UnknownName):
        new_key(office.workspace, "Dai Rees", ["director"], office.ask, NOW)


def test_a_revoked_or_expired_key_holds_no_role(office: Office) -> None:
    office.make_keys()
    (key,) = people_in_role(office.workspace, "manager", NOW)

    later = NOW + timedelta(days=3 * 365)
    assert people_in_role(office.workspace, "manager", later) == ()

    revoked = revoke(office.workspace, key.keyid[:10], office.ask, NOW)

    assert revoked.revoked == NOW
    assert people_in_role(office.workspace, "manager", NOW) == ()


def test_revoking_needs_a_key_that_is_named_clearly(office: Office) -> None:
    office.make_keys()

    with pytest.raises(NotFound, match="3 keys"):
        revoke(office.workspace, "", office.ask, NOW)


def test_a_trust_list_that_was_edited_is_not_used(office: Office) -> None:
    office.make_keys()
    edited = office.workspace.trust_file.read_bytes().replace(b"Bryn Lloyd", b"Bryn Floyd")
    office.workspace.trust_file.write_bytes(edited)

    with pytest.raises(TrustListInvalid):
        current_trust(office.workspace, NOW)


def test_the_passphrase_is_not_kept(office: Office) -> None:
    office.make_keys()

    held = [path for path in office.workspace.root.rglob("*") if path.is_file()]
    assert not any(PASSPHRASE.encode() in path.read_bytes() for path in held)
