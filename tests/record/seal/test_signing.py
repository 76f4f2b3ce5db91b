from __future__ import annotations

import datetime as dt

import pytest

from tests.record.seal.samples import (
    BOTH,
    FROM,
    NOW,
    TO,
    check,
    complete,
    forced,
    frozen,
    key,
    signed,
    trust_of,
    trusted,
    unsealed,
    usual_trust,
)
from workbench.errors import RecordNotUsable, SigningRefused
from workbench.record.seal.report import Verdict
from workbench.record.seal.signing import add_signature, next_role
from workbench.record.seal.trust import TrustList

HOUR = dt.timedelta(hours=1)


def sign(
    data: bytes,
    label: str,
    role: str,
    *,
    at: dt.datetime = NOW,
    trust: TrustList | None = None,
    meaning: str = "I agree.",
) -> bytes:
    return add_signature(
        data, key(label), role=role, meaning=meaning, at=at, trust=trust or usual_trust()
    )


def test_each_role_signs_in_its_turn() -> None:
    data = frozen()
    turns = [next_role(data)]
    for label, role in BOTH:
        data = sign(data, label, role)
        turns.append(next_role(data))

    assert turns == ["investigator", "manager", None]
    assert check(data).verdict is Verdict.SIGNED


def test_signing_changes_nothing_but_the_signatures() -> None:
    before_content, before = unsealed(frozen())
    after_content, after = unsealed(complete())

    assert after_content == before_content
    assert {**after, "sigs": []} == before


def test_the_same_signature_comes_out_each_time() -> None:
    assert signed(frozen(), *BOTH) == signed(frozen(), *BOTH)


def test_a_role_whose_turn_it_is_not_is_refused() -> None:
    with pytest.raises(SigningRefused, match="next signature is that of the investigator"):
        sign(frozen(), "Billie", "manager")
    with pytest.raises(SigningRefused, match="next signature is that of the manager"):
        sign(signed(frozen(), BOTH[0]), "Alex", "investigator")


def test_a_complete_record_takes_no_more_signatures() -> None:
    with pytest.raises(RecordNotUsable, match="Everybody"):
        sign(complete(), "Chris", "governance lead")


def test_the_same_key_does_not_sign_twice() -> None:
    trust = trust_of(trusted("Alex", "investigator", "manager"))

    with pytest.raises(SigningRefused, match="same person has made signature 1"):
        sign(signed(frozen(), BOTH[0], trust=trust), "Alex", "manager", trust=trust)


@pytest.mark.parametrize("name", ["Alex", "ALEX", "Ａlex"])
def test_the_same_name_does_not_sign_twice_with_another_key(name: str) -> None:
    trust = trust_of(trusted("Alex", "investigator"), trusted("Other", "manager", name=name))

    with pytest.raises(SigningRefused, match="same person"):
        sign(signed(frozen(), BOTH[0], trust=trust), "Other", "manager", trust=trust)


def test_a_key_that_is_not_listed_does_not_sign() -> None:
    with pytest.raises(SigningRefused, match="not on the trust list"):
        sign(frozen(), "Stranger", "investigator")


def test_a_key_does_not_sign_in_a_role_that_it_may_not() -> None:
    with pytest.raises(SigningRefused, match="may not sign as investigator"):
        sign(frozen(), "Billie", "investigator")


@pytest.mark.parametrize(
    ("at", "reason"),
    [(FROM - HOUR, "before the key was valid"), (TO + HOUR, "expired on 01 January 2027")],
)
def test_a_key_does_not_sign_outside_its_time(at: dt.datetime, reason: str) -> None:
    with pytest.raises(SigningRefused, match=reason):
        sign(frozen(), "Alex", "investigator", at=at)


def test_a_revoked_key_does_not_sign_even_with_the_clock_set_back() -> None:
    alex = trusted("Alex", "investigator").model_copy(update={"revoked": NOW})

    with pytest.raises(SigningRefused, match="revoked on 02 March 2026"):
        sign(frozen(), "Alex", "investigator", at=NOW - 10 * HOUR, trust=trust_of(alex))


def test_a_clock_that_was_set_back_is_noticed() -> None:
    data = sign(frozen(), "Alex", "investigator")

    with pytest.raises(SigningRefused, match="clock is behind"):
        sign(data, "Billie", "manager", at=NOW - dt.timedelta(seconds=1))
    assert sign(data, "Billie", "manager", at=NOW + dt.timedelta(microseconds=1))


def test_nobody_signs_after_a_signature_that_does_not_count() -> None:
    with pytest.raises(SigningRefused, match="Signature 1 does not count: the key is not on"):
        sign(forced(frozen(), "Stranger", "investigator"), "Billie", "manager")


def test_nobody_signs_a_record_that_was_altered() -> None:
    with pytest.raises(RecordNotUsable, match="not the content that was sealed"):
        sign(frozen().replace(b"alarm was off", b"alarm was 0ff"), "Alex", "investigator")
    with pytest.raises(RecordNotUsable, match="does not end with a seal"):
        next_role(b"<!doctype html>\n")


@pytest.mark.parametrize("meaning", ["", "two\nlines", "a" * 501, "back\u202ewards"])
def test_the_words_of_a_signature_are_one_line_of_text(meaning: str) -> None:
    with pytest.raises(SigningRefused, match="one line"):
        sign(frozen(), "Alex", "investigator", meaning=meaning)
