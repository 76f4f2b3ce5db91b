from __future__ import annotations

from typing import Any

from tests.fakes.cases import sound_case
from workbench.analysis.causal import build_causal_graph
from workbench.analysis.quality import gather_quality
from workbench.figures.exhibit import Cell, Exhibit, Tone, exhibit_text
from workbench.figures.quality import quality_exhibit

RATING: dict[str, Any] = {
    "dimension": "D5",
    "rating": "little evidence",
    "because": "Nobody of the night shift was heard.",
    "name": "Dana Example",
    "role": "governance lead",
    "at": "2026-03-30T09:00:00Z",
}


def shown(*entries: Any) -> Exhibit:
    held = sound_case(*entries)
    return quality_exhibit(gather_quality(held, build_causal_graph(held), {"WRD002": ("F1",)}))


def test_there_is_a_card_for_each_dimension_with_what_speaks_to_it() -> None:
    exhibit = shown()
    text = exhibit_text(exhibit)

    assert [card.reference for card in exhibit.cards] == [f"D{n}" for n in range(1, 9)]
    assert "Asks for a second look: Wording that the check on blame (WRD002) asks about: F1" in text
    assert text.count("Not rated yet") == 8
    assert "0 of 8 dimensions are rated." in text


def test_a_rating_stands_with_who_gave_it_and_why() -> None:
    exhibit = shown(("quality-rating", "QR1", RATING))
    rated = exhibit.cards[4].facts[0]

    assert "1 of 8 dimensions is rated." in exhibit.paragraphs[0]
    assert isinstance(rated.value, Cell)
    assert (rated.label, rated.value.text) == ("Rated", "Nobody of the night shift was heard.")
    assert [one.text for one in rated.value.more] == [
        "Little evidence: Dana Example, governance lead, 30 Mar 2026"
    ]


def test_two_people_may_differ_and_a_missing_reason_shows() -> None:
    other = {**RATING, "name": "Robin Example", "role": "forum", "rating": "good evidence"}
    exhibit = shown(
        ("quality-rating", "QR1", RATING),
        ("quality-rating", "QR2", {**other, "because": None}),
    )
    status = exhibit.cards[4].status

    assert status is not None
    assert not isinstance(status, str)
    assert (status.text, status.tone) == ("Little evidence (governance lead)", Tone.WARN)
    assert status.more[0].text == "Good evidence (forum)"
    assert "No reason given" in exhibit_text(exhibit)


def test_the_source_is_named_and_its_text_is_ours() -> None:
    assert "LRRIT" in shown().note
    assert "our own words" in shown().note
