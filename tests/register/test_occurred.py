from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.when import When
from workbench.register.mapping import Dates
from workbench.register.occurred import Reading, read_moments, read_span

DATES = Dates()


def one(day: str, clock: str | None = None) -> Reading:
    return read_moments([day], None if clock is None else [clock], DATES)[0]


def span(start: str, end: str) -> Reading:
    return read_span([one(start)], [one(end)])[0]


def bounds(reading: Reading) -> tuple[str | None, str | None]:
    assert reading.instants is not None, reading.problem
    return reading.instants.earliest, reading.instants.latest


def test_a_date_and_a_time_beside_it_are_one_moment() -> None:
    assert bounds(one("14/03/2026", "1830")) == ("2026-03-14T18:30:00Z", "2026-03-14T18:30:00Z")


def test_a_midnight_that_an_export_added_gives_way_to_the_time_beside_it() -> None:
    assert bounds(one("14/03/2026 00:00:00", "18:30"))[0] == "2026-03-14T18:30:00Z"


def test_a_midnight_without_a_time_beside_it_is_the_whole_day() -> None:
    assert bounds(one("14/03/2026 00:00:00", "")) == (
        "2026-03-14T00:00:00Z",
        "2026-03-14T23:59:00Z",
    )


def test_a_midnight_in_a_single_column_is_a_midnight() -> None:
    assert bounds(one("14/03/2026 00:00")) == ("2026-03-14T00:00:00Z", "2026-03-14T00:00:00Z")


def test_a_time_that_is_none_leaves_the_day_with_a_note() -> None:
    for reading in (one("14/03/2026", "in the evening"), one("14/03/2026 25:00")):
        assert bounds(reading) == ("2026-03-14T00:00:00Z", "2026-03-14T23:59:00Z")
        assert reading.note == "the time cannot be read, so the whole day was taken"


def test_a_time_that_the_clocks_skipped_leaves_the_day_with_a_note() -> None:
    reading = one("29/03/2026", "01:30")

    assert bounds(reading) == ("2026-03-29T00:00:00Z", "2026-03-29T22:59:00Z")
    assert "the clocks went forward" in (reading.note or "")


def test_a_time_without_a_date_is_a_problem_and_nothing_is_nothing() -> None:
    assert one("", "18:30").problem == "there is a time without a date"
    assert one("", "") == one("") == Reading()


def test_two_ends_make_an_interval() -> None:
    reading = span("14/03/2026 18:00", "14/03/2026 20:00")

    assert bounds(reading) == ("2026-03-14T18:00:00Z", "2026-03-14T20:00:00Z")
    assert reading.instants is not None
    assert reading.instants.stated == "between 14/03/2026 18:00 and 14/03/2026 20:00"


def test_two_equal_ends_are_one_moment() -> None:
    assert span("14/03/2026 18:00", "14/03/2026 18:00") == one("14/03/2026 18:00")


def test_an_end_alone_is_before_it() -> None:
    assert bounds(span("", "14/03/2026 18:00")) == (None, "2026-03-14T18:00:00Z")


def test_ends_in_the_wrong_order_are_a_problem() -> None:
    reading = span("15/03/2026", "14/03/2026")

    assert reading.problem == "the end comes before the beginning"
    assert "swapped" in reading.remedy
    assert reading.at_end


def test_an_end_that_cannot_be_read_is_a_problem() -> None:
    assert (span("14/03/2026", "soon after").problem or "").startswith("the end is not a time")


def test_words_are_for_one_column_only() -> None:
    assert span("about 14/03/2026 18:00", "14/03/2026 20:00").problem
    assert span("", "about 14/03/2026 18:00").problem
    assert span("about 14/03/2026 18:00", "").instants is not None


moments = st.datetimes(datetime(2000, 1, 1), datetime(2030, 1, 1))
forms = st.sampled_from(("%d/%m/%Y", "%d/%m/%Y %H:%M"))


@given(moments, forms, moments, forms)
def test_an_interval_is_what_the_domain_reads(
    first: datetime, first_form: str, last: datetime, last_form: str
) -> None:
    low, high = sorted((first, last))
    texts = low.strftime(first_form), high.strftime(last_form)

    reading = span(*texts)

    if reading.note is None and texts[0] != texts[1] and reading.instants is not None:
        when = When.parse(f"between {texts[0]} and {texts[1]}").model_dump(mode="json")
        assert bounds(reading) == (when["earliest"], when["latest"])
        assert reading.instants.precision == when["precision"]
        assert reading.instants.stated == when["stated"]
