from __future__ import annotations

import json
import re

import pytest
from pydantic import ValidationError

from workbench.errors import InvalidInput
from workbench.figures.exhibit import (
    EXHIBIT_MIME,
    Card,
    Cell,
    Drawing,
    Exhibit,
    Exhibits,
    Fact,
    Figure,
    Table,
    Tone,
    anchor_id,
    exhibit_html,
    exhibits_from_json,
)
from workbench.figures.exhibit_words import exhibit_text

FULL = Exhibit(
    name="findings",
    title="What was found",
    paragraphs=("One & two\nthree\n\nfour",),
    facts=(Fact(label="Seen by", value="two people"),),
    items=("first", Cell(text="second", href="#findings-FI1")),
    cards=(
        Card(
            anchor="FI1",
            reference="FI1",
            title="The chart lay elsewhere",
            status=Cell(text="Acted on", tone=Tone.DONE),
            facts=(Fact(label="Rests on", value=Cell(text="C4", href="#causes-C4")),),
        ),
    ),
    figures=(
        Figure(
            title="A drawing",
            description="It shows a square.",
            drawings=(
                Drawing(svg="<svg></svg>", width=10, height=10, min_width=8, label="Square"),
            ),
            alternative=Table(caption="The drawing", columns=("Part",), rows=(("square",),)),
        ),
    ),
    table=Table(
        caption="All of it",
        columns=("Id", "Says"),
        rows=((Cell(text="FI2", anchor="FI2"), Cell(text="a", more=(Cell(text="b"),))),),
    ),
    note="A note.",
)


def test_every_part_is_shown_in_the_order_that_is_promised() -> None:
    html = exhibit_html(FULL)
    order = (
        "What was found",
        "One &amp; two",
        "Seen by",
        "first",
        "The chart lay elsewhere",
        "A drawing",
        "<svg>",
        "The drawing",
        "All of it",
        "A note.",
    )

    places = [html.index(part) for part in order]

    assert places == sorted(places)


def test_a_blank_line_parts_paragraphs_and_a_line_break_stays_one() -> None:
    html = exhibit_html(FULL)

    assert "<p>One &amp; two<br>three</p><p>four</p>" in html


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", '"><img src=x>', "a & b"])
def test_words_never_become_markup(words: str) -> None:
    exhibit = Exhibit(
        name="x",
        title=words,
        paragraphs=(words,),
        facts=(Fact(label=words, value=Cell(text=words)),),
        items=(words,),
        cards=(Card(anchor="A1", reference=words, title=words, paragraphs=(words,)),),
        table=Table(caption=words, columns=(words,), rows=((words,),)),
        note=words,
    )

    html = exhibit_html(exhibit)

    assert "<script" not in html
    assert "<img" not in html
    assert " & " not in html


def test_every_id_is_unique_and_starts_with_the_name() -> None:
    ids = re.findall(r'\bid="([^"]*)"', exhibit_html(FULL))

    assert len(ids) == len(set(ids))
    assert all(one == "findings" or one.startswith("findings-") for one in ids)
    assert anchor_id("findings", "FI2") in ids


def test_heading_levels_follow_the_page() -> None:
    html = exhibit_html(FULL, heading_level=2)

    assert re.findall(r"<(h\d)", html) == ["h2", "h3"]


def test_a_tone_comes_with_a_mark_that_is_not_read_aloud_and_with_words() -> None:
    html = exhibit_html(Exhibit(name="x", items=(Cell(text="No owner", tone=Tone.WARN),)))

    assert '<span aria-hidden="true">▲ </span>No owner' in html


def test_a_table_scrolls_in_a_region_with_a_name_and_a_place_in_the_tab_order() -> None:
    html = exhibit_html(Exhibit(name="x", table=FULL.table))

    assert 'role="region" aria-label="All of it" tabindex="0"' in html
    assert '<th scope="col"' in html
    assert '<th scope="row"' in html


def test_an_empty_table_says_so_in_words() -> None:
    table = Table(caption="Actions", columns=("Action",), empty="none has been entered yet.")

    html = exhibit_html(Exhibit(name="x", table=table))

    assert "Actions: none has been entered yet." in html
    assert "<table" not in html


def test_a_column_without_a_header_is_refused() -> None:
    with pytest.raises(ValidationError, match="header in words"):
        Table(caption="c", columns=("A", " "))


def test_a_row_of_another_length_is_refused() -> None:
    with pytest.raises(ValidationError, match="one cell for each column"):
        Table(caption="c", columns=("A", "B"), rows=(("1",),))


@pytest.mark.parametrize("address", ["https://example.org", "javascript:alert(1)", "#", "# a"])
def test_only_links_within_the_page_are_taken(address: str) -> None:
    with pytest.raises(ValidationError):
        Cell(text="x", href=address)


def test_two_exhibits_of_one_name_are_refused() -> None:
    with pytest.raises(ValidationError, match="same name"):
        Exhibits(exhibits=(FULL, FULL))


def test_a_notebook_gets_the_value_the_html_and_the_text() -> None:
    bundle = FULL._repr_mimebundle_()

    assert set(bundle) == {EXHIBIT_MIME, "text/html", "text/plain"}
    assert bundle["text/html"] == exhibit_html(FULL)
    assert bundle["text/plain"] == exhibit_text(FULL)


def test_what_a_notebook_stores_is_read_back_the_same() -> None:
    stored = json.loads(json.dumps(FULL._repr_mimebundle_()[EXHIBIT_MIME]))

    assert exhibits_from_json(stored) == Exhibits(exhibits=(FULL,))
    assert exhibits_from_json(json.dumps(stored)) == Exhibits(exhibits=(FULL,))


@pytest.mark.parametrize("stored", ["", "[]", "{", '{"exhibits": [{"name": "A B"}]}'])
def test_what_is_not_exhibits_is_refused_without_repeating_it(stored: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        exhibits_from_json(stored)

    assert "A B" not in str(caught.value)


def test_plain_text_holds_the_words_of_every_part() -> None:
    said = exhibit_text(FULL)

    for words in ("What was found", "Seen by: two people", "- first", "FI1 The chart", "A note."):
        assert words in said
    assert "- Id: FI2; Says: a, b" in said
