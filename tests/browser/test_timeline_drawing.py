"""The timeline, the factor board and the panel of actions in a browser, by keyboard and pointer.

The page is made from the committed bundle; the kernel is a fake that keeps a real case.
"""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.fakes.drawn_cases import DRAWN, long_night, many_events
from tests.fakes.editor_pages import FakeKernel, open_editor
from workbench.domain.reasoning import Factor
from workbench.domain.story import Event, ExplainedGap

SIZES = {"wide": (1200, 900), "narrow": (700, 900), "phone": (320, 640)}
FOCUSED = "document.activeElement.dataset.key || document.activeElement.dataset.card || null"


@pytest.fixture
def opened(browser):
    """Opens an editor at a size; gives the page and the kernel behind it."""
    contexts = []

    def open_at(layout, size="wide", *, case=None, dark=False, **options):
        width, height = SIZES[size]
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        page.faults = []
        page.on("pageerror", lambda error: page.faults.append(str(error)))
        kernel = FakeKernel(layout, case or DRAWN[layout])
        open_editor(page, kernel, dark=dark)
        page.locator(".rca-drawing").wait_for()
        return page, kernel

    yield open_at
    faults = [fault for context in contexts for page in context.pages for fault in page.faults]
    for context in contexts:
        context.close()
    assert faults == []


def press(page, *keys):
    """Press keys one after the other, each once the page has drawn what the last one did."""
    for key in keys:
        page.keyboard.press(key)
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")


def tab_until(page, reached):
    """Press the tab key until an expression of the page holds; fail where it never does."""
    for _ in range(40):
        if page.evaluate(reached):
            return
        press(page, "Tab")
    raise AssertionError(f"the tab key does not lead to where {reached}")


def tab_to(page, wanted):
    """Press the tab key until a thing on the drawing has the focus."""
    tab_until(page, f"({FOCUSED}) === '{wanted}'")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("layout", DRAWN)
def test_a_drawing_is_accessible(opened, layout, size, dark):
    page, _ = opened(layout, size, dark=dark)

    results = Axe().run(page, context=".rca-drawing")
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("layout", DRAWN)
def test_a_drawing_fits_a_phone(opened, layout):
    page, _ = opened(layout, "phone")

    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= SIZES["phone"][0]


def test_something_chosen_on_the_timeline_is_accessible(opened):
    page, _ = opened("timeline")
    tab_to(page, "T1")
    press(page, "ArrowRight", "ArrowRight", "m")

    results = Axe().run(page, context=".rca-drawing")
    assert results.violations_count == 0, results.generate_report()


def test_zooming_with_keys_goes_closer_and_back(opened):
    page, _ = opened("timeline")
    shown = page.locator(".tl-where")
    everything = shown.inner_text()
    tab_to(page, "T1")
    press(page, "ArrowRight", "ArrowRight", "+", "+")

    assert shown.inner_text() != everything
    assert page.evaluate(FOCUSED) == "T2"
    press(page, "0")
    assert shown.inner_text() == everything


def test_the_night_on_which_clocks_go_back_has_its_hour_twice(opened):
    page, _ = opened("timeline")
    tab_to(page, "T1")
    press(page, *["ArrowRight"] * 4, "+", "+", "+", "+", "+")

    hours = page.locator(".tl-hour").all_inner_texts()
    assert hours.count("01:00") == 2
    assert page.locator(".tl-turn").inner_text() == "clocks go back"


def test_the_arrow_keys_reach_everything_on_the_timeline(opened):
    page, _ = opened("timeline")
    tab_to(page, "T1")
    reached = [page.evaluate(FOCUSED)]
    for _ in range(11):
        press(page, "ArrowRight")
        reached.append(page.evaluate(FOCUSED))

    assert reached[5:8] == ["accounts:T5:T6", "T5", "T6"]
    assert {"gap:T1:T2", "gap:T8:T9", "T9"} <= set(reached)
    assert len(set(reached)) == 12


def test_what_has_the_focus_is_in_view_however_close(opened):
    page, _ = opened("timeline")
    tab_to(page, "T1")
    press(page, *["+"] * 6, "End")

    box = page.locator("[data-key=T9]").bounding_box()
    plot = page.locator(".tl-plot").bounding_box()
    assert page.evaluate(FOCUSED) == "T9"
    assert plot["x"] <= box["x"] < plot["x"] + plot["width"]


def test_an_event_is_moved_by_keys(opened):
    page, kernel = opened("timeline")
    tab_to(page, "T1")
    press(page, "ArrowRight", "ArrowRight", "m", "Control+ArrowRight", "Shift+ArrowRight", "Enter")
    page.get_by_text("T2 moved to 24 Oct 2026, 22:15.").wait_for(state="attached")

    assert len(kernel.saved) == 1
    assert kernel.case.get(Event, "T2").when.written() == "24 Oct 2026, 22:15"
    assert page.evaluate(FOCUSED) == "T2"


def test_an_event_that_is_left_stays_where_it_was(opened):
    page, kernel = opened("timeline")
    tab_to(page, "T1")
    press(page, "End", "m", "ArrowLeft", "Escape")

    assert kernel.saved == []
    assert page.evaluate(FOCUSED) == "T9"


