"""A case is the fold of its entries: at once, in steps, and in every shape ever stored."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ledger.histories import CONTENT, Step, history_of, next_entries, steps
from workbench.domain.case import Head, case_from_json, case_to_json
from workbench.domain.inquiry import Person
from workbench.domain.kinds import KINDS, kind_of
from workbench.domain.story import Event
from workbench.errors import CaseErased, ChainBroken, LedgerError, NotFound
from workbench.ledger.chain import check
from workbench.ledger.entry import Draft, Entry
from workbench.ledger.fold import fold, lifted

CORPUS = sorted((Path(__file__).parent / "corpus").glob("*.jsonl"))
ONE = next_entries((), Draft("person", None, {"role": "staff", "description": "Nurse"}))
TWO = next_entries(ONE, Draft("event", None, CONTENT["event"]))


def stored(path: Path) -> tuple[Entry, ...]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(Entry(**json.loads(line)) for line in lines)


def expected(entries: tuple[Entry, ...]) -> dict[str, dict[str, tuple[int, dict[str, Any]]]]:
    """What a case holds, by the plainest reading of its entries: version and content by kind."""
    held: dict[str, dict[str, tuple[int, dict[str, Any]]]] = {}
    for entry in entries:
        content = json.loads(entry.data or "null")
        of_kind = held.setdefault(entry.kind, {})
        if content is None:
            del of_kind[entry.entity]
        else:
            of_kind[entry.entity] = (entry.version, content)
    return {kind: of_kind for kind, of_kind in held.items() if of_kind}


@given(steps)
def test_a_case_holds_what_its_entries_say(done: list[Step]) -> None:
    entries = history_of(done)

    case = fold(entries)

    found = {
        kind_of(model).name: {
            name: (case.stamps[name].version, entity.model_dump(mode="json", exclude={"id"}))
            for name, entity in held.items()
        }
        for model, held in case.entities.items()
    }
    wanted = expected(entries)
    assert {kind: list(held) for kind, held in found.items()} == {
        kind: list(held) for kind, held in wanted.items()
    }
    for kind, held in wanted.items():
        for name, (version, content) in held.items():
            assert found[kind][name][0] == version
            assert content.items() <= found[kind][name][1].items() or kind == "event"
    assert case.head == Head(entries[-1].seq, entries[-1].hash)
    assert set(case.stamps) == {name for held in case.entities.values() for name in held}
    assert case.content_seq == max(entry.seq for entry in entries if entry.kind != "sign-off")


@given(steps, st.data())
def test_folding_in_steps_gives_the_same_case(done: list[Step], data: st.DataObject) -> None:
    entries = history_of(done)
    first = data.draw(st.integers(1, len(entries)))
    second = data.draw(st.integers(first, len(entries)))

    whole = fold(entries)
    base = fold(entries[:first])
    stepped = fold(entries[second:], fold(entries[first:second], base))

    assert stepped == whole
    assert case_to_json(stepped) == case_to_json(whole)
    assert case_to_json(fold(entries[:first])) == case_to_json(base)


@given(steps, st.data())
def test_folding_goes_on_from_a_case_that_was_kept_as_json(
    done: list[Step], data: st.DataObject
) -> None:
    entries = history_of(done)
    first = data.draw(st.integers(1, len(entries)))

    kept = case_from_json(case_to_json(fold(entries[:first])))

    assert case_to_json(fold(entries[first:], kept)) == case_to_json(fold(entries))


def test_what_was_removed_and_entered_again_stands_last() -> None:
    entries = next_entries(TWO, Draft("event", None, CONTENT["event"]))
    entries = next_entries(entries, Draft("event", "T1", None, 1))
    entries = next_entries(entries, Draft("event", "T1", CONTENT["event"], 2))

    assert [event.id for event in fold(entries).all(Event)] == ["T2", "T1"]


def test_a_folded_case_cannot_be_changed() -> None:
    case = fold(TWO)

    with pytest.raises(TypeError):
        case.entities[Person]["P1"] = case.entities[Person]["P1"]  # type: ignore[index]
    with pytest.raises(TypeError):
        case.stamps["P1"] = case.stamps["P1"]  # type: ignore[index]


def test_nothing_folds_into_nothing() -> None:
    with pytest.raises(NotFound):
        fold(())

    assert fold((), fold(ONE)) == fold(ONE)


@pytest.mark.parametrize(
    "entries",
    [
        TWO[1:],
        (ONE[0], ONE[0]),
        (TWO[1], TWO[0]),
        (ONE[0], replace(TWO[1], previous_hash="0" * 64)),
        (ONE[0], replace(TWO[1], case_id="C-0002")),
        (ONE[0], replace(TWO[1], seq=3)),
    ],
)
def test_entries_that_do_not_follow_one_another_are_refused(entries: tuple[Entry, ...]) -> None:
    with pytest.raises(ChainBroken, match="does not follow"):
        fold(entries)


def test_entries_that_do_not_follow_the_base_are_refused() -> None:
    with pytest.raises(ChainBroken, match="does not follow"):
        fold(TWO, fold(ONE))


def test_an_erased_case_says_so() -> None:
    with pytest.raises(CaseErased, match="C-0001"):
        fold((replace(ONE[0], data=None, salt=None),))


@pytest.mark.parametrize(
    "data",
    [
        '{"role":"secret"}',
        '{"secret":1}',
        '{"role":"staff","description":3}',
        '{"secret',
        '"secret"',
    ],
)
def test_content_that_was_damaged_is_not_shown_in_the_error(data: str) -> None:
    with pytest.raises(ChainBroken, match="entry 1 of C-0001 cannot be read") as caught:
        fold((replace(ONE[0], data=data),))

    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None


@pytest.mark.parametrize("newer", [replace(ONE[0], kind="weather"), replace(ONE[0], schema=2)])
def test_an_entry_of_a_newer_version_asks_for_it(newer: Entry) -> None:
    with pytest.raises(LedgerError, match="newer version") as caught:
        fold((newer,))

    assert "upgrade" in caught.value.remedy


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_every_shape_that_was_ever_stored_is_read(path: Path) -> None:
    entries = stored(path)
    case = fold(entries)

    for entry in entries:
        entity = case.find(entry.entity)
        assert entity is not None
        assert kind_of(type(entity)).name == entry.kind
    assert check(entries, ["C-0001"]).intact
    assert case_to_json(case_from_json(case_to_json(case))) == case_to_json(case)


def test_the_corpus_holds_every_kind_in_its_present_shape() -> None:
    held = {(entry.kind, entry.schema) for path in CORPUS for entry in stored(path)}

    assert {(kind.name, kind.schema) for kind in KINDS.values()} <= held


def test_an_older_shape_is_lifted_step_by_step() -> None:
    kinds = {**KINDS, "person": replace(KINDS["person"], schema=3)}
    upcasters = {
        ("person", 1): lambda shape: {"role": shape["role"], "job": shape["work"]},
        ("person", 2): lambda shape: {"role": shape["role"], "description": shape["job"].title()},
    }
    first = replace(ONE[0], data='{"role":"staff","work":"night nurse"}')

    case = fold((first,), kinds=kinds, upcasters=upcasters)

    assert case.only(Person) == Person(id="P1", role="staff", description="Night Nurse")
    assert lifted(first, kinds, upcasters) == case.only(Person)
    assert first.schema == 1


def test_a_shape_that_no_upcaster_lifts_is_an_error_of_ours() -> None:
    kinds = {**KINDS, "person": replace(KINDS["person"], schema=2)}

    with pytest.raises(ChainBroken):
        fold(ONE, kinds=kinds, upcasters={})
