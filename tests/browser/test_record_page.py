"""The record page as people meet it: on a desk, on a phone, on paper, and with a screen reader."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.hidden_text import hidden_text
from tests.fakes.notebooks import code, display, markdown
from tests.fakes.record_case import mealtime_case
from tests.fakes.record_pages import mealtime_pieces
from workbench.analysis.causal import build_causal_graph

SIZES = {"desk": (1280, 900), "phone": (360, 740)}


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    path = tmp_path_factory.mktemp("record") / "record.html"
    path.write_bytes(b"".join(mealtime_pieces()))
    return path.as_uri()


@pytest.fixture
def opened(browser, record):
    """Opens the record at a size; tells what it asked for and what it complained of."""
    contexts = []

    def open_at(size, url=record, **options):
        width, height = SIZES[size]
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        page.said, page.asked = [], []
        page.on("console", lambda message: page.said.append(message.text))
        page.on("request", lambda request: page.asked.append(request.url))
        page.goto(url)
        return page

    yield open_at
    for context in contexts:
        context.close()


@pytest.mark.parametrize("size", SIZES)
def test_the_record_is_accessible(opened, size):
    results = Axe().run(opened(size, bypass_csp=True))

    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("size", SIZES)
def test_everything_in_the_record_can_be_seen(opened, size):
    assert hidden_text(opened(size)) == []


@pytest.mark.parametrize(
    ("style", "why"),
    [
        ("display:none", "not displayed"),
        ("visibility:hidden", "invisible"),
        ("opacity:.1", "see-through"),
        ("font-size:1px", "too small"),
        ("position:absolute;left:-9999px", "off the page"),
        ("color:#fff", "same colour"),
        ("clip-path:inset(50%)", "clipped"),
        ("height:0;overflow:hidden", "cut off"),
    ],
)
def test_the_search_for_hidden_text_finds_it(opened, style, why):
    page = opened("desk")
    page.evaluate(
        "style => document.querySelector('main').insertAdjacentHTML('beforeend', "
        "`<p style='${style}'>planted</p>`)",
        style,
    )

    assert f"screen: {why}: planted" in hidden_text(page)


def test_the_search_for_hidden_text_finds_made_and_folded_text(opened):
    page = opened("desk")
    page.add_style_tag(content="@media print {h1::after {content: 'planted'}}")
    page.evaluate(
        "document.querySelector('main').insertAdjacentHTML('beforeend', "
        "'<details><summary>x</summary><p>folded</p></details>')"
    )
    found = hidden_text(page)

    assert 'print: ::after: "planted"' in found
    assert any(one.endswith(": folded") for one in found)


def test_the_record_asks_for_nothing_and_complains_of_nothing(opened, record):
    page = opened("desk")

    assert page.asked == [record]
    assert page.said == []


def test_nothing_hostile_runs_even_where_the_policy_is_lifted(opened, tmp_path):
    vectors = "<img src=x onerror=window.ran=1><svg onload=window.ran=1></svg>"
    path = tmp_path / "hostile.html"
    path.write_bytes(b"".join(mealtime_pieces(code("x", display(html=vectors)))))
    page = opened("desk", path.as_uri(), bypass_csp=True)

    assert page.evaluate("window.ran") is None
    assert page.asked == [path.as_uri()]


COVERED = (
    '<svg viewBox="0 0 300 80" width="300" height="80"><rect width="300" height="80"/>'
    '<g transform="translate(20 0)" fill="none"><text x="5" y="30">under a shape</text></g>'
    '<g stroke="#fff" stroke-width="9"><text x="5" y="60" style="fill:#fff">in white</text></g>'
    '<text x="-900" y="5">off the page</text><rect width="300" height="80" fill="#fff"/></svg>'
)


@pytest.mark.parametrize("size", SIZES)
def test_the_words_of_a_foreign_drawing_lie_on_top_and_are_listed(opened, tmp_path, size):
    path = tmp_path / "covered.html"
    cells = (code("x", display(svg=COVERED)), code("x", display(html=COVERED)), markdown(COVERED))
    path.write_bytes(b"".join(mealtime_pieces(*cells)))
    page = opened(size, path.as_uri())
    on_top = page.evaluate(
        "[...document.querySelectorAll('.foreign svg text, .commentary svg text')].map(e => {"
        "e.scrollIntoView({block: 'center'}); const b = e.getBoundingClientRect();"
        "return document.elementFromPoint(b.x + b.width / 2, b.y + b.height / 2) === e})"
    )

    assert on_top == [True] * 6
    assert page.get_by_text("under a shape · in white · off the page").count() == 3
    assert hidden_text(page) == []


@pytest.mark.parametrize("width", [320, 360, 390, 768, 1280])
def test_the_page_itself_never_scrolls_sideways(opened, width):
    page = opened("phone")
    page.set_viewport_size({"width": width, "height": 800})

    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_wide_tables_can_be_scrolled_by_keyboard(opened):
    page = opened("phone")
    region = page.get_by_role("region", name="Safety actions")
    region.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("e => e.scrollLeft > 0", arg=region.element_handle())


def test_a_screen_reader_meets_the_four_questions_in_order(opened):
    headings = [
        heading.inner_text() for heading in opened("desk").get_by_role("heading", level=2).all()
    ]

    assert headings[:5] == [
        "What happened",
        "What was found",
        "What will change",
        "Who approved it",
        "Contents",
    ]


def test_a_screen_reader_hears_every_causal_sentence(opened):
    heard = opened("desk").locator("body").aria_snapshot()
    flat = " ".join(heard.replace('\\"', '"').split())

    sentences = build_causal_graph(mealtime_case()).sentences
    assert len(sentences) == 4
    assert [one for one in sentences if " ".join(one.split()) not in flat] == []
    assert "Because of" in flat or "Caused by" in flat


def test_paragraphs_can_be_cited_by_their_number(opened):
    page = opened("desk")
    page.get_by_role("link", name="1.2", exact=True).click()

    assert page.url.endswith("#p1-2")


def test_on_paper_nothing_is_cut_off(opened):
    page = opened("desk")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 665, "height": 1000})
    cut = page.evaluate(
        "[...document.querySelectorAll('main *')].filter(e => !e.closest('svg') && "
        "e.getBoundingClientRect().right > document.documentElement.clientWidth + 2)"
        ".map(e => e.outerHTML.slice(0, 80))"
    )

    assert cut == []
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")


def test_without_colour_every_state_is_still_said_in_words(opened):
    page = opened("desk")

    for word in ("Answered", "Partly answered", "Good practice", "Open", "Communicated"):
        assert page.get_by_text(word).count() > 0
