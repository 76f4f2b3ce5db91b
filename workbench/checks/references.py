"""REF: entities that refer to others."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.analysis.thread import Break
from workbench.checks.context import Asked
from workbench.checks.registry import Hit, check

__all__ = ["dangling_reference"]


@check(
    "REF001",
    "dangling-reference",
    severity="blocks",
    gate="approve",
    source="The golden thread: every step names the one it comes from",
)
def dangling_reference(asked: Asked) -> Iterator[Hit]:
    """An entity refers to another that is not in the case.

    Why it matters:
        It was removed, or never entered, or its identifier was mistyped. Whoever follows the
        thread comes to nothing.

    Example:
        >>> from workbench.checks.examples import found
        >>> event = ("event", "T1", {"when": "14/03/2026", "what": "A visit.", "evidence": ["E9"]})
        >>> found("REF001", event)
        ['T1']

    Instead:
        >>> found("REF001", event, ("evidence", "E9", {"title": "Log", "type": "care record"}))
        []

    References:
        Traceability from evidence to action; see *The golden thread*.
    """
    for broken in asked.thread.broken(Break.DANGLING):
        yield Hit(broken.subject, f"{broken.words} Enter it again, or take the reference out.")
