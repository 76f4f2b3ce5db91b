from typing import Any

import pytest

from tests.figures.drawn import labels, row_of, words
from tests.figures.samples import case_of
from workbench.analysis.escalation import Delay, measure_escalation
from workbench.domain.methods import EscalationStep
from workbench.domain.story import Event
from workbench.domain.when import When
from workbench.figures.escalation import delay_words, escalation_exhibit
from workbench.figures.exhibit import Exhibit

STEP: dict[str, Any] = {"warning": "Curtains closed", "step": "Ring the manager"}


def shown(*times: str, **fields: Any) -> Exhibit:
    events = (Event(id=f"T{n}", when=When.parse(when), what="x") for n, when in enumerate(times, 1))
    named = {"warning_event": "T1", **fields} if times else fields
    step = EscalationStep(id="ES1", **{**STEP, **named})
    return escalation_exhibit(measure_escalation(case_of(*events, step)))


def test_a_step_says_what_was_seen_what_came_and_how_long_it_took() -> None:
    exhibit = shown("14/03/2026 18:00", "15/03/2026 09:30", step_event="T2")

    assert labels(exhibit) == [
        "ES1. Curtains closed. No threshold was set. Step up: Ring the manager. "
        "From warning to step up: 15 hours 30 minutes."
    ]
    assert "15 hours 30 minutes" in words(exhibit)
    assert "None was set" in row_of(exhibit.table, "ES1")
    assert "14 Mar 2026, 18:00 (T1)" in row_of(exhibit.table, "ES1")


@pytest.mark.parametrize(
    ("second", "said"),
    [
        ("14/03/2026 18:45", "Within the 1 hour agreed"),
        ("14/03/2026 20:00", "Later than the 1 hour agreed"),
        ("between 14/03/2026 18:30 and 14/03/2026 20:00", "Agreed: within 1 hour"),
    ],
)
def test_what_was_agreed_stands_beside_it(second: str, said: str) -> None:
    exhibit = shown("14/03/2026 18:00", second, step_event="T2", within_hours=1)

    assert said in words(exhibit)
    assert said in row_of(exhibit.table, "ES1")


def test_a_step_that_never_came_says_so() -> None:
    exhibit = shown("14/03/2026 18:00", not_taken="Nobody knew.")

    assert "no step up" in words(exhibit)
    assert "Not taken: Nobody knew." in row_of(exhibit.table, "ES1")
    assert "1 step did not come." in exhibit.figures[0].description


def test_steps_without_any_time_are_listed_and_not_drawn() -> None:
    exhibit = shown()

    assert exhibit.figures == ()
    assert exhibit.paragraphs == ("No step names an event with a time yet.",)
    assert "No time named" in row_of(exhibit.table, "ES1")


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("14/03/2026 18:00", "14/03/2026 18:00", "less than a minute"),
        ("14/03/2026 18:00", "between 14/03/2026 19:00 and 14/03/2026 20:00", "1 hour to 2 hours"),
        ("before 14/03/2026 18:00", "14/03/2026 19:00", "at least 1 hour"),
        ("14/03/2026 18:00", "before 14/03/2026 19:00", "at most 1 hour"),
    ],
)
def test_a_delay_is_said_as_surely_as_it_is_known(first: str, second: str, said: str) -> None:
    exhibit = shown(first, second, step_event="T2")

    assert said in row_of(exhibit.table, "ES1")


def test_a_delay_of_which_nothing_is_known() -> None:
    assert delay_words(None) == delay_words(Delay(None, None)) == "not known"
