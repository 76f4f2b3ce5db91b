"""How strong the actions of published investigations were."""

from __future__ import annotations

from functools import cache
from typing import Literal

from workbench.domain.published import published
from workbench.domain.values import Line, Value
from workbench.domain.vocabulary import Strength

__all__ = ["StrengthBenchmark", "StrengthBenchmarks", "strength_benchmarks"]


class StrengthBenchmark(Value):
    """What one study found: shares in per cent, as published; they may not add up to 100."""

    code: Line
    label: Line
    of: Line
    stronger: int
    intermediate: int
    weaker: int

    def share(self, strength: Strength) -> int:
        """Return the share of a strength, in per cent."""
        return {
            Strength.STRONGER: self.stronger,
            Strength.INTERMEDIATE: self.intermediate,
            Strength.WEAKER: self.weaker,
        }[strength]


class StrengthBenchmarks(Value):
    """The published shares, with their source."""

    name: Line
    version: Line
    source: Line
    status: Literal["verified", "unverified"]
    entries: tuple[StrengthBenchmark, ...]


@cache
def strength_benchmarks() -> StrengthBenchmarks:
    """Return the published benchmarks of action strength."""
    return StrengthBenchmarks.model_validate(published("action_strength_benchmarks"))
