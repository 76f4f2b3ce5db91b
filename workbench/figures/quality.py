"""What in the case speaks to its quality, and how named people rated each dimension."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.analysis.quality import DimensionEvidence, Lean
from workbench.domain.quality import QualityRating, quality_dimensions
from workbench.domain.vocabulary import EvidenceRating
from workbench.domain.when import written_day
from workbench.figures.exhibit import Card, Cell, Exhibit, Fact, Phrase, Table, Tone
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
    """Return one card for each dimension, and all ratings as a table."""
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
        table=Table(
            caption="Ratings, with who gave them and why",
            columns=("Dimension", "Rating", "Because", "By", "When"),
            rows=tuple(_row(one, rating) for one in held for rating in one.ratings),
            row_headers=False,
            empty="Nobody has rated the investigation yet.",
        ),
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
        facts=facts,
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


def _row(one: DimensionEvidence, rating: QualityRating) -> tuple[Phrase, ...]:
    return (
        Cell(
            text=f"{one.dimension.code} {one.dimension.label}", href=f"#quality-{rating.dimension}"
        ),
        Cell(text=rating.rating.capitalize(), tone=_RATING_TONES[rating.rating]),
        rating.because or Cell(text="No reason given", tone=Tone.WARN),
        f"{rating.name}, {rating.role}",
        written_day(rating.at),
    )
