"""The timeline as a figure and a table: what happened, how surely, where nothing is known."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from workbench.analysis.timeline import Gap, Timeline
from workbench.domain.case import Case
from workbench.domain.story import Event
from workbench.domain.when import LONDON
from workbench.figures._timeline_drawing import draw_pages
from workbench.figures.exhibit import Cell, Exhibit, Figure, Phrase, Table, Tone
from workbench.figures.words import counted, duration_words, joined, person_words, time_words

__all__ = ["timeline_exhibit"]


def timeline_exhibit(timeline: Timeline, case: Case, *, name: str = "timeline") -> Exhibit:
    """Return the timeline of `case`, drawn from top to bottom and listed in a table.

    A moment is a point; an interval is a bar, open where a bound is not known; accounts that
    differ stand side by side; silences say whether they are explained. A long timeline becomes
    several drawings, none higher than a printed page. `case` gives the roles of people.
    """
    if not timeline.events:
        return Exhibit(name=name, note="No events have been entered on the timeline yet.")
    summary = _summary(timeline)
    figure = Figure(
        title="What happened, in order of time",
        description=summary,
        drawings=draw_pages(timeline, case, name, summary),
    )
    return Exhibit(name=name, figures=(figure,), table=_table(timeline, case))


def _summary(timeline: Timeline) -> str:
    first, last = timeline.start, timeline.end
    assert first is not None
    assert last is not None
    first, last = first.astimezone(LONDON), last.astimezone(LONDON)
    start, end = f"{first.day} {first:%B %Y}", f"{last.day} {last:%B %Y}"
    dates = f"on {start}" if start == end else f"from {start} to {end}"
    said = [f"{counted(len(timeline.events), 'event').capitalize()} {dates}."]
    if timeline.gaps:
        open_gaps = len(timeline.unexplained_gaps)
        silences = counted(len(timeline.gaps), "long silence").capitalize()
        said.append(f"{silences}: {_how_many(len(timeline.gaps), open_gaps, 'explained')}.")
    if timeline.conflicts:
        unsettled = len(timeline.unsettled_conflicts)
        points = counted(len(timeline.conflicts), "point")
        settled = _how_many(len(timeline.conflicts), unsettled, "settled")
        said.append(f"Accounts differ at {points}: {settled}.")
    if timeline.recorded_late:
        said.append(f"{counted(len(timeline.recorded_late), 'event')} written down late.")
    return " ".join(said)


def _how_many(number: int, still_open: int, done: str) -> str:
    """Return how many of some things are `done`, in plain words."""
    if still_open == number:
        return f"not {done} yet" if number == 1 else f"none {done} yet"
    if not still_open:
        return done if number == 1 else f"all {done}"
    return f"{still_open} not {done} yet"


def _table(timeline: Timeline, case: Case) -> Table:
    silences = {gap.before: gap for gap in timeline.gaps}
    late = {record.event: record.delay for record in timeline.recorded_late}
    rows: list[tuple[Phrase, ...]] = []
    for event in timeline.events:
        if event.id in silences:
            rows.append(_silence(silences[event.id]))
        rows.append(_event(event, case, timeline, late.get(event.id)))
    return Table(
        caption="The timeline as a table",
        columns=("When", "What happened", "Who and where", "Evidence", "Remarks"),
        rows=tuple(rows),
    )


def _event(
    event: Event, case: Case, timeline: Timeline, late: timedelta | None
) -> tuple[Phrase, ...]:
    people = [", ".join(event.who)] if event.who else []
    return (
        Cell(text=time_words(event.when), anchor=event.id),
        Cell(text=event.what, more=(Cell(text=event.id, tone=Tone.QUIET),)),
        "\n".join([*people, *([event.place] if event.place else [])]),
        ", ".join(event.evidence)
        if event.evidence
        else Cell(text="No source given", tone=Tone.WARN),
        _stacked(list(_remarks(event, case, timeline, late))),
    )


def _remarks(
    event: Event, case: Case, timeline: Timeline, late: timedelta | None
) -> Iterator[Cell]:
    if event.account_of:
        yield Cell(text=f"As told by {person_words(case, event.account_of)}.")
    for conflict in timeline.conflicts:
        if event.id in (conflict.first, conflict.second):
            other = conflict.second if event.id == conflict.first else conflict.first
            if conflict.settled is None:
                yield Cell(text=f"Differs from {other}; not settled.", tone=Tone.WARN)
            else:
                yield Cell(text=f"Differs from {other}. {conflict.settled}")
    if late is not None:
        yield Cell(text=f"Written down {duration_words(late)} later.", tone=Tone.WARN)
    if event.went_well:
        yield Cell(text="Went well.", tone=Tone.DONE)


def _silence(gap: Gap) -> tuple[Phrase, ...]:
    said = f"Nothing is recorded for {duration_words(gap.duration)}."
    between = joined((gap.after, gap.before))
    if gap.explained:
        return (
            f"Between {between}",
            said,
            "",
            "",
            f"Explained ({gap.explained_by}): {gap.explanation}",
        )
    return (f"Between {between}", said, "", "", Cell(text="Not explained.", tone=Tone.WARN))


def _stacked(cells: list[Cell]) -> Phrase:
    return cells[0].model_copy(update={"more": tuple(cells[1:])}) if cells else ""
