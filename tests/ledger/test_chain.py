"""Checking finds every change to what was entered, and says what it cannot find."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import Engine, delete, insert, select, text, update

from tests.ledger.conftest import AT, event, only_sqlite, removal
from workbench.domain.case import Head
from workbench.errors import ChainBroken
from workbench.ledger.chain import Fault
from workbench.ledger.entry import data_digest, entry_hash
from workbench.ledger.queries import entry_from
from workbench.ledger.store import Ledger
from workbench.workspace.database import transaction
from workbench.workspace.tables import case_info
from workbench.workspace.tables import entry as table


@pytest.fixture
def engine_of_five(engine: Engine, ledger: Ledger, case_id: str) -> Engine:
    """Two cases: C-0001 with five entries in the batches 1, 2-4 and 5, and C-0002 with one."""
    for drafts in ([event(), event(), event("T1", "b", 1)], [removal("T3", 1)]):
        ledger.append(case_id, drafts, author="Sam Example", reason="why", at=AT)
    ledger.start_case("INC-2", "t", [event()], author="B", reason="", at=AT)
    return engine


def change(engine: Engine, at: int, /, **values: Any) -> None:
    with transaction(engine) as connection:
        here = (table.c.case_id == "C-0001") & (table.c.seq == at)
        connection.execute(update(table).where(here).values(**values))


def faults(ledger: Ledger, **heads: Head) -> list[tuple[str, int, Fault]]:
    witnessed = {name.replace("_", "-"): head for name, head in heads.items()}
    return [
        (found.case_id, found.seq, found.fault) for found in ledger.verify(heads=witnessed).breaks
    ]


def rewrite_from(engine: Engine, seq: int, **values: Any) -> None:
    """Change an entry and make everything after it fit, as whoever holds the file can."""
    change(engine, seq, **values)
    with transaction(engine) as connection:
        here = table.c.case_id == "C-0001"
        rows = connection.execute(select(table).where(here).order_by(table.c.seq)).all()
        previous = rows[seq - 2].hash if seq > 1 else "0" * 64
        for entry in map(entry_from, rows[seq - 1 :]):
            digest = data_digest(entry.salt or "", entry.data or "")
            fitting = {"previous_hash": previous, "data_digest": digest}
            made = type(entry)(**{**{f: getattr(entry, f) for f in entry.__slots__}, **fitting})
            previous = entry_hash(made)
            row = here & (table.c.seq == entry.seq)
            connection.execute(update(table).where(row).values(**fitting, hash=previous))


def test_what_was_not_touched_holds(engine_of_five: Engine, ledger: Ledger) -> None:
    report = ledger.verify()

    assert report.intact
    assert report.entries == 6
    assert report.heads == {info.id: info.head for info in ledger.cases()}
    assert report.unwitnessed == ("C-0001", "C-0002")
    report.demand()


def test_an_empty_ledger_holds(ledger: Ledger) -> None:
    report = ledger.verify()

    assert (report.intact, report.entries, report.heads) == (True, 0, {})


@pytest.mark.parametrize("seq", [1, 3, 5])
@pytest.mark.parametrize(
    ("values", "fault"),
    [
        ({"data": '{"what":"It did not."}'}, Fault.CONTENT),
        ({"data": ""}, Fault.CONTENT),
        ({"salt": "00" * 16}, Fault.CONTENT),
        ({"salt": "not hexadecimal"}, Fault.CONTENT),
        ({"salt": None}, Fault.CONTENT),
        ({"data": None, "salt": None}, Fault.ERASED),
        ({"data_digest": "00" * 32}, Fault.ENTRY),
        ({"author": "Somebody else"}, Fault.ENTRY),
        ({"reason": "another"}, Fault.ENTRY),
        ({"at": "2026-03-01T00:00:00+00:00"}, Fault.ENTRY),
        ({"entity": "T9"}, Fault.ENTRY),
        ({"kind": "person"}, Fault.ENTRY),
        ({"version": 9}, Fault.ENTRY),
        ({"schema": 2}, Fault.ENTRY),
        ({"batch": 99}, Fault.ENTRY),
        ({"previous_hash": "00" * 31 + "01"}, Fault.ORDER),
        ({"hash": "00" * 32}, Fault.ENTRY),
    ],
)
def test_an_edited_entry_is_found(
    engine_of_five: Engine, ledger: Ledger, seq: int, values: dict[str, Any], fault: Fault
) -> None:
    change(engine_of_five, seq, **values)

    assert faults(ledger) == [("C-0001", seq, fault)]


def test_a_broken_case_does_not_hide_the_others(engine_of_five: Engine, ledger: Ledger) -> None:
    change(engine_of_five, 2, author="Somebody else")

    report = ledger.verify()

    assert list(report.heads) == ["C-0002"]
    assert ledger.verify("C-0002").intact
    assert not ledger.verify("C-0001").intact
    assert ledger.verify("C-0002").entries == 1


def test_a_break_is_told_in_words_without_what_was_written(
    engine_of_five: Engine, ledger: Ledger
) -> None:
    change(engine_of_five, 2, author="Somebody else")
    report = ledger.verify()

    with pytest.raises(ChainBroken, match="In C-0001, at entry 2: who entered it") as caught:
        report.demand()

    assert "Somebody" not in str(caught.value)
    assert "backup" in caught.value.remedy


@pytest.mark.parametrize("seq", [1, 2, 3, 4])
def test_an_entry_taken_out_is_found(engine_of_five: Engine, ledger: Ledger, seq: int) -> None:
    with transaction(engine_of_five) as connection:
        gone = (table.c.case_id == "C-0001") & (table.c.seq == seq)
        connection.execute(delete(table).where(gone))

    assert faults(ledger) == [("C-0001", seq + 1, Fault.MISSING)]


def test_an_entry_taken_out_with_the_others_moved_up_is_found(
    engine_of_five: Engine, ledger: Ledger
) -> None:
    with transaction(engine_of_five) as connection:
        case = table.c.case_id == "C-0001"
        connection.execute(delete(table).where(case & (table.c.seq == 2)))
        for seq in (3, 4, 5):
            connection.execute(update(table).where(case & (table.c.seq == seq)).values(seq=seq - 1))

    assert faults(ledger) == [("C-0001", 2, Fault.ORDER)]


def test_two_entries_swapped_are_found(engine_of_five: Engine, ledger: Ledger) -> None:
    change(engine_of_five, 2, seq=99)
    change(engine_of_five, 3, seq=2)
    change(engine_of_five, 99, seq=3)

    assert faults(ledger) == [("C-0001", 2, Fault.ORDER)]


def test_two_contents_swapped_are_found(engine_of_five: Engine, ledger: Ledger) -> None:
    one, two = (entry for entry in ledger.entries("C-0001", upto=4, after=2))
    change(engine_of_five, 3, data=two.data, salt=two.salt)
    change(engine_of_five, 4, data=one.data, salt=one.salt)

    assert faults(ledger) == [("C-0001", 3, Fault.CONTENT)]


def test_an_entry_put_in_is_found(engine_of_five: Engine, ledger: Ledger) -> None:
    with transaction(engine_of_five) as connection:
        (row,) = connection.execute(select(table).where(table.c.case_id == "C-0002"))
        foreign = {**row._mapping, "case_id": "C-0001", "seq": 6, "entity": "T77"}
        connection.execute(insert(table).values(foreign))

    assert faults(ledger) == [("C-0001", 6, Fault.ORDER)]


def test_an_entry_with_its_own_hash_made_to_fit_is_found(
    engine_of_five: Engine, ledger: Ledger
) -> None:
    entry = ledger.entries("C-0001")[1]
    made = type(entry)(**{f: getattr(entry, f) for f in entry.__slots__} | {"author": "Other"})
    change(engine_of_five, 2, author="Other", hash=entry_hash(made))

    assert faults(ledger) == [("C-0001", 3, Fault.ORDER)]


def test_an_entry_torn_out_of_its_batch_is_found(engine_of_five: Engine, ledger: Ledger) -> None:
    rewrite_from(engine_of_five, 3, batch=1)

    assert faults(ledger) == [("C-0001", 3, Fault.BATCH)]


def test_a_cut_off_end_is_found_only_against_a_head_noted_elsewhere(
    engine_of_five: Engine, ledger: Ledger
) -> None:
    noted = ledger.verify().heads["C-0001"]
    with transaction(engine_of_five) as connection:
        end = (table.c.case_id == "C-0001") & (table.c.seq > 3)
        connection.execute(delete(table).where(end))

    alone = ledger.verify()
    assert alone.intact
    assert "C-0001" in alone.unwitnessed
    assert faults(ledger, C_0001=noted) == [("C-0001", 3, Fault.SHORTENED)]
    assert ledger.verify("C-0001", {"C-0001": noted}).unwitnessed == ()


def test_a_rewritten_history_is_found_only_against_a_head_noted_elsewhere(
    engine_of_five: Engine, ledger: Ledger
) -> None:
    noted = ledger.verify().heads["C-0001"]
    rewrite_from(engine_of_five, 2, author="Somebody else")

    assert ledger.verify().intact
    assert faults(ledger, C_0001=noted) == [("C-0001", 5, Fault.REWRITTEN)]


def test_a_ledger_that_grew_since_the_head_was_noted_holds(
    engine_of_five: Engine, ledger: Ledger
) -> None:
    noted = dict(ledger.verify().heads)
    ledger.append("C-0001", [event()], author="A", reason="", at=AT)

    assert ledger.verify(heads=noted).intact
    assert ledger.verify(heads=noted).unwitnessed == ()


def test_a_case_whose_entries_were_all_taken_out_is_found(
    engine_of_five: Engine, ledger: Ledger
) -> None:
    with transaction(engine_of_five) as connection:
        connection.execute(delete(table).where(table.c.case_id == "C-0001"))

    assert faults(ledger) == [("C-0001", 0, Fault.EMPTY)]


def test_a_case_that_is_gone_altogether_is_found_against_its_head(
    engine_of_five: Engine, ledger: Ledger
) -> None:
    noted = ledger.verify().heads["C-0001"]
    with transaction(engine_of_five) as connection:
        connection.execute(delete(table).where(table.c.case_id == "C-0001"))
        connection.execute(delete(case_info).where(case_info.c.case_id == "C-0001"))

    assert ledger.verify().intact
    assert faults(ledger, C_0001=noted) == [("C-0001", 0, Fault.SHORTENED)]
    assert ledger.verify("C-0001", {"C-0001": noted}).breaks[0].fault is Fault.SHORTENED


def test_a_case_that_is_no_longer_listed_is_found(engine_of_five: Engine, ledger: Ledger) -> None:
    with transaction(engine_of_five) as connection:
        connection.execute(delete(case_info).where(case_info.c.case_id == "C-0001"))

    assert faults(ledger) == [("C-0001", 0, Fault.UNLISTED)]


@only_sqlite
@pytest.mark.parametrize(
    ("column", "fault"),
    [
        ("data", Fault.CONTENT),
        ("salt", Fault.CONTENT),
        ("author", Fault.ENTRY),
        ("seq", Fault.MISSING),
        ("batch", Fault.ENTRY),
        ("hash", Fault.ENTRY),
    ],
)
def test_bytes_where_text_was_are_found(
    engine_of_five: Engine, ledger: Ledger, column: str, fault: Fault
) -> None:
    with transaction(engine_of_five) as connection:
        connection.execute(
            text(f"UPDATE entry SET {column} = x'fffe41' WHERE case_id = 'C-0001' AND seq = 5")
        )

    ((case_id, _, found),) = faults(ledger)
    assert (case_id, found) == ("C-0001", fault)


@only_sqlite
def test_a_byte_that_is_no_character_is_found(engine_of_five: Engine, ledger: Ledger) -> None:
    with transaction(engine_of_five) as connection:
        connection.execute(
            text(
                "UPDATE entry SET data = CAST(x'ff' || CAST(data AS BLOB) AS TEXT) "
                "WHERE case_id = 'C-0001' AND seq = 2"
            )
        )

    assert faults(ledger) == [("C-0001", 2, Fault.CONTENT)]


def test_a_long_ledger_is_walked_page_by_page(ledger: Ledger, case_id: str) -> None:
    for _ in range(3):
        ledger.append(case_id, [event()] * 500, author="A", reason="", at=AT)

    report = ledger.verify()

    assert report.intact
    assert report.entries == 1501


def test_every_fault_has_its_meaning(engine_of_five: Engine, ledger: Ledger) -> None:
    from workbench.ledger.chain import ChainBreak

    meanings = {ChainBreak("C-0001", 1, fault).meaning for fault in Fault}

    assert len(meanings) == len(Fault)
