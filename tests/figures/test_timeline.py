from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from tests.figures.drawn import labels, row_of, words
from tests.figures.samples import case_of, large_case, small_case
from workbench.analysis.timeline import build_timeline
from workbench.domain.case import Case
from workbench.domain.story import Event, ExplainedGap
from workbench.domain.values import Entity
from workbench.domain.when import When
from workbench.figures._timeline_rows import Accounts, Day, Silence, Single, arrange, long_bars
from workbench.figures.exhibit import Exhibit
from workbench.figures.timeline import timeline_exhibit


def event(number: int, stated: str, **fields: Any) -> Event:
    recorded = fields.pop("recorded_at", None)
    defaults: dict[str, Any] = {"what": f"Thing {number}", "evidence": ("E1",)}
    when = When.parse(stated, recorded)
    return Event(id=f"T{number}", when=when, **(defaults | fields))


def shown(*entities: Entity) -> Exhibit:
    case = case_of(*entities)
    return timeline_exhibit(build_timeline(case), case)


def rows(case: Case) -> list[str]:
    return [type(row).__name__ for row in arrange(build_timeline(case))]


def test_events_stand_in_order_under_their_days() -> None:
    exhibit = shown(
        event(1, "2026-03-15 09:00"), event(2, "2026-03-14 23:30"), event(3, "2026-03-14 22:00")
    )

    said = words(exhibit)

    assert [label.split(",")[0] for label in labels(exhibit)] == ["T3", "T2", "T1"]
    assert said.index("Saturday 14 March 2026") < said.index("22:00") < said.index("23:30")
    assert said.index("23:30") < said.index("Sunday 15 March 2026") < said.index("09:00")


def test_a_day_begins_at_midnight_in_england() -> None:
    exhibit = shown(event(1, "2026-07-01 00:30"))

    assert "Wednesday 1 July 2026" in words(exhibit)


def test_an_open_time_is_said_to_be_before_or_after() -> None:
    exhibit = shown(event(1, "before 2026-03-14 18:00"), event(2, "after 2026-03-14 19:00"))

    assert "before 18:00" in words(exhibit)
    assert "after 19:00" in words(exhibit)
    assert "before or after" in words(exhibit)


def test_the_legend_explains_only_marks_that_are_used() -> None:
    said = words(shown(event(1, "2026-03-14 18:00")))

    assert "at a moment" in said
    assert "at some time within" not in said
    assert "accounts differ" not in said


def test_a_silence_says_whether_it_is_explained() -> None:
    first, last = event(1, "2026-03-14 08:00"), event(2, "2026-03-15 08:00")
    gap = ExplainedGap(id="G1", after="T1", before="T2", explanation="Everybody slept.")

    unexplained, explained = shown(first, last), shown(first, last, gap)

    assert "Nothing is recorded for 1 day. Not explained." in words(unexplained)
    assert "Explained: Everybody slept." in words(explained)
    assert "Not explained" not in words(explained)
    assert "1 long silence: not explained yet." in unexplained.figures[0].description
    assert "1 long silence: explained." in explained.figures[0].description
    assert "Everybody slept." in row_of(explained.table, "Between T1 and T2")


def test_accounts_that_differ_stand_together_and_name_each_other() -> None:
    pair = (
        event(1, "2026-03-14 08:00", conflicts_with=("T3",)),
        event(2, "2026-03-14 08:10"),
        event(3, "2026-03-14 08:20"),
    )
    case = case_of(*pair)
    exhibit = shown(*pair)

    assert rows(case) == ["Day", "Accounts", "Single"]
    assert "Which one the investigation follows is not settled yet." in words(exhibit)
    assert "Differs from T3; not settled." in row_of(exhibit.table, "14 Mar 2026, 08:00")
    assert "Differs from T1; not settled." in row_of(exhibit.table, "14 Mar 2026, 08:20")


@pytest.mark.parametrize(
    ("settled", "words"),
    [
        ((True,), "1 point: settled."),
        ((False,), "1 point: not settled yet."),
        ((True, True), "2 points: all settled."),
        ((False, False), "2 points: none settled yet."),
        ((True, False), "2 points: 1 not settled yet."),
    ],
)
def test_the_caption_says_in_plain_words_how_many_are_settled(
    settled: tuple[bool, ...], words: str
) -> None:
    told: list[Event] = []
    for number, done in enumerate(settled):
        first = 2 * number + 1
        how = {"settled": "The log shows it."} if done else {}
        other = (f"T{first + 1}",)
        told += [
            event(first, f"2026-03-14 0{first}:00", conflicts_with=other, **how),
            event(first + 1, f"2026-03-14 0{first}:30"),
        ]

    assert f"Accounts differ at {words}" in shown(*told).figures[0].description


