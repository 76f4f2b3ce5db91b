"""The causal graph and the fishbone in a browser, with keys alone, before a real ledger."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.fakes.desks import desk_of
from tests.fakes.live_editors import ask, drawn_step, open_drawing
from tests.fakes.workspaces import make_office
from workbench.domain.reasoning import Cause, Factor, Link

SIZES = {"wide": (1200, 900), "narrow": (700, 900), "phone": (320, 740)}


@pytest.fixture
def desk(tmp_path):
    office = make_office(tmp_path / "ws")
    office.start()
    return desk_of(office, steps=("factors", "fishbone", "causes"))


@pytest.fixture
def opened(browser):
    """Opens a step's drawing at a size; nothing that it says to the console is expected."""
    contexts = []

    def open_at(widget, size="wide", *, dark=False, **options):
        width, height = SIZES[size]
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        page.said = []
        page.on("console", lambda message: page.said.append(message.text))
        page.on("pageerror", lambda error: page.said.append(str(error)))
        open_drawing(page, widget, dark=dark)
        return page

    yield open_at
    for context in contexts:
        context.close()


def graph(page):
    return page.get_by_role("application", name=re.compile("^Causal graph"))


def at(page, identifier):
    """The piece of a drawing that shows an entity."""
    return page.locator(
        f'svg [data-cause="{identifier}"], svg [data-link="{identifier}"], '
        f'svg [data-factor="{identifier}"], svg [data-problem="{identifier}"]'
    )


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


@pytest.fixture
def causes(desk, opened):
    """The page of the causal graph, with a cause that nothing connects yet."""
    widget = drawn_step(desk, "causes")
    ask(
        widget,
        "save",
        {
            "changes": [
                {
                    "kind": "cause",
                    "id": None,
                    "fields": {"statement": "Two calls waited", "type": "condition"},
                }
            ]
        },
    )
    page = opened(widget)
    graph(page).wait_for()
    return page


def test_a_cause_is_connected_with_keys_alone_and_the_link_undone(causes, desk):
    page = causes
    before = desk.case.all(Link)
    at(page, "C4").focus()
    press(page, "c", "Home")
    expect(at(page, "C1")).to_be_focused()
    press(page, "Enter")
    page.keyboard.type("nobody was free to see the dose")
    press(page, "Tab")
    page.keyboard.type("Prob")
    press(page, "Tab", "Enter")

    expect(at(page, "L3")).to_have_attribute(
        "aria-label", re.compile(r"^L3: C4 “Two calls waited” led to C1 .*nobody was free")
    )
    expect(at(page, "C1")).to_be_focused()
    made = desk.case.get(Link, "L3")
    assert (made.cause, made.effect, made.confidence) == ("C4", "C1", "probable")

    press(page, "Control+z")

    expect(at(page, "L3")).to_have_count(0)
    assert desk.case.all(Link) == before

    press(page, "Control+Shift+z")

    expect(at(page, "L3")).to_have_count(1)


def test_a_cause_of_this_one_is_added_with_keys_alone(causes, desk):
    page = causes
    at(page, "C4").focus()
    press(page, "n")
    page.keyboard.type("The rota was short")
    press(page, "Tab", "Tab")
    page.keyboard.type("one person answered for two houses")
    press(page, "Tab")
    page.keyboard.type("Est")
    press(page, "Tab", "Enter")

    expect(at(page, "C5")).to_be_focused()
    assert desk.case.get(Cause, "C5").statement == "The rota was short"
    assert desk.case.get(Link, "L3").effect == "C4"


def test_and_becomes_or_with_one_key(causes, desk):
    page = causes
    effect = next(
        cause.id
        for cause in desk.case.all(Cause)
        if [link.effect for link in desk.case.all(Link)].count(cause.id) > 1
    )
    at(page, effect).focus()
    press(page, "a")

    expect(page.locator(f'[data-gate="{effect}"]')).to_contain_text("OR")
    assert desk.case.get(Cause, effect).combination == "any"
    expect(page.get_by_role("status").last).to_contain_text("any one of its causes alone")


