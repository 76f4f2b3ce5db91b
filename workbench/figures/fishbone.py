"""Fishbones: one for each problem, with the groups of factors that were found as its ribs."""

from __future__ import annotations

from workbench.analysis.support import evidence_behind
from workbench.domain.case import Case
from workbench.domain.frameworks import Framework
from workbench.domain.reasoning import Factor, Problem
from workbench.domain.vocabulary import FactorEffect
from workbench.figures._fishbone_drawing import (
    Rib,
    Twig,
    draw_fish,
    head_lines,
    label_lines,
    label_width,
    twig_stack,
)
from workbench.figures.exhibit import Cell, Exhibit, Figure, Phrase, Table, Tone
from workbench.figures.words import counted, joined

__all__ = [
    "factor_twig",
    "fishbone_exhibit",
    "head_lines",
    "label_lines",
    "label_width",
    "twig_stack",
]


def fishbone_exhibit(case: Case, framework: Framework, *, name: str = "fishbone") -> Exhibit:
    """Return the fishbones of `case`, one a problem, and a table of every factor.

    The ribs are the groups of `framework` for which there are factors, no others. A factor without
    a problem or without a group stands on no fish; the exhibit says which do and the table why.
    """
    factors, problems = case.all(Factor), case.all(Problem)
    if not factors:
        return Exhibit(name=name, note="No contributory factors have been entered yet.")
    figures = tuple(
        _fish(case, problem, framework, f"{name}-{problem.id.lower()}", name)
        for problem in problems
        if _placed_on(case, problem)
    )
    bare = [problem.id for problem in problems if not _placed_on(case, problem)]
    said = []
    loose = [factor.id for factor in factors if not _is_placed(case, factor)]
    if loose:
        verb = "is" if len(loose) == 1 else "are"
        said.append(f"{joined(loose)} {verb} not on a fishbone; the table says why.")
    if bare:
        verb = "has" if len(bare) == 1 else "have"
        said.append(f"{joined(bare)} {verb} no factors in a group yet.")
    return Exhibit(
        name=name,
        paragraphs=tuple(said),
        figures=figures,
        table=_table(case, factors, framework),
        note=f"Groups: {framework.name}, version {framework.version}. {framework.source}.",
    )


def _placed_on(case: Case, problem: Problem) -> tuple[Factor, ...]:
    return tuple(
        factor
        for factor in case.all(Factor)
        if factor.problem == problem.id and factor.group is not None
    )


def _is_placed(case: Case, factor: Factor) -> bool:
    return (
        factor.group is not None
        and factor.problem is not None
        and case.get(Problem, factor.problem) is not None
    )


def _fish(case: Case, problem: Problem, framework: Framework, identifier: str, name: str) -> Figure:
    placed = _placed_on(case, problem)
    known = [group.code for group in framework.entries]
    others = dict.fromkeys(one.group for one in placed if one.group not in known)
    ribs = []
    for code in (*known, *others):
        twigs = tuple(factor_twig(case, one, framework) for one in placed if one.group == code)
        if twigs:
            label = framework.label(code) if code in known else f"Other group: {code}"
            ribs.append(Rib(label, twigs))
    helped = sum(1 for one in placed if one.effect is FactorEffect.MITIGATED)
    about = (
        f"{counted(len(placed) - helped, 'contributory factor').capitalize()} in "
        f"{counted(len(ribs), 'group')}"
        f"{f', and {helped} that helped' if helped else ''}."
    )
    title = f"{problem.id}: {problem.statement}"
    return Figure(
        title=title,
        description=about,
        drawings=(draw_fish(problem.statement, ribs, identifier, name, title, about),),
    )


def factor_twig(case: Case, factor: Factor, framework: Framework) -> Twig:
    """Return a factor as the fishbones draw it: its words, its marks, what is read aloud."""
    helped = factor.effect is FactorEffect.MITIGATED
    known = bool(evidence_behind(case, factor))
    verb = "Helped" if helped else "Contributed"
    label = (
        f"{factor.id}, {framework.label(factor.group)}. {verb}: {factor.statement.rstrip('.')}."
        f"{'' if known else ' No evidence named.'}"
    )
    return Twig(factor.id, factor.statement, helped, known, label)


def _table(case: Case, factors: tuple[Factor, ...], framework: Framework) -> Table:
    return Table(
        caption="All factors as a table",
        columns=("Factor", "Effect", "Group", "Problem", "Evidence"),
        rows=tuple(_row(case, factor, framework) for factor in factors),
    )


def _row(case: Case, factor: Factor, framework: Framework) -> tuple[Phrase, ...]:
    helped = factor.effect is FactorEffect.MITIGATED
    evidence = evidence_behind(case, factor)
    return (
        Cell(text=factor.id, anchor=factor.id),
        Cell(text="Helped", tone=Tone.DONE) if helped else "Contributed",
        Cell(text="No group given", tone=Tone.WARN)
        if factor.group is None
        else framework.label(factor.group),
        Cell(text="No problem given", tone=Tone.WARN) if factor.problem is None else factor.problem,
        ", ".join(evidence) if evidence else Cell(text="None named", tone=Tone.WARN),
    )
