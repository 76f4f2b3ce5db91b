from __future__ import annotations

import hashlib
from typing import Any

import pytest
from pydantic import ValidationError

from tests.record.seal.samples import HASH, check, complete, fields, frozen, unsealed
from workbench.domain.canonical import canonical_json
from workbench.record.seal.manifest import evidence_root, record_code


def test_the_hash_of_the_manifest_is_that_of_its_bytes_in_the_file() -> None:
    _, seal = unsealed(complete())
    report = check(complete())

    assert (
        report.manifest_hash
        == hashlib.sha256(canonical_json(seal["manifest"]).encode()).hexdigest()
    )


def test_the_record_code_is_eighty_bits_in_four_groups() -> None:
    assert record_code("00" * 32) == "AAAA-AAAA-AAAA-AAAA"
    assert record_code("ff" * 10 + "00" * 22) == "7777-7777-7777-7777"
    assert record_code("ff" * 9 + "00" * 23) == "7777-7777-7777-77YA"


def test_the_root_over_the_evidence_does_not_depend_on_its_order() -> None:
    first, second = "a" * 64, "b" * 64

    assert evidence_root([second, first, first]) == evidence_root([first, second])
    assert evidence_root([first]) != evidence_root([first, second])
    assert evidence_root([]) == hashlib.sha256().hexdigest()


@pytest.mark.parametrize(
    "changes",
    [
        {"id": "../R-1"},
        {"id": "R 1"},
        {"id": ""},
        {"version": 0},
        {"version": 2},
        {"version": 1, "supersedes": HASH},
        {"version": 2, "supersedes": "0"},
        {"org": ""},
        {"title": "two\nlines"},
        {"title": "back\u202ewards"},
        {"required": ()},
        {"required": ("manager", "manager")},
        {"required": tuple(f"role {n}" for n in range(17))},
        {"notebook": HASH.upper() + "A"},
        {"evidence": "A" * 64},
        {"seal": "x"},
    ],
)
def test_a_manifest_that_makes_no_sense_cannot_be_made(changes: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        fields(**changes)


def test_the_fields_are_in_the_manifest_of_the_record() -> None:
    report = check(frozen(version=3, supersedes="a" * 64, title="Naïve – title"))

    assert report.manifest is not None
    assert report.manifest.title == "Naïve – title"
    assert (report.manifest.version, report.manifest.supersedes) == (3, "a" * 64)
    assert (report.manifest.kinds, report.manifest.why, report.manifest.views) == ("ffff", (), {})
