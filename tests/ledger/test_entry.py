"""Entries are hashed over everything they say, and their content as it is stored."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

import pytest

from workbench.errors import ChainBroken
from workbench.ledger.entry import Entry, content_of, data_digest, entry_hash

ENTRY = Entry(
    case_id="C-0001",
    seq=2,
    batch=2,
    entity="T1",
    kind="event",
    schema=1,
    version=1,
    data='{"what":"Café"}',
    salt="00" * 16,
    data_digest="ab" * 32,
    author="Sam Example",
    at="2026-03-16T09:30:00+00:00",
    reason="",
    previous_hash="cd" * 32,
    hash="",
)

CHANGED: dict[str, Any] = {
    "case_id": "C-0002",
    "seq": 3,
    "batch": 1,
    "entity": "T2",
    "kind": "person",
    "schema": 2,
    "version": 2,
    "data_digest": "00" * 32,
    "author": "Somebody",
    "at": "2026-03-16T09:30:01+00:00",
    "reason": "because",
    "previous_hash": "ef" * 32,
}


def test_the_hash_is_that_of_the_documented_bytes() -> None:
    written = (
        '{"at":"2026-03-16T09:30:00+00:00","author":"Sam Example","batch":2,"case":"C-0001",'
        f'"data_digest":"{"ab" * 32}","entity":"T1","kind":"event","previous_hash":"{"cd" * 32}",'
        '"reason":"","schema":1,"seq":2,"type":"rca-workbench/entry/1","version":1}'
    )

    assert entry_hash(ENTRY) == hashlib.sha256(written.encode()).hexdigest()


@pytest.mark.parametrize("name", CHANGED)
def test_every_field_changes_the_hash(name: str) -> None:
    assert entry_hash(replace(ENTRY, **{name: CHANGED[name]})) != entry_hash(ENTRY)


def test_the_content_reaches_the_hash_only_through_its_digest() -> None:
    erased = replace(ENTRY, data=None, salt=None)

    assert entry_hash(erased) == entry_hash(ENTRY)
    assert set(CHANGED) | {"data", "salt", "hash"} == set(ENTRY.__dataclass_fields__)


def test_the_digest_is_of_the_salt_and_the_stored_bytes() -> None:
    expected = hashlib.sha256(bytes(16) + '{"what":"Café"}'.encode()).hexdigest()

    assert data_digest("00" * 16, '{"what":"Café"}') == expected
    assert data_digest("01" * 16, '{"what":"Café"}') != expected
    assert data_digest("00" * 16, '{"what": "Café"}') != expected


def test_content_is_read_and_a_removal_has_none() -> None:
    assert content_of(ENTRY) == {"what": "Café"}
    assert content_of(replace(ENTRY, data="null")) is None
    assert content_of(replace(ENTRY, data=None)) is None
    assert replace(ENTRY, data="null").removes
    assert not replace(ENTRY, data=None).removes


@pytest.mark.parametrize("data", ['{"what":"secr', "[]", "3", ""])
def test_content_that_is_not_what_was_stored_is_never_shown_in_the_error(data: str) -> None:
    with pytest.raises(ChainBroken) as caught:
        content_of(replace(ENTRY, data=data))

    assert "secr" not in str(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None
