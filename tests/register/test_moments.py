from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.when import Precision, When
from workbench.register.moments import Instants, parse_moments

FORMS = (
    "%Y-%m-%d",
    "%Y-%m-%d %H:%M",
    "%Y-%m-%dT%H:%M:%S",
    "%d/%m/%Y",
    "%d.%m.%Y %H.%M",
    "%d/%m/%Y, %H:%M",
    "about %d/%m/%Y %H:%M",
    "before %Y-%m-%d",
    "%d/%m/%Y at %H:%M",
)

# both nights on which the clocks change, minute by minute, and a span of years
moments = st.one_of(
    st.datetimes(datetime(1900, 1, 1), datetime(2101, 12, 31)),
    st.integers(0, 1440 * 2).map(lambda m: datetime(2026, 3, 28, 12) + timedelta(minutes=m)),
    st.integers(0, 1440 * 2).map(lambda m: datetime(2026, 10, 24, 12) + timedelta(minutes=m)),
)


def by_domain(text: str) -> Instants | None:
    try:
        when = When.parse(text)
    except (ValueError, OverflowError):
        return None
    dumped = when.model_dump(mode="json")
    return Instants(dumped["earliest"], dumped["latest"], when.precision, text, text[:1].isdigit())


@given(st.lists(st.tuples(moments, st.sampled_from(FORMS)), max_size=20))
def test_a_column_is_read_as_the_domain_reads_each_cell(
    cells: list[tuple[datetime, str]],
) -> None:
    texts = [moment.strftime(form) for moment, form in cells]

    found = [each if isinstance(each, Instants) else None for each in parse_moments(texts)]

    assert found == [by_domain(text) for text in texts]


@given(
    st.lists(
        st.from_regex(
            r"[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}( [0-9]{1,2}:[0-9]{2})?", fullmatch=True
        ),
        max_size=20,
    )
)
def test_what_only_looks_like_a_date_is_refused_as_the_domain_refuses_it(texts: list[str]) -> None:
    found = [each if isinstance(each, Instants) else None for each in parse_moments(texts)]

    assert found == [by_domain(text) for text in texts]


def test_an_hour_that_came_twice_is_the_interval_of_both() -> None:
    assert parse_moments(["25/10/2026 01:30"]) == [
        Instants(
            "2026-10-25T00:30:00Z",
            "2026-10-25T01:30:00Z",
            Precision.MINUTE,
            "25/10/2026 01:30",
            True,
        )
    ]


def test_a_day_lasts_as_long_as_the_clocks_make_it() -> None:
    (spring, autumn) = parse_moments(["29/03/2026", "25/10/2026"])

    assert isinstance(spring, Instants)
    assert isinstance(autumn, Instants)
    assert (spring.earliest, spring.latest) == ("2026-03-29T00:00:00Z", "2026-03-29T22:59:00Z")
    assert (autumn.earliest, autumn.latest) == ("2026-10-24T23:00:00Z", "2026-10-25T23:59:00Z")


@pytest.mark.parametrize(
    "text",
    [
        "hello there",
        "31/02/2026",
        "2026-13-45",
        "2026-03-14 25:99",
        "31/12/9999",
        "٢٠٢٦-٠٣-١٤",
        "29/03/2026 01:30",
        "between 14/03/2026 and 13/03/2026",
        "15/03/2026 " * 90,
    ],
)
def test_what_cannot_be_read_is_explained_without_quoting_it(text: str) -> None:
    (problem,) = parse_moments([text.strip()])

    assert isinstance(problem, str)
    assert not any(part in problem for part in text.split() if part != "18:30")


def test_nothing_gives_nothing() -> None:
    assert parse_moments([]) == []
