"""The actions of a case taken together: how strong they are, and how people score them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from workbench.domain.case import Case
from workbench.domain.change import Action, FacesScore
from workbench.domain.frameworks import strength_of
from workbench.domain.vocabulary import Strength

__all__ = ["FACES", "Portfolio", "ScoredAction", "build_portfolio"]

FACES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "feasibility": "Feasibility",
        "acceptability": "Acceptability",
        "cost_benefit": "Cost and benefit",
        "effectiveness": "Effectiveness",
        "sustainability": "Sustainability",
    }
)
"""The five criteria by field name; each is scored from 1 to 5, 5 is best."""


@dataclass(frozen=True, slots=True)
class ScoredAction:
    """An action, its strength (None where its kind of change is not set), and its scores."""

    action: Action
    strength: Strength | None
    scores: tuple[FacesScore, ...]

    @property
    def roles(self) -> tuple[str, ...]:
        """The roles that scored it, each once."""
        return tuple(dict.fromkeys(score.role for score in self.scores))

    def spread(self, criterion: str) -> int:
        """Return how far the scores on a criterion lie apart, from 0 to 4."""
        held = [getattr(one, criterion) for one in self.scores]
        return max(held) - min(held) if held else 0


@dataclass(frozen=True, slots=True)
class Portfolio:
    """All actions of a case, in the order of entry."""

    actions: tuple[ScoredAction, ...]

    def count(self, strength: Strength | None) -> int:
        """Return how many actions are of a strength; None counts those whose kind is not set."""
        return sum(one.strength is strength for one in self.actions)

    def share(self, strength: Strength | None) -> float | None:
        """Return the share of a strength, from 0 to 1; None where there is no action."""
        return self.count(strength) / len(self.actions) if self.actions else None

    @property
    def only_weaker(self) -> bool:
        """True where there are actions, and none is known to be stronger or intermediate."""
        held = self.count(Strength.STRONGER) + self.count(Strength.INTERMEDIATE)
        return bool(self.actions) and not held


def build_portfolio(case: Case) -> Portfolio:
    """Return the actions of `case` with their strength and scores.

    Sources: action hierarchy, VA National Center for Patient Safety; FACES scores.
    """
    scores = case.all(FacesScore)
    return Portfolio(
        tuple(
            ScoredAction(
                action,
                strength_of(action.approach),
                tuple(one for one in scores if one.action == action.id),
            )
            for action in case.all(Action)
        )
    )
