"""QUE: the questions an investigation was asked."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.analysis.thread import Break
from workbench.checks.context import Asked
from workbench.checks.registry import Hit, check

__all__ = ["question_unanswered"]


@check(
    "QUE001",
    "question-unanswered",
    severity="blocks",
    gate="approve",
    source="LRRIT D1; CQC 2016 on families' questions",
)
def question_unanswered(asked: Asked) -> Iterator[Hit]:
    """A question is still open.

    Why it matters:
        Whoever asked is owed an answer: in full, in part, or why there cannot be one. Families
        say that questions which quietly disappear hurt most.

    Example:
        >>> from workbench.checks.examples import found
        >>> found("QUE001", ("question", "Q1", {"text": "Why was nobody told?"}))
        ['Q1']

    Instead:
        >>> found("QUE001", ("question", "Q1", {"text": "Why was nobody told?",
        ...     "state": "cannot be answered", "because": "The call was not recorded."}))
        []

    References:
        Learning Response Review and Improvement Tool (LRRIT), dimension 1; CQC, *Learning,
        candour and accountability* (2016).
    """
    for broken in asked.thread.broken(Break.QUESTION_UNANSWERED):
        yield Hit(
            broken.subject,
            "The question is open. Answer it, in part if need be, or say why it cannot be "
            "answered.",
        )