def test_a_cause_is_renamed_where_it_stands(causes, desk):
    page = causes
    at(page, "C4").focus()
    press(page, "F2", "Control+a")
    page.keyboard.type("Three calls waited")
    press(page, "Enter")

    expect(at(page, "C4")).to_be_focused()
    expect(at(page, "C4")).to_contain_text("Three calls")
    assert desk.case.get(Cause, "C4").statement == "Three calls waited"


def test_a_cause_is_removed_only_after_a_question(causes, desk):
    page = causes
    at(page, "C4").focus()
    press(page, "Delete", "Enter")
    expect(at(page, "C4")).to_be_focused()
    assert desk.case.get(Cause, "C4")

    press(page, "Delete", "Shift+Tab", "Enter")

    expect(at(page, "C4")).to_have_count(0)
    expect(at(page, "C1")).to_be_focused()


def test_a_link_opens_its_form_for_evidence_for_and_against(causes):
    page = causes
    at(page, "C1").focus()
    press(page, "l", "Enter")

    expect(page.get_by_role("heading", name=re.compile("^L1"))).to_be_visible()
    expect(page.get_by_text("What speaks against it?")).to_be_visible()

    page.get_by_role("button", name="Close").click()

    expect(at(page, "L1")).to_be_focused()


def test_a_circle_is_said_before_and_after_it_is_made(causes):
    page = causes
    at(page, "C1").focus()
    press(page, "c", "ArrowDown")
    expect(page.get_by_text("This would close a circle").first).to_be_visible()
    press(page, "Enter")
    page.keyboard.type("it went round")
    press(page, "Tab")
    page.keyboard.type("Poss")
    press(page, "Tab", "Enter")

    expect(at(page, "C1")).to_contain_text("Part of a circle")
    expect(at(page, "C1")).to_have_attribute("aria-label", re.compile("Part of a circle"))


def test_dragging_a_handle_onto_the_effect_connects(causes):
    page = causes
    at(page, "C4").hover()
    page.locator('[data-handle="C4"]').hover()
    page.mouse.down()
    at(page, "C1").hover()
    page.mouse.up()

    expect(page.get_by_role("form", name=re.compile("^C4 .* led to"))).to_be_visible()
    expect(page.get_by_label("What it led to")).to_have_value("C1")


def test_graphviz_places_the_graph_without_a_word_to_the_console(causes):
    at(causes, "C1").focus()
    placed = causes.evaluate(
        "async () => Boolean((await globalThis[Symbol.for('rca-workbench.graphviz')]).ask)"
    )

    assert placed
    assert causes.said == []


def test_the_graph_is_zoomed_moved_and_turned_with_keys(causes):
    page = causes
    at(page, "C1").focus()

    def width():
        return graph(page).bounding_box()["width"]

    before = width()
    press(page, "+", "+")
    expect(graph(page)).not_to_have_attribute("width", str(before))
    assert width() > before
    page.evaluate("document.querySelector('.rca-scroller').style.width = '200px'")
    press(page, "Shift+ArrowRight")
    assert page.evaluate("document.querySelector('.rca-scroller').scrollLeft") > 0

    press(page, "0")
    page.wait_for_function("document.querySelector('.rca-graph').width.baseVal.value < 200")

    tall = page.evaluate("document.querySelector('.rca-graph').getAttribute('viewBox')")
    page.get_by_role("button", name="Turn").click()
    expect(graph(page)).not_to_have_attribute("viewBox", tall)
    at(page, "C2").focus()
    press(page, "ArrowRight")
    expect(at(page, "C1")).to_be_focused()


