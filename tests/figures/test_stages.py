from __future__ import annotations

from datetime import UTC, datetime

from tests.figures.drawn import labels, row_of, words
from tests.figures.samples import case_of
from workbench.checks.examples import INCIDENT
from workbench.domain.inquiry import CaseIncident
from workbench.domain.stages import StageMove
from workbench.figures.exhibit import Tone
from workbench.figures.stages import stages_exhibit

REPORTED = CaseIncident(id="I1", incident=dict(INCIDENT), digest="0" * 64)


def move(number: int, came_from: str, to: str, day: int, hour: int = 9) -> StageMove:
    return StageMove(
        id=f"ST{number}",
        came_from=came_from,
        to=to,
        role="manager",
        name="Dana Example",
        at=datetime(2026, 4, day, hour, tzinfo=UTC),
        because="Read and weighed.",
        content_seq=1,
    )


def test_every_stage_is_drawn_with_its_state_in_words() -> None:
    drawn = words(
        stages_exhibit(
            case_of(REPORTED, move(1, "reported", "triaged", 2), move(2, "triaged", "analysed", 9))
        )
    )

    assert "Reported 14 Mar 2026" in drawn
    assert "Triaged 2 Apr 2026" in drawn
    assert "Under review passed over" in drawn
    assert "Analysed here since 9 Apr 2026" in drawn
    assert "Closed not yet" in drawn


def test_a_case_that_went_back_says_so_in_figure_and_table() -> None:
    exhibit = stages_exhibit(
        case_of(move(1, "reported", "analysed", 2), move(2, "analysed", "triaged", 9))
    )

    assert "Analysed gone back from (2 Apr 2026)" in words(exhibit)
    assert "gone back once" in exhibit.figures[0].description
    assert exhibit.table is not None
    cell = exhibit.table.rows[1][1]
    assert not isinstance(cell, str)
    assert (cell.text, cell.tone) == ("Back to triaged", Tone.WARN)


def test_a_move_is_read_from_its_stage_with_who_and_why() -> None:
    exhibit = stages_exhibit(case_of(move(1, "reported", "triaged", 2)))

    assert labels(exhibit) == ["Triaged: here since 2 Apr 2026. Move ST1."]
    assert row_of(exhibit.table, "ST1") == (
        "ST1 | Triaged; from reported | 2 Apr 2026, 10:00 | Dana Example; manager | "
        "Read and weighed."
    )


def test_days_are_london_days() -> None:
    exhibit = stages_exhibit(case_of(move(1, "reported", "triaged", 2, 23)))

    assert "3 Apr 2026" in words(exhibit)
