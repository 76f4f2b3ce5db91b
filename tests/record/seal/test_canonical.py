from __future__ import annotations

import base64
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.values import Sha256
from workbench.record.seal.canonical import (
    Stamp,
    Wire,
    decode_base64,
    encode_base64,
    read_canonical,
    write_canonical,
)


class Sample(Wire):
    at: Stamp
    count: int
    digest: Sha256
    words: tuple[str, ...]


GOOD = b'{"at":"2026-03-01T09:30:00Z","count":3,"digest":"' + b"0" * 64 + b'","words":["\xc3\xa9"]}'


def test_what_is_written_is_read_again() -> None:
    sample = read_canonical(Sample, GOOD)

    assert sample.at == dt.datetime(2026, 3, 1, 9, 30, tzinfo=dt.UTC)
    assert write_canonical(sample) == GOOD


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"count":3', b'"count":3,"count":3'),
        (b'"count":3', b'"count":2,"count":3'),
        (b'"count":3', b'"count":3,"more":1'),
        (b'"count":3', b'"count":3,"__proto__":{}'),
        (b'"count":3', b'"count": 3'),
        (b'"count":3', b'"count":3.0'),
        (b'"count":3', b'"count":3e0'),
        (b'"count":3', b'"count":03'),
        (b'"count":3', b'"count":"3"'),
        (b'"count":3', b'"count":true'),
        (b'"count":3', b'"count":-0'),
        (b'"count":3', b'"count":NaN'),
        (b'"count":3', b'"count":null'),
        (b"\xc3\xa9", b"\\u00e9"),
        (b"\xc3\xa9", b"\xe9"),
        (b"\xc3\xa9", b"\\ud800"),
        (b"\xc3\xa9", b"\n"),
        (b"09:30:00Z", b"09:30:00+00:00"),
        (b"09:30:00Z", b"10:30:00+01:00"),
        (b"09:30:00Z", b"09:30:00.5Z"),
        (b"09:30:00Z", b"09:30:00"),
        (b"2026-03-01T", b"2026-03-01 "),
        (b"2026-03-01T", b"2026-02-30T"),
        (b"00000", b"0000A"),
        (b'{"at"', b' {"at"'),
        (b'{"at"', b'\xef\xbb\xbf{"at"'),
        (b"}", b"}\n"),
        (b"}", b"}{}"),
        (b"}", b",}"),
        (b"}", b""),
    ],
)
def test_any_other_way_to_write_it_is_refused(old: bytes, new: bytes) -> None:
    assert old in GOOD
    with pytest.raises(ValueError):  # noqa: PT011
        read_canonical(Sample, GOOD.replace(old, new, 1))


def test_the_order_of_keys_counts() -> None:
    start = b'{"at":"2026-03-01T09:30:00Z","count":3,'
    swapped = GOOD.replace(start, b'{"count":3,"at":"2026-03-01T09:30:00Z",')

    with pytest.raises(ValueError, match="the one way"):
        read_canonical(Sample, swapped)


def test_an_error_does_not_repeat_what_was_written() -> None:
    with pytest.raises(ValueError, match="digest") as caught:
        read_canonical(Sample, GOOD.replace(b"0000", b"Alex", 1))

    assert "Alex" not in str(caught.value)


@pytest.mark.parametrize(
    "data",
    [
        b"[" * 200_000,
        b'{"at":' * 200_000,
        b"1" * 1_000_000,
        b'{"count":' + b"9" * 1_000_000 + b"}",
        b"",
        b"\x00",
    ],
)
def test_hostile_json_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        read_canonical(Sample, data)


@given(st.binary())
def test_base64_round_trips(data: bytes) -> None:
    assert decode_base64(encode_base64(data)) == data


@pytest.mark.parametrize(
    "text", ["AA", "AA=", "AAA", "AB==", "AA==\n", "A A==", "AA==AA==", "é", "_-8="]
)
def test_base64_in_any_other_form_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        decode_base64(text)


@given(st.text(alphabet="ABab01+/=\n -_", max_size=12))
def test_only_what_the_encoder_writes_is_decoded(text: str) -> None:
    try:
        data = decode_base64(text)
    except ValueError:
        return

    assert base64.b64encode(data).decode() == text


def test_a_time_without_its_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        Sample(at=dt.datetime(2026, 3, 1), count=1, digest="0" * 64, words=())


def test_a_time_is_held_in_utc_to_the_second() -> None:
    summer = dt.timezone(dt.timedelta(hours=1))
    sample = Sample(
        at=dt.datetime(2026, 7, 1, 10, 0, 0, 999, tzinfo=summer),
        count=1,
        digest="0" * 64,
        words=(),
    )

    assert sample.at == dt.datetime(2026, 7, 1, 9, 0, tzinfo=dt.UTC)
