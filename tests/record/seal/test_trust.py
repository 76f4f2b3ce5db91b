from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

from tests.record.seal.samples import (
    EXPIRES,
    FROM,
    NOW,
    TO,
    key,
    roots,
    signed_by_roots,
    trusted,
)
from workbench.domain.canonical import canonical_json
from workbench.errors import NotFound, SigningRefused, TrustListInvalid
from workbench.record.seal.trust import (
    MAX_TRUST_SIZE,
    RootKey,
    TrustedKey,
    add_key,
    create_trust_list,
    load_trust,
    load_trust_update,
    renew_trust_list,
    revoke_key,
    sign_trust,
)


def unsigned(**changes: Any) -> bytes:
    usual: dict[str, Any] = {
        "roots": roots(),
        "expires": EXPIRES,
        "keys": [trusted("Alex", "investigator")],
    }
    return create_trust_list(**{**usual, **changes})


def edited(data: bytes, **changes: Any) -> bytes:
    read = json.loads(data)
    read["body"].update(changes)
    return canonical_json(read).encode()


def test_a_list_signed_by_two_of_three_roots_is_trusted() -> None:
    trust = load_trust(signed_by_roots(unsigned(), 1, 3), NOW)
    alex = trust.find(key("Alex").keyid)

    assert alex is not None
    assert (alex.name, alex.roles, alex.public_bytes) == (
        "Alex",
        ("investigator",),
        key("Alex").public,
    )
    assert (alex.valid_from, alex.valid_to, alex.revoked) == (FROM, TO, None)
    assert trust.find("0" * 64) is None
    assert (trust.version, trust.threshold) == (1, 2)


def test_the_file_is_as_the_format_describes() -> None:
    body = json.loads(unsigned())["body"]

    assert sorted(body) == ["expires", "keys", "roots", "threshold", "type", "version"]
    assert sorted(body["keys"][0]) == [
        "algorithm", "from", "keyid", "name", "public", "revoked", "roles", "to",
    ]  # fmt: skip
    assert body["type"] == "https://rca-workbench.org/trust/v1"


@pytest.mark.parametrize("numbers", [(), (2,)])
def test_a_list_with_too_few_signatures_is_not(numbers: tuple[int, ...]) -> None:
    with pytest.raises(TrustListInvalid, match=f"by {len(numbers)} of the 2"):
        load_trust(signed_by_roots(unsigned(), *numbers), NOW)


def test_one_root_key_does_not_count_twice() -> None:
    once = json.loads(signed_by_roots(unsigned(), 1))
    once["signatures"] *= 2

    with pytest.raises(TrustListInvalid, match="by 1 of the 2"):
        load_trust(canonical_json(once).encode(), NOW)
    with pytest.raises(SigningRefused, match="has signed"):
        signed_by_roots(unsigned(), 1, 1)


def test_only_a_root_key_signs() -> None:
    with pytest.raises(SigningRefused, match="not a root key"):
        sign_trust(unsigned(), key("Alex"))


@pytest.mark.parametrize(
    "changes",
    [
        {"version": 2},
        {"threshold": 3},
        {"expires": "2030-01-01T00:00:00Z"},
        {"keys": []},
    ],
)
def test_an_edited_list_loses_its_signatures(changes: dict[str, Any]) -> None:
    data = edited(signed_by_roots(unsigned(), 1, 2), **changes)

    with pytest.raises(TrustListInvalid, match="by 0 of the"):
        load_trust(data, NOW)


def test_a_signature_that_is_not_base64_does_not_count() -> None:
    read = json.loads(signed_by_roots(unsigned(), 1, 2))
    read["signatures"][0]["sig"] = "?"

    with pytest.raises(TrustListInvalid, match="by 1 of the 2"):
        load_trust(canonical_json(read).encode(), NOW)


def test_an_expired_list_is_refused_from_its_last_moment_on() -> None:
    data = signed_by_roots(unsigned(), 1, 2)

    assert load_trust(data, EXPIRES - dt.timedelta(seconds=1)).version == 1
    with pytest.raises(TrustListInvalid, match="expired on 01 June 2027"):
        load_trust(data, EXPIRES)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[" * 200_000,
        b"null",
        b" " * (MAX_TRUST_SIZE + 1),
        unsigned() + b"\n",
        edited(unsigned(), more=1),
        edited(unsigned(), type="https://rca-workbench.org/trust/v2"),
        edited(unsigned(), threshold=1),
        edited(unsigned(), threshold=True),
        edited(unsigned(), version=0),
        edited(unsigned(), roots=[]),
    ],
)
def test_a_malformed_list_is_refused(data: bytes) -> None:
    with pytest.raises(TrustListInvalid, match="malformed"):
        load_trust(data, NOW)