def test_a_large_graph_begins_at_the_outcome_and_can_be_seen_in_small(desk, opened):
    widget = drawn_step(desk, "causes")
    here = {"mechanism": "so it was", "confidence": "probable", "effect": "C2"}
    for number in range(4, 34):
        new = {"statement": f"Thing {number}", "type": "condition"}
        ask(
            widget,
            "save",
            {
                "changes": [
                    {"kind": "cause", "id": "new:1", "fields": new},
                    {"kind": "link", "id": None, "fields": {**here, "cause": "new:1"}},
                ]
            },
        )
    page = opened(widget)

    expect(at(page, "C1")).to_be_in_viewport()

    page.get_by_role("button", name="Small boxes").click()

    expect(at(page, "C33").locator(".rca-outline").first).to_have_attribute("width", "48")
    expect(at(page, "C1")).to_be_in_viewport()


def test_tab_leaves_the_graph(causes):
    page = causes
    at(page, "C1").focus()
    press(page, "Tab")

    assert not page.evaluate("document.activeElement.closest('svg')")


@pytest.fixture
def fish(desk):
    """The widget of the fishbone, with two problems and a factor on each of two bones."""
    widget = drawn_step(desk, "fishbone")
    here = {"problem": "B1"}
    ask(
        widget,
        "save",
        {
            "changes": [
                {"kind": "problem", "id": None, "fields": {"statement": "The dose was late"}},
                {"kind": "problem", "id": None, "fields": {"statement": "P1 was not told"}},
            ]
        },
    )
    for number, group in ((1, "task"), (2, "team")):
        ask(
            widget,
            "save",
            {
                "changes": [
                    {
                        "kind": "factor",
                        "id": f"F{number}",
                        "fields": {**here, "group": group},
                        "base_version": desk.case.stamps[f"F{number}"].version,
                    }
                ]
            },
        )
    return widget


def test_a_factor_is_moved_to_another_bone_with_keys_alone_and_back(fish, desk, opened):
    page = opened(fish)
    at(page, "F1").focus()
    press(page, "m")
    page.keyboard.type("Comm")
    press(page, "Enter")

    expect(at(page, "F1")).to_be_focused()
    expect(page.locator('[data-bone="communication"] [data-factor="F1"]')).to_be_visible()
    assert desk.case.get(Factor, "F1").group == "communication"

    press(page, "Control+z")

    expect(page.locator('[data-bone="task"] [data-factor="F1"]')).to_be_visible()
    assert desk.case.get(Factor, "F1").group == "task"


def test_a_factor_is_dragged_to_a_bone_that_was_empty(fish, desk, opened):
    page = opened(fish)
    at(page, "F1").hover()
    page.mouse.down()
    target = page.locator('button[data-bone="staff"][data-of="B2"]')
    target.hover()
    page.mouse.up()

    expect(page.locator('[data-of="B2"][data-bone="staff"] [data-factor="F1"]')).to_be_visible()
    moved = desk.case.get(Factor, "F1")
    assert (moved.problem, moved.group) == ("B2", "staff")


def test_a_factor_that_helped_is_said_to_have(fish, desk, opened):
    page = opened(fish)
    at(page, "F2").focus()
    press(page, "e")

    expect(at(page, "F2")).to_contain_text("Helped:")
    assert desk.case.get(Factor, "F2").effect == "mitigated"


def test_a_factor_is_linked_to_a_cause(fish, desk, opened):
    page = opened(fish)
    at(page, "F2").focus()
    press(page, "k", "Enter")

    expect(page.get_by_text("It stands behind C1:")).to_be_visible()
    assert "F2" in desk.case.get(Cause, "C1").factors


@pytest.mark.parametrize("step", ["causes", "fishbone"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_the_drawing_is_accessible(fish, desk, opened, step, dark, size):
    page = opened(drawn_step(desk, step), size, dark=dark, reduced_motion="reduce")
    at(page, "C1" if step == "causes" else "F1").focus()
    press(page, "?")
    results = Axe().run(page, ".rca-drawing")

    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("step", ["causes", "fishbone"])
def test_nothing_needs_the_page_to_be_scrolled_sideways(fish, desk, opened, step):
    page = opened(drawn_step(desk, step), "phone")
    at(page, "C1" if step == "causes" else "F1").focus()

    assert page.evaluate("document.documentElement.scrollWidth") <= SIZES["phone"][0]
