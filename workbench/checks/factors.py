"""FAC: contributory factors and the lenses they are looked for through."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.context import Asked
from workbench.checks.registry import LEADERS, SIGNATORIES, Hit, check
from workbench.domain.frameworks import factor_framework
from workbench.domain.reasoning import Factor, LensConsideration
from workbench.domain.vocabulary import Lens

__all__ = ["factor_group_unknown", "lens_not_considered"]


@check(
    "FAC001",
    "lens-not-considered",
    severity="blocks",
    gate="approve",
    accept_by=LEADERS,
    source="Incident governance: consideration of workforce, environment and communication factors",
)
def lens_not_considered(asked: Asked) -> Iterator[Hit]:
    """One of workforce, environment and communication was not looked through.

    Why it matters:
        Investigations find what they look for. Each of the three lenses shows a factor, or
        somebody says that they looked, what they looked at, and that it showed none.

    Example:
        >>> from workbench.checks.examples import found
        >>> factors = (("factor", "F1", {"statement": "Rota overlap", "lens": "workforce"}),
        ...     ("factor", "F2", {"statement": "No line on the sheet", "lens": "communication"}))
        >>> found("FAC001", *factors)
        ['case']

    Instead:
        >>> found("FAC001", *factors, ("lens-consideration", "LC1", {
        ...     "lens": "environment", "because": "Room, light and chart were as planned."}))
        []

    References:
        Consideration of workforce, environment and communication factors: incident governance in
        learning disability services.
    """
    seen = {factor.lens for factor in asked.case.all(Factor)}
    seen |= {consideration.lens for consideration in asked.case.all(LensConsideration)}
    unseen = [lens for lens in Lens if lens not in seen]
    if unseen:
        yield Hit(
            "case",
            f"Not looked through: {', '.join(unseen)}. For each, add a factor with this lens, or "
            "that it was considered, what was looked at, and that none was found.",
        )


@check(
    "FAC002",
    "factor-group-unknown",
    severity="advises",
    accept_by=SIGNATORIES,
    source="Contributory-factor frameworks: one framework for a workspace",
)
def factor_group_unknown(asked: Asked) -> Iterator[Hit]:
    """A factor is in a group that the workspace's framework does not have.

    Why it matters:
        The fishbone has no spine for it and shows it as *Not grouped*, and it cannot be counted
        together with factors of other cases.

    Example:
        >>> from workbench.checks.examples import found
        >>> found("FAC002", ("factor", "F1", {"statement": "Rota overlap", "group": "rota"}))
        ['F1']

    Instead:
        >>> found("FAC002", ("factor", "F1", {"statement": "Rota overlap", "group": "task"}))
        []

    References:
        NPSA Contributory Factors Classification Framework; NHS contributory factor groups.
    """
    framework = factor_framework(asked.framework)
    codes = [group.code for group in framework.entries]
    for factor in asked.case.all(Factor):
        if factor.group is not None and factor.group not in codes:
            yield Hit(
                factor.id,
                f"The group of this factor is not one of {framework.name}: {', '.join(codes)}.",
            )
