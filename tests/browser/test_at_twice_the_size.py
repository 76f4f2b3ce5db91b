"""The drawings at 200 % zoom and with reduced motion: nothing is cut off or out of reach."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.fakes.by_keyboard import AtTheKeyboard
from tests.fakes.desks import desk_of
from tests.fakes.live_editors import drawn_step, open_drawing
from tests.fakes.workspaces import Office, make_office


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return make_office(tmp_path / "ws")


@pytest.mark.parametrize("step", ["timeline", "causes"])
def test_at_twice_the_size_nothing_is_cut_off_or_out_of_reach(
    step: str, browser: Browser, office: Office
) -> None:
    office.start()
    context = browser.new_context(
        viewport={"width": 640, "height": 450}, reduced_motion="reduce", bypass_csp=True
    )
    page = context.new_page()
    open_drawing(page, drawn_step(desk_of(office, steps=("timeline", "causes")), step))
    page.locator(".rca-drawing svg, .tl-plot").first.wait_for()
    buttons = page.locator(".rca-editor button:visible:enabled:not([tabindex='-1'])")
    offered = {" ".join(words.split()) for words in buttons.all_inner_texts()}
    somebody = AtTheKeyboard(page)
    somebody.press("Tab", "Shift+Tab")
    reached = somebody.walk()

    assert page.evaluate("document.documentElement.scrollWidth") <= 640
    assert page.evaluate("document.getAnimations().length") == 0
    assert [stop.html for stop in reached if not stop.inside] == []
    assert somebody.unseen == []
    assert offered <= {stop.name for stop in reached}
    context.close()