@pytest.mark.parametrize("told", ["about 14/03/2026", "Around 2026-03-14", "circa 14/03/2026"])
def test_a_day_that_was_told_as_about_stays_so(told: str) -> None:
    exhibit = shown(event(1, told))

    assert row_of(exhibit.table, "about 14 Mar 2026")
    assert any("T1, about 14 Mar 2026: " in one for one in labels(exhibit))
    assert "about this day" in " ".join(words(exhibit).split())
    assert "some time this day" in words(shown(event(1, "14/03/2026")))


def test_a_settled_conflict_says_how() -> None:
    exhibit = shown(
        event(1, "2026-03-14 08:00", conflicts_with=("T2",), settled="The log shows 08:00."),
        event(2, "2026-03-14 08:20"),
    )

    assert "Settled: The log shows 08:00." in words(exhibit)
    assert "not settled yet" not in words(exhibit)


def test_three_accounts_that_hang_together_are_one_row() -> None:
    case = case_of(
        event(1, "2026-03-14 08:00", conflicts_with=("T2",)),
        event(2, "2026-03-14 08:10", conflicts_with=("T3",)),
        event(3, "2026-03-14 08:20"),
    )

    (accounts,) = [row for row in arrange(build_timeline(case)) if isinstance(row, Accounts)]

    assert [one.id for one in accounts.events] == ["T1", "T2", "T3"]
    assert len(labels(timeline_exhibit(build_timeline(case), case))) == 3


def test_what_was_written_down_late_says_how_late() -> None:
    exhibit = shown(
        event(1, "2026-03-14 08:00", recorded_at=datetime(2026, 3, 16, 9, 0, tzinfo=UTC))
    )

    assert "Written down 2 days 1 hour later" in words(exhibit)
    assert "Written down 2 days 1 hour later." in labels(exhibit)[0]


def test_an_event_without_a_source_is_marked_in_words() -> None:
    exhibit = shown(event(1, "2026-03-14 08:00", evidence=()))

    assert "No source given" in words(exhibit)
    assert "No source given" in row_of(exhibit.table, "14 Mar 2026, 08:00")


def test_an_interval_that_others_fall_into_gets_a_bar_beside_them() -> None:
    case = case_of(
        event(1, "between 2026-03-14 08:00 and 2026-03-14 10:00"),
        event(2, "2026-03-14 09:00"),
        event(3, "2026-03-14 11:00"),
    )

    (span,) = long_bars(arrange(build_timeline(case)))

    assert (span.event.id, span.first, span.last, span.lane) == ("T1", 1, 2, 0)


def test_intervals_that_overlap_lie_in_lanes_of_their_own() -> None:
    case = case_of(
        *(event(n, f"between 2026-03-14 08:0{n} and 2026-03-14 12:00") for n in range(1, 6))
    )

    spans = long_bars(arrange(build_timeline(case)))

    assert [span.lane for span in spans] == [0, 1, 2]


def test_a_long_timeline_is_drawn_on_pages_that_repeat_their_day() -> None:
    case = large_case()
    exhibit = timeline_exhibit(build_timeline(case), case)
    drawings = exhibit.figures[0].drawings

    assert len(drawings) > 5
    assert max(drawing.height for drawing in drawings) <= 850
    assert ", continued" in words(exhibit)
    assert len(labels(exhibit)) == 66
    assert drawings[0].label == f"Timeline, part 1 of {len(drawings)} (drawing)"


def test_the_head_of_a_day_never_ends_a_drawing() -> None:
    case = large_case(events=200)
    exhibit = timeline_exhibit(build_timeline(case), case)

    for drawing in exhibit.figures[0].drawings:
        last = drawing.svg[drawing.svg.rindex("<text") :]

        assert "March 2026<" not in last


def test_the_rows_of_the_sample_are_those_a_reader_expects() -> None:
    kinds = [type(row) for row in arrange(build_timeline(small_case()))]

    assert kinds.count(Day) == 5
    assert kinds.count(Accounts) == 2
    assert kinds.count(Single) == 10
    assert kinds.count(Silence) == 4
