from pathlib import Path

import pytest

from workbench.domain.incident import Incident
from workbench.domain.vocabulary import PhysicalHarm, PsychologicalHarm
from workbench.errors import InvalidMapping
from workbench.register.mapping import (
    SHIPPED,
    Columns,
    load_mapping,
    mapping_from_bytes,
    mapping_text,
)

SMALL = """
name = "ours"
version = "2"
[columns]
id = "No."
service = "House"
when = "Date"
"""


@pytest.mark.parametrize("name", SHIPPED)
def test_the_shipped_mappings_fill_every_field_of_an_incident(name: str) -> None:
    mapping = load_mapping(name)

    assert mapping.name == name
    assert all(getattr(mapping.columns, field) is not None for field in Incident.model_fields)


@pytest.mark.parametrize("name", SHIPPED)
def test_the_shipped_codes_are_those_of_lfpse_which_descend(name: str) -> None:
    mapping = load_mapping(name)

    assert {level: mapping.physical_harm[str(level.code)] for level in PhysicalHarm} == {
        level: level for level in PhysicalHarm
    }
    assert {level: mapping.psychological_harm[str(level.code)] for level in PsychologicalHarm} == {
        level: level for level in PsychologicalHarm
    }
    assert mapping.physical_harm["5"] is PhysicalHarm.NONE
    assert mapping.physical_harm["1"] is PhysicalHarm.FATAL
    assert "5" not in mapping.psychological_harm


@pytest.mark.parametrize("name", SHIPPED)
def test_a_mapping_of_ones_own_can_begin_from_the_text_of_a_shipped_one(name: str) -> None:
    text = mapping_text(name)

    assert mapping_from_bytes(text.encode(), "own.toml") == load_mapping(name)
    assert "--show-mapping" in text


def test_the_text_of_a_mapping_that_is_not_shipped_is_refused() -> None:
    with pytest.raises(InvalidMapping, match="'plane' is shipped") as caught:
        mapping_text("plane")

    assert "Did you mean 'plain'?" in caught.value.remedy


def test_a_device_is_no_mapping() -> None:
    with pytest.raises(InvalidMapping, match="not an ordinary file"):
        load_mapping("/dev/zero")


def test_the_columns_of_a_mapping_are_the_fields_of_an_incident() -> None:
    assert set(Columns.model_fields) == set(Incident.model_fields)


def test_a_mapping_of_ones_own_is_read_from_its_path(tmp_path: Path) -> None:
    (tmp_path / "ours.toml").write_text(SMALL)

    mapping = load_mapping(tmp_path / "ours.toml")

    assert (mapping.name, mapping.version) == ("ours", "2")
    assert mapping.columns.when.start.date == "Date"
    assert mapping.columns.category is None


@pytest.mark.parametrize(
    ("when", "start", "end"),
    [
        ('"Date"', ("Date", None), None),
        ('{ date = "Date", time = "Time" }', ("Date", "Time"), None),
        ('{ from = "From", to = "To" }', ("From", None), ("To", None)),
        (
            '{ from = { date = "D1", time = "T1" }, to = { date = "D2", time = "T2" } }',
            ("D1", "T1"),
            ("D2", "T2"),
        ),
    ],
)
def test_times_are_one_column_or_two_and_one_end_or_two(
    when: str, start: tuple[str, str | None], end: tuple[str, str | None] | None
) -> None:
    span = mapping_from_bytes(SMALL.replace('"Date"', when).encode(), "ours.toml").columns.when

    assert (span.start.date, span.start.time) == start
    assert (span.end and (span.end.date, span.end.time)) == end


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("nam = 'x'", "there is no 'nam', did you mean 'name'?"),
        ("[columns]\nlokation = 'x'", "there is no 'columns.lokation', did you mean 'location'?"),
        ("[dates]\nformat = ['%d']", "there is no 'dates.format', did you mean 'formats'?"),
        ("[dates]\norder = 'american'", "'dates.order' must be 'day-month-year'"),
        ("[dates]\nformats = ['%d %Q']", "'dates.formats'"),
        ("[dates]\nformats = ['%d %B']", "without a day, a month or a year"),
        ("optional = ['reported']", "did you mean 'reported_at'?"),
        ("optional = ['service']", "'service'"),
        ("[physical_harm]\n'9' = 'dire'", "'physical_harm.9' must be 'none', 'low'"),
        ("[psychological_harm]\n'1' = 'fatal'", "'psychological_harm.1' must be"),
        ("[physical_harm]\nlow = 'low'\nLOW = 'low'", "twice"),
        ("[near_miss]\nyes = ['j']\nno = ['J']", "both yes and no"),
        ("columns = 3", "'columns'"),
    ],
)
def test_what_is_unknown_or_not_valid_is_named(change: str, says: str) -> None:
    if change.startswith("[columns]"):
        text = SMALL + change.partition("\n")[2]
    elif change == "columns = 3":
        text = 'name = "a"\nversion = "1"\ncolumns = 3'
    else:
        text = SMALL + change if change.startswith("[") else change + SMALL

    with pytest.raises(InvalidMapping) as caught:
        mapping_from_bytes(text.encode(), "ours.toml")

    assert says in str(caught.value)
    assert "plain" in caught.value.remedy


def test_a_mapping_without_what_every_incident_needs_is_refused() -> None:
    with pytest.raises(InvalidMapping, match=r"'columns\.service' is missing"):
        mapping_from_bytes(SMALL.replace('service = "House"', "").encode(), "ours.toml")


def test_a_mapping_that_is_not_toml_is_placed() -> None:
    with pytest.raises(InvalidMapping, match="line 2"):
        mapping_from_bytes(b'name = "x"\nversion = 1.x', "ours.toml")
    with pytest.raises(InvalidMapping, match="UTF-8"):
        mapping_from_bytes(b"name = '\xff'", "ours.toml")


def test_an_unknown_name_is_met_with_the_nearest() -> None:
    with pytest.raises(InvalidMapping) as caught:
        load_mapping("plane")

    assert "Did you mean 'plain'?" in caught.value.remedy
    assert "datix-like" in caught.value.remedy


def test_harm_words_are_known_whatever_their_capitals() -> None:
    mapping = mapping_from_bytes((SMALL + "[physical_harm]\n'No  Harm' = 'none'").encode(), "m")

    assert mapping.physical_harm == {"no harm": PhysicalHarm.NONE}
