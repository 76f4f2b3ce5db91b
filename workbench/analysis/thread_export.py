"""The golden thread as files for other programs: a table for a spreadsheet, a graph for GraphML."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any, Final

from workbench.analysis.thread import BrokenLink, Thread, ThreadRow
from workbench.domain.spreadsheet_text import neutralised

__all__ = ["COLUMNS", "rows_broken_first", "thread_as_json", "thread_csv", "thread_graphml"]

COLUMNS: Final = (
    "Broken",
    "Questions",
    "Evidence",
    "Events",
    "Factors",
    "Causes",
    "Finding",
    "What was found",
    "Action",
    "What will change",
    "Measure",
    "What will show it",
    "Verifications",
    "What was seen",
)
"""The headings of the traceability table."""


def rows_broken_first(thread: Thread) -> tuple[ThreadRow, ...]:
    """Return the rows of the traceability table, those with a broken link first."""
    return tuple(sorted(thread.rows, key=lambda row: not row.breaks))


def thread_csv(thread: Thread) -> bytes:
    """Return the traceability table as a CSV file (UTF-8 with a byte order mark).

    Broken links that lie in no row stand first, each in a row of its own; then rows that are
    broken, then whole ones. A cell that a spreadsheet would take for a formula gets an
    apostrophe.
    """
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(COLUMNS)
    for row in _cells(thread):
        writer.writerow([neutralised(cell) for cell in row])
    return stream.getvalue().encode("utf-8-sig")


def thread_graphml(thread: Thread) -> bytes:
    """Return the golden thread as a typed, directed graph in GraphML (UTF-8).

    Each node has its `kind`, its `text` in full and, where the thread is broken there, what is
    missing in `broken`; each edge has the `field` in which the step was said. Nodes that are
    broken come first. A reference to something that is not in the case is a node of the kind
    `missing`.
    """
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    broken = _by_subject(thread.breaks)
    for node in sorted(thread.nodes, key=lambda node: node.id not in broken):
        graph.add_node(
            node.id, kind=node.kind, text=node.text, broken=" ".join(broken.get(node.id, ()))
        )
    for link in thread.breaks:
        if link.target is not None and link.subject in graph:
            if link.target not in graph:
                graph.add_node(link.target, kind="missing", text="", broken=link.words)
            graph.add_edge(link.subject, link.target, field=f"{link.subject}.{link.field}")
    for edge in thread.edges:
        graph.add_edge(edge.start, edge.end, field=edge.field)
    return "\n".join(
        ("<?xml version='1.0' encoding='utf-8'?>", *nx.generate_graphml(graph))
    ).encode()


def thread_as_json(thread: Thread) -> dict[str, Any]:
    """Return the golden thread as JSON values: broken links first, then rows, nodes and edges."""
    return {
        "broken": [asdict(link) for link in thread.breaks],
        "awaited": [asdict(one) for one in thread.awaited],
        "coverage": [asdict(one) for one in thread.coverage],
        "rows": [asdict(row) for row in rows_broken_first(thread)],
        "nodes": [asdict(node) for node in thread.nodes],
        "edges": [asdict(edge) for edge in thread.edges],
    }


def _cells(thread: Thread) -> Iterator[tuple[str, ...]]:
    within = {link for row in thread.rows for link in row.breaks}
    for link in thread.breaks:
        if link not in within:
            yield (link.words, *[""] * (len(COLUMNS) - 1))
    texts = {node.id: node.text for node in thread.nodes}
    for row in rows_broken_first(thread):
        yield _row(row, texts)


def _row(row: ThreadRow, texts: dict[str, str]) -> tuple[str, ...]:
    def both(identifier: str | None) -> tuple[str, str]:
        return identifier or "", texts.get(identifier or "", "")

    return (
        " ".join(link.words for link in row.breaks),
        ", ".join(row.questions),
        ", ".join(row.evidence),
        ", ".join(row.events),
        ", ".join(row.factors),
        ", ".join(row.causes),
        *both(row.finding),
        *both(row.action),
        *both(row.measure),
        ", ".join(row.verifications),
        "\n".join(texts[one] for one in row.verifications),
    )


def _by_subject(breaks: Iterable[BrokenLink]) -> dict[str, list[str]]:
    held: dict[str, list[str]] = {}
    for link in breaks:
        held.setdefault(link.subject, []).append(link.words)
    return held
