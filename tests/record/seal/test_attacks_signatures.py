"""Attacks on the signatures of a record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from tests.record.seal.samples import (
    BOTH,
    FROM,
    NOW,
    TO,
    check,
    complete,
    envelopes,
    forced,
    frozen,
    key,
    repacked,
    signed,
    tampered,
    trust_of,
    trusted,
    with_envelopes,
)
from workbench.record.seal.canonical import encode_base64
from workbench.record.seal.report import Outcome, Verdict

FIRST, SECOND = range(2)


def verdict(data: bytes) -> Verdict:
    return check(data).verdict


def sig(seal: dict[str, Any], position: int) -> dict[str, Any]:
    found: dict[str, Any] = seal["sigs"][position]["signatures"][0]
    return found


def test_the_last_stripped_is_incomplete() -> None:
    assert verdict(with_envelopes(complete(), envelopes(complete())[:1])) is Verdict.INCOMPLETE


def test_all_stripped_is_signed_by_nobody_on_the_list() -> None:
    assert verdict(with_envelopes(complete(), ())) is Verdict.UNKNOWN


def test_all_by_strangers_is_signed_by_nobody_on_the_list() -> None:
    data = forced(frozen(), "Stranger", "investigator")
    data = forced(data, "Another stranger", "manager")
    report = check(data)

    assert report.verdict is Verdict.UNKNOWN
    assert "not on your list" in report.reasons[0]


@pytest.mark.parametrize("order", [(1,), (1, 0), (0, 0), (0, 1, 1), (0, 0, 1), (0, 1, 0)])
def test_first_stripped_reordered_or_duplicated_is_altered(order: tuple[int, ...]) -> None:
    sigs = envelopes(complete())

    assert verdict(with_envelopes(complete(), [sigs[n] for n in order])) is Verdict.ALTERED


def test_a_signature_swapped_below_those_that_follow_is_altered() -> None:
    first = envelopes(forced(frozen(), "Alex", "investigator"))[0]
    second = envelopes(complete())[1]

    assert verdict(with_envelopes(complete(), (first, second))) is Verdict.ALTERED


def stolen_keyid_outside(seal: dict[str, Any]) -> None:
    sig(seal, SECOND)["keyid"] = key("Alex").keyid


def zero_signature(seal: dict[str, Any]) -> None:
    sig(seal, SECOND)["sig"] = encode_base64(bytes(64))


def empty_signature(seal: dict[str, Any]) -> None:
    sig(seal, SECOND)["sig"] = ""


def long_signature(seal: dict[str, Any]) -> None:
    sig(seal, SECOND)["sig"] = encode_base64(bytes(65))


def no_signatures_in_envelope(seal: dict[str, Any]) -> None:
    seal["sigs"][SECOND]["signatures"] = []


def two_signatures_in_envelope(seal: dict[str, Any]) -> None:
    seal["sigs"][SECOND]["signatures"] *= 2


def algorithm_none(seal: dict[str, Any]) -> None:
    sig(seal, SECOND)["alg"] = "none"


def algorithm_unknown(seal: dict[str, Any]) -> None:
    seal["sigs"][SECOND]["algorithm"] = "ml-dsa-65"


def prototype_key(seal: dict[str, Any]) -> None:
    seal["sigs"][SECOND]["__proto__"] = {"trusted": True}


def prototype_keyid(seal: dict[str, Any]) -> None:
    sig(seal, SECOND)["keyid"] = "__proto__"


def other_payload_type(seal: dict[str, Any]) -> None:
    seal["sigs"][SECOND]["payloadType"] = "application/vnd.in-toto+xml"


def payload_with_newline(seal: dict[str, Any]) -> None:
    seal["sigs"][SECOND]["payload"] += "\n"


def signatures_exchanged(seal: dict[str, Any]) -> None:
    first, second = sig(seal, FIRST), sig(seal, SECOND)
    first["sig"], second["sig"] = second["sig"], first["sig"]


def malleable_signature(seal: dict[str, Any]) -> None:
    """Add the order of the group to S: the other half of the signature still fits."""
    import base64

    order = 2**252 + 27742317777372353535851937790883648493
    raw = base64.b64decode(sig(seal, SECOND)["sig"])
    scalar = int.from_bytes(raw[32:], "little") + order
    sig(seal, SECOND)["sig"] = encode_base64(raw[:32] + scalar.to_bytes(32, "little"))


@pytest.mark.parametrize(
    "change",
    [
        stolen_keyid_outside,
        zero_signature,
        empty_signature,
        long_signature,
        no_signatures_in_envelope,
        two_signatures_in_envelope,
        algorithm_none,
        algorithm_unknown,
        prototype_key,
        prototype_keyid,
        other_payload_type,
        payload_with_newline,
        signatures_exchanged,
        malleable_signature,
    ],
)
def test_a_tampered_envelope_is_altered(change: Callable[[dict[str, Any]], None]) -> None:
    assert verdict(tampered(complete(), change)) is Verdict.ALTERED


def test_a_stolen_keyid_is_altered() -> None:
    def steal(statement: dict[str, Any]) -> None:
        statement["predicate"]["keyid"] = key("Billie").keyid

    def and_outside(seal: dict[str, Any]) -> None:
        sig(seal, SECOND)["keyid"] = key("Billie").keyid

    stranger = forced(signed(frozen(), BOTH[0]), "Stranger", "manager")
    stolen = tampered(repacked(stranger, SECOND, steal, signer="Stranger"), and_outside)

    assert verdict(stranger) is Verdict.INCOMPLETE
    assert verdict(stolen) is Verdict.ALTERED


def test_a_key_that_is_on_the_list_only_under_another_identifier_is_altered() -> None:
    def steal(statement: dict[str, Any]) -> None:
        statement["predicate"]["keyid"] = key("Alex").keyid

    assert verdict(repacked(complete(), SECOND, steal, signer="Billie")) is Verdict.ALTERED


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("role", "investigator"),
        ("meaning", "I disagree."),
        ("at", "2026-03-02T03:00:01Z"),
        ("at", "2026-03-02T03:00:00+00:00"),
        ("prev", []),
        ("prev", ["0" * 64]),
        ("more", 1),
    ],
)
def test_what_a_signer_said_cannot_be_changed(field: str, value: object) -> None:
    def change(statement: dict[str, Any]) -> None:
        statement["predicate"][field] = value

    assert verdict(repacked(complete(), SECOND, change)) is Verdict.ALTERED


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("_type", "https://in-toto.io/Statement/v0.1"),
        ("predicateType", "https://slsa.dev/provenance/v1"),
        ("subject", []),
        ("subject", [{"name": "manifest", "digest": {"sha256": "0" * 64}}]),
        ("subject", [{"name": "other", "digest": {"sha256": "0" * 64}}]),
    ],
)
def test_a_statement_about_something_else_is_altered_even_when_signed(
    field: str, value: object
) -> None:
    def change(statement: dict[str, Any]) -> None:
        statement[field] = value

    assert verdict(repacked(complete(), SECOND, change, signer="Billie")) is Verdict.ALTERED


def test_a_signature_from_another_record_is_altered() -> None:
    other = signed(frozen(nonce=bytes(16)), *BOTH)

    assert verdict(with_envelopes(complete(), envelopes(other))) is Verdict.ALTERED


EARLY, LATE = FROM - dt.timedelta(days=1), TO + dt.timedelta(days=1)
INVESTIGATOR = trusted("Alex", "investigator")


@pytest.mark.parametrize(
    ("key_of_manager", "at", "reason"),
    [
        (
            trusted("Billie", "manager").model_copy(update={"revoked": NOW}),
            NOW - dt.timedelta(hours=1),
            "the key was revoked on 02 March 2026",
        ),
        (trusted("Billie", "manager"), LATE, "the key expired on 01 January 2027"),
        (trusted("Billie", "governance lead"), NOW, "the key may not sign as manager"),
    ],
)
def test_revoked_expired_and_wrong_role_are_incomplete_with_the_reason(
    key_of_manager: Any, at: dt.datetime, reason: str
) -> None:
    trust = trust_of(INVESTIGATOR, key_of_manager)
    data = forced(signed(frozen(), BOTH[0]), "Billie", "manager", at=at)
    report = check(data, trust, at=max(at, NOW))

    assert report.verdict is Verdict.INCOMPLETE
    assert f"Signature 2: {reason}" in report.reasons[0]
    assert report.steps[7].outcome is Outcome.FALLS_SHORT
    assert [signer.counts for signer in report.signers] == [True, False]
    assert reason in (report.signers[1].problem or "")
    assert report.reasons[1] == "Not signed, or not validly, as: manager."


def test_a_record_that_only_a_revoked_key_signed_is_incomplete() -> None:
    revoked = INVESTIGATOR.model_copy(update={"revoked": NOW})
    report = check(signed(frozen(), BOTH[0]), trust_of(revoked))

    assert report.verdict is Verdict.INCOMPLETE


def test_a_signature_from_before_its_key_was_valid_does_not_count() -> None:
    report = check(forced(frozen(required=("investigator",)), "Alex", "investigator", at=EARLY))

    assert report.verdict is Verdict.INCOMPLETE
    assert "before the key was valid" in report.reasons[0]


@pytest.mark.parametrize(
    "second",
    [("Alex", "Alex"), ("Alex again", "Alex"), ("Alex again", " ALEX  ")],
)
def test_the_same_person_twice_is_incomplete(second: tuple[str, str]) -> None:
    label, name = second
    if label == "Alex":
        trust = trust_of(trusted("Alex", "investigator", "manager"))
    else:
        trust = trust_of(INVESTIGATOR, trusted(label, "manager", name=name))
    data = forced(signed(frozen(), BOTH[0], trust=trust), label, "manager")
    report = check(data, trust)

    assert report.verdict is Verdict.INCOMPLETE
    assert report.reasons == (
        "Signature 2: the same person made signature 1. Not signed, or not validly, as: manager.",
    )
    assert report.steps[8].outcome is Outcome.FALLS_SHORT


def test_roles_that_signed_in_another_order_are_incomplete() -> None:
    data = forced(forced(frozen(), "Billie", "manager"), "Alex", "investigator")
    report = check(data)

    assert report.verdict is Verdict.INCOMPLETE
    assert "asks for investigator in this place" in report.reasons[0]


def test_a_signature_more_than_the_record_asks_for_is_incomplete() -> None:
    for label in ("Chris", "Stranger"):
        assert verdict(forced(complete(), label, "governance lead")) is Verdict.INCOMPLETE


def test_a_clock_that_was_set_back_or_forward_is_incomplete() -> None:
    before = forced(signed(frozen(), BOTH[0]), "Billie", "manager", at=FROM)
    future = forced(signed(frozen(), BOTH[0]), "Billie", "manager", at=NOW + dt.timedelta(hours=1))

    assert "older than the signature before it" in check(before).reasons[0]
    assert "in the future" in check(future).reasons[0]
    assert verdict(before) is verdict(future) is Verdict.INCOMPLETE


def test_a_stranger_among_the_signers_is_incomplete_and_not_named() -> None:
    report = check(forced(signed(frozen(), BOTH[0]), "Stranger", "manager"))

    assert report.verdict is Verdict.INCOMPLETE
    assert [signer.name for signer in report.signers] == ["Alex"]
    assert "Signature 2: the key is not on your list." in report.reasons
