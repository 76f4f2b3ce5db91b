import pytest

from workbench.register.dates import date_alone, standard_dates, standard_times, without_midnight
from workbench.register.mapping import Dates

BRITISH = Dates()
AMERICAN = Dates(order="month-day-year")
WORDED = Dates(formats=("%d %b %Y", "%d %B %Y %H:%M", "%d/%m/%y", "%d-%b-%Y %I:%M %p"))


@pytest.mark.parametrize(
    ("text", "dates", "standard"),
    [
        ("14/03/2026 18:30", BRITISH, "14/03/2026 18:30"),
        ("  14/03/2026\n18:30 ", BRITISH, "14/03/2026 18:30"),
        ("14-03-2026 18:30", BRITISH, "2026-03-14 18:30"),
        ("4-3-2026", BRITISH, "2026-03-04"),
        ("2026-03-14T18:30:00Z", BRITISH, "2026-03-14T18:30:00Z"),
        ("03/14/2026 18:30", AMERICAN, "2026-03-14 18:30"),
        ("3-4-2026", AMERICAN, "2026-03-04"),
        ("2026-03-14", AMERICAN, "2026-03-14"),
        ("14/03/2026 6:30 PM", BRITISH, "14/03/2026 18:30"),
        ("14/03/2026 12:05 a.m.", BRITISH, "14/03/2026 00:05"),
        ("about 14/03/2026 6.30pm", BRITISH, "about 14/03/2026 18:30"),
        ("46095", BRITISH, "2026-03-14"),
        ("46095.7708333333", BRITISH, "2026-03-14 18:30"),
        ("46095.99999999", BRITISH, "2026-03-15 00:00"),
        ("12345", BRITISH, "12345"),
        ("99999", BRITISH, "99999"),
        ("14 Mar 2026", WORDED, "2026-03-14"),
        ("14 March 2026 18:30", WORDED, "2026-03-14 18:30"),
        ("14/03/26", WORDED, "2026-03-14"),
        ("4/2/26", BRITISH, "4/2/2026"),
        ("4.2.26 18:30", BRITISH, "4.2.2026 18:30"),
        ("4-2-26", BRITISH, "2026-02-04"),
        ("4/2/26 6:30 pm", BRITISH, "4/2/2026 18:30"),
        ("about 4/2/26 18.30", BRITISH, "about 4/2/2026 18.30"),
        ("4/2/26", AMERICAN, "2026-04-02"),
        ("26/02/04", Dates(formats=("%y/%m/%d",)), "2026-02-04"),
        ("4/2/68", BRITISH, "4/2/2068"),
        ("4/2/69", BRITISH, "4/2/1969"),
        ("4/2/26/1", BRITISH, "4/2/26/1"),
        ("4/2-26", BRITISH, "4/2-26"),
        ("14/03/2026", WORDED, "14/03/2026"),
        ("14 Mar 2026", BRITISH, "14 Mar 2026"),
        ("", BRITISH, ""),
    ],
)
def test_dates_of_other_systems_are_rewritten(text: str, dates: Dates, standard: str) -> None:
    assert standard_dates([text, "2026-01-01", text], dates) == [standard, "2026-01-01", standard]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("18:30", "18:30"),
        ("18.30", "18:30"),
        ("1830", "18:30"),
        ("930", "09:30"),
        ("18:30:15", "18:30:15"),
        ("18:30:00.000", "18:30"),
        ("6:30 pm", "18:30"),
        ("6.30PM", "18:30"),
        ("12 a.m.", "00:00"),
        ("12 pm", "12:00"),
        ("1830 hrs", "18:30"),
        ("18:30h", "18:30"),
        ("0.770833", "18:30"),
        ("0", "00:00"),
        ("0.99999", "00:00"),
        ("1899-12-31 18:30:00", "18:30"),
        ("", ""),
        ("   ", ""),
        ("25:00", None),
        ("18:60", None),
        ("13 pm", None),
        ("18", None),
        ("evening", None),
    ],
)
def test_times_are_read_in_the_ways_people_write_them(text: str, time: str | None) -> None:
    assert standard_times([text]) == [time]


def test_a_date_is_taken_from_a_date_with_a_time() -> None:
    assert date_alone("14/03/2026 18:30") == "14/03/2026"
    assert date_alone("2026-03-14T18:30:00Z") == "2026-03-14"
    assert date_alone("14/03/2026") == "14/03/2026"
    assert date_alone("about 14/03/2026 18:30") == "about 14/03/2026 18:30"


def test_only_a_midnight_is_taken_off() -> None:
    assert without_midnight("14/03/2026 00:00:00") == "14/03/2026"
    assert without_midnight("2026-03-14T00:00:00.000Z") == "2026-03-14"
    assert without_midnight("14/03/2026 00:01") == "14/03/2026 00:01"
