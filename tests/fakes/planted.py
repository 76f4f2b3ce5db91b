"""Cases with one fault planted in each, and the same cases mended."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from tests.fakes.cases import case, sound_entries
from workbench.checks.context import RegisterRow
from workbench.checks.report import CheckReport, run_checks
from workbench.domain.case import Case

__all__ = ["PLANTED", "Planted", "pending", "planted_cases"]

PLANTED: Final = Path(__file__).parents[1] / "checks" / "planted"
CONTENT_SEQ: Final = "$content_seq"
"""Stands for the entry with which the content of the case last changed."""


@dataclass(frozen=True, slots=True)
class Planted:
    """A fault, as a file in `tests/checks/planted` tells it.

    `changes` are made to the sound case: a kind, an identifier, and a JSON merge patch (RFC 7396)
    of its data, where null removes. `mended` is made after that. `expected` are the subjects at
    which `code` then finds something; `also` names checks whose gate the same fault rightly closes.
    """

    code: str
    fault: str
    changes: tuple[tuple[str, str, Any], ...]
    expected: tuple[str, ...]
    mended: tuple[tuple[str, str, Any], ...]
    also: tuple[str, ...] = ()
    register: str = "0" * 64
    register_mended: str = "0" * 64

    def report(self) -> CheckReport:
        """Return what all checks say with the fault in place."""
        return _report(self.changes, self.register)

    def report_mended(self) -> CheckReport:
        """Return what all checks say once it is mended."""
        return _report((*self.changes, *self.mended), self.register_mended)


def planted_cases() -> tuple[Planted, ...]:
    """Return every planted fault, by code."""
    return tuple(_read(path) for path in sorted(PLANTED.glob("*.json")))


def pending() -> frozenset[str]:
    """Return the codes whose planted case is still owed."""
    lines = (PLANTED / "pending.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def _read(path: Path) -> Planted:
    held = json.loads(path.read_text(encoding="utf-8"))
    return Planted(**{name: _tuples(value) for name, value in held.items()})


def _tuples(value: Any) -> Any:
    if not isinstance(value, list):
        return value
    return tuple(tuple(one) if isinstance(one, list) else one for one in value)


def _report(changes: tuple[tuple[str, str, Any], ...], register: str) -> CheckReport:
    entries: dict[str, tuple[str, Any]] = {id_: (kind, data) for kind, id_, data in sound_entries()}
    for kind, identifier, patch in changes:
        if patch is None:
            del entries[identifier]
        else:
            _, before = entries.get(identifier, (kind, {}))
            entries[identifier] = (kind, _patched(before, patch))
    held = _folded(entries, 1)
    return run_checks(
        _folded(entries, held.content_seq), date(2026, 4, 1), register=RegisterRow(register)
    )


def _folded(entries: Mapping[str, tuple[str, Any]], content_seq: int) -> Case:
    return case(
        *(
            (kind, identifier, _filled(data, content_seq))
            for identifier, (kind, data) in entries.items()
        )
    )


def _filled(data: Mapping[str, Any], content_seq: int) -> dict[str, Any]:
    return {name: content_seq if held == CONTENT_SEQ else held for name, held in data.items()}


def _patched(data: Any, patch: Any) -> Any:
    if not isinstance(patch, Mapping):
        return patch
    merged = dict(data) if isinstance(data, Mapping) else {}
    for name, value in patch.items():
        if value is None:
            merged.pop(name, None)
        else:
            merged[name] = _patched(merged.get(name), value)
    return merged
