from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from workbench.domain.when import LONDON, Precision, When, parse_local, written_day, written_moment


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("14/03/2026 18:30", "14 Mar 2026, 18:30"),
        ("2026-03-14T18:30", "14 Mar 2026, 18:30"),
        ("14.03.2026", "14 Mar 2026"),
        ("about 14/03/2026 18:30", "about 14 Mar 2026, 18:00–19:00"),
        ("before 1/2/2026 09:00", "before 1 Feb 2026, 09:00"),
        ("after 1/7/2026 09:00", "after 1 Jul 2026, 09:00"),
        ("between 14/03/2026 18:00 and 14/03/2026 19:15", "between 14 Mar 2026, 18:00–19:15"),
        ("between 14/03/2026 and 16/03/2026", "between 14 Mar 2026, 00:00 – 16 Mar 2026, 23:59"),
    ],
)
def test_reads_what_people_write_and_writes_it_back_in_words(text: str, written: str) -> None:
    assert When.parse(text).written() == written


def test_a_summer_time_is_an_hour_ahead_of_utc() -> None:
    when = When.parse("01/07/2026 09:00")

    assert when.earliest == datetime(2026, 7, 1, 8, 0, tzinfo=UTC)


def test_the_hour_that_comes_twice_becomes_an_interval() -> None:
    when = When.parse("25/10/2026 01:30")

    assert when.end - when.start == timedelta(hours=1)
    assert "came twice" in when.written()


def test_the_hour_that_the_clocks_skip_is_refused() -> None:
    with pytest.raises(ValueError, match="clocks went forward"):
        When.parse("29/03/2026 01:30")


def test_a_day_with_twenty_five_hours_is_kept_whole() -> None:
    low, high, precision = parse_local("25/10/2026")

    assert high - low == timedelta(hours=24, minutes=59)
    assert precision is Precision.DAY


def test_before_and_after_leave_one_side_open() -> None:
    assert When.parse("before 14/03/2026 18:00").earliest is None
    assert When.parse("after 14/03/2026 18:00").latest is None


@pytest.mark.parametrize(
    "text",
    [
        "tea time",
        "31/02/2026",
        "2026-13-01",
        "14/03/26",
        "",
        "31/12/9999",
        "14/03/2026 25:00",
        "14/03/2026 12:70",
        "14/03/2026 12:00+99:00",
        "14/03/٢٠٢٦",
    ],
)
def test_what_is_not_a_time_is_refused_with_the_form_to_use(text: str) -> None:
    with pytest.raises(ValueError, match=r"write it as|calendar|check the year|no such time"):
        When.parse(text)


def test_an_interval_that_runs_backwards_is_refused() -> None:
    with pytest.raises(ValidationError, match="swap them"):
        When.parse("between 14/03/2026 19:00 and 14/03/2026 18:00")


def test_surely_before_needs_the_whole_interval_to_lie_before() -> None:
    early, late = When.parse("14/03/2026 18:00"), When.parse("about 14/03/2026 18:20")

    assert not early.surely_before(late)
    assert early.surely_before(When.parse("14/03/2026 18:01"))
    assert not When.parse("after 14/03/2026 17:00").surely_before(late)


@given(st.datetimes(datetime(1990, 1, 1), datetime(2060, 1, 1)))
def test_every_time_survives_being_stored_and_read_again(naive: datetime) -> None:
    text = f"{naive:%Y-%m-%d %H:%M}"
    try:
        when = When.parse(text)
    except ValueError:
        assert naive.replace(tzinfo=LONDON).astimezone(UTC).astimezone(LONDON).hour != naive.hour
        return

    assert When.model_validate_json(when.model_dump_json()) == when
    assert f"{when.start.astimezone(LONDON):%Y-%m-%d %H:%M}" == text


def test_a_day_and_a_moment_are_written_as_clocks_in_england_show_them() -> None:
    late = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)

    assert written_moment(late) == "1 Jul 2026, 00:30"
    assert written_day(late) == "1 Jul 2026"
    assert written_day(date(2026, 3, 4)) == "4 Mar 2026"
