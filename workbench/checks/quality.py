"""QUA: somebody has looked at how well the investigation was done."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from workbench.checks.context import Asked
from workbench.checks.registry import LEADERS, SIGNATORIES, Hit, check
from workbench.domain.quality import QualityRating, dimension_codes
from workbench.domain.stages import Stage

__all__ = ["quality_not_rated", "rating_without_reason"]

_LEADERSHIP: Final = "Leadership oversight: challenging poor-quality investigations"


@check(
    "QUA001",
    "quality-not-rated",
    severity="advises",
    accept_by=SIGNATORIES,
    source=_LEADERSHIP,
)
def quality_not_rated(asked: Asked) -> Iterator[Hit]:
    """The case is about to be issued, and not every dimension of its quality was rated.

    Why it matters:
        Leaders who sign are asked to challenge the investigation, not only its findings. The
        eight dimensions make sure that the quiet ones are looked at as well. It is asked once the
        case is approved, or once somebody has begun to rate.

    Example:
        >>> from workbench.checks.examples import found
        >>> rating = {"rating": "some evidence", "because": "Three of five staff were heard.",
        ...     "name": "Dana Example", "role": "governance lead", "at": "2026-03-30T09:00+00:00"}
        >>> found("QUA001", ("quality-rating", "QR1", {**rating, "dimension": "D5"}))
        ['case']

    Instead:
        >>> found("QUA001", *(("quality-rating", f"QR{number}", {**rating,
        ...     "dimension": f"D{number}"}) for number in range(1, 9)))
        []

    References:
        Learning Response Review and Improvement Tool (LRRIT). Strong leadership oversight
        includes challenging poor-quality investigations: incident governance in learning
        disability services.
    """
    rated = {one.dimension for one in asked.case.all(QualityRating)}
    if not rated and not asked.stage.reaches(Stage.APPROVED):
        return
    still = [code for code in dimension_codes() if code not in rated]
    if still:
        yield Hit(
            "case",
            f"{', '.join(still)} of the eight dimensions of quality "
            f"{'is' if len(still) == 1 else 'are'} not rated. The step on quality shows what in "
            "the case speaks to each.",
        )


@check(
    "QUA002",
    "rating-without-reason",
    severity="warns",
    accept_by=LEADERS,
    source=_LEADERSHIP,
)
def rating_without_reason(asked: Asked) -> Iterator[Hit]:
    """A dimension of quality was rated, and nothing says why.

    Why it matters:
        A word on a scale tells the investigator nothing to mend or to keep. The reason does, and
        it lets the next reader disagree.

    Example:
        >>> from workbench.checks.examples import found
        >>> rating = {"dimension": "D5", "rating": "little evidence", "name": "Dana Example",
        ...     "role": "governance lead", "at": "2026-03-30T09:00+00:00"}
        >>> found("QUA002", ("quality-rating", "QR1", rating))
        ['QR1']

    Instead:
        >>> found("QUA002", ("quality-rating", "QR1", {**rating,
        ...     "because": "Nobody of the night shift was heard."}))
        []

    References:
        Learning Response Review and Improvement Tool (LRRIT): ratings are given with what they
        rest on.
    """
    for rating in asked.case.all(QualityRating):
        if rating.because is None:
            yield Hit(rating.id, f"The rating of {rating.dimension} does not say why.")
