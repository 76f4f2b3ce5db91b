"""What the timeline editor draws beside the events themselves: silences, accounts, lanes, marks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from workbench.analysis.timeline import Timeline
from workbench.domain.case import Case
from workbench.domain.inquiry import Evidence, Person
from workbench.domain.methods import EscalationStep
from workbench.domain.story import Event
from workbench.domain.vocabulary import PersonRole
from workbench.figures.words import duration_words, person_words

__all__ = ["extra"]


def extra(case: Case, timeline: Timeline) -> dict[str, object]:
    """Return what cannot be read from the events alone, as JSON values.

    `gaps`, `conflicts` and `late` are those of `timeline`; `marks` says in words which events are
    warnings, thresholds and steps up of an escalation; `people` names everybody by reference and
    role; `lanes` shares the events out by who acted, by place and by source.
    """
    return {
        "gaps": [
            {
                "after": gap.after,
                "before": gap.before,
                "start": gap.start.isoformat(),
                "end": gap.end.isoformat(),
                "duration": duration_words(gap.duration),
                "explained_by": gap.explained_by,
                "explanation": gap.explanation,
            }
            for gap in timeline.gaps
        ],
        "conflicts": [
            {"first": one.first, "second": one.second, "settled": one.settled}
            for one in timeline.conflicts
        ],
        "late": {one.event: duration_words(one.delay) for one in timeline.recorded_late},
        "marks": _marks(case),
        "people": {one.id: person_words(case, one.id) for one in case.all(Person)},
        "lanes": {
            "who": _lanes(timeline.events, lambda event: _actor(case, event), _person(case)),
            "place": _lanes(timeline.events, lambda event: event.place, str),
            "source": _lanes(
                timeline.events,
                lambda event: event.evidence[0] if event.evidence else None,
                _source(case),
            ),
        },
    }


def _marks(case: Case) -> dict[str, list[str]]:
    """The part each event has in an escalation: `{"T4": ["Early warning"]}`."""
    marks: dict[str, list[str]] = {}
    for event, words in _parts(case.all(EscalationStep)):
        held = marks.setdefault(event, [])
        if words not in held:
            held.append(words)
    return marks


def _parts(steps: Iterable[EscalationStep]) -> Iterator[tuple[str, str]]:
    for step in steps:
        for event, words in (
            (step.warning_event, "Early warning"),
            (step.threshold_event, "Threshold reached"),
            (step.step_event, "Step up"),
        ):
            if event is not None:
                yield event, words


def _actor(case: Case, event: Event) -> str | None:
    """Whoever tells or does it: the person supported only where nobody else is named."""
    if event.account_of is not None:
        return event.account_of
    held = [case.get(Person, one) for one in event.who]
    acting = [one for one in held if one and one.role is not PersonRole.SUPPORTED]
    return acting[0].id if acting else next(iter(event.who), None)


def _person(case: Case) -> Callable[[str], str]:
    return lambda identifier: person_words(case, identifier)


def _source(case: Case) -> Callable[[str], str]:
    titles = {one.id: f"{one.id}, {one.title}" for one in case.all(Evidence)}
    return lambda identifier: titles.get(identifier, identifier)


def _lanes(
    events: Iterable[Event], key: Callable[[Event], str | None], words: Callable[[str], str]
) -> list[dict[str, object]]:
    """The lanes in the order in which they are first needed; events without one come last."""
    held: dict[str | None, list[str]] = {}
    for event in events:
        held.setdefault(key(event), []).append(event.id)
    last = [(None, held.pop(None))] if None in held else []
    return [
        {"key": one, "label": words(one) if one else None, "events": ids}
        for one, ids in (*held.items(), *last)
    ]
