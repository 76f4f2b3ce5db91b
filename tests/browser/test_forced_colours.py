"""The editors where the system sets every colour, as in a high-contrast theme."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.fakes.desks import desk_of
from tests.fakes.live_editors import drawn_step, open_drawing
from tests.fakes.workspaces import make_office

BEHIND = "element => getComputedStyle(element).backgroundColor"
LINE = "element => getComputedStyle(element).borderBottomColor"
WORDS = """headings => headings.map(one => {
    const { color, backgroundColor, forcedColorAdjust } = getComputedStyle(one);
    return [color, backgroundColor, forcedColorAdjust];
})"""
RING = "element => getComputedStyle(element).outlineStyle"


@pytest.fixture(params=["light", "dark"])
def page(request: pytest.FixtureRequest, browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """The factor board of a case, drawn."""
    office = make_office(tmp_path / "ws")
    office.start()
    office.fill("C-0001")
    context = browser.new_context(
        forced_colors="active", color_scheme=request.param, bypass_csp=True
    )
    page = context.new_page()
    open_drawing(page, drawn_step(desk_of(office, steps=("factors",)), "factors"))
    yield page
    context.close()


def test_the_chosen_tab_is_told_by_its_line_and_no_other_tab_has_one(page: Page) -> None:
    ground = page.locator("body").evaluate(BEHIND)
    lines = {
        tab.get_attribute("aria-selected"): tab.evaluate(LINE)
        for tab in page.get_by_role("tab").all()
    }

    assert lines["false"] == ground
    assert lines["true"] != ground


def test_no_words_of_the_board_are_as_light_or_dark_as_what_is_behind_them(page: Page) -> None:
    found = page.locator(".fb-lens").evaluate_all(WORDS)

    assert found
    for words, behind, adjusted in found:
        assert words != behind
        # the browser puts a ground of its own behind words that it colours
        assert adjusted == "none"


def test_what_has_the_focus_has_a_line_round_it(page: Page) -> None:
    page.get_by_role("tab", name="Drawing").focus()
    page.keyboard.press("Tab")

    assert page.evaluate_handle("document.activeElement").as_element().evaluate(RING) == "solid"
