from itertools import count

import pytest

from workbench.record.fragments import (
    headings_below,
    ids_in,
    number_paragraphs,
    plain_words,
    tables_captioned,
    without_dead_links,
)


@pytest.mark.parametrize(
    ("html", "levels"),
    [
        ("<h1>a</h1><h2>b</h2><h3>c</h3>", [3, 4, 5]),
        ("<h3>a</h3><h6>b</h6><h1>c</h1>", [3, 4, 3]),
        ("<h4>a</h4><h4>b</h4>", [3, 3]),
        ("<h1>a</h1><h6>b</h6>", [3, 4]),
    ],
)
def test_headings_come_in_order_below_the_step(html, levels):
    made = headings_below(html, 2)
    found = [int(part[0]) for part in made.split("<h")[1:]]

    assert found == levels


def test_empty_headings_go():
    assert headings_below("<h1> </h1><p>x</p>", 2) == "<p>x</p>"


def numbered():
    numbers = count(1)
    return lambda: f"<p {next(numbers)}>"


def test_only_paragraphs_that_stand_alone_are_numbered():
    html = (
        "<p>a<br>b</p><ul><li><p>c</p></li></ul><blockquote><p>d</p></blockquote><p>e</p><p> </p>"
    )

    assert number_paragraphs(html, numbered()) == (
        "<p 1>a<br>b</p><ul><li><p>c</p></li></ul><blockquote><p>d</p></blockquote>"
        "<p 2>e</p><p> </p>"
    )


def test_a_greater_than_sign_in_an_attribute_does_not_confuse_the_numbering():
    html = '<p>a <a href="https://example.org/?a>b">x</a></p><p>b</p>'

    assert number_paragraphs(html, numbered()).count("<p 2>") == 1


def test_outermost_tables_are_captioned():
    made = tables_captioned(
        "<table><tr><td><table><tr></tr></table></td></tr></table><table><caption>Own</caption>"
        "</table>",
        lambda: ("<div>", "Table 1"),
    )

    assert made == (
        '<div><table class="rca-table"><caption>Table 1</caption><tr><td><table><tr></tr></table>'
        '</td></tr></table></div><div><table class="rca-table"><caption>Table 1. Own</caption>'
        "</table></div>"
    )


def test_links_within_the_page_that_lead_nowhere_are_links_no_more():
    html = '<a class="x" href="#a">one</a><a href="#b" id="a">two</a>'

    assert without_dead_links(html, ids_in([html])) == (
        '<a class="x" href="#a">one</a><a id="a">two</a>'
    )


def test_plain_words_are_the_text_alone():
    assert plain_words("<b>a</b> &amp;\n <i>b</i>") == "a & b"
