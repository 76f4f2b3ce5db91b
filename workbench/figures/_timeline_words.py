"""What a drawn timeline says: text for the eye, and a label for a screen reader."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from workbench.analysis.timeline import Gap
from workbench.domain.case import Case
from workbench.domain.story import Event
from workbench.figures.marks import Paragraph, paragraph
from workbench.figures.palette import INK
from workbench.figures.words import duration_words, person_words, time_words

__all__ = ["Sheet", "account_stack", "event_label", "event_stack", "silence_stack", "verdict"]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What every row needs to be drawn; its text starts at `left` and is `width` wide."""

    case: Case
    name: str
    late: dict[str, timedelta]
    left: float
    width: float


def event_stack(event: Event, sheet: Sheet, width: float) -> tuple[Paragraph, ...]:
    """Return what is written beside the mark of an event."""
    stack = [
        paragraph(event.what, width, size=14, fill=INK),
        paragraph(" · ".join((event.id, *_secondary(event, sheet.case))), width),
    ]
    if not event.evidence:
        stack.append(paragraph("No source given", width, fill=INK, mark="warn"))
    if event.id in sheet.late:
        words = f"Written down {duration_words(sheet.late[event.id])} later"
        stack.append(paragraph(words, width, fill=INK, mark="late"))
    if event.went_well:
        stack.append(paragraph("Went well", width, fill=INK, mark="well"))
    return tuple(stack)


def account_stack(event: Event, sheet: Sheet, width: float) -> tuple[Paragraph, ...]:
    """Return what is written in the box of one account among several."""
    head = paragraph(time_words(event.when), width, size=12, fill=INK, bold=True)
    return (head, *event_stack(event, sheet, width))


def verdict(settled: str | None, width: float) -> tuple[Paragraph, ...]:
    """Return what is written under accounts that differ."""
    if settled is None:
        return (
            paragraph(
                "These accounts differ. Which one the investigation follows is not settled yet.",
                width,
                fill=INK,
                mark="warn",
            ),
        )
    return (paragraph(f"Settled: {settled}", width, fill=INK),)


def silence_stack(gap: Gap, width: float) -> tuple[Paragraph, ...]:
    """Return what is written in place of events."""
    nothing = f"Nothing is recorded for {duration_words(gap.duration)}."
    if gap.explained:
        return (
            paragraph(nothing, width, fill=INK, bold=True),
            paragraph(f"Explained: {gap.explanation}", width, fill=INK),
        )
    return (paragraph(f"{nothing} Not explained.", width, fill=INK, bold=True, mark="warn"),)


def event_label(event: Event, sheet: Sheet, *remarks: str) -> str:
    """Return all that is said about an event, with `remarks`, in sentences."""
    late = sheet.late.get(event.id)
    said = [
        f"{event.id}, {time_words(event.when)}: {event.what.rstrip('.')}.",
        *(f"{one}." for one in _secondary(event, sheet.case)),
        *remarks,
        "" if event.evidence else "No source given.",
        f"Written down {duration_words(late)} later." if late else "",
        "Went well." if event.went_well else "",
    ]
    return " ".join(one for one in said if one)


def _secondary(event: Event, case: Case) -> list[str]:
    said: list[str] = []
    if event.account_of:
        said.append(f"As told by {person_words(case, event.account_of)}")
    if event.who:
        said.append("; ".join(person_words(case, one) for one in event.who))
    if event.place:
        said.append(event.place)
    if event.evidence:
        said.append(f"Evidence {', '.join(event.evidence)}")
    return said
