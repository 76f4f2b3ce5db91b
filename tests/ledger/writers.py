"""What other processes do to a ledger in the tests."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any

from tests.ledger.conftest import AT, event
from workbench.errors import CaseExists, EntityConflict
from workbench.ledger.entry import Draft
from workbench.ledger.records import RecordDeed, RecordLog
from workbench.ledger.store import Ledger
from workbench.workspace.database import open_engine

PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload([__name__])


def run_together(target: Callable[..., None], arguments: Sequence[tuple[Any, ...]]) -> list[Any]:
    """Run `target` once for each of `arguments`, at the same time; return what each one sends.

    `target` gets a connection to send to and a barrier to wait at before it begins.
    """
    barrier = PROCESSES.Barrier(len(arguments))
    started = []
    for more in arguments:
        receiver, sender = PROCESSES.Pipe(duplex=False)
        process = PROCESSES.Process(target=target, args=(sender, barrier, *more))
        process.start()
        sender.close()
        started.append((process, receiver))
    sent = [receiver.recv() for _, receiver in started]
    for process, _ in started:
        process.join()
    return sent


def append_events(sender: Connection, barrier: Any, url: str, case_id: str, count: int) -> None:
    """Append new events, one after the other; send their identifiers."""
    ledger = Ledger(open_engine(url))
    barrier.wait()
    made = [
        ledger.append(case_id, [event()], author="A", reason="", at=AT)[0].entity
        for _ in range(count)
    ]
    sender.send(made)


def change_event(sender: Connection, barrier: Any, url: str, case_id: str, what: str) -> None:
    """Change event T1 from version 1; send whether it was this one that came first."""
    ledger = Ledger(open_engine(url))
    barrier.wait()
    try:
        ledger.append(case_id, [event("T1", what, 1)], author="A", reason="", at=AT)
    except EntityConflict:
        sender.send(False)
    else:
        sender.send(True)


def start_cases(sender: Connection, barrier: Any, url: str, first: int, count: int) -> None:
    """Start cases on incidents numbered from `first`; send their identifiers."""
    ledger = Ledger(open_engine(url))
    barrier.wait()
    sender.send(
        [
            ledger.start_case(f"INC-{n}", "t", [event()], author="A", reason="", at=AT)
            for n in range(first, first + count)
        ]
    )


def start_on_the_same(sender: Connection, barrier: Any, url: str, count: int) -> None:
    """Start a case on each of the same incidents as others do; send those that were made here."""
    ledger, made = Ledger(open_engine(url)), []
    barrier.wait()
    for n in range(count):
        with suppress(CaseExists):
            made.append(ledger.start_case(f"INC-{n}", "t", [event()], author="A", reason="", at=AT))
    sender.send(made)


def issue_records(sender: Connection, barrier: Any, url: str, first: int, count: int) -> None:
    """Issue records; send their positions in the log."""
    log = RecordLog(open_engine(url))
    barrier.wait()
    positions = [
        log.append(
            RecordDeed.ISSUED, record_id="C-0001", version=1, manifest_hash=f"{n:064x}", at=AT
        ).position
        for n in range(first, first + count)
    ]
    sender.send(positions)


def append_until_killed(sender: Connection, url: str, case_id: str) -> None:
    """Append batches of two for ever; send the last `seq` and hash of each once it is kept."""
    ledger = Ledger(open_engine(url))
    while True:
        note = Draft("person", None, {"role": "staff", "description": "x" * 400})
        last = ledger.append(case_id, [event(), note], author="A", reason="", at=AT)[-1]
        sender.send((last.seq, last.hash))


def append_until_file_limit(sender: Connection, url: str, case_id: str, limit: int) -> None:
    """Append while no file may grow beyond `limit` bytes, then once without that limit.

    Sends the number of entries that were acknowledged, the error's name and whether the entry
    after it was kept.
    """
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    ledger = Ledger(open_engine(url))
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
    kept, failed = 0, ""
    while not failed:
        try:
            ledger.append(case_id, [event(what="y" * 5_000)] * 3, author="A", reason="", at=AT)
            kept += 3
        except Exception as error:
            failed = type(error).__name__
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    after = ledger.append(case_id, [event(what="after")], author="A", reason="", at=AT)
    sender.send((kept, failed, len(after)))