def test_an_event_is_moved_by_dragging_its_bar(opened):
    page, kernel = opened("timeline")
    point = page.locator("[data-key=T2] .tl-point").bounding_box()
    x, y = point["x"] + point["width"] / 2, point["y"] + point["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 100, y, steps=5)
    page.mouse.up()
    page.get_by_text("T2 moved to").first.wait_for(state="attached")

    assert kernel.case.get(Event, "T2").when.written().startswith("24 Oct 2026, 1")


def test_the_end_of_an_interval_is_moved_by_dragging_it(opened):
    page, kernel = opened("timeline")
    page.locator("[data-key=T3] .tl-what").click()
    end = page.locator("[data-key=T3] [data-end=end]").bounding_box()
    page.mouse.move(end["x"] + 4, end["y"] + 10)
    page.mouse.down()
    page.mouse.move(end["x"] + 44, end["y"] + 10, steps=5)
    page.mouse.up()
    page.get_by_text("T3 moved to").first.wait_for(state="attached")

    before, after = long_night().get(Event, "T3").when, kernel.case.get(Event, "T3").when
    assert after.earliest == before.earliest
    assert after.latest > before.latest


def test_a_stretch_is_chosen_with_the_pointer_in_the_strip_above(opened):
    page, _ = opened("timeline")
    strip = page.locator(".tl-overview").bounding_box()
    page.mouse.move(strip["x"] + strip["width"] * 0.45, strip["y"] + 20)
    page.mouse.down()
    page.mouse.move(strip["x"] + strip["width"] * 0.6, strip["y"] + 20, steps=4)
    page.mouse.up()

    assert page.locator("[data-key=T1]").count() == 0
    assert page.locator("[data-key=T4]").count() == 1


def test_a_press_on_an_empty_place_offers_an_event_at_that_time(opened):
    page, _ = opened("timeline")
    lane = page.locator("[data-lane=together]")
    box = lane.bounding_box()
    lane.click(position={"x": box["width"] * 0.35, "y": box["height"] - 20})

    day = page.locator(".rca-form input[type=date]").first
    day.wait_for()
    assert day.input_value() == "2026-10-24"


def test_a_silence_is_explained_by_keys(opened):
    page, kernel = opened("timeline")
    tab_to(page, "T1")
    press(page, "End", "ArrowLeft")
    assert page.evaluate(FOCUSED) == "gap:T8:T9"
    press(page, "Enter")
    page.locator(".rca-form").wait_for()
    tab_until(page, "document.activeElement.tagName === 'TEXTAREA'")
    page.keyboard.type("P1 was in hospital.")
    press(page, "Control+Enter")
    page.locator("[data-key='gap:T8:T9']", has_text="explained").wait_for()

    gap = kernel.case.get(ExplainedGap, "G2")
    assert (gap.after, gap.before, gap.explanation) == ("T8", "T9", "P1 was in hospital.")


def test_a_factor_is_moved_by_keys(opened):
    page, kernel = opened("factors")
    tab_to(page, "F2")
    press(page, "End", "m")
    page.keyboard.type("env")
    press(page, "Tab")
    page.keyboard.type("Equip")
    press(page, "Tab", "Enter")
    page.get_by_text("F4 moved to environment, Equipment and resources.").wait_for(state="attached")

    factor = kernel.case.get(Factor, "F4")
    assert (factor.lens, factor.group) == ("environment", "equipment")
    assert page.evaluate(FOCUSED) == "F4"


def test_a_factor_is_moved_by_dragging_its_card(opened):
    page, kernel = opened("factors")
    card = page.locator("[data-card=F4]").bounding_box()
    target = page.get_by_role("button", name="Add a factor to Environment, Task").bounding_box()
    page.mouse.move(card["x"] + 30, card["y"] + 20)
    page.mouse.down()
    page.mouse.move(target["x"] + 10, target["y"] + 10, steps=6)
    page.mouse.up()
    page.get_by_text("F4 moved to environment, Task.").wait_for(state="attached")

    factor = kernel.case.get(Factor, "F4")
    assert (factor.lens, factor.group) == ("environment", "task")


def test_the_strength_of_the_actions_follows_the_form(opened):
    page, kernel = opened("actions")
    page.get_by_role("button", name="Edit A3").first.click()
    page.locator(".rca-form [data-field=approach] select").select_option("checklist")

    page.get_by_role("status").filter(has_text="1 intermediate").wait_for()
    assert kernel.saved == []


def test_lanes_can_be_by_who_acted(opened):
    page, _ = opened("timeline")
    page.get_by_label("Lanes by").select_option("who")

    names = page.locator(".tl-lane-name").all_inner_texts()
    assert "P2, night support worker" in names
    assert page.locator("[data-lane=P3] [data-key=T2]").count() == 1


def test_five_hundred_events_are_all_there_for_the_keyboard(opened):
    page, _ = opened("timeline", case=many_events)
    tab_to(page, "T1")
    press(page, "End")

    assert page.evaluate(FOCUSED) == "T500"
    assert page.locator("[data-key=T500]").get_attribute("aria-setsize") == "500"
