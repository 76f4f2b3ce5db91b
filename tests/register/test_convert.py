from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.register.samples import AT, HEADER, cells, row
from workbench.domain.incident import Incident, missing_fields
from workbench.register.convert import Converted, convert
from workbench.register.encode import digest_of, encode
from workbench.register.fit import fit
from workbench.register.mapping import load_mapping
from workbench.register.problems import Effect
from workbench.register.texts import tidy_line, tidy_text

FIT = fit(load_mapping("plain"), HEADER)


def converted(*rows: Mapping[str, str]) -> Converted:
    held = cells(rows)[1:]
    return convert(FIT, held, range(2, len(held) + 2), at=AT, seen={})


def only(**changes: str) -> Incident:
    (made,) = converted(row(**changes)).rows
    return Incident.model_validate_json(made.data)


def problem(**changes: str) -> tuple[str, str, Effect]:
    result = converted(row(**changes))
    (found,) = [*result.problems, *(each for found in result.rejections.values() for each in found)]
    return found.column, found.what, found.effect


def test_a_whole_row_becomes_a_whole_incident() -> None:
    incident = only()

    assert incident == Incident.model_validate(
        {
            "id": "INC-001",
            "when": "14/03/2026 18:30",
            "reported_at": "2026-03-14T20:15:00Z",
            "service": "Larch Row",
            "location": "Kitchen",
            "category": "Medication",
            "narrative": "A dose was given twice.",
            "immediate_action": "The GP was rung.",
            "people_involved": "P1, S2",
            "known_risks": "Epilepsy",
            "safeguarding": "Considered; not raised",
            "manager_review": "Reviewed on 15/03/2026",
            "follow_up_actions": "Second check at handover",
            "physical_harm": "none",
            "psychological_harm": "none",
            "near_miss": False,
        }
    )


def test_the_indexed_fields_are_those_of_the_incident() -> None:
    (made,) = converted(row(manager_review="", category="n/a")).rows

    incident = Incident.model_validate_json(made.data)
    assert (made.id, made.service, made.category) == ("INC-001", "Larch Row", None)
    assert made.occurred_at == "2026-03-14T18:30:00Z"
    assert made.missing == missing_fields(incident) == ("category", "manager_review")
    assert made.digest == digest_of(made.data)


LINES = st.text(max_size=30)
TEXTS = st.one_of(st.text(max_size=60), st.sampled_from(["n/a", "-", "=1+1", "'=1", "a\x0bb"]))
WHENS = st.one_of(
    st.datetimes(datetime(2025, 1, 1), datetime(2026, 3, 1)).map(lambda at: f"{at:%d/%m/%Y %H:%M}"),
    st.integers(0, 300).map(
        lambda m: f"{datetime(2025, 10, 26) + timedelta(minutes=m):%Y-%m-%d %H:%M}"
    ),
    st.sampled_from(
        ["about 14/03/2025 18:30", "before 14/03/2025", "2025-03-14", "after 1/3/2025"]
    ),
)


@given(
    LINES,
    LINES,
    WHENS,
    st.lists(TEXTS, min_size=7, max_size=7),
    st.sampled_from(["", "none", "low", "moderate", "severe", "fatal"]),
    st.sampled_from(["", "none", "low", "moderate", "severe"]),
)
def test_a_column_at_a_time_gives_what_the_domain_gives(
    place: str, category: str, when: str, texts: list[str], physical: str, psychological: str
) -> None:
    names = (
        "what_happened",
        "immediate_action",
        "people_involved",
        "known_risks",
        "safeguarding",
        "manager_review",
        "follow_up_actions",
    )
    result = converted(
        row(
            location=place,
            category=category,
            occurred_from=when,
            physical_harm=physical,
            psychological_harm=psychological,
            near_miss="",
            **dict(zip(names, texts, strict=True)),
        )
    )

    def filled(text: str) -> str | None:
        return None if text.casefold() in ("", "-", "n/a", "tbc") else text

    fields: dict[str, Any] = {
        "id": "INC-001",
        "service": "Larch Row",
        "when": when,
        "reported_at": "2026-03-14T20:15:00Z",
        "location": filled(tidy_line(place)[0]),
        "category": filled(tidy_line(category)[0]),
        "physical_harm": physical or None,
        "psychological_harm": psychological or None,
    }
    for name, text in zip(names, texts, strict=True):
        fields["narrative" if name == "what_happened" else name] = filled(tidy_text(text)[0])
    (made,) = result.rows
    assert made.data == encode(Incident.model_validate(fields))


