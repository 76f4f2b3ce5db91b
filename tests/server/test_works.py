from __future__ import annotations

import logging
from threading import Event

import pytest

from workbench.errors import GateClosed, InvalidInput, NotFound
from workbench.record.run import Progress
from workbench.server.works import Work, Works


def finished(works: Works, token: str) -> Work:
    finished_next(works)
    return works.get(token)


def finished_next(works: Works) -> None:
    """Work comes one after another: when the next has run, those before it are finished."""
    gate = Event()
    works.start("The next", None, lambda _: gate.set())
    assert gate.wait(30)


def test_it_says_how_far_it_is_and_what_came_of_it() -> None:
    works, reached, go_on = Works(logging.getLogger("test")), Event(), Event()

    def act(progress: Progress) -> str:
        progress(3, 9, "causes")
        reached.set()
        assert go_on.wait(30)
        return "made"

    begun = works.start("Freezing C-0001", "C-0001", act)
    assert reached.wait(30)
    midway = works.get(begun.token)
    go_on.set()
    done = finished(works, begun.token)

    assert (midway.done, midway.total, midway.step) == (3, 9, "causes")
    assert not midway.finished
    assert (done.finished, done.result, done.refused) == (True, "made", None)
    assert works.running("C-0001") is None


def test_one_case_is_worked_on_once_at_a_time() -> None:
    works, go_on = Works(logging.getLogger("test")), Event()
    begun = works.start("Freezing C-0001", "C-0001", lambda _: go_on.wait(30))

    with pytest.raises(InvalidInput, match="has not finished"):
        works.start("Drafting C-0001", "C-0001", lambda _: None)
    running = works.running("C-0001")
    go_on.set()

    assert running is not None
    assert running.token == begun.token
    assert works.running("C-0002") is None


def test_what_is_refused_is_kept_as_it_was_said() -> None:
    works, refusal = Works(logging.getLogger("test")), GateClosed("Not yet.", "Mend it.", ())

    def act(_: Progress) -> None:
        raise refusal

    assert finished(works, works.start("Freezing", "C-0001", act).token).refused is refusal


def test_a_fault_is_said_and_logged_without_what_it_was_about(
    caplog: pytest.LogCaptureFixture,
) -> None:
    works = Works(logging.getLogger("test"))

    def act(_: Progress) -> None:
        raise RuntimeError("about Maryam Invented")

    done = finished(works, works.start("Freezing", None, act).token)

    assert "a fault of the workbench itself (RuntimeError)" in str(done.refused)
    assert "RuntimeError at" in caplog.text
    assert "Maryam" not in f"{done.refused}{caplog.text}"


def test_the_oldest_work_is_forgotten_and_its_page_says_so() -> None:
    works = Works(logging.getLogger("test"))
    first = works.start("First", None, lambda _: None)
    for _ in range(25):
        finished_next(works)

    with pytest.raises(NotFound, match="no longer known"):
        works.get(first.token)