@pytest.mark.parametrize(
    "changes",
    [
        {"algorithm": "none"},
        {"algorithm": "ML-DSA-65"},
        {"keyid": "0" * 64},
        {"public": "AAAA"},
        {"name": "back\u202ewards"},
        {"roles": []},
        {"to": "2025-01-01T00:00:00Z"},
        {"from": "2026-01-01"},
        {"revoked": False},
        {"__proto__": {}},
    ],
)
def test_a_list_with_a_malformed_key_is_refused(changes: dict[str, Any]) -> None:
    entry = json.loads(unsigned())["body"]["keys"][0]

    with pytest.raises(TrustListInvalid, match="malformed"):
        load_trust(edited(unsigned(), keys=[{**entry, **changes}]), NOW)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"roots": roots()[:1]}, "fewer root keys"),
        ({"threshold": 1}, "greater than or equal to 2"),
        ({"roots": [*roots(), RootKey.of(key("Alex").public, "Keeper 4")]}, "one purpose"),
        ({"roots": [*roots(), RootKey.of(key("Root 4").public, "Keeper 1")]}, "two root keys"),
        ({"keys": [trusted("Alex", "manager"), trusted("Alex", "investigator")]}, "listed twice"),
    ],
)
def test_a_list_that_makes_no_sense_is_not_made(changes: dict[str, Any], reason: str) -> None:
    with pytest.raises(TrustListInvalid, match=reason):
        unsigned(**changes)


def test_each_change_is_a_newer_version_that_nobody_has_signed() -> None:
    first = signed_by_roots(unsigned(), 1, 2)
    second = add_key(first, trusted("Billie", "manager"))
    third = revoke_key(second, key("Alex").keyid, NOW)
    fourth = renew_trust_list(third, EXPIRES + dt.timedelta(days=365))
    read = [json.loads(data) for data in (second, third, fourth)]

    assert [data["body"]["version"] for data in read] == [2, 3, 4]
    assert [data["signatures"] for data in read] == [[], [], []]
    assert [entry["name"] for entry in read[0]["body"]["keys"]] == ["Alex", "Billie"]
    assert [entry["revoked"] for entry in read[1]["body"]["keys"]] == [
        "2026-03-02T12:00:00Z",
        None,
    ]
    assert read[2]["body"]["expires"] == "2028-05-31T00:00:00Z"


def test_a_revocation_can_be_moved_earlier_but_not_later() -> None:
    once = revoke_key(unsigned(), key("Alex").keyid, NOW)
    later = revoke_key(once, key("Alex").keyid, NOW + dt.timedelta(days=1))
    earlier = revoke_key(once, key("Alex").keyid, NOW - dt.timedelta(days=1, microseconds=5))

    assert json.loads(later)["body"]["keys"][0]["revoked"] == "2026-03-02T12:00:00Z"
    assert json.loads(earlier)["body"]["keys"][0]["revoked"] == "2026-03-01T11:59:59Z"


def test_a_key_that_is_not_listed_cannot_be_revoked_nor_one_that_is_be_added() -> None:
    with pytest.raises(NotFound, match="not on the trust list"):
        revoke_key(unsigned(), key("Billie").keyid, NOW)
    with pytest.raises(TrustListInvalid, match="listed twice"):
        add_key(unsigned(), trusted("Alex", "manager"))


def test_a_key_whose_end_is_before_its_beginning_is_not_made() -> None:
    with pytest.raises(ValueError, match="ends before it begins"):
        TrustedKey.of(key("Alex").public, "Alex", ["manager"], valid_from=TO, valid_to=FROM)


def test_an_update_must_be_newer_and_signed_by_the_roots_that_are_trusted() -> None:
    first = signed_by_roots(unsigned(), 1, 2)
    current = load_trust(first, NOW)
    newer = signed_by_roots(add_key(first, trusted("Billie", "manager")), 2, 3)
    strangers = [RootKey.of(key(f"Root {n}").public, f"Keeper {n}") for n in (7, 8)]
    hijacked = edited(unsigned(roots=strangers), version=9)

    assert load_trust_update(newer, current, NOW).version == 2
    with pytest.raises(TrustListInvalid, match="not newer"):
        load_trust_update(first, current, NOW)
    with pytest.raises(TrustListInvalid, match="by 0 of the 2"):
        load_trust_update(signed_by_roots(hijacked, 7, 8), current, NOW)
    assert load_trust(signed_by_roots(hijacked, 7, 8), NOW).version == 9


def test_a_list_that_is_too_large_is_refused_although_it_is_well_formed() -> None:
    keys = [
        TrustedKey.of(number.to_bytes(32, "big"), "x" * 500, ["r"], valid_from=FROM, valid_to=TO)
        for number in range(6_000)
    ]
    data = unsigned(keys=keys)

    assert len(data) > MAX_TRUST_SIZE
    with pytest.raises(TrustListInvalid, match="malformed"):
        load_trust(signed_by_roots(data), NOW)
