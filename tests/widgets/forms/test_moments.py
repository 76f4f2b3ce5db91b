from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from build_moments import FIXTURE, fixture

from workbench.domain.when import When
from workbench.widgets.forms.moments import (
    day_from_form,
    in_london,
    moment_from_form,
    when_from_form,
)

HELD: dict[str, Any] = json.loads(FIXTURE.read_text(encoding="utf-8"))


def test_the_fixture_is_what_its_script_writes() -> None:
    assert Path(FIXTURE).read_text(encoding="utf-8") == fixture()


@pytest.mark.parametrize("case", HELD["from_local"], ids=lambda case: case["local"])
def test_a_local_time_is_the_moment_that_clocks_showed_it(case: dict[str, Any]) -> None:
    match case["moments"]:
        case []:
            with pytest.raises(ValueError, match="does not exist"):
                moment_from_form(case["local"])
        case [moment]:
            assert moment_from_form(case["local"]) == moment
        case _:
            with pytest.raises(ValueError, match="came twice"):
                moment_from_form(case["local"])


@pytest.mark.parametrize("case", HELD["from_local"], ids=lambda case: case["local"])
def test_with_its_offset_each_of_two_times_alike_is_taken(case: dict[str, Any]) -> None:
    assert [moment_from_form(moment) for moment in case["moments"]] == case["moments"]


@pytest.mark.parametrize("case", HELD["to_local"], ids=lambda case: case["moment"])
def test_a_moment_is_shown_as_clocks_in_england_show_it(case: dict[str, Any]) -> None:
    shown = in_london(datetime.fromisoformat(case["moment"]))

    assert shown == case["zoned"]
    assert shown[:16] == case["local"]


def test_a_moment_may_be_written_the_british_way() -> None:
    assert moment_from_form("1/7/2026 18:30") == "2026-07-01T18:30:00+01:00"


def test_a_moment_that_is_not_changed_is_not_rounded() -> None:
    exact = "2026-07-01T18:30:12.345678+01:00"

    assert moment_from_form(exact) == exact


def test_a_day_is_not_a_moment() -> None:
    with pytest.raises(ValueError, match="no time of day"):
        moment_from_form("2026-07-01")


@pytest.mark.parametrize("text", ["2026-07-01", "1/7/2026", "01.07.2026"])
def test_a_day_is_read_as_it_is_written(text: str) -> None:
    assert day_from_form(text) == "2026-07-01"


@pytest.mark.parametrize("text", ["2026-07-01T18:30", "31/02/2026", "7", "next Tuesday"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is "):
        day_from_form(text)


def when(**held: Any) -> When:
    return When.model_validate(when_from_form(held))


def utc(day: int, hour: int, minute: int = 0, month: int = 7) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


def test_a_time_to_the_minute_is_one_moment() -> None:
    held = when(earliest="2026-07-01T18:30")

    assert (held.earliest, held.latest) == (utc(1, 17, 30), utc(1, 17, 30))


def test_a_time_known_about_has_half_an_hour_on_both_sides() -> None:
    held = when(precision="hour", earliest="2026-07-01T18:30")

    assert (held.earliest, held.latest) == (utc(1, 17), utc(1, 18))


def test_a_time_known_about_with_both_its_bounds_stays_as_it_is() -> None:
    held = when(precision="hour", earliest="2026-07-01T18:10", latest="2026-07-01T18:30")

    assert (held.earliest, held.latest) == (utc(1, 17, 10), utc(1, 17, 30))


def test_a_day_is_whole() -> None:
    held = when(precision="day", earliest="2026-07-01")

    assert held.written() == "1 Jul 2026"
    assert (held.earliest, held.latest) == (utc(30, 23, month=6), utc(1, 22, 59))


def test_before_and_after_keep_one_bound() -> None:
    before = when(precision="before", earliest="2026-07-01T08:00", latest="2026-07-01T18:30")
    after = when(precision="after", earliest="2026-07-01T18:30", latest="2026-07-01T20:00")

    assert (before.earliest, before.latest) == (None, utc(1, 17, 30))
    assert (after.earliest, after.latest) == (utc(1, 17, 30), None)


def test_after_a_day_is_after_its_last_minute() -> None:
    assert when(precision="after", earliest="2026-07-01").earliest == utc(1, 22, 59)


def test_an_hour_that_came_twice_is_covered_whole() -> None:
    held = when(earliest="2026-10-25T01:30")

    assert (held.earliest, held.latest) == (utc(25, 0, 30, month=10), utc(25, 1, 30, month=10))


@pytest.mark.parametrize(
    "text", ["14/03/2026", "14/03/2026 18:30", "about 14/03/2026 18:30", "before 14/03/2026 18:30",
             "after 14/03/2026 18:30", "25/10/2026 01:30",
             "between 28/03/2026 22:00 and 29/03/2026 06:00"],
)  # fmt: skip
def test_a_time_comes_back_from_the_page_as_it_went(text: str) -> None:
    held = When.parse(text, recorded_at=utc(2, 9, 15))

    assert When.model_validate(when_from_form(held.model_dump(mode="json"))) == held


def test_a_bound_that_cannot_be_read_is_named() -> None:
    with pytest.raises(ValueError, match=r"^latest: is not a time"):
        when_from_form({"earliest": "2026-07-01T18:30", "latest": "later"})


def test_a_precision_that_does_not_exist_is_named_and_not_repeated() -> None:
    with pytest.raises(ValueError, match=r"^precision: must be one of those listed$"):
        when_from_form({"precision": "roughly", "earliest": "2026-07-01T18:30"})


@pytest.mark.parametrize(("offset", "hour"), [("+01:00", 0), ("+00:00", 1)])
def test_which_of_two_readings_it_was_is_said_by_its_offset(offset: str, hour: int) -> None:
    moment = utc(25, hour, 30, month=10)

    assert datetime.fromisoformat(moment_from_form(f"2026-10-25 01:30{offset}")) == moment
    assert When.parse(f"25/10/2026 01:30{offset}").latest == moment
    assert When.parse(f"before 25/10/2026 01:30{offset}").latest == moment
