"""What the editor of the causal graph needs beyond the rows: boxes, choices, times, warnings."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from workbench.analysis.causal import CausalGraph
from workbench.checks.report import CheckFinding
from workbench.domain.case import Case
from workbench.domain.reasoning import Cause, Link
from workbench.domain.story import Event
from workbench.domain.vocabulary import CauseType, Confidence
from workbench.figures.causal_boxes import Node, badges_of, causal_boxes
from workbench.widgets.drawings.stacks import stack_json

__all__ = ["extra"]

_SAID_ALREADY = frozenset({"EVI003", "GRA001", "GRA003"})
_SHORT = {
    "EVI002": "No evidence named",
    "GRA004": "Came after its effect",
    "GRA005": "No cause before it",
    "GRA006": "No duty named",
    "GRA007": "No reason to stop",
    "GRA008": "Ends at a person",
}


def extra(case: Case, graph: CausalGraph, findings: Iterable[CheckFinding]) -> dict[str, object]:
    """Return what the drawing of the causal graph needs, as JSON values.

    - `boxes`: for each cause its wrapped words, marks, badges and size, as the record draws them.
    - `marks`: by the link it is about, the short words of each finding.
    - `times`: by cause, the earliest and the latest moment of its events (seconds since 1970),
      where both are known; a cause that begins after its effect has ended came later for sure.
    - `types`, `confidences`: the choices for a new cause and a new link.
    """
    warnings, marks = _warnings(case, findings)
    return {
        "boxes": [_box_json(node) for node in causal_boxes(graph, case, warnings)],
        "marks": marks,
        "times": {cause.id: times for cause in case.all(Cause) if (times := _times(case, cause))},
        "types": [_choice(one) for one in CauseType],
        "confidences": [_choice(one) for one in Confidence],
    }


def _warnings(
    case: Case, findings: Iterable[CheckFinding]
) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Short words by cause, and by link; what is wrong with the order is said at the cause too."""
    causes: dict[str, list[str]] = {}
    links: dict[str, list[str]] = {}
    for finding in findings:
        if finding.code in _SAID_ALREADY:
            continue
        words = _SHORT.get(finding.code, finding.name.replace("-", " ").capitalize())
        link = case.get(Link, finding.subject)
        if link is not None:
            links.setdefault(link.id, []).append(words)
            if finding.code == "GRA004":
                causes.setdefault(link.cause, []).append(f"Came after {link.effect}")
        elif case.get(Cause, finding.subject) is not None:
            causes.setdefault(finding.subject, []).append(words)
    return {one: list(dict.fromkeys(words)) for one, words in causes.items()}, links


def _box_json(node: Node) -> dict[str, object]:
    return {
        "id": node.id,
        "type": node.type.value,
        "combination": node.combination.value if node.combination else None,
        "stack": stack_json(node.stack),
        "badges": [
            {
                "words": one.words,
                "x": round(one.x, 2),
                "y": round(one.y, 2),
                "width": round(one.width, 2),
                "height": one.height,
            }
            for one in badges_of(node)
        ],
        "width": node.width,
        "height": round(node.height, 2),
        "label": node.label,
    }


def _times(case: Case, cause: Cause) -> list[float] | None:
    held = [event for one in cause.events if (event := case.get(Event, one)) is not None]
    begins = [event.when.earliest for event in held]
    ends = [event.when.latest for event in held]
    if not held or None in begins or None in ends:
        return None
    return [_seconds(min(filter(None, begins))), _seconds(max(filter(None, ends)))]


def _seconds(moment: datetime) -> float:
    return moment.timestamp()


def _choice(word: CauseType | Confidence) -> dict[str, str]:
    return {"value": word.value, "label": word.value.capitalize()}
