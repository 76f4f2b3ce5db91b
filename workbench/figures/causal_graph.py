"""The causal graph as a figure and as tables: what led to the outcome, and what acts on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from workbench.analysis.causal import CausalEdge, CausalGraph, CausalNode
from workbench.domain.case import Case
from workbench.domain.reasoning import Cause, Link
from workbench.figures._causal_drawing import Arrow, draw_graph, draw_overview
from workbench.figures._causal_nodes import Node, node_of
from workbench.figures._causal_parts import divide
from workbench.figures._causal_words import (
    actions_by_cause,
    evidence_against,
    label_of,
    notes_of,
    together,
)
from workbench.figures.exhibit import (
    Cell,
    Drawing,
    Exhibit,
    Figure,
    Phrase,
    Table,
    Tone,
    anchor_id,
)
from workbench.figures.words import counted, joined

__all__ = ["causal_graph_exhibit"]

_WHOLE_UP_TO: Final = 20
_IN_A_PART: Final = 11


def causal_graph_exhibit(graph: CausalGraph, case: Case, *, name: str = "causal-graph") -> Exhibit:
    """Return the causal graph of `case`: drawings, and tables of its causes and of its links.

    A box's shape says its type, a link's line how sure it is; badges are actions. Every box's
    accessible name holds the sentences that lead to it. A graph of more than twenty causes is
    drawn small and whole first, then in parts that can be read on a printed page. `case` gives
    evidence and stop reasons.
    """
    if not graph.nodes:
        return Exhibit(name=name, note="No causes have been entered yet.")
    actions = actions_by_cause(graph)
    about = _summary(graph)
    figure = Figure(
        title="What led to the outcome",
        description=about,
        drawings=_Drawings(graph, case, name, actions, about).all(),
        alternative=_causes_table(graph, case, actions),
    )
    return Exhibit(name=name, figures=(figure,), table=_links_table(graph, case, name))


class _Drawings:
    """The drawings of one graph: whole, or an overview and its parts."""

    def __init__(
        self,
        graph: CausalGraph,
        case: Case,
        name: str,
        actions: Mapping[str, tuple[str, ...]],
        about: str,
    ) -> None:
        self._graph, self._case, self._name = graph, case, name
        self._actions = actions
        self._about = f"{about} Each box leads to its row in the table of causes."
        most = len(graph.nodes) if len(graph.nodes) <= _WHOLE_UP_TO else _IN_A_PART
        self._parts = divide(graph, most)
        self._part_of = {one: n for n, part in enumerate(self._parts, 1) for one in part}

    def all(self) -> tuple[Drawing, ...]:
        if len(self._parts) == 1:
            nodes = [self._box(node, 1) for node in self._graph.nodes]
            arrows = [self._arrow(edge) for edge in self._graph.edges]
            return (draw_graph(nodes, arrows, self._name, "", "Causal graph", self._about),)
        numbered = enumerate(self._parts, 1)
        return (self._overview(), *(self._part(n, part) for n, part in numbered))

    def _overview(self) -> Drawing:
        return draw_overview(
            [(node.id, node.type, self._pointer(node)) for node in self._graph.nodes],
            [self._arrow(edge) for edge in self._graph.edges],
            self._name,
            "Causal graph, the whole of it",
            self._about,
            f"The whole graph; {len(self._parts)} parts in full follow",
        )

    def _part(self, number: int, part: tuple[str, ...]) -> Drawing:
        edges = [edge for edge in self._graph.edges if edge.effect in part]
        shown = {*part, *(edge.cause for edge in edges)}
        heading = f"Part {number} of {len(self._parts)}: what led to {part[0]}"
        return draw_graph(
            [self._box(node, number) for node in self._graph.nodes if node.id in shown],
            [self._arrow(edge) for edge in edges],
            self._name,
            f"-{number}",
            f"Causal graph. {heading}",
            self._about,
            heading,
        )

    def _box(self, node: CausalNode, part: int) -> Node:
        home = self._part_of[node.id]
        if home != part:
            return node_of(
                node.id,
                node.type,
                node.statement,
                combination=None,
                notes=[
                    (f"Its causes: part {home}" if node.causes else f"Also in part {home}", False)
                ],
                badges=(),
                label=self._pointer(node),
                lines=3,
            )
        return node_of(
            node.id,
            node.type,
            node.statement,
            combination=node.combination if len(node.causes) > 1 else None,
            notes=[*notes_of(node, self._graph, self._case), *self._onward(node)],
            badges=self._actions.get(node.id, ()),
            label=self._spoken(node),
        )

    def _onward(self, node: CausalNode) -> Iterable[tuple[str, bool]]:
        home = self._part_of[node.id]
        for effect in node.effects:
            if self._part_of[effect] != home:
                yield f"Leads to {effect}, part {self._part_of[effect]}", False

    def _pointer(self, node: CausalNode) -> str:
        said = f"{node.id}, {node.type}: {node.statement.rstrip('.')}."
        return f"{said} See part {self._part_of[node.id]}."

    def _spoken(self, node: CausalNode) -> str:
        notes = [words for words, _ in notes_of(node, self._graph, self._case)]
        if len(self._parts) > 1:
            notes += [f"Part {self._part_of[node.id]}"]
        return label_of(node, self._graph, notes, self._actions.get(node.id, ()))

    def _arrow(self, edge: CausalEdge) -> Arrow:
        doubted = bool(evidence_against(self._case, edge.id))
        return Arrow(edge.cause, edge.effect, edge.confidence, doubted)


def _summary(graph: CausalGraph) -> str:
    parts = (
        counted(len(graph.nodes), "cause or outcome", "causes and outcomes").capitalize(),
        counted(len(graph.edges), "link"),
        f"{counted(graph.path_count, 'path')} from where the causes end to an outcome",
    )
    said = [f"{', '.join(parts)}."]
    if graph.path_count:
        untouched = counted(graph.untouched_count, "path")
        verb = "is" if graph.untouched_count == 1 else "are"
        said.append(f"{untouched.capitalize()} {verb} not touched by any action.")
    for cycle in graph.cycles:
        said.append(f"{joined(cycle)} lead to one another in a circle.")
    if graph.unreachable:
        verb = "leads" if len(graph.unreachable) == 1 else "lead"
        said.append(f"{joined(graph.unreachable)} {verb} to no outcome.")
    return " ".join(said)


def _causes_table(graph: CausalGraph, case: Case, actions: Mapping[str, tuple[str, ...]]) -> Table:
    return Table(
        caption="The causes as a table",
        columns=("Cause", "What it is", "Because of", "Evidence", "Actions", "Remarks"),
        rows=tuple(_cause_row(node, graph, case, actions.get(node.id, ())) for node in graph.nodes),
    )


def _cause_row(
    node: CausalNode, graph: CausalGraph, case: Case, actions: tuple[str, ...]
) -> tuple[Phrase, ...]:
    held = case.get(Cause, node.id)
    notes = [
        Cell(text=words, tone=Tone.WARN if warns else None)
        for words, warns in notes_of(node, graph, case)
    ]
    if held and held.duty:
        notes.append(Cell(text=f"Duty: {held.duty}"))
    if held and held.stop_reason:
        notes.append(Cell(text=f"Why no deeper: {held.stop_reason}"))
    evidence: Phrase = (
        ", ".join(held.evidence)
        if held and held.evidence
        else Cell(text="None named", tone=Tone.WARN)
    )
    return (
        Cell(text=node.id, anchor=node.id),
        Cell(text=node.statement, more=(Cell(text=node.type.capitalize(), tone=Tone.QUIET),)),
        together(node) if len(node.causes) > 1 else joined(node.causes),
        evidence,
        ", ".join(actions),
        notes[0].model_copy(update={"more": tuple(notes[1:])}) if notes else "",
    )


def _links_table(graph: CausalGraph, case: Case, name: str) -> Table:
    rows: list[tuple[Phrase, ...]] = []
    for edge in graph.edges:
        held = case.get(Link, edge.id)
        against = evidence_against(case, edge.id)
        remarks: list[Cell] = []
        if against:
            remarks.append(Cell(text=f"Evidence against: {', '.join(against)}", tone=Tone.WARN))
        if edge.id in graph.out_of_order:
            remarks.append(Cell(text="The effect came before the cause", tone=Tone.WARN))
        rows.append(
            (
                edge.id,
                Cell(text=edge.cause, href=f"#{anchor_id(name, edge.cause)}"),
                Cell(text=edge.effect, href=f"#{anchor_id(name, edge.effect)}"),
                edge.sentence,
                ", ".join(held.evidence) if held else "",
                remarks[0].model_copy(update={"more": tuple(remarks[1:])}) if remarks else "",
            )
        )
    return Table(
        caption="The links as sentences",
        columns=("Link", "From", "To", "In words", "Evidence", "Remarks"),
        rows=tuple(rows),
        empty="no link has been entered yet.",
    )