def test_every_harm_code_descends() -> None:
    harms = [only(physical_harm=str(code)).physical_harm for code in (5, 4, 3, 2, 1)]
    minds = [only(psychological_harm=str(code)).psychological_harm for code in (4, 3, 2, 1)]

    assert harms == ["none", "low", "moderate", "severe", "fatal"]
    assert minds == ["none", "low", "moderate", "severe"]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("Yes", True),
        ("y", True),
        ("near miss", True),
        ("NO", False),
        ("0", False),
        ("1.0", True),
        ("", None),
        ("tbc", None),
    ],
)
def test_yes_and_no_are_known_in_several_words(cell: str, value: bool | None) -> None:
    assert only(near_miss=cell).near_miss is value


@pytest.mark.parametrize("code", ["0", "6", "dire"])
def test_a_harm_that_the_mapping_does_not_know_is_left_empty_and_named(code: str) -> None:
    assert only(physical_harm=code).physical_harm is None
    assert problem(physical_harm=code) == (
        "Physical harm",
        "is a word or code that the mapping does not know",
        Effect.EMPTIED,
    )


@pytest.mark.parametrize(
    ("changes", "column", "what"),
    [
        ({"incident_id": " "}, "Incident ID", "is empty"),
        ({"incident_id": "n/a"}, "Incident ID", "is empty"),
        ({"service": ""}, "Service", "is empty"),
        ({"occurred_from": ""}, "Occurred from", "is empty"),
        ({"occurred_from": "tbc"}, "Occurred from", "is empty"),
        ({"occurred_from": "last week"}, "Occurred from", "is not a time"),
        ({"occurred_from": "31/02/2026"}, "Occurred from", "is not a day"),
        ({"occurred_to": "01/01/2026"}, "Occurred to", "the end comes before"),
    ],
)
def test_a_row_without_what_every_incident_needs_is_rejected(
    changes: dict[str, str], column: str, what: str
) -> None:
    assert converted(row(**changes)).rows == ()
    found_column, found_what, effect = problem(**changes)
    assert (found_column, effect) == (column, Effect.REJECTED)
    assert found_what.startswith(what)


def test_an_identifier_or_service_that_is_too_long_rejects_the_row() -> None:
    result = converted(row(incident_id="x" * 501), row(service="y" * 501))

    assert result.rows == ()
    assert set(result.rejections) == {0, 1}


def test_a_row_can_be_rejected_for_several_reasons() -> None:
    result = converted(row(incident_id="", service="", occurred_from="x"))

    assert [each.column for each in result.rejections[0]] == [
        "Incident ID",
        "Service",
        "Occurred from",
    ]


def test_the_second_row_with_an_identifier_is_rejected_and_names_the_first() -> None:
    result = converted(row(), row(incident_id="INC-002"), row(service="Elm Row"))

    assert [made.id for made in result.rows] == ["INC-001", "INC-002"]
    assert "row 2" in result.rejections[2][0].what


def test_a_rejected_row_does_not_claim_its_identifier() -> None:
    result = converted(row(service=""), row())

    assert [made.number for made in result.rows] == [3]


def test_a_text_that_is_too_long_is_left_empty_and_named() -> None:
    assert only(what_happened="x" * 20_000).narrative == "x" * 20_000
    assert only(what_happened="x" * 20_001).narrative is None
    assert problem(what_happened="x" * 20_001)[2] is Effect.EMPTIED


def test_invisible_characters_are_left_out_and_noted() -> None:
    assert only(what_happened="fell\u202e over").narrative == "fell over"
    assert problem(what_happened="fell\u202e over")[2] is Effect.NOTED


def test_a_time_of_report_is_the_end_of_what_is_known() -> None:
    day = only(reported_at="15/03/2026").reported_at
    twice = only(occurred_from="25/10/2025", reported_at="26/10/2025 01:30").reported_at

    assert day is not None
    assert twice is not None
    assert day.isoformat() == "2026-03-15T23:59:00+00:00"
    assert twice.isoformat() == "2025-10-26T01:30:00+00:00"


def test_a_time_of_report_that_cannot_be_read_is_left_empty() -> None:
    assert only(reported_at="later").reported_at is None
    assert problem(reported_at="later")[::2] == ("Reported at", Effect.EMPTIED)


def test_times_that_cannot_be_right_are_noted_and_kept() -> None:
    future = problem(occurred_from="14/04/2026 18:30", reported_at="")
    early = problem(reported_at="14/03/2026 18:00")

    assert future == ("Occurred from", "lies in the future", Effect.NOTED)
    assert early == ("Reported at", "comes before the incident", Effect.NOTED)


def test_no_problem_holds_anything_of_the_cell() -> None:
    secret = "Zebedee Quux"
    result = converted(
        row(occurred_from=secret, reported_at=secret, physical_harm=secret, near_miss=secret),
        row(
            incident_id="2",
            reported_at=secret,
            physical_harm=secret,
            near_miss=secret,
            occurred_to="",
            what_happened=secret + "\u202e",
            category=secret * 60,
        ),
    )

    said = [*result.problems, *(each for found in result.rejections.values() for each in found)]
    assert len(said) == 6
    assert not any("Zebedee" in str(each) or "Quux" in str(each) for each in said)
