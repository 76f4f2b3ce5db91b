import pytest

from workbench.domain.benchmarks import strength_benchmarks
from workbench.domain.case import is_content
from workbench.domain.kinds import KINDS, validate
from workbench.domain.quality import QualityRating, dimension_codes, quality_dimensions
from workbench.domain.vocabulary import Strength
from workbench.errors import InvalidEntry

RATING = {
    "dimension": "D5",
    "rating": "some evidence",
    "name": "Dana Example",
    "role": "governance lead",
    "at": "2026-03-30T09:00:00Z",
}


def test_there_are_eight_dimensions_in_our_own_words_with_the_tool_named() -> None:
    dimensions = quality_dimensions()

    assert dimension_codes() == tuple(f"D{number}" for number in range(1, 9))
    assert all(one.asks.endswith("?") for one in dimensions.entries)
    assert "Learning Response Review and Improvement Tool" in dimensions.source
    assert "our own words" in dimensions.source


@pytest.mark.parametrize(("code", "words"), [("D9", "D1 to D8"), ("d5", "did you mean 'D5'")])
def test_a_dimension_that_is_not_one_is_refused(code: str, words: str) -> None:
    with pytest.raises(InvalidEntry, match=words):
        validate(KINDS["quality-rating"], "QR1", {**RATING, "dimension": code})


def test_rating_a_case_does_not_outdate_its_approvals() -> None:
    assert isinstance(validate(KINDS["quality-rating"], "QR1", RATING), QualityRating)
    assert not is_content(QualityRating)


def test_the_benchmarks_are_the_published_shares() -> None:
    held = {one.code: [one.share(s) for s in Strength] for one in strength_benchmarks().entries}

    assert held == {"hibbert-2018": [8, 44, 48], "kwok-2020": [2, 15, 82]}
    assert all(one.of for one in strength_benchmarks().entries)
