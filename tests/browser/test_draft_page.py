"""A draft as people meet it: marked on a screen and on paper, and readable by everybody."""

from __future__ import annotations

from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.hidden_text import hidden_text
from tests.fakes.notebooks import code, exhibit_output, notebook, step
from tests.fakes.record_case import mealtime_case
from workbench.figures.people import (
    involvement_exhibit,
    representation_exhibit,
    support_exhibit,
)
from workbench.figures.telling import comments_exhibit, readability_exhibit, summaries_of
from workbench.record.draft import for_comment
from workbench.record.page import build_draft_page
from workbench.record.pieces import render_pieces

MARK = "Draft for comment, not approved"
AT = "2026-03-28T10:00:00+00:00"
MORE = (
    (
        "summary",
        "SU1",
        {"audience": "easy read", "title": "Your lunch", "paragraphs": ["You choked.", "Sorry."]},
    ),
    ("summary", "SU2", {"audience": "family", "title": "x", "paragraphs": ["It was " * 20]}),
    ("comment", "CM1", {"role": "family", "at": AT, "text": "It was noon.", "about": "T1"}),
    (
        "involvement",
        "IV1",
        {"person": "P1", "at": AT, "what": "Asked.", "needs": [{"need": "pictures"}]},
    ),
    (
        "representation",
        "RP1",
        {"person": "P1", "sharing": [{"with_whom": "x", "agreed": "no", "on": "2026-03-16"}]},
    ),
    ("interview", "IW1", {"person": "P2", "at": AT, "how": "by video"}),
)


@pytest.fixture(scope="module")
def draft(tmp_path_factory):
    case = mealtime_case(*MORE)
    shown = (
        representation_exhibit(case),
        involvement_exhibit(case),
        support_exhibit(case),
        comments_exhibit(case),
        *summaries_of(case),
        readability_exhibit(case),
    )
    book = notebook(
        step("people", "1. People"), code("show()", exhibit_output(*shown), tags=["exhibit"])
    )
    page = build_draft_page(for_comment(case), organisation="Example Care", on=date(2026, 4, 1))
    path = tmp_path_factory.mktemp("draft") / "draft.html"
    path.write_bytes(b"".join(render_pieces(book, page, book)))
    return path.as_uri()


@pytest.fixture
def opened(browser, draft):
    contexts = []

    def open_at(width, height, **options):
        contexts.append(browser.new_context(viewport={"width": width, "height": height}, **options))
        page = contexts[-1].new_page()
        page.goto(draft)
        return page

    yield open_at
    for context in contexts:
        context.close()


@pytest.mark.parametrize("size", [(1280, 900), (360, 740)], ids=["desk", "phone"])
def test_a_draft_is_accessible_and_hides_nothing(opened, size):
    page = opened(*size, bypass_csp=True)

    results = Axe().run(page)

    assert results.violations_count == 0, results.generate_report()
    # On paper the mark is a pale watermark behind the text, on purpose.
    assert [one for one in hidden_text(page) if MARK not in one] == []


def test_the_mark_stays_in_sight_on_a_screen(opened):
    page = opened(1280, 900)
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")

    mark = page.locator(".draft-mark")

    assert mark.inner_text() == MARK
    assert mark.bounding_box()["y"] == 0


def test_the_mark_stands_on_every_printed_page(opened):
    page = opened(1280, 900)
    page.emulate_media(media="print")

    position = page.locator(".draft-mark").evaluate("one => getComputedStyle(one).position")
    rules = page.evaluate(
        "[...document.styleSheets].flatMap(s => [...s.cssRules]).map(r => r.cssText).join('')"
    )

    # What is fixed is printed on each page; the margin box says it once more, above the text.
    assert position == "fixed"
    assert rules.count("@page") >= 2


def test_easy_words_stand_in_large_type(opened):
    page = opened(1280, 900)

    size = page.locator("#summary-su1 p").first.evaluate("one => getComputedStyle(one).fontSize")

    assert float(size.removesuffix("px")) >= 16 * 96 / 72 - 0.1
