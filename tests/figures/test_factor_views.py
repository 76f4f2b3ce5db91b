from tests.figures.drawn import row_of
from tests.figures.samples import case_of
from workbench.domain.frameworks import factor_framework
from workbench.domain.methods import Barrier
from workbench.domain.reasoning import Factor, Finding
from workbench.domain.story import Event
from workbench.domain.when import When
from workbench.figures.exhibit import exhibit_text
from workbench.figures.factor_views import (
    crosswalk_exhibit,
    interactions_exhibit,
    went_well_exhibit,
)

NPSA = factor_framework("npsa")
WHEN = When.parse("14/03/2026 18:00")


def test_what_went_well_is_gathered_from_four_places() -> None:
    exhibit = went_well_exhibit(
        case_of(
            Event(id="T1", when=WHEN, what="P4 sat down.", went_well=True, evidence=("E1",)),
            Event(id="T2", when=WHEN, what="The bus left."),
            Factor(id="F1", statement="The pack has a window.", effect="mitigated"),
            Factor(id="F2", statement="The rota was late."),
            Barrier(id="BR1", hazard="h", target="P1", what="A count", state="held", why="Daily."),
            Barrier(id="BR2", hazard="h", target="P1", what="A list", state="absent"),
            Finding(id="FI1", statement="Keep the window.", type="good practice"),
            Finding(id="FI2", statement="The list ends."),
        )
    )

    assert exhibit.table is not None
    assert [row[0] for row in exhibit.table.rows] == ["T1", "F1", "BR1", "FI1"]
    assert row_of(exhibit.table, "T1") == "T1 | 14 Mar 2026, 18:00: P4 sat down. | Went well | E1"
    assert "A count. Daily." in row_of(exhibit.table, "BR1")


def test_interactions_are_told_in_the_words_they_were_given() -> None:
    exhibit = interactions_exhibit(
        case_of(
            Factor(id="F1", statement="x"),
            Factor(id="F2", statement="y", works_with=("F1", "F3"), interaction="In a hurry."),
            Factor(id="F3", statement="z", interaction="With noise."),
        )
    )

    assert exhibit_text(exhibit).splitlines()[1:] == [
        "- F2 with F1 and F3: In a hurry.",
        "- F3: With noise.",
    ]


def test_a_group_is_shown_with_its_factors_and_its_counterparts() -> None:
    case = case_of(
        Factor(id="F1", statement="x", group="task"),
        Factor(id="F2", statement="y", group="task"),
        Factor(id="F3", statement="z", group="education"),
        Factor(id="F4", statement="z", group="of our own"),
    )
    exhibit = crosswalk_exhibit(case, NPSA, ("npsa", "seips", "london"))

    assert exhibit.table is not None
    assert exhibit.table.columns == (
        "NPSA contributory factors",
        "Factors",
        "SEIPS work system",
        "London Protocol levels",
    )
    assert row_of(exhibit.table, "Task") == "Task | F1 and F2 | Tasks | Task"
    assert len(exhibit.table.rows) == 2


def test_more_counterparts_than_fit_are_not_all_named() -> None:
    case = case_of(Factor(id="F1", statement="x", group="organisation"))

    row = row_of(crosswalk_exhibit(case, NPSA, ("yorkshire",)).table, "Organisation and strategy")
    assert row.endswith("or others")


def test_where_nothing_was_entered_one_quiet_line_says_so() -> None:
    for exhibit in (
        went_well_exhibit(case_of()),
        interactions_exhibit(case_of()),
        crosswalk_exhibit(case_of(), NPSA),
    ):
        assert len(exhibit_text(exhibit).splitlines()) == 1
