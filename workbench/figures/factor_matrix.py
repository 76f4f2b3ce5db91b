"""The factor matrix: which groups of factors were found through which lens, and where none was."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from workbench.domain.case import Case
from workbench.domain.frameworks import Framework
from workbench.domain.reasoning import Factor, LensConsideration
from workbench.domain.vocabulary import FactorEffect, Lens
from workbench.figures.exhibit import Cell, Drawing, Exhibit, Figure, Phrase, Table, Tone, anchor_id
from workbench.figures.marks import Paragraph, draw_stack, paragraph, stack_height
from workbench.figures.palette import ACCENT, GREEN, INK, QUIET, RULE, WASH
from workbench.figures.svg import drawing, group, item, items, line, rect, text, text_lines
from workbench.figures.text import LINE_HEIGHT, wrap
from workbench.figures.words import counted

__all__ = ["factor_matrix_exhibit"]

_HEADER = 148.0
_CELL = 176.0
_PAD = 8.0
_BETWEEN = 7.0
_TOP = 34.0


def factor_matrix_exhibit(
    case: Case, framework: Framework, *, name: str = "factor-matrix"
) -> Exhibit:
    """Return the factors of `case` by lens and by group of `framework`, drawn and as a table.

    Every lens has a column, with what was said where it showed nothing; only groups that hold
    factors have a row. Factors that helped are marked apart from those that contributed.
    """
    factors = case.all(Factor)
    if not factors:
        return Exhibit(name=name, note="No contributory factors have been entered yet.")
    about = _summary(factors)
    return Exhibit(
        name=name,
        figures=(
            Figure(
                title="Contributory factors by lens and group",
                description=about,
                drawings=(_Matrix(case, framework, name).draw(about),),
            ),
        ),
        table=_table(case, factors, framework),
        note=f"Groups: {framework.name}, version {framework.version}.",
    )


class _Matrix:
    """The grid: its rows and columns, and what stands in each cell."""

    def __init__(self, case: Case, framework: Framework, name: str) -> None:
        self._case, self._name = case, name
        self._factors = case.all(Factor)
        codes = dict.fromkeys(
            (*(group.code for group in framework.entries), *(one.group for one in self._factors))
        )
        used = {factor.group for factor in self._factors}
        self._rows: list[tuple[str | None, str]] = [
            (code, framework.label(code)) for code in codes if code in used
        ]
        without = any(factor.lens is None for factor in self._factors)
        self._lenses: list[Lens | None] = [*Lens, *([None] if without else [])]
        self._width = _HEADER + _CELL * len(self._lenses)

    def draw(self, about: str) -> Drawing:
        y = _TOP
        grid, entries = [self._heads()], []
        for code, label in self._rows:
            cells = [self._cell(code, lens) for lens in self._lenses]
            head = wrap(label, _HEADER - 2 * _PAD, 13, bold=True)
            height = max(
                len(head) * 13 * LINE_HEIGHT,
                *(sum(stack_height(one) + _BETWEEN for _, one in cell) for cell in cells),
            )
            height += 2 * _PAD
            grid.append(rect(0, y, _HEADER, height, fill=WASH))
            grid.append(text_lines(_PAD, y + _PAD, head, bold=True))
            for n, cell in enumerate(cells):
                entries += self._entries(cell, _HEADER + n * _CELL, y, label)
            y += height
            grid.append(line((0, y), (self._width, y), stroke=RULE, width=1.5))
        grid += [
            line((_HEADER + n * _CELL, 0), (_HEADER + n * _CELL, y), stroke=RULE, width=1.5)
            for n in range(len(self._lenses))
        ]
        notes, height = self._considered(y)
        return drawing(
            f"{self._name}-drawing",
            "Factor matrix",
            f"{about} Each factor leads to its row in the table.",
            (self._width, y + height + 30),
            group(*grid, notes, _legend(y + height + 16), hidden=True),
            items(*entries),
        )

    def _heads(self) -> str:
        pieces = [rect(0, 0, self._width, _TOP, fill=INK)]
        pieces.append(text(_PAD, 22, "Group", size=13, fill="#ffffff", bold=True))
        for n, lens in enumerate(self._lenses):
            words = lens.capitalize() if lens else "No lens given"
            pieces.append(
                text(_HEADER + n * _CELL + _PAD, 22, words, size=13, fill="#ffffff", bold=True)
            )
        return "".join(pieces)

    def _cell(
        self, code: str | None, lens: Lens | None
    ) -> list[tuple[Factor, tuple[Paragraph, ...]]]:
        return [
            (factor, _stack(factor))
            for factor in self._factors
            if factor.group == code and factor.lens is lens
        ]

    def _entries(
        self,
        cell: Sequence[tuple[Factor, tuple[Paragraph, ...]]],
        x: float,
        y: float,
        group_label: str,
    ) -> list[str]:
        drawn = []
        top = y + _PAD
        for factor, stack in cell:
            height = stack_height(stack)
            helped = factor.effect is FactorEffect.MITIGATED
            bar = (
                line((x + 9, top), (x + 9, top + height), stroke=GREEN, width=3, dash="4 3")
                if helped
                else rect(x + 7.5, top, 3, height, fill=ACCENT)
            )
            lens = f"{factor.lens} lens" if factor.lens else "no lens"
            said = f"{_EFFECTS[factor.effect]}: {factor.statement.rstrip('.')}."
            drawn.append(
                item(
                    f"{factor.id}, {group_label}, {lens}. {said}",
                    f"#{anchor_id(self._name, factor.id)}",
                    rect(x + 4, top - 2, _CELL - 8, height + 4),
                    bar,
                    draw_stack(stack, x + 18, top),
                )
            )
            top += height + _BETWEEN
        return drawn

    def _considered(self, top: float) -> tuple[str, float]:
        """What was said of lenses that showed nothing, under their columns."""
        pieces, most = [], 0.0
        for n, lens in enumerate(self._lenses):
            said = [
                paragraph(f"Considered: {one.because}", _CELL - 2 * _PAD, size=12)
                for one in self._case.all(LensConsideration)
                if one.lens is lens
            ]
            if lens and not said and not any(one.lens is lens for one in self._factors):
                words = "No factor, and not said why"
                said = [paragraph(words, _CELL - 2 * _PAD, fill=INK, mark="warn")]
            pieces.append(draw_stack(said, _HEADER + n * _CELL + _PAD, top + _PAD))
            most = max(most, stack_height(said) + 2 * _PAD if said else 0)
        return "".join(pieces), most


_EFFECTS: Final = {
    FactorEffect.CONTRIBUTED: "Contributed",
    FactorEffect.MITIGATED: "Helped",
}


def _stack(factor: Factor) -> tuple[Paragraph, ...]:
    helped = factor.effect is FactorEffect.MITIGATED
    words = f"{factor.id}  {'Helped: ' if helped else ''}{factor.statement}"
    return (
        paragraph(words, _CELL - 26, size=12, fill=INK, mark="well" if helped else None, lines=5),
    )


def _legend(top: float) -> str:
    return (
        rect(_PAD, top - 8, 3, 16, fill=ACCENT)
        + text(_PAD + 12, top + 4, "contributed", size=12, fill=QUIET)
        + line((118, top - 8), (118, top + 8), stroke=GREEN, width=3, dash="4 3")
        + text(130, top + 4, "helped: made it less likely or less severe", size=12, fill=QUIET)
    )


def _summary(factors: Sequence[Factor]) -> str:
    helped = sum(1 for one in factors if one.effect is FactorEffect.MITIGATED)
    by_lens = (
        f"{sum(1 for one in factors if one.lens is lens) or 'none'} through {lens}" for lens in Lens
    )
    contributed = counted(len(factors) - helped, "factor")
    return (
        f"{contributed.capitalize()} contributed and {helped or 'none'} helped: "
        f"{', '.join(by_lens)}."
    )


def _table(case: Case, factors: Sequence[Factor], framework: Framework) -> Table:
    rows = tuple(_row(factor, framework) for factor in factors)
    looked = tuple(
        (one.id, f"Nothing found: {one.because}", "", one.lens.capitalize(), "")
        for one in case.all(LensConsideration)
    )
    return Table(
        caption="Contributory factors by lens and group, as a table",
        columns=("Factor", "What it was", "Effect", "Lens", "Group"),
        rows=(*rows, *looked),
    )


def _row(factor: Factor, framework: Framework) -> tuple[Phrase, ...]:
    helped = factor.effect is FactorEffect.MITIGATED
    return (
        Cell(text=factor.id, anchor=factor.id),
        factor.statement,
        Cell(text="Helped", tone=Tone.DONE) if helped else "Contributed",
        factor.lens.capitalize() if factor.lens else "No lens given",
        framework.label(factor.group),
    )
