from __future__ import annotations

import datetime as dt
import hashlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.record.seal.samples import (
    BOTH,
    NOW,
    PIECES,
    check,
    complete,
    forced,
    frozen,
    key,
    signed,
    trust_of,
    trusted,
    usual_trust,
)
from workbench.record.seal.canonical import decode_base64
from workbench.record.seal.envelope import CLOSING, FAMILY, OPENING
from workbench.record.seal.report import (
    STEPS,
    Outcome,
    RegisterEntry,
    RegisterView,
    Verdict,
    VerificationReport,
)
from workbench.record.seal.verify import restore_line_endings, verify

AS_OF = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)


def outcomes(report: VerificationReport) -> list[str]:
    """Return the first letter of each step's outcome: p, s (falls short), x (failed), n."""
    letters = {
        Outcome.PASSED: "p",
        Outcome.FALLS_SHORT: "s",
        Outcome.FAILED: "x",
        Outcome.NOT_CHECKED: "n",
    }
    return [letters[step.outcome] for step in report.steps]


def register(data: bytes, **changes: Any) -> RegisterView:
    entry: dict[str, Any] = {
        "manifest_hash": check(data).manifest_hash,
        "issued_at": NOW,
        "file_hashes": (hashlib.sha256(data).hexdigest(),),
    }
    return RegisterView(AS_OF, (RegisterEntry(**{**entry, **changes}),))


def test_a_record_that_everybody_signed_is_signed() -> None:
    report = check(complete())

    assert report.verdict is Verdict.SIGNED
    assert report.exit_code == 0
    assert report.reasons == ()
    assert "".join(outcomes(report)) == "ppppppppppn"
    assert [(s.name, s.role, s.meaning, s.counts) for s in report.signers] == [
        ("Alex", "investigator", "I agree.", True),
        ("Billie", "manager", "I agree.", True),
    ]
    assert report.signers[0].at == dt.datetime(2026, 3, 2, 2, 0, tzinfo=dt.UTC)
    assert report.record_code is not None
    assert report.record_code.count("-") == 3
    assert report.manifest is not None
    assert report.manifest.title == "Record"


def test_a_record_that_some_signed_is_incomplete_and_says_who_is_missing() -> None:
    report = check(signed(frozen(), BOTH[0]))

    assert report.verdict is Verdict.INCOMPLETE
    assert report.exit_code == 3
    assert report.reasons == ("Not signed, or not validly, as: manager.",)
    assert "".join(outcomes(report)) == "ppppppppspn"


def test_a_record_that_nobody_signed_is_unknown() -> None:
    report = check(frozen())

    assert report.verdict is Verdict.UNKNOWN
    assert report.exit_code == 4
    assert report.reasons[0] == "Nobody has signed."
    assert report.signers == ()
    assert report.manifest is not None


def test_a_record_that_was_altered_repeats_nothing_of_itself() -> None:
    report = check(complete().replace(b"Alex Marsh", b"Alan Marsh"))

    assert report.verdict is Verdict.ALTERED
    assert report.exit_code == 5
    assert report.reasons == ("The content is not the content that was sealed.",)
    assert "".join(outcomes(report)) == "ppppppxnnnn"
    assert (report.manifest, report.manifest_hash, report.record_code) == (None, None, None)
    assert report.signers == ()
    assert not report.restorable


def test_every_report_has_every_step_in_order_with_its_title() -> None:
    for data in (b"", complete(), frozen()):
        steps = check(data).steps

        assert {step.number: step.title for step in steps} == STEPS
        assert [step.number for step in steps] == list(range(1, 12))
        assert all(step.explanation for step in steps)


def test_the_verdicts_have_the_exit_codes_of_the_format() -> None:
    assert {verdict.value: verdict.exit_code for verdict in Verdict} == {
        "signed": 0,
        "incomplete": 3,
        "unknown": 4,
        "altered": 5,
    }
    assert len({verdict.sentence for verdict in Verdict}) == 4


def test_without_a_register_the_last_step_says_that_it_was_not_checked() -> None:
    last = check(complete()).steps[-1]

    assert last.outcome is Outcome.NOT_CHECKED
    assert "is the latest version, is not known" in last.explanation


def test_an_issued_record_passes_the_last_step() -> None:
    report = check(complete(), register=register(complete()))

    assert report.verdict is Verdict.SIGNED
    assert report.steps[-1].outcome is Outcome.PASSED
    assert "register of 01 March 2026" in report.steps[-1].explanation


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"manifest_hash": "0" * 64}, "was not issued"),
        ({"file_hashes": ("0" * 64,)}, "is not the file that was issued"),
        ({"file_hashes": ()}, "is not the file that was issued"),
        ({"superseded_by": 2}, "superseded by version 2"),
        ({"superseded": True}, "superseded by another version"),
        ({"withdrawn_at": NOW}, "withdrawn on 02 March 2026"),
    ],
)
def test_a_record_that_the_register_does_not_stand_behind_is_incomplete(
    changes: dict[str, Any], reason: str
) -> None:
    report = check(complete(), register=register(complete(), **changes))

    assert report.verdict is Verdict.INCOMPLETE
    assert report.steps[-1].outcome is Outcome.FALLS_SHORT
    assert reason in report.reasons[0]
    assert "according to the register of 01 March 2026" in report.reasons[0]


