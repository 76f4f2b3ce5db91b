import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.analysis.readability import GUIDES, advice, read_text, syllables
from workbench.domain.people_words import Audience

EASY = GUIDES[Audience.EASY_READ]


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("the", 1),
        ("cat", 1),
        ("any", 2),
        ("table", 2),
        ("people", 2),
        ("walked", 1),
        ("wanted", 2),
        ("called", 1),
        ("settled", 2),
        ("boxes", 2),
        ("rules", 1),
        ("handles", 2),
        ("changed", 1),
        ("changes", 2),
        ("question", 2),
        ("decision", 3),
        ("information", 4),
        ("area", 3),
        ("quiet", 2),
        ("being", 2),
        ("trying", 2),
        ("various", 3),
        ("People’s", 2),
        ("12.30", 1),
    ],
)
def test_syllables_are_counted_as_they_are_spoken(word: str, number: int) -> None:
    assert syllables(word) == number


def test_words_and_sentences_are_counted() -> None:
    reading = read_text("P1 rang at 12.30. Nobody came, and it was cold!\nWhy?")

    assert [one.words for one in reading.sentences] == [4, 6, 1]
    assert reading.words == 11
    assert reading.longest is not None
    assert reading.longest.text == "Nobody came, and it was cold!"


def test_abbreviations_and_times_do_not_end_a_sentence() -> None:
    assert len(read_text("Dr. Example rang, e.g. at 12.30, from St. Ives.").sentences) == 1


def test_items_of_a_list_are_sentences() -> None:
    assert len(read_text("We need\n- tea\n- a bus").sentences) == 3


def test_flesch_and_kincaid_are_their_published_formulae() -> None:
    reading = read_text("The cat sat on the table. We wanted a decision.")

    assert (reading.words, reading.syllables, len(reading.sentences)) == (10, 14, 2)
    assert reading.ease == pytest.approx(206.835 - 1.015 * 5 - 84.6 * 1.4)
    assert reading.grade == pytest.approx(0.39 * 5 + 11.8 * 1.4 - 15.59)


def test_long_words_have_more_than_six_letters() -> None:
    assert read_text("Winter weather").long_words == 1
    assert read_text("Winter weather").long_share == 0.5


def test_a_text_without_words_is_counted_too() -> None:
    reading = read_text("… !")

    assert (reading.words, reading.ease, reading.grade, reading.long_share) == (0, 0, 0, 0)
    assert reading.longest is None
    assert advice(reading, EASY) == ()


def test_easy_words_need_no_advice() -> None:
    assert advice(read_text("Your tablet was late. We are sorry."), EASY) == ()


def test_a_long_sentence_is_said_with_its_length() -> None:
    said = " ".join(advice(read_text("we go on " * 6), EASY))

    assert "18 words; 15 are easier" in said


def test_two_joints_may_hold_two_ideas_and_one_does_not() -> None:
    one = read_text("You came and we had tea.")
    two = read_text("You came and we had tea, but it was late.")

    assert one.several_ideas == ()
    assert len(two.several_ideas) == 1
    assert "1 sentence seems" in " ".join(advice(two, EASY))
    assert "idea" not in " ".join(advice(two, GUIDES[Audience.STAFF_LEARNING]))


def test_long_words_and_a_high_grade_are_said() -> None:
    said = " ".join(advice(read_text("Organisational deficiencies precipitated harm."), EASY))

    assert "75% of the words" in said
    assert "grade" in said


def test_every_audience_has_a_guide() -> None:
    assert set(GUIDES) == set(Audience)


@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    reading = read_text(text)

    assert reading.words == sum(one.words for one in reading.sentences)
    assert reading.syllables >= reading.words
    assert 0 <= reading.long_share <= 1
