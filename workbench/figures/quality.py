"""What in the case speaks to its quality, and how named people rated each dimension."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.analysis.quality import DimensionEvidence, Lean
from workbench.domain.quality import QualityRating, quality_dimensions
from workbench.domain.vocabulary import EvidenceRating
from workbench.domain.when import written_day
from workbench.figures.exhibit import Card, Cell, Exhibit, Fact, Tone
from workbench.figures.words import counted

__all__ = ["quality_exhibit"]

_RATING_TONES = {
    EvidenceRating.GOOD: Tone.DONE,
    EvidenceRating.SOME: Tone.OPEN,
    EvidenceRating.LITTLE: Tone.WARN,
}
_LABELS = {
    Lean.FOR: "Speaks for it",
    Lean.LOOK: "Asks for a second look",
    Lean.KNOW: "To know",
}


def quality_exhibit(held: Sequence[DimensionEvidence]) -> Exhibit:
    """Return one card for each dimension, with its ratings and what the case holds on it."""
    rated = sum(1 for one in held if one.ratings)
    return Exhibit(
        name="quality",
        title="How well this was looked into",
        paragraphs=(
            f"{rated} of {counted(len(held), 'dimension')} "
            f"{'is' if rated == 1 else 'are'} rated. What the case holds on each is gathered "
            "here; how much evidence that is, a named person says.",
        ),
        cards=tuple(_card(one) for one in held),
        note=f"Dimensions: {quality_dimensions().source}.",
    )


def _card(one: DimensionEvidence) -> Card:
    facts = tuple(
        Fact(label=label, value="\n".join(signal.sentence for signal in signals))
        for lean, label in _LABELS.items()
        if (signals := [signal for signal in one.signals if signal.lean is lean])
    )
    return Card(
        anchor=one.dimension.code,
        reference=one.dimension.code,
        title=one.dimension.label,
        status=_status(one),
        paragraphs=(one.dimension.asks,),
        facts=(*(_reason(rating) for rating in one.ratings), *facts),
    )


def _status(one: DimensionEvidence) -> Cell:
    given = [_rating(rating) for rating in one.latest]
    if not given:
        return Cell(text="Not rated yet", tone=Tone.OPEN)
    return given[0].model_copy(update={"more": tuple(given[1:])})


def _rating(rating: QualityRating) -> Cell:
    return Cell(
        text=f"{rating.rating.capitalize()} ({rating.role})", tone=_RATING_TONES[rating.rating]
    )


def _reason(rating: QualityRating) -> Fact:
    given = f"{rating.rating.capitalize()}: {rating.name}, {rating.role}, {written_day(rating.at)}"
    return Fact(
        label="Rated",
        value=Cell(
            text=rating.because or "No reason given",
            tone=None if rating.because else Tone.WARN,
            more=(Cell(text=given, tone=Tone.QUIET),),
        ),
    )