def test_an_empty_register_has_issued_nothing() -> None:
    report = check(complete(), register=RegisterView(AS_OF, ()))

    assert report.verdict is Verdict.INCOMPLETE


def test_a_register_does_not_make_an_altered_or_unsigned_record_better() -> None:
    assert check(frozen(), register=register(frozen())).verdict is Verdict.UNKNOWN
    altered = complete() + b" "
    assert check(altered, register=register(complete())).verdict is Verdict.ALTERED


def test_a_key_revoked_later_counts_when_the_register_shows_that_the_file_is_older() -> None:
    revoked = trusted("Alex", "investigator").model_copy(
        update={"revoked": NOW - dt.timedelta(hours=1)}
    )
    trust = trust_of(revoked, trusted("Billie", "manager"))
    before, after = NOW - dt.timedelta(hours=2), NOW - dt.timedelta(minutes=30)

    assert check(complete(), trust).verdict is Verdict.INCOMPLETE
    for issued_at, verdict in ((before, Verdict.SIGNED), (after, Verdict.INCOMPLETE)):
        view = register(complete(), issued_at=issued_at)
        assert check(complete(), trust, register=view).verdict is verdict


def test_a_register_is_no_witness_for_another_file_with_the_same_manifest() -> None:
    revoked = trusted("Alex", "investigator").model_copy(
        update={"revoked": NOW - dt.timedelta(hours=1)}
    )
    trust = trust_of(revoked, trusted("Billie", "manager"))
    early = NOW - dt.timedelta(days=1)
    forged = forced(frozen(), "Alex", "investigator", at=early)
    forged = forced(forged, "Billie", "manager", at=early)
    view = register(complete(), issued_at=NOW - dt.timedelta(hours=2))
    report = check(forged, trust, register=view)

    assert report.verdict is Verdict.INCOMPLETE
    assert "no register shows that the signature is older" in report.reasons[0]


def test_a_signature_made_while_the_key_was_valid_counts_for_ever() -> None:
    later = dt.datetime(2036, 1, 1, tzinfo=dt.UTC)

    assert check(complete(), at=later).verdict is Verdict.SIGNED


def test_a_clock_a_few_minutes_behind_the_signer_does_no_harm() -> None:
    last = check(complete()).signers[-1].at

    for behind, verdict in ((5, Verdict.SIGNED), (6, Verdict.INCOMPLETE)):
        at = last - dt.timedelta(minutes=behind)
        assert check(complete(), at=at).verdict is verdict


def test_changed_line_endings_can_be_restored() -> None:
    crlf = complete().replace(b"\n", b"\r\n")
    report = check(crlf)

    assert report.verdict is Verdict.ALTERED
    assert report.restorable
    assert "line endings" in report.reasons[-1]
    assert restore_line_endings(crlf) == complete()


def test_changed_line_endings_do_not_excuse_another_change() -> None:
    crlf = complete().replace(b"\n", b"\r\n").replace(b"Alex", b"Alan")

    assert not check(crlf).restorable
    assert not check(complete().replace(b"\n", b"\r")).restorable


def test_now_needs_a_time_zone() -> None:
    with pytest.raises(ValueError, match="time zone"):
        verify(complete(), usual_trust(), at=dt.datetime(2026, 3, 1))


def test_a_reader_that_breaks_makes_the_file_altered() -> None:
    report = verify(complete(), None, at=NOW)  # type: ignore[arg-type]

    assert report.verdict is Verdict.ALTERED
    assert "".join(outcomes(report)) == "n" * 11


@given(st.binary())
def test_any_bytes_are_altered_and_never_an_error(data: bytes) -> None:
    assert check(data).verdict is Verdict.ALTERED


@given(st.binary(), st.binary())
def test_any_bytes_in_the_place_of_the_seal_are_altered(content: bytes, sealed: bytes) -> None:
    assert check(content + OPENING + sealed + CLOSING).verdict is Verdict.ALTERED


@given(st.data())
def test_any_splice_of_a_record_is_altered(data: st.DataObject) -> None:
    good = complete()
    start = data.draw(st.integers(0, len(good)))
    end = data.draw(st.integers(start, len(good)))
    spliced = good[:start] + data.draw(st.binary(max_size=8)) + good[end:]

    if spliced != good:
        assert check(spliced).verdict is Verdict.ALTERED


def test_two_records_do_not_share_a_code() -> None:
    codes = {check(frozen(nonce=bytes([n]) * 16)).record_code for n in range(5)}

    assert len(codes) == 5


def test_a_list_on_which_the_signers_are_not_makes_the_record_unknown() -> None:
    report = check(complete(), trust_of(trusted("Chris", "investigator")))

    assert report.verdict is Verdict.UNKNOWN
    assert report.signers == ()


def test_the_seal_can_be_found_by_its_marker() -> None:
    content, _, rest = complete().partition(FAMILY + b"v1:")

    assert content == b"".join(PIECES) + b"\n"
    assert decode_base64(rest.removesuffix(CLOSING)).startswith(b'{"closed":{}')
    assert key("Alex").keyid not in content.decode()
