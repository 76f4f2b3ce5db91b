"""Long work, such as freezing: run beside the server's own loop, and looked at page by page."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from threading import Lock
from typing import Final

from workbench.errors import InvalidInput, NotFound, WorkbenchError
from workbench.record.run import Progress
from workbench.server.quiet import place_of

__all__ = ["Work", "Works"]

_KEPT: Final = 20


@dataclass(frozen=True, slots=True)
class Work:
    """A piece of long work as it stands: what it is, how far it is, and what came of it.

    `case_id` is None where it is about no case. `step` is what runs now. Once it is `finished`,
    `refused` holds the error it ended in, or `result` what it made.
    """

    token: str
    what: str
    case_id: str | None
    done: int = 0
    total: int = 0
    step: str = ""
    finished: bool = False
    result: object = None
    refused: WorkbenchError | None = None


class Works:
    """Runs long work, one piece after another, and keeps what came of the last pieces.

    Nothing of it is written down: who closes the server has ended it.
    """

    def __init__(self, log: logging.Logger) -> None:
        self._log = log
        self._lock = Lock()
        self._held: dict[str, Work] = {}
        self._runner = ThreadPoolExecutor(1, thread_name_prefix="workbench-work")

    def start(self, what: str, case_id: str | None, act: Callable[[Progress], object]) -> Work:
        """Begin a piece of work and return it; `act` is told where to report how far it is.

        Raises:
            InvalidInput: other work on the case has not finished.
        """
        work = Work(secrets.token_urlsafe(12), what, case_id)
        with self._lock:
            running = [one for one in self._held.values() if not one.finished]
            if case_id is not None and any(one.case_id == case_id for one in running):
                raise InvalidInput(
                    f"Other work on {case_id} has not finished.",
                    "Wait until it has; its page shows how far it is.",
                )
            self._forget_oldest()
            self._held[work.token] = work
        self._runner.submit(self._run, work.token, act)
        return work

    def get(self, token: str) -> Work:
        """Return a piece of work as it stands now.

        Raises:
            NotFound: there is none, or it was long ago, or the server was restarted since.
        """
        with self._lock:
            found = self._held.get(token)
        if found is None:
            raise NotFound(
                "This piece of work is no longer known here.",
                "Look at the case: what the work made is there.",
            )
        return found

    def running(self, case_id: str) -> Work | None:
        """Return the work on a case that has not finished, or None."""
        with self._lock:
            held = tuple(self._held.values())
        return next((one for one in held if one.case_id == case_id and not one.finished), None)

    def _run(self, token: str, act: Callable[[Progress], object]) -> None:
        def progress(done: int, total: int, step: str) -> None:
            self._change(token, done=done, total=total, step=step)

        try:
            result = act(progress)
        except WorkbenchError as error:
            self._change(token, finished=True, refused=error)
        except Exception as error:  # a fault of ours, said on the page and not lost
            self._log.error("Work ended in a fault: %s", place_of(error))
            self._change(token, finished=True, refused=_fault(error))
        else:
            self._change(token, finished=True, result=result)

    def _change(self, token: str, **changes: object) -> None:
        with self._lock:
            self._held[token] = replace(self._held[token], **changes)  # type: ignore[arg-type]

    def _forget_oldest(self) -> None:
        finished = [token for token, work in self._held.items() if work.finished]
        for token in finished[: max(0, len(finished) - _KEPT + 1)]:
            del self._held[token]


def _fault(error: Exception) -> WorkbenchError:
    return WorkbenchError(
        f"The work ended in a fault of the workbench itself ({type(error).__name__}).",
        "Nothing was half made. Report it with what the server's log says.",
    )
