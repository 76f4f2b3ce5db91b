"""The golden thread as a figure and as a traceability table, with what is broken first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from workbench.analysis.breaks import Break, BrokenLink
from workbench.analysis.thread import Coverage, Thread, ThreadRow
from workbench.figures._thread_drawing import KINDS, draw_thread, named_in
from workbench.figures.exhibit import Cell, Exhibit, Fact, Figure, Phrase, Table, Tone
from workbench.figures.words import counted, in_short, joined

__all__ = ["thread_exhibit"]


def thread_exhibit(thread: Thread, *, name: str = "golden-thread") -> Exhibit:
    """Return the golden thread: coverage, breaks, what is awaited, a drawing, and two tables.

    In the traceability table rows with a break come first; the second table holds what no finding
    and no action goes back to. The drawing does not show links from cause to cause: the causal
    graph does.
    """
    if not thread.nodes:
        return Exhibit(name=name, note="Nothing has been entered yet that a thread could join.")
    about = _summary(thread)
    rows = sorted(thread.rows, key=lambda row: not row.breaks)
    targets = {
        one: f"row-{n}" for n, row in reversed(list(enumerate(rows, 1))) for one in named_in(row)
    }
    figure = Figure(
        title="From the questions asked to what was checked afterwards",
        description=about,
        drawings=(draw_thread(thread, name, about, targets),),
        alternative=_traceability(thread, rows),
    )
    return Exhibit(
        name=name,
        facts=tuple(Fact(label=one.label, value=_covered(one)) for one in thread.coverage),
        items=(
            *(Cell(text=words, tone=Tone.WARN) for words in _broken(thread.breaks)),
            *(Cell(text=one.words, tone=Tone.OPEN) for one in thread.awaited),
        ),
        figures=(figure,),
        table=_rest(thread, targets),
    )


def _broken(breaks: Sequence[BrokenLink]) -> Iterator[str]:
    """Breaks of one kind in one sentence; the table says each where it is."""
    kinds: dict[Break, list[BrokenLink]] = {}
    for one in breaks:
        kinds.setdefault(one.kind, []).append(one)
    for kind, held in kinds.items():
        if len(held) == 1 or kind is Break.DANGLING:
            yield from (one.words for one in held)
        else:
            yield f"{joined(dict.fromkeys(one.subject for one in held))}: each {kind}."


def _covered(coverage: Coverage) -> Phrase:
    if not coverage.total:
        return Cell(text=coverage.words, tone=Tone.QUIET)
    whole = coverage.covered == coverage.total
    return Cell(text=coverage.words, tone=Tone.DONE if whole else Tone.OPEN)


def _summary(thread: Thread) -> str:
    count = len(thread.breaks)
    broken = (
        "Nothing is broken."
        if not count
        else (f"{counted(count, 'break').capitalize()}, each marked with a triangle.")
    )
    awaited = (
        f" {counted(len(thread.awaited), 'measure').capitalize()} not due yet."
        if thread.awaited
        else ""
    )
    entries = counted(len(thread.nodes), "entry", "entries").capitalize()
    return f"{entries} on the thread. {broken}{awaited}"


def _traceability(thread: Thread, rows: Iterable[ThreadRow]) -> Table:
    texts = {node.id: " ".join(node.text.split()) for node in thread.nodes}
    return Table(
        caption="Traceability: what each action goes back to, and what shows that it worked",
        columns=(
            "Question and evidence",
            "What happened and why",
            "Finding",
            "Action",
            "Measure and check",
            "Broken or awaited",
        ),
        rows=tuple(_row(row, f"row-{n}", texts) for n, row in enumerate(rows, 1)),
        row_headers=False,
        empty="there is no finding and no action yet.",
    )


def _row(row: ThreadRow, anchor: str, texts: Mapping[str, str]) -> tuple[Phrase, ...]:
    def said(*identifiers: str) -> str:
        return "\n".join(f"{one}: {in_short(texts[one])}" for one in identifiers)

    known = (", ".join(row.questions), ", ".join(row.evidence))
    why = (", ".join(row.events), ", ".join(row.factors), ", ".join(row.causes))
    measured = (*((row.measure,) if row.measure else ()), *row.verifications)
    return (
        Cell(text="\n".join(one for one in known if one) or "None named", anchor=anchor),
        "\n".join(one for one in why if one),
        said(row.finding) if row.finding else Cell(text="No finding", tone=Tone.WARN),
        said(row.action) if row.action else _without_action(row),
        said(*measured) if measured else Cell(text=_without_measure(row), tone=Tone.QUIET),
        _lines(
            [
                *(Cell(text=one.words, tone=Tone.WARN) for one in row.breaks),
                *(Cell(text=one.words, tone=Tone.OPEN) for one in (row.awaited,) if one),
            ]
        ),
    )


def _without_action(row: ThreadRow) -> Phrase:
    if row.not_acted_on is None:
        return Cell(text="No action", tone=Tone.QUIET)
    return f"Not acted on: {row.not_acted_on}"


def _without_measure(row: ThreadRow) -> str:
    return "No measure" if row.not_acted_on is None else "None needed"


def _rest(thread: Thread, targets: Mapping[str, str]) -> Table | None:
    """What no row holds, by kind; evidence for an action or a check that a row holds is not."""
    onward = {
        node.id for node in thread.nodes if node.kind in ("action", "measure", "verification")
    }
    shown = {edge.start for edge in thread.edges if edge.end in onward and edge.end in targets}
    by_kind: dict[str, list[str]] = {}
    for node in thread.nodes:
        if node.id not in targets and not (node.kind == "evidence" and node.id in shown):
            by_kind.setdefault(node.kind, []).append(node.id)
    rows = tuple(
        (Cell(text=KINDS[kind], anchor=f"rest-{kind}"), ", ".join(held))
        for kind, held in by_kind.items()
    )
    caption = "What no finding and no action goes back to"
    return Table(caption=caption, columns=("Kind", "Entries"), rows=rows) if rows else None


def _lines(cells: list[Cell]) -> Phrase:
    return cells[0].model_copy(update={"more": tuple(cells[1:])}) if cells else ""
