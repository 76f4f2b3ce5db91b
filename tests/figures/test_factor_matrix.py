from __future__ import annotations

from tests.figures.drawn import labels, row_of, words
from tests.figures.samples import case_of
from workbench.domain.frameworks import factor_framework
from workbench.domain.reasoning import Factor, LensConsideration
from workbench.figures.factor_matrix import factor_matrix_exhibit

NPSA = factor_framework("npsa")
FACTOR = Factor(id="F1", statement="The rota was late", lens="workforce", group="task")
HELPED = Factor(
    id="F2", statement="P3 counted", lens="workforce", group="staff", effect="mitigated"
)


def test_every_lens_has_a_column_and_only_groups_with_factors_a_row() -> None:
    said = words(factor_matrix_exhibit(case_of(FACTOR), NPSA))

    assert all(lens in said for lens in ("Workforce", "Environment", "Communication"))
    assert "Task" in said
    assert "Education" not in said
    assert "No lens given" not in said


def test_an_entry_says_its_place_and_its_effect() -> None:
    exhibit = factor_matrix_exhibit(case_of(FACTOR, HELPED), NPSA)

    assert labels(exhibit) == [
        "F2, Staff, workforce lens. Helped: P3 counted.",
        "F1, Task, workforce lens. Contributed: The rota was late.",
    ]
    assert "1 factor contributed and 1 helped" in exhibit.figures[0].description


def test_factors_without_lens_or_group_have_their_places() -> None:
    bare = Factor(id="F3", statement="Something")
    exhibit = factor_matrix_exhibit(case_of(bare), NPSA)

    assert labels(exhibit) == ["F3, Not grouped, no lens. Contributed: Something."]
    assert "No lens given" in row_of(exhibit.table, "F3")


def test_a_lens_that_showed_nothing_says_why_or_that_nobody_said() -> None:
    looked = LensConsideration(id="LC1", lens="environment", because="Nothing of note")
    exhibit = factor_matrix_exhibit(case_of(FACTOR, looked), NPSA)

    assert "Considered: Nothing of note" in words(exhibit)
    assert words(exhibit).count("No factor, and not said why") == 1
    assert "Nothing found: Nothing of note" in row_of(exhibit.table, "LC1")
