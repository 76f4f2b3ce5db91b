"""Erasure takes the content of a case away for ever and leaves its history standing."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Engine, update

from tests.ledger.conftest import AT, event, only_sqlite, removal
from workbench.errors import CaseErased, CaseHeld, StorageBusy
from workbench.ledger.chain import Fault
from workbench.ledger.entry import ERASURE, Draft, Entry
from workbench.ledger.store import Ledger
from workbench.workspace.database import open_engine, reading, transaction
from workbench.workspace.tables import entry

WORDS = "Rowan told us about the evening"


def erase(ledger: Ledger, case_id: str) -> Entry:
    return ledger.erase(case_id, author="Records lead", reason="retention ended", at=AT)


@pytest.fixture
def told(ledger: Ledger, case_id: str) -> str:
    """A case with three entries, one of which removes."""
    ledger.append(
        case_id, [event(what=f"{WORDS}. " * 200), removal("T1", 1)], author="A", reason="", at=AT
    )
    return case_id


def test_the_content_is_gone_and_who_when_and_why_stay(ledger: Ledger, told: str) -> None:
    before = ledger.entries(told)

    erasure = erase(ledger, told)

    *after, last = ledger.entries(told)
    assert last == erasure
    assert [(entry.data, entry.salt) for entry in after] == [(None, None)] * 3
    assert [(entry.author, entry.at, entry.reason, entry.hash) for entry in after] == [
        (entry.author, entry.at, entry.reason, entry.hash) for entry in before
    ]
    assert [entry.data_digest for entry in after] == [entry.data_digest for entry in before]


def test_the_erasure_is_an_entry_of_its_own(ledger: Ledger, told: str) -> None:
    erasure = erase(ledger, told)

    assert (erasure.seq, erasure.kind, erasure.author) == (4, ERASURE, "Records lead")
    assert (erasure.reason, erasure.data) == ("retention ended", '{"entries":3}')


def test_the_chain_still_holds(ledger: Ledger, told: str) -> None:
    noted = dict(ledger.verify().heads)

    erase(ledger, told)

    assert ledger.verify().intact
    assert ledger.verify(heads=noted).intact


def test_an_erasure_without_its_own_content_is_found(
    ledger: Ledger, told: str, engine: Engine
) -> None:
    erase(ledger, told)
    with transaction(engine) as connection:
        connection.execute(update(entry).values(data=None))

    assert [(found.seq, found.fault) for found in ledger.verify().breaks] == [(4, Fault.ERASED)]


@only_sqlite
def test_no_file_of_the_database_holds_the_content_any_more(
    ledger: Ledger, told: str, tmp_path: Path
) -> None:
    held = b"".join(path.read_bytes() for path in tmp_path.iterdir())

    erase(ledger, told)

    left = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert WORDS.encode() in held
    assert WORDS.encode() not in left


def test_an_erased_case_does_not_fold_at_any_time(ledger: Ledger, told: str) -> None:
    kept = ledger.fold(told, as_of=1)
    erase(ledger, told)

    for as_of in (None, 1, 3, 4):
        with pytest.raises(CaseErased, match="C-0001"):
            ledger.fold(told, as_of)
    with pytest.raises(CaseErased):
        ledger.fold(told, base=kept)


def test_an_erased_case_says_so_in_the_list(ledger: Ledger, told: str) -> None:
    erase(ledger, told)

    (info,) = ledger.cases()
    assert info.erased


def test_nothing_is_added_to_an_erased_case(ledger: Ledger, told: str) -> None:
    erase(ledger, told)

    with pytest.raises(CaseErased, match="nothing can be added"):
        ledger.append(told, [event()], author="A", reason="", at=AT)


def test_other_cases_keep_their_content(ledger: Ledger, told: str) -> None:
    other = ledger.start_case("INC-2", "t", [event()], author="A", reason="", at=AT)

    erase(ledger, told)

    assert ledger.fold(other).head.seq == 1


def test_erasing_again_adds_nothing(ledger: Ledger, told: str) -> None:
    first = erase(ledger, told)

    assert erase(ledger, told) == first
    assert len(ledger.entries(told)) == 4


@only_sqlite
def test_erasing_again_finishes_what_a_reader_held_up(
    url: str, told: str, engine: Engine, tmp_path: Path
) -> None:
    impatient = Ledger(open_engine(url, patience=0.05))
    with reading(engine) as connection:
        connection.exec_driver_sql("SELECT count(*) FROM entry").all()
        with pytest.raises(StorageBusy, match="open reader"):
            erase(impatient, told)

    erase(impatient, told)

    left = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert WORDS.encode() not in left


def test_a_case_under_a_legal_hold_keeps_its_content_until_it_is_lifted(
    ledger: Ledger, told: str
) -> None:
    data = {"role": "manager", "name": "A", "because": "Asked for.", "at": AT.isoformat()}
    ledger.append(told, [Draft("hold", None, data)], author="A", reason="", at=AT)
    before = ledger.entries(told)

    with pytest.raises(CaseHeld, match="legal hold H1"):
        erase(ledger, told)

    assert ledger.entries(told) == before
    ledger.append(told, [Draft("hold", "H1", None, 1)], author="A", reason="Lifted", at=AT)
    assert erase(ledger, told).kind == ERASURE
