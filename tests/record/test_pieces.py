import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from tests.fakes.notebooks import code, display, markdown
from tests.fakes.record_case import mealtime_case
from tests.fakes.record_pages import (
    mealtime_notebook,
    mealtime_page,
    mealtime_pieces,
    mealtime_template,
)
from workbench.record.pieces import render_pieces
from workbench.record.seal.text import text_problem

_VOID = {"br", "hr", "img", "meta"}
HOSTILE = (
    '\u202eevil\u0338 \' onload="x" {{ 7 * 7 }} {% raw %} <script>alert(1)</script> e\u0301 \x07'
)
HOSTILE_IN_CASE = '\' onload="x" {{ 7 * 7 }} {% raw %} <script>alert(1)</script> --> <!--'


class Balance(HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.broken = [], False

    def handle_starttag(self, tag, attrs):
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.broken = True


@pytest.fixture(scope="module")
def pieces():
    return mealtime_pieces()


@pytest.fixture(scope="module")
def html(pieces):
    return b"".join(pieces).decode()


def test_the_same_record_is_the_same_bytes(pieces):
    assert mealtime_pieces() == pieces


def test_the_pieces_are_text_that_may_be_sealed(pieces):
    assert [text_problem(piece) for piece in pieces] == [None] * len(pieces)
    assert text_problem(b"".join(pieces)) is None


def test_each_piece_between_the_first_and_the_last_is_balanced(pieces):
    for piece in pieces[1:-1]:
        reader = Balance()
        reader.feed(piece.decode())

        assert not reader.broken
        assert reader.open == []


def test_the_content_security_policy_comes_first_in_the_head(html):
    assert html.startswith(
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
        "form-action 'none'; base-uri 'none'\">"
    )


def test_there_is_one_first_heading_and_none_is_skipped(html):
    levels = [int(level) for level in re.findall(r"<h([1-6])\b", html)]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b <= a + 1 for a, b in pairwise(levels))


def test_no_id_is_given_twice_and_every_internal_link_leads_somewhere(html):
    ids = re.findall(r'\sid="([^"]*)"', html)

    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]*)"', html)) <= set(ids)


def test_nothing_is_loaded_and_nothing_runs(html):
    assert "<script" not in html
    assert not re.search(r'\s(?:src|srcset|data|action)="(?!data:image/)', html)
    assert not re.search(r"\son[a-z]+=", html)
    assert "url(" not in html
    assert "@import" not in html


def test_a_whole_record_is_small(pieces):
    assert sum(map(len, pieces)) < 1_000_000


def test_what_the_notebook_already_shows_is_not_repeated_in_an_annex(html):
    assert 'id="annex-questions"' not in html
    assert html.count('id="questions"') == 1
    assert 'id="annex-checks"' in html


def test_what_the_notebook_does_not_show_as_it_is_comes_in_an_annex():
    case = mealtime_case()
    other = mealtime_notebook(case).replace(b"Why was I given toast?", b"Why was it her own fault?")
    html = b"".join(render_pieces(other, mealtime_page(case), mealtime_template())).decode()

    assert 'id="annex-questions"' in html
    assert "Why was I given toast?" in html
    assert len(set(re.findall(r'\sid="([^"]*)"', html))) == len(re.findall(r'\sid="', html))


def test_guidance_and_parameters_are_left_out(html):
    for part in ("How to use this notebook", "What this step is for", "case_id = ", "guide.scope"):
        assert part not in html


def test_without_the_right_template_everything_is_shown_as_added():
    case = mealtime_case()
    html = b"".join(
        render_pieces(mealtime_notebook(case), mealtime_page(case), b'{"nbformat":4,"cells":[]}')
    ).decode()

    for part in ("How to use this notebook", "case_id = ", "guide.scope"):
        assert part in html


@pytest.mark.parametrize("where", ["title", "what", "statement"])
def test_hostile_words_in_a_case_are_only_words(where):
    entry = {
        "title": ("scope", "SC1", {"title": HOSTILE_IN_CASE, "summary": "S."}),
        "what": ("event", "T11", {"when": "04/03/2026 10:00", "what": HOSTILE_IN_CASE}),
        "statement": ("action", "A8", {"statement": HOSTILE_IN_CASE}),
    }[where]
    case = mealtime_case(entry)
    made = render_pieces(mealtime_notebook(case), mealtime_page(case), mealtime_template())
    html = b"".join(made).decode()

    assert "<script" not in html
    assert "{{ 7 * 7 }}" in html
    assert text_problem(b"".join(made)) is None


@pytest.mark.parametrize(
    "cell",
    [
        markdown(HOSTILE),
        markdown(f"## {HOSTILE}"),
        code(HOSTILE),
        code("x", display(html=HOSTILE)),
        code("x", display(plain=HOSTILE)),
        code("x", display(svg=f"<svg><text>{HOSTILE}</text></svg>")),
        {"cell_type": "raw", "metadata": {}, "source": HOSTILE},
    ],
)
def test_hostile_words_in_a_notebook_are_only_words(cell):
    pieces = mealtime_pieces(cell)
    html = b"".join(pieces).decode()

    assert "<script" not in html
    assert text_problem(b"".join(pieces)) is None
    assert "[U+202E]evil" in html


def test_a_comment_that_looks_like_a_seal_does_not_survive():
    cells = (markdown("<!--https://example.org/seal:abc-->"), code("x = '<!--seal:abc-->'"))

    assert b"<!--" not in b"".join(mealtime_pieces(*cells))
