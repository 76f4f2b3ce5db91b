"""The log of issued records says what became of each, and shows when it was rewritten."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, delete, select, update

from tests.ledger.conftest import AT
from tests.ledger.writers import issue_records, run_together
from workbench.domain.canonical import canonical_json
from workbench.errors import (
    ChainBroken,
    InvalidInput,
    RecordNotUsable,
    UnreadableFile,
)
from workbench.ledger.record_events import checkpoint_of
from workbench.ledger.records import (
    Checkpoint,
    RecordDeed,
    RecordEvent,
    RecordLog,
    RecordState,
    RecordStatus,
    read_register,
)
from workbench.workspace.database import transaction
from workbench.workspace.tables import record_event as table

ONE, TWO, THREE = "1" * 64, "2" * 64, "3" * 64
NOBODY = RecordStatus(RecordState.UNKNOWN)


@pytest.fixture
def log(engine: Engine) -> RecordLog:
    return RecordLog(engine)


def issue(log: RecordLog, manifest_hash: str, **more: Any) -> RecordEvent:
    fields = {"record_id": "C-0001", "version": 1, "at": AT, **more}
    return log.append(RecordDeed.ISSUED, manifest_hash=manifest_hash, **fields)


def happen(log: RecordLog, deed: RecordDeed, manifest_hash: str, **more: Any) -> RecordEvent:
    fields = {"record_id": "C-0001", "version": 1, "at": AT + timedelta(days=1), **more}
    return log.append(deed, manifest_hash=manifest_hash, **fields)


def test_an_event_is_kept_as_it_was_given(log: RecordLog) -> None:
    made = issue(log, ONE, file_hash="f" * 64)

    assert log.events() == (made,)
    assert (made.position, made.event, made.record_id, made.version) == (
        1,
        RecordDeed.ISSUED,
        "C-0001",
        1,
    )
    assert (made.file_hash, made.supersedes) == ("f" * 64, None)
    assert made.at == "2026-03-16T09:30:00+00:00"


def test_a_record_that_nobody_issued_is_unknown(log: RecordLog) -> None:
    issue(log, ONE)

    assert log.status(TWO) == NOBODY


def test_an_issued_record_stands(log: RecordLog) -> None:
    issue(log, ONE, version=4)

    assert log.status(ONE) == RecordStatus(RecordState.ISSUED, "C-0001", 4, AT)


def test_a_new_version_takes_the_place_of_the_old(log: RecordLog) -> None:
    later = AT + timedelta(days=9)
    issue(log, ONE)
    issue(log, TWO, version=2, supersedes=ONE, at=later)

    assert log.status(ONE) == RecordStatus(RecordState.SUPERSEDED, "C-0001", 1, later, TWO)
    assert log.status(TWO).state is RecordState.ISSUED


def test_a_withdrawn_record_is_superseded_once(log: RecordLog) -> None:
    issue(log, ONE)
    happen(log, RecordDeed.WITHDRAWN, ONE)
    issue(log, TWO, version=2, supersedes=ONE)

    with pytest.raises(RecordNotUsable, match="take the place"):
        issue(log, THREE, version=2, supersedes=ONE)


def test_a_withdrawn_record_stays_withdrawn_when_another_takes_its_place(log: RecordLog) -> None:
    issue(log, ONE)
    happen(log, RecordDeed.WITHDRAWN, ONE)
    issue(log, TWO, version=2, supersedes=ONE)

    status = log.status(ONE)
    assert (status.state, status.superseded_by) == (RecordState.WITHDRAWN, TWO)
    assert status.since == AT + timedelta(days=1)


def test_a_record_can_be_superseded_by_one_that_this_log_does_not_hold(log: RecordLog) -> None:
    issue(log, ONE)
    happen(log, RecordDeed.SUPERSEDED, ONE)
    happen(log, RecordDeed.WITHDRAWN, ONE)

    assert log.status(ONE).state is RecordState.WITHDRAWN


@pytest.mark.parametrize(
    ("before", "deed"),
    [
        ([], RecordDeed.WITHDRAWN),
        ([], RecordDeed.SUPERSEDED),
        ([RecordDeed.ISSUED], RecordDeed.ISSUED),
        ([RecordDeed.ISSUED, RecordDeed.WITHDRAWN], RecordDeed.WITHDRAWN),
        ([RecordDeed.ISSUED, RecordDeed.WITHDRAWN], RecordDeed.SUPERSEDED),
        ([RecordDeed.ISSUED, RecordDeed.WITHDRAWN], RecordDeed.ISSUED),
        ([RecordDeed.ISSUED, RecordDeed.SUPERSEDED], RecordDeed.SUPERSEDED),
    ],
)
def test_an_event_that_cannot_follow_is_refused(
    log: RecordLog, before: list[RecordDeed], deed: RecordDeed
) -> None:
    for earlier in before:
        happen(log, earlier, ONE)

    with pytest.raises(RecordNotUsable, match="cannot become"):
        happen(log, deed, ONE)

    assert len(log.events()) == len(before)


def test_only_what_stands_can_be_superseded_and_only_once(log: RecordLog) -> None:
    with pytest.raises(RecordNotUsable, match="take the place"):
        issue(log, TWO, supersedes=ONE)
    issue(log, ONE)
    issue(log, TWO, version=2, supersedes=ONE)
    with pytest.raises(RecordNotUsable, match="take the place"):
        issue(log, THREE, version=2, supersedes=ONE)
    with pytest.raises(RecordNotUsable, match="take the place"):
        happen(log, RecordDeed.WITHDRAWN, TWO, supersedes=ONE)

    assert len(log.events()) == 2


@pytest.mark.parametrize(
    "wrong",
    [
        {"record_id": "Rowan Ashby"},
        {"record_id": ""},
        {"record_id": "../x"},
        {"version": 0},
        {"version": True},
        {"manifest_hash": "A" * 64},
        {"manifest_hash": ONE + "\n"},
        {"file_hash": "f"},
        {"supersedes": "no"},
        {"at": datetime(2026, 1, 1)},
    ],
)
def test_an_event_of_another_form_is_refused(log: RecordLog, wrong: dict[str, Any]) -> None:
    fields = {"record_id": "C-0001", "version": 1, "manifest_hash": ONE, "at": AT, **wrong}

    with pytest.raises(InvalidInput) as caught:
        log.append(RecordDeed.ISSUED, **fields)

    assert "Rowan" not in str(caught.value)
    assert log.events() == ()


def test_the_log_holds_against_every_older_checkpoint(log: RecordLog) -> None:
    noted = [checkpoint_of(log.events())]
    for number in range(1, 6):
        issue(log, f"{number:064x}")
        noted.append(checkpoint_of(log.events()))

    for old in noted:
        log.check(old)
    with pytest.raises(ChainBroken, match="once held 6"):
        log.check(Checkpoint(size=6, root=noted[5].root))
    with pytest.raises(ChainBroken, match="written anew"):
        log.check(Checkpoint(size=4, root=noted[5].root))


@pytest.mark.parametrize(
    "values",
    [
        {"event": "withdrawn"},
        {"event": "burnt"},
        {"record_id": "C-0002"},
        {"version": 2},
        {"manifest_hash": THREE},
        {"supersedes": THREE},
        {"file_hash": THREE},
        {"at": "2026-03-16T09:30:01+00:00"},
        {"at": "2026-02-30T09:30:01+00:00"},
        {"at": "yesterday"},
        {"leaf_hash": THREE},
        {"position": 9},
    ],
)
def test_an_edited_event_is_found_whatever_is_asked(
    log: RecordLog, engine: Engine, values: dict[str, Any]
) -> None:
    issue(log, ONE)
    issue(log, TWO)
    with transaction(engine) as connection:
        connection.execute(update(table).where(table.c.position == 1).values(**values))

    for ask in (log.events, lambda: log.status(ONE), lambda: log.export(AT)):
        with pytest.raises(ChainBroken, match="Event 1 "):
            ask()
    with pytest.raises(ChainBroken):
        issue(log, THREE)


def test_an_event_taken_out_is_found(log: RecordLog, engine: Engine) -> None:
    issue(log, ONE)
    issue(log, TWO)
    with transaction(engine) as connection:
        connection.execute(delete(table).where(table.c.position == 1))

    with pytest.raises(ChainBroken, match="Event 1 "):
        log.events()


def test_a_rewritten_log_is_found_only_against_an_older_checkpoint(
    log: RecordLog, engine: Engine
) -> None:
    issue(log, ONE)
    issue(log, TWO)
    old = checkpoint_of(log.events())
    first = log.events()[0]
    forged = first.model_copy(update={"record_id": "C-0009"})
    with transaction(engine) as connection:
        changed = {"record_id": "C-0009", "leaf_hash": forged.leaf.hex()}
        connection.execute(update(table).where(table.c.position == 1).values(**changed))

    assert len(log.events()) == 2
    with pytest.raises(ChainBroken, match="written anew"):
        log.check(old)


def test_a_cut_off_log_is_found_only_against_an_older_checkpoint(
    log: RecordLog, engine: Engine
) -> None:
    issue(log, ONE)
    happen(log, RecordDeed.WITHDRAWN, ONE)
    old = checkpoint_of(log.events())
    with transaction(engine) as connection:
        connection.execute(delete(table).where(table.c.position == 2))

    assert log.status(ONE).state is RecordState.ISSUED
    with pytest.raises(ChainBroken, match="once held 2"):
        log.check(old)


def test_events_added_at_the_same_time_all_land(url: str, log: RecordLog) -> None:
    sent = run_together(issue_records, [(url, 1, 10), (url, 101, 10)])

    assert sorted(sent[0] + sent[1]) == list(range(1, 21))
    assert len(log.events()) == 20


def test_the_leaf_hash_is_kept_beside_the_event(log: RecordLog, engine: Engine) -> None:
    made = issue(log, ONE)

    with transaction(engine) as connection:
        assert connection.execute(select(table.c.leaf_hash)).scalar_one() == made.leaf.hex()


def test_a_register_file_says_offline_what_became_of_a_record(log: RecordLog) -> None:
    issue(log, ONE)
    issue(log, TWO, version=2, supersedes=ONE)
    now = datetime(2026, 6, 1, tzinfo=UTC)

    register = read_register(log.export(now))

    assert register.status(ONE).state is RecordState.SUPERSEDED
    assert register.status(ONE).as_of == now
    assert register.status(THREE) == RecordStatus(RecordState.UNKNOWN, as_of=now)
    assert register.events == log.events()
    assert register.checkpoint == checkpoint_of(log.events())


def test_a_register_file_is_the_same_for_the_same_log(log: RecordLog) -> None:
    issue(log, ONE)

    assert log.export(AT) == log.export(AT)
    assert log.export(AT).endswith(b"}\n")
    assert read_register(log.export(AT)).at == "2026-03-16T09:30:00+00:00"


def test_an_empty_log_can_be_handed_on(log: RecordLog) -> None:
    assert read_register(log.export(AT)).status(ONE).state is RecordState.UNKNOWN


def test_every_changed_byte_of_a_register_file_is_found_or_shows(log: RecordLog) -> None:
    issue(log, ONE)
    data = log.export(AT)
    honest = read_register(data)

    for place in range(len(data)):
        changed = data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]
        try:
            told = read_register(changed)
        except (UnreadableFile, ChainBroken):
            continue
        # the moment of writing is the one thing that no root covers
        assert told.model_copy(update={"at": honest.at}) == honest
        assert told.at != honest.at


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[]",
        b"not json",
        b"\xff\xfe",
        b"[" * 200_000,
        b'{"a":1,"a":2}',
        b"NaN",
    ],
)
def test_what_is_no_register_file_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile):
        read_register(data)


def test_a_huge_register_file_is_refused_unread() -> None:
    with pytest.raises(UnreadableFile):
        read_register(b" " * (64 * 1024 * 1024 + 1))


def test_a_register_file_with_events_out_of_order_is_refused(log: RecordLog) -> None:
    issue(log, ONE)
    issue(log, TWO)
    register = read_register(log.export(AT))
    events = register.events[::-1]
    swapped = register.model_copy(update={"events": events, "checkpoint": checkpoint_of(events)})
    data = (canonical_json(json.loads(swapped.model_dump_json())) + "\n").encode()

    with pytest.raises(ChainBroken):
        read_register(data)
