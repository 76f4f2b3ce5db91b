from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from tests.fakes.workspaces import NOW
from workbench.ledger.presence import GONE_AFTER, Place, PresenceBoard
from workbench.workspace.database import Engine, open_engine, reading, upgrade
from workbench.workspace.tables import presence

ASHA = Place("a", "Asha", "timeline", "T4")
BRYN = Place("b", "Bryn", "scope", None)


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    engine = open_engine(f"sqlite:///{tmp_path / 'workbench.db'}")
    upgrade(engine)
    return engine


def test_everybody_who_has_a_case_open_is_seen_by_name(engine: Engine) -> None:
    board = PresenceBoard(engine)
    board.put("C-0001", BRYN, NOW)
    board.put("C-0001", ASHA, NOW)
    board.put("C-0002", Place("c", "Carys", "scope", None), NOW)

    assert board.seen("C-0001", NOW) == (ASHA, BRYN)


def test_somebody_is_where_they_were_seen_last(engine: Engine) -> None:
    board = PresenceBoard(engine)
    board.put("C-0001", ASHA, NOW)
    board.put("C-0001", Place("a", "Asha", "causes", None), NOW + timedelta(seconds=1))

    assert board.seen("C-0001", NOW + timedelta(seconds=1)) == (Place("a", "Asha", "causes", None),)


def test_one_person_with_two_notebooks_is_in_two_places(engine: Engine) -> None:
    board = PresenceBoard(engine)
    board.put("C-0001", ASHA, NOW)
    board.put("C-0001", Place("z", "Asha", "scope", None), NOW)

    assert len(board.seen("C-0001", NOW)) == 2


def test_who_was_not_seen_for_ten_seconds_is_gone_and_leaves_nothing(engine: Engine) -> None:
    board = PresenceBoard(engine)
    board.put("C-0001", ASHA, NOW)
    later = NOW + GONE_AFTER + timedelta(milliseconds=1)

    gone = board.seen("C-0001", later)
    board.put("C-0002", BRYN, later)

    with reading(engine) as connection:
        kept = connection.scalar(select(func.count()).select_from(presence))
    assert gone == ()
    assert kept == 1
