"""What was acknowledged stays, and what failed leaves nothing, whatever happens to the process."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from tests.ledger.conftest import AT, event, only_sqlite
from tests.ledger.writers import PROCESSES, append_until_file_limit, append_until_killed
from workbench.domain.case import Head
from workbench.domain.story import Event
from workbench.errors import StorageBusy, StorageError, StorageFull
from workbench.ledger.store import Ledger
from workbench.workspace.database import open_engine, reading, transaction

ROUNDS = 15


def killed_at_random(url: str, case_id: str) -> list[Head]:
    """Let a process append until it is killed; return the heads that it acknowledged."""
    receiver, sender = PROCESSES.Pipe(duplex=False)
    process = PROCESSES.Process(target=append_until_killed, args=(sender, url, case_id))
    process.start()
    sender.close()
    acknowledged = [Head(*receiver.recv())]
    until = time.monotonic() + random.uniform(0, 0.08)
    while time.monotonic() < until:
        if receiver.poll(0.005):
            acknowledged.append(Head(*receiver.recv()))
    process.kill()
    process.join()
    assert process.exitcode == -9
    try:
        while True:
            acknowledged.append(Head(*receiver.recv()))
    except EOFError:
        return acknowledged


def test_what_was_acknowledged_survives_a_killed_process(
    url: str, ledger: Ledger, case_id: str
) -> None:
    acknowledged: list[Head] = []

    for _ in range(ROUNDS):
        acknowledged += killed_at_random(url, case_id)

        fresh = Ledger(open_engine(url))
        assert fresh.verify(heads={case_id: acknowledged[-1]}).intact
    hashes = {entry.seq: entry.hash for entry in ledger.entries(case_id)}
    assert len(acknowledged) >= ROUNDS
    assert all(hashes.get(head.seq) == head.hash for head in acknowledged)
    assert len(hashes) % 2 == 1  # one entry to begin with, then whole batches of two


@only_sqlite
def test_a_full_disk_keeps_nothing_of_a_batch_and_goes_on_when_there_is_room(
    engine: Engine, ledger: Ledger, case_id: str
) -> None:
    def allow(pages: int) -> None:
        with reading(engine) as connection:
            connection.execute(text(f"PRAGMA max_page_count = {pages}"))

    with reading(engine) as connection:
        used = connection.execute(text("PRAGMA page_count")).scalar_one()
    before = ledger.entries(case_id)
    allow(used + 2)

    with pytest.raises(StorageFull) as caught:
        ledger.append(case_id, [event(what="z" * 5_000)] * 20, author="A", reason="", at=AT)

    assert "zz" not in f"{caught.value}{caught.value.__cause__}"
    assert ledger.entries(case_id) == before
    assert ledger.verify().intact
    allow(used + 1_000)
    ledger.append(case_id, [event(what="z" * 5_000)] * 20, author="A", reason="", at=AT)
    assert ledger.verify().entries == 21


@only_sqlite
def test_a_file_that_may_not_grow_is_a_full_disk(
    url: str, ledger: Ledger, case_id: str, tmp_path: Path
) -> None:
    largest = max(path.stat().st_size for path in tmp_path.iterdir())
    receiver, sender = PROCESSES.Pipe(duplex=False)
    process = PROCESSES.Process(
        target=append_until_file_limit, args=(sender, url, case_id, largest + 200_000)
    )
    process.start()
    kept, failed, after = receiver.recv()
    process.join()

    assert (failed, after) == ("StorageFull", 1)
    assert kept > 0
    assert len(ledger.entries(case_id)) == 1 + kept + 1
    assert ledger.fold(case_id).all(Event)[-1].what == "after"
    assert ledger.verify().intact


@only_sqlite
def test_a_ledger_that_stays_locked_says_so_and_keeps_nothing(
    url: str, ledger: Ledger, engine: Engine, case_id: str
) -> None:
    impatient = Ledger(open_engine(url, patience=0.05))

    with transaction(engine), pytest.raises(StorageBusy, match="locked"):
        impatient.append(case_id, [event()], author="A", reason="", at=AT)

    assert len(ledger.entries(case_id)) == 1


@only_sqlite
def test_a_ledger_that_may_only_be_read_says_so(
    engine: Engine, case_id: str, tmp_path: Path
) -> None:
    closed = Ledger(open_engine(f"sqlite:///file:{tmp_path}/workbench.db?mode=ro&uri=true"))

    with pytest.raises(StorageError, match="may only be read") as caught:
        closed.append(case_id, [event()], author="A", reason="", at=AT)

    assert "read-only" in caught.value.remedy
    assert closed.fold(case_id).head.seq == 1
