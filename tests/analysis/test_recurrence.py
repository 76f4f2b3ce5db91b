from __future__ import annotations

import pandas as pd
import pytest

from tests.fakes.cases import case, incident, sound_case
from workbench.analysis.recurrence import (
    RECURRENCE_COLUMNS,
    failed_actions,
    person_references,
    recurrence_of,
)
from workbench.domain.incident import Incident
from workbench.domain.when import LONDON

NOW = Incident.model_validate(
    {
        "id": "INC-9",
        "when": "14/03/2026 18:30",
        "service": "Larch House",
        "category": "Medication",
        "people_involved": "LH2; support worker S03",
    }
)
ROWS = (
    ("INC-1", "Larch House", "medication", "2026-03-01T09:00", "LH4; support worker S03"),
    ("INC-2", "Larch  House", "Medication", "2025-06-01T09:00", "LH2, LH3"),
    ("INC-3", "Larch House", "Fall", "2026-02-01T09:00", "LH2"),
    ("INC-4", "Quay House", "Medication", "2026-02-02T09:00", "QH1"),
    ("INC-5", "Quay House", "Fall", "2026-02-03T09:00", "QH2; S03"),
    ("INC-6", "Larch House", "Medication", "2025-03-01T09:00", "LH2"),
    ("INC-7", "Larch House", "Medication", "2026-03-20T09:00", "LH2"),
    ("INC-8", "Larch House", None, "2026-01-01T09:00", None),
    ("INC-9", "Larch House", "Medication", "2026-03-14T18:30", "LH2"),
)


@pytest.fixture
def frame() -> pd.DataFrame:
    held = pd.DataFrame(ROWS, columns=list(RECURRENCE_COLUMNS))
    held["occurred_at"] = pd.to_datetime(held["occurred_at"]).dt.tz_localize(LONDON)
    return held


def test_each_count_comes_with_its_incidents_the_latest_first(frame: pd.DataFrame) -> None:
    found = recurrence_of(NOW, frame)

    assert found.same_service_and_category == ("INC-1", "INC-2")
    assert found.same_category == ("INC-1", "INC-4", "INC-2")
    assert found.same_service == ("INC-1", "INC-3", "INC-8", "INC-2")
    assert found.same_person == ("INC-3", "INC-2")


def test_neither_itself_nor_what_came_later_or_long_before_counts(frame: pd.DataFrame) -> None:
    found = recurrence_of(NOW, frame)

    assert not {"INC-9", "INC-7", "INC-6"} & {*found.same_service, *found.same_person}


def test_the_window_can_be_widened_and_narrowed(frame: pd.DataFrame) -> None:
    assert "INC-6" in recurrence_of(NOW, frame, days=400).same_person
    assert recurrence_of(NOW, frame, days=14).same_service == ("INC-1",)


def test_the_like_are_of_the_same_person_or_category_in_the_service_each_once(
    frame: pd.DataFrame,
) -> None:
    assert recurrence_of(NOW, frame).like == ("INC-3", "INC-2", "INC-1")


def test_the_person_can_be_named_by_whoever_knows(frame: pd.DataFrame) -> None:
    assert recurrence_of(NOW, frame, persons=("QH1",)).same_person == ("INC-4",)
    assert recurrence_of(NOW, frame, persons=()).same_person == ()


def test_the_category_that_triage_chose_is_looked_for(frame: pd.DataFrame) -> None:
    assert recurrence_of(NOW, frame, category="Fall").same_category == ("INC-5", "INC-3")


def test_an_incident_without_a_category_is_like_no_other(frame: pd.DataFrame) -> None:
    bare = NOW.model_copy(update={"category": None})

    assert recurrence_of(bare, frame).same_category == ()


def test_an_empty_register_holds_nothing_like_it(frame: pd.DataFrame) -> None:
    assert recurrence_of(NOW, frame.iloc[:0]).like == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("AR2, AR4; support workers S03 and S11", ("AR2", "AR4")),
        ("FL1; support worker S25, agency S92", ("FL1",)),
        ("CO4, brother; support worker S51", ("CO4",)),
        ("One person supported, two support workers.", ()),
        ("P1, P2", ("P1", "P2")),
        ("AR1, two staff", ("AR1",)),
        ("AR1 and support workers S03, S11", ("AR1",)),
        ("agency S90, S91\nAR3", ("AR3",)),
        ("AR1 (S03, support worker, was there)", ("AR1", "S03")),
        (None, ()),
        (float("nan"), ()),
    ],
)
def test_references_of_people_at_work_are_left_out(text: object, found: tuple[str, ...]) -> None:
    assert person_references(text) == found


def test_an_action_that_was_found_not_effective_or_missed_its_target_is_told_of() -> None:
    result = {"measure": "M1", "result": "r", "by": "b"}
    missed = sound_case(
        ("verification", "V1", {**result, "on": "2026-06-15", "outcome": "not met"})
    )
    met_later = sound_case(
        ("verification", "V1", {**result, "on": "2026-06-15", "outcome": "not met"}),
        ("verification", "V2", {**result, "on": "2026-07-15", "outcome": "met"}),
    )
    mine = Incident.model_validate({**NOW.model_dump(), "category": "MEDICATION"})

    (failed,) = failed_actions(mine, (missed,))

    assert failed.reference == "C-0001 A1"
    assert "M1 did not meet its target" in failed.because
    assert failed_actions(mine, (met_later,)) == ()
    assert failed_actions(mine, (sound_case(),)) == ()


def test_actions_of_cases_of_another_category_are_left_aside() -> None:
    state = {
        "state": "not effective",
        "statement": "Move the handover.",
        "implemented_on": "2026-04-01",
        "communicated_on": "2026-04-02",
        "communicated_to": "both shifts",
    }
    other = case(incident(category="fall"), ("action", "A1", state))
    same = case(incident(), ("action", "A1", state))
    bare = NOW.model_copy(update={"category": None})

    assert failed_actions(NOW, (other,)) == ()
    assert [one.because for one in failed_actions(NOW, (same,))] == ["found not effective"]
    assert failed_actions(bare, (case(incident(category=None), ("action", "A1", state)),)) == ()
