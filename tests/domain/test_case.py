from datetime import UTC, datetime
from types import MappingProxyType

from workbench.domain.case import (
    Case,
    Head,
    Stamp,
    case_from_json,
    case_to_json,
    is_content,
    without_names,
)
from workbench.domain.governance import SignOff
from workbench.domain.inquiry import Person, PersonName
from workbench.domain.kinds import KINDS, validate
from workbench.domain.story import Event

AT = datetime(2026, 3, 14, 9, 0, tzinfo=UTC)


def small_case() -> Case:
    entities = [
        validate(KINDS["person"], "P1", {"role": "person supported"}),
        validate(KINDS["name"], "N1", {"person": "P1", "name": "Invented Name"}),
        validate(KINDS["event"], "T1", {"when": "14/03/2026 18:30", "what": "Tea"}),
        validate(KINDS["event"], "T2", {"when": "14/03/2026 19:30", "what": "Supper"}),
    ]
    by_type: dict[type, dict[str, object]] = {}
    for entity in entities:
        by_type.setdefault(type(entity), {})[entity.id] = entity
    return Case(
        "C-0001",
        Head(4, "ab" * 32),
        4,
        MappingProxyType({model: MappingProxyType(held) for model, held in by_type.items()}),
        MappingProxyType(
            {e.id: Stamp(1, n, "Investigator", AT) for n, e in enumerate(entities, 1)}
        ),
    )


def test_entities_come_by_type_and_identifier() -> None:
    case = small_case()

    assert [event.id for event in case.all(Event)] == ["T1", "T2"]
    assert case.get(Event, "T2") == case.find("T2")
    assert case.get(Event, "P1") is None
    assert case.only(Person) == case.find("P1")
    assert case.find("Z9") is None


def test_a_case_reads_back_from_its_json_the_same() -> None:
    case = small_case()

    text = case_to_json(case)

    assert case_from_json(text) == case
    assert case_to_json(case_from_json(text)) == text


def test_without_names_holds_no_name_and_everything_else() -> None:
    case = without_names(small_case())

    assert case.all(PersonName) == ()
    assert "Invented" not in case_to_json(case)
    assert len(case.all(Event)) == 2


def test_sign_offs_do_not_change_what_a_case_says() -> None:
    assert not is_content(SignOff)
    assert is_content(Event)
