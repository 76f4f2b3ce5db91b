"""A desk at which somebody else writes between two steps of the ledger."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from workbench.conduct.session import Session
from workbench.ledger.store import Ledger
from workbench.notebooks.opening import OpenCase
from workbench.widgets.desk import Desk

__all__ = ["interrupted"]


def interrupted(desk: Desk[OpenCase], step: str, meanwhile: Callable[[], object]) -> Desk[OpenCase]:
    """The same desk; `meanwhile` runs once, right after the ledger's `step` next returns."""
    return replace(desk, session=_Session(desk.session.workspace, step, [meanwhile]))


@dataclass(frozen=True)
class _Session(Session):
    step: str
    meanwhile: list[Callable[[], object]]

    @cached_property
    def ledger(self) -> Ledger:
        return _Ledger(self)


class _Ledger(Ledger):
    def __init__(self, session: _Session) -> None:
        super().__init__(session.engine)
        self._session = session

    def fold(self, *given: Any, **named: Any) -> Any:
        """As in a ledger."""
        return self._then("fold", super().fold(*given, **named))

    def append(self, *given: Any, **named: Any) -> Any:
        """As in a ledger."""
        return self._then("append", super().append(*given, **named))

    def _then(self, step: str, answer: Any) -> Any:
        if step == self._session.step and self._session.meanwhile:
            self._session.meanwhile.pop()()
        return answer
