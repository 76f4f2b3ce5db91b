from __future__ import annotations

import base64
import hashlib
import json
from typing import Any

from tests.record.seal.samples import complete, envelopes, key, unsealed
from workbench.record.seal.dsse import envelope_hash, pre_authentication
from workbench.record.seal.keys import signature_holds


def payload(envelope: dict[str, Any]) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(base64.b64decode(envelope["payload"]))
    return read


def test_the_bytes_that_are_signed_are_those_of_the_published_example() -> None:
    # https://github.com/secure-systems-lab/dsse/blob/master/protocol.md, test vectors
    assert pre_authentication("http://example.com/HelloWorld", b"hello world") == (
        b"DSSEv1 29 http://example.com/HelloWorld 11 hello world"
    )


def test_an_envelope_holds_an_in_toto_statement_about_the_manifest() -> None:
    _, seal = unsealed(complete())
    manifest = json.dumps(
        seal["manifest"], sort_keys=True, separators=(",", ":"), ensure_ascii=False
    ).encode()
    statement = payload(seal["sigs"][0])

    assert seal["sigs"][0]["payloadType"] == "application/vnd.in-toto+json"
    assert statement["_type"] == "https://in-toto.io/Statement/v1"
    assert statement["predicateType"] == "https://rca-workbench.org/signature/v1"
    assert statement["subject"] == [
        {"name": "manifest", "digest": {"sha256": hashlib.sha256(manifest).hexdigest()}}
    ]
    assert statement["predicate"] == {
        "keyid": key("Alex").keyid,
        "role": "investigator",
        "meaning": "I agree.",
        "at": "2026-03-02T02:00:00Z",
        "prev": [],
    }


def test_each_signature_names_all_those_before_it() -> None:
    _, seal = unsealed(complete())
    first, second = seal["sigs"]
    canonical = json.dumps(first, sort_keys=True, separators=(",", ":")).encode()

    assert payload(second)["predicate"]["prev"] == [hashlib.sha256(canonical).hexdigest()]
    assert envelope_hash(envelopes(complete())[0]) == hashlib.sha256(canonical).hexdigest()


def test_a_signature_can_be_checked_without_this_program() -> None:
    _, seal = unsealed(complete())
    body = base64.b64decode(seal["sigs"][1]["payload"])
    message = b"DSSEv1 28 application/vnd.in-toto+json %d %b" % (len(body), body)
    signature = base64.b64decode(seal["sigs"][1]["signatures"][0]["sig"])

    assert signature_holds(key("Billie").public, signature, message)
    assert not signature_holds(key("Alex").public, signature, message)
