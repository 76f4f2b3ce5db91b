from tests.fakes.cases import case, sound_case
from workbench.checks.examples import ExampleEntry
from workbench.figures.exhibit import exhibit_html, exhibit_text
from workbench.figures.telling import (
    commenting_exhibit,
    comments_exhibit,
    readability_exhibit,
    summaries_of,
)

AT = "2026-03-30T10:00:00+00:00"


def page(identifier: str, audience: str, *paragraphs: str, **more: object) -> ExampleEntry:
    data = {"audience": audience, "title": "It was late", "paragraphs": [*paragraphs], **more}
    return "summary", identifier, data


def test_easy_read_comes_first_and_in_large_type() -> None:
    shown = summaries_of(
        case(
            page("SU1", "staff learning", "Two jobs at once."),
            page("SU2", "family", "It was late."),
            page("SU3", "easy read", "Your tablet was late.", tested_with="two checkers"),
        )
    )

    assert [one.name for one in shown] == ["summary-su3", "summary-su2", "summary-su1"]
    assert [one.large for one in shown] == [True, False, False]
    assert 'class="rca-exhibit rca-large"' in exhibit_html(shown[0])
    assert "font-size:16pt" in exhibit_html(shown[0])
    assert "rca-large" not in exhibit_html(shown[1])
    assert "Read before it was given out by: two checkers." in exhibit_text(shown[0])


def test_comments_stand_with_their_answers_in_the_order_of_time() -> None:
    said = {"at": AT, "text": "It was five.", "about": "T1", "passage": "3.2"}
    answered = {**said, "answer": "It was.", "answered_by": "investigator", "changed": ["T1"]}
    shown = comments_exhibit(
        case(
            ("person", "P2", {"role": "family"}),
            ("comment", "CM1", {**said, "role": "staff"}),
            ("comment", "CM2", {**answered, "person": "P2", "at": "2026-03-29T10:00:00+00:00"}),
            ("comment", "CM3", {"at": AT, "role": "staff", "reply": "no comment"}),
        )
    )
    text = exhibit_text(shown)

    assert shown.table is not None
    assert [row[0].text for row in shown.table.rows] == ["CM2", "CM1", "CM3"]  # type: ignore[union-attr]
    assert "P2, family" in text
    assert "T1, 3.2" in text
    assert "Changed: T1. Answered by: investigator" in text
    assert text.count("Not answered") == 1
    assert "No comment" in text


def test_an_answer_that_changed_nothing_says_so() -> None:
    data = {"at": AT, "role": "staff", "text": "x", "answer": "No.", "answered_by": "investigator"}

    said = exhibit_text(comments_exhibit(case(("comment", "CM1", data))))

    assert "Nothing was changed" in said
    assert "The whole draft" in said


def test_readability_is_shown_beside_what_to_aim_at() -> None:
    said = exhibit_text(readability_exhibit(case(page("SU1", "easy read", "we go on " * 6))))

    assert "SU1, easy read" in said
    assert "Longest sentence: 18, aim at 15 or fewer" in said
    assert "unverified" in said


def test_what_nobody_wrote_is_said() -> None:
    assert "No comment is held here" in exhibit_text(comments_exhibit(case()))
    assert "No summary has been entered" in exhibit_text(readability_exhibit(case()))
    assert summaries_of(case()) == ()


def test_how_to_comment_names_nobody_and_says_it_is_a_draft() -> None:
    said = exhibit_text(commenting_exhibit())

    assert "This is a draft" in said
    assert "no comment" in said


def test_the_same_case_gives_the_same_bytes() -> None:
    assert [exhibit_html(one) for one in summaries_of(sound_case())] == [
        exhibit_html(one) for one in summaries_of(sound_case())
    ]
