"""How much of the golden thread is there, as counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.analysis.support import evidence_behind
from workbench.domain.case import Case
from workbench.domain.change import Action, Measure, Verification
from workbench.domain.inquiry import Question
from workbench.domain.reasoning import Cause, Factor, Finding
from workbench.domain.story import Event
from workbench.domain.vocabulary import FindingType, QuestionState

__all__ = ["Coverage", "measure_coverage"]


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of `total` entities are `covered`; `label` says what is counted."""

    label: str
    covered: int
    total: int

    @property
    def share(self) -> float | None:
        """The share covered, from 0 to 1; None where there is nothing to cover."""
        return self.covered / self.total if self.total else None

    @property
    def words(self) -> str:
        """The figure in words: `3 of 4`, or `none to cover`."""
        return f"{self.covered} of {self.total}" if self.total else "none to cover"


def measure_coverage(case: Case) -> tuple[Coverage, ...]:
    """Return the coverage figures of `case`, in the order of the thread.

    A question counts as answered when it is, partly or wholly, or says why it cannot be. A
    finding counts as acted on when an action names it, or it says why nobody acts. Only areas
    for improvement are counted.
    """
    measured = {measure.action for measure in case.all(Measure)}
    verified = {verification.measure for verification in case.all(Verification)}
    acted = {finding for action in case.all(Action) for finding in action.findings}
    improve = [one for one in case.all(Finding) if one.type is FindingType.IMPROVEMENT]
    return (
        _counted(
            "Questions answered",
            (one.state is not QuestionState.OPEN for one in case.all(Question)),
        ),
        _counted("Events with a source", (bool(one.evidence) for one in case.all(Event))),
        _counted(
            "Factors with evidence", (bool(evidence_behind(case, one)) for one in case.all(Factor))
        ),
        _counted(
            "Causes with evidence", (bool(evidence_behind(case, one)) for one in case.all(Cause))
        ),
        _counted(
            "Findings acted on, or with the reason why not",
            (one.id in acted or one.not_acted_on_because is not None for one in improve),
        ),
        _counted(
            "Actions with an owner and a date",
            (one.owner is not None and one.due is not None for one in case.all(Action)),
        ),
        _counted("Actions with a measure", (one.id in measured for one in case.all(Action))),
        _counted("Measures checked", (one.id in verified for one in case.all(Measure))),
    )


def _counted(label: str, covered: Iterable[bool]) -> Coverage:
    held = list(covered)
    return Coverage(label, sum(held), len(held))
