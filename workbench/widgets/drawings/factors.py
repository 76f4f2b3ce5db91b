"""What the factor board shows beside the factors: groups, other frameworks, evidence, what held."""

from __future__ import annotations

from typing import Final

from workbench.analysis.support import evidence_behind
from workbench.domain.case import Case
from workbench.domain.crosswalk import counterparts, groups_of_lens
from workbench.domain.frameworks import FACTOR_FRAMEWORKS, Framework, factor_framework
from workbench.domain.inquiry import Evidence
from workbench.domain.reasoning import Cause, Factor
from workbench.domain.vocabulary import Lens
from workbench.figures.exhibit import Cell, Phrase
from workbench.figures.factor_views import went_well_exhibit

__all__ = ["extra"]

READING: Final = (
    "Groups are compared by the elements of the SEIPS work system that they speak of. That reading "
    "is ours: it shows where to look, and where to argue."
)
"""How far the words of another framework can be relied on."""


def extra(case: Case, framework: Framework) -> dict[str, object]:
    """Return what the board needs beside the factors and lens considerations, as JSON values.

    `framework` is the one that the workspace has chosen, with its groups and which lens each is
    mostly looked at through; `others` has for each other framework the counterparts of its groups;
    `behind` the evidence for each factor and the causes that name it; `went_well` what is to be
    kept: good events, barriers that held, good practice.
    """
    return {
        "lenses": [
            {"code": lens, "groups": [one.code for one in groups_of_lens(framework, lens)]}
            for lens in Lens
        ],
        "framework": {
            "name": framework.name,
            "version": framework.version,
            "groups": [
                {"code": one.code, "label": one.label, "asks": one.asks}
                for one in framework.entries
            ],
        },
        "others": [
            _other(framework, other)
            for other in map(factor_framework, FACTOR_FRAMEWORKS)
            if other != framework
        ],
        "reading": READING,
        "behind": {one.id: _behind(case, one) for one in case.all(Factor)},
        "went_well": _went_well(case),
    }


def _other(framework: Framework, other: Framework) -> dict[str, object]:
    """The words of another framework for each group of the chosen one."""
    return {
        "name": other.name,
        "version": other.version,
        "groups": {
            group.code: [one.label for one in counterparts(group, other)]
            for group in framework.entries
        },
    }


def _behind(case: Case, factor: Factor) -> dict[str, object]:
    """The evidence behind a factor, of how many kinds it is, and the causes that name it."""
    evidence = evidence_behind(case, factor)
    kinds = {held.type for one in evidence if (held := case.get(Evidence, one))}
    return {
        "evidence": list(evidence),
        "kinds": len(kinds),
        "causes": [one.id for one in case.all(Cause) if factor.id in one.factors],
    }


def _went_well(case: Case) -> list[dict[str, str]]:
    """What the exhibit of that name lists, but for factors, which have cards of their own."""
    table = went_well_exhibit(case).table
    listed = [[_plain(cell) for cell in row] for row in table.rows] if table else []
    factors = {one.id for one in case.all(Factor)}
    return [
        {"id": identifier, "said": said, "why": why}
        for identifier, said, why, _ in listed
        if identifier not in factors
    ]


def _plain(phrase: Phrase) -> str:
    return phrase.text if isinstance(phrase, Cell) else phrase
