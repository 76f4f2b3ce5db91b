from tests.figures.drawn import row_of
from tests.figures.samples import case_of
from workbench.domain.methods import Ownership
from workbench.figures.exhibit import exhibit_text
from workbench.figures.interfaces import ownership_exhibit

PAGE = Ownership(
    id="OW1",
    what="New packs",
    organisation="Pharmacy",
    role="Dispensing team",
    holds="agreed since",
    stands_in="Duty pharmacist",
    escalation_route="The house manager rings.",
    escalate_after="one working day",
)
BARE = Ownership(id="OW2", what="Stepping up")


def test_who_and_what_if_slow_stand_in_one_row() -> None:
    exhibit = ownership_exhibit(case_of(PAGE, BARE))

    assert row_of(exhibit.table, "OW1; Agreed since") == (
        "OW1; Agreed since | New packs | Dispensing team; Pharmacy; Stands in: Duty pharmacist | "
        "The house manager rings.; After one working day"
    )
    assert row_of(exhibit.table, "OW2; At the time") == (
        "OW2; At the time | Stepping up | Nobody named | No way on named"
    )


def test_how_it_was_comes_before_what_was_agreed() -> None:
    exhibit = ownership_exhibit(case_of(PAGE, BARE))

    assert exhibit.paragraphs == (
        "1 as it was at the time, 1 as agreed since. 1 entry without a way on.",
    )
    assert exhibit_text(exhibit).index("OW2") < exhibit_text(exhibit).index("OW1")


def test_nothing_entered_is_one_quiet_line() -> None:
    exhibit = ownership_exhibit(case_of())

    assert exhibit_text(exhibit) == "No “who owns what” has been entered yet."
