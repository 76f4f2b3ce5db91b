from __future__ import annotations

from datetime import date

from tests.fakes.threads import thread
from tests.figures.drawn import labels, words
from tests.figures.samples import case_of, large_case, small_case
from workbench.domain.change import Action, Measure, Verification
from workbench.domain.inquiry import Evidence
from workbench.domain.reasoning import Cause, Finding
from workbench.domain.values import Entity
from workbench.figures.exhibit import Cell, Exhibit, Table, Tone
from workbench.figures.thread_table import thread_exhibit

WHOLE: tuple[Entity, ...] = (
    Evidence(id="E1", title="Chart", type="care record"),
    Cause(id="C1", type="condition", statement="Far apart", evidence=("E1",)),
    Finding(id="FI1", statement="Keep together", causes=("C1",)),
    Action(id="A1", statement="Buy a trolley", findings=("FI1",)),
    Measure(id="M1", action="A1", statement="Share signed"),
    Verification(
        id="V1", measure="M1", on="2026-08-01", outcome="met", result="97 %", by="quality lead"
    ),
)
BROKEN: tuple[Entity, ...] = (
    Finding(id="FI2", statement="Nobody rang", evidence=("E1",)),
    Evidence(id="E2", title="Rota", type="rota"),
)


def shown(*entities: Entity) -> Exhibit:
    return thread_exhibit(thread(case_of(*entities)))


def traceability(exhibit: Exhibit) -> Table:
    table = exhibit.figures[0].alternative
    assert table is not None
    return table


def test_a_whole_thread_has_no_breaks_and_a_row_from_evidence_to_check() -> None:
    exhibit = shown(*WHOLE)
    (row,) = traceability(exhibit).rows

    assert exhibit.items == ()
    assert "Nothing is broken." in exhibit.figures[0].description
    assert row == (
        Cell(text="E1", anchor="row-1"),
        "C1",
        "FI1: Keep together",
        "A1: Buy a trolley",
        "M1: Share signed\nV1: 97 %",
        "",
    )
    assert exhibit.table is None


def test_a_long_statement_is_begun_here_and_stands_in_full_in_its_own_step() -> None:
    long = Finding(id="FI2", statement="a word " * 40, causes=("C1",))
    rows = traceability(shown(*WHOLE, long)).rows

    (said,) = [cell for row in rows for cell in row if str(cell).startswith("FI2: ")]
    assert isinstance(said, str)
    assert said.endswith(" …")
    assert len(said) < 100


def test_breaks_come_first_in_words_and_rows_with_breaks_come_first() -> None:
    exhibit = shown(*WHOLE, *BROKEN)
    rows = traceability(exhibit).rows

    assert [item.text for item in exhibit.items if isinstance(item, Cell)] == [
        "E2 is evidence that nothing refers to.",
        "FI2 is a finding that nobody acts on.",
    ]
    assert [row[2] for row in rows] == ["FI2: Nobody rang", "FI1: Keep together"]
    assert rows[0][3] == Cell(text="No action", tone=Tone.QUIET)


def test_what_nothing_goes_back_to_is_listed_by_kind() -> None:
    exhibit = shown(*WHOLE, *BROKEN)

    assert exhibit.table is not None
    assert exhibit.table.rows == ((Cell(text="Evidence", anchor="rest-evidence"), "E2"),)


def test_an_entry_says_what_it_leads_to_and_how_it_is_broken() -> None:
    said = labels(shown(*WHOLE, *BROKEN))

    assert "A1, action: Buy a trolley. Leads to M1, V1." in said
    assert "FI2, finding: Nobody rang. FI2 is a finding that nobody acts on." in said


def test_coverage_is_said_with_a_mark_and_in_numbers() -> None:
    facts = {fact.label: fact.value for fact in shown(*WHOLE, *BROKEN).facts}

    assert facts["Measures checked"] == Cell(text="1 of 1", tone=Tone.DONE)
    assert facts["Questions answered"] == Cell(text="none to cover", tone=Tone.QUIET)
    assert facts["Findings acted on, or with the reason why not"] == Cell(
        text="1 of 2", tone=Tone.OPEN
    )


def test_a_step_that_shorter_steps_say_already_is_not_drawn_again() -> None:
    direct = Finding(id="FI1", statement="Keep together", causes=("C1",), evidence=("E1",))
    around = shown(*WHOLE[:2], direct, *WHOLE[3:])

    lines = around.figures[0].drawings[0].svg.count("<path")

    assert lines == 5


def test_long_columns_are_shortened_and_say_by_how_much() -> None:
    exhibit = thread_exhibit(thread(large_case()))
    (drawing,) = exhibit.figures[0].drawings

    assert drawing.height < 700
    assert "+48" in words(exhibit)
    assert "42 more of this kind, in the tables; " in drawing.svg


def test_what_an_action_goes_back_to_is_never_left_out() -> None:
    case = large_case()
    rows = thread(case).rows
    named = {cause for row in rows for cause in row.causes}

    drawn = {label.split(",")[0] for label in labels(thread_exhibit(thread(case)))}

    assert named
    assert named <= drawn


def test_the_sample_names_each_of_its_breaks() -> None:
    found = thread(small_case())
    said = "\n".join(item.text for item in thread_exhibit(found).items if isinstance(item, Cell))

    assert len(found.breaks) > 5
    assert [one.subject for one in found.breaks if one.subject not in said] == []


def test_breaks_of_one_kind_are_one_sentence() -> None:
    more = (Measure(id=f"M{n}", action="A1", statement="Share signed") for n in (2, 3, 4))

    assert [item.text for item in shown(*WHOLE, *more).items if isinstance(item, Cell)] == [
        "M2, M3 and M4: each is a measure that was not checked."
    ]


def test_a_measure_that_is_not_due_is_told_apart_from_a_break() -> None:
    plan = {
        "method": "re-audit",
        "detail": "Forty charts",
        "responsible": "quality lead",
        "review_on": "2026-12-01",
    }
    later = Measure(id="M2", action="A1", statement="Share signed", plan=plan)
    exhibit = thread_exhibit(thread(case_of(*WHOLE, later), date(2026, 9, 1)))
    said = "M2 is to be checked by 01/12/2026."

    assert [(one.text, one.tone) for one in exhibit.items if isinstance(one, Cell)] == [
        (said, Tone.OPEN)
    ]
    assert "Nothing is broken. 1 measure not due yet." in exhibit.figures[0].description
    assert said in str(traceability(exhibit).rows)


def test_evidence_for_an_action_or_a_check_goes_back_to_it() -> None:
    later = (
        Evidence(id="E3", title="Delivery note", type="audit"),
        Evidence(id="E4", title="Count of signatures", type="audit"),
        Action(id="A1", statement="Buy a trolley", findings=("FI1",), evidence=("E3",)),
        Verification(
            id="V1",
            measure="M1",
            on="2026-08-01",
            outcome="met",
            result="97 %",
            by="quality lead",
            evidence=("E4",),
        ),
    )
    kept = (one for one in WHOLE if one.id not in ("A1", "V1"))

    assert shown(*kept, *later).table is None


def test_a_finding_that_is_not_acted_on_says_why_instead() -> None:
    why = "The house closes in April."
    held = Finding(id="FI2", statement="No lift", causes=("C1",), not_acted_on_because=why)
    rows = traceability(shown(*WHOLE, held)).rows

    (row,) = (row for row in rows if row[2] == "FI2: No lift")
    assert row[3] == f"Not acted on: {why}"
    assert row[4] == Cell(text="None needed", tone=Tone.QUIET)
