"""Two people on one case, each with a kernel and a browser of their own."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.fakes.labs import Lab
from tests.fakes.workspaces import Office, make_office
from workbench.domain.story import Event
from workbench.ledger.amend import Amendment

PATIENCE = 60_000
BEATS = 10_000
LIST = {
    "grants": [
        {"role": "investigator", "name": "Asha Verma", "because": "Investigates it."},
        {"role": "governance lead", "name": "Carys Okafor", "because": "Answers for it."},
    ],
    "kept_by": "governance lead",
}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    office = make_office(tmp_path_factory.mktemp("together") / "ws")
    office.start()
    return office


@pytest.fixture(scope="module")
def pages(office: Office, browser: Browser) -> Iterator[tuple[Page, Page]]:
    """The case's notebook as Asha and as Bryn have it open."""
    labs = (Lab(office, "Asha Verma"), Lab(office, "Bryn Lloyd"))
    with ExitStack() as stack:
        for lab in labs:
            stack.callback(lab.stop)
            lab.start()
        contexts = [
            stack.enter_context(browser.new_context(viewport={"width": 1400, "height": 1000}))
            for _ in labs
        ]
        asha, bryn = (context.new_page() for context in contexts)
        asha.goto(labs[0].address)
        bryn.goto(labs[1].address)
        yield asha, bryn


@pytest.fixture
def timelines(pages: tuple[Page, Page]) -> tuple[Locator, Locator]:
    asha, bryn = (opened(page, "timeline") for page in pages)
    return asha, bryn


def opened(page: Page, step: str) -> Locator:
    """The editor of a step, on the screen and filled."""
    found = page.locator(f'.rca-editor[data-rca-step="{step}"]')
    found.wait_for(state="attached", timeout=PATIENCE)
    found.scroll_into_view_if_needed()
    found.locator(".rca-frame").wait_for(timeout=PATIENCE)
    return found


def add(timeline: Locator, what: str) -> None:
    """Enter an event and see it saved."""
    timeline.get_by_role("button", name="Add event").click()
    timeline.get_by_label("Date", exact=True).fill("2026-03-14")
    timeline.get_by_label("Time", exact=True).fill("19:30")
    timeline.get_by_label("What happened?").fill(what)
    timeline.get_by_role("button", name="Save", exact=True).click()
    expect(timeline.locator("form")).to_have_count(0)
    expect(timeline).to_contain_text(what)


def whats(office: Office) -> set[str]:
    return {one.what for one in office.ledger.fold("C-0001").all(Event)}


def test_each_sees_what_the_other_enters(timelines: tuple[Locator, Locator]) -> None:
    for here, there, what in (
        (*timelines, "Asha heard the alarm"),
        (*reversed(timelines), "Bryn rang the nurse"),
    ):
        add(here, what)
        entered = time.monotonic()
        expect(there).to_contain_text(what, timeout=BEATS)
        print(f"seen by the other after {time.monotonic() - entered:.2f} s")


def test_each_sees_where_the_other_is_and_what_they_edit(
    timelines: tuple[Locator, Locator],
) -> None:
    asha, bryn = timelines
    bryn.locator('[data-edit="T1"]').click()

    expect(asha).to_contain_text("Bryn Lloyd is in Timeline, editing T1", timeout=BEATS)
    expect(asha.locator('[data-entity="T1"]')).to_contain_text("Bryn Lloyd is editing this")
    expect(bryn).to_contain_text("Asha Verma is in Timeline", timeout=BEATS)
    bryn.get_by_role("button", name="Close").click()
    expect(asha.locator('[data-entity="T1"]')).not_to_contain_text("is editing", timeout=BEATS)


def test_undo_takes_back_ones_own_entry_and_not_the_others(
    timelines: tuple[Locator, Locator], office: Office
) -> None:
    asha, bryn = timelines
    add(asha, "Asha closed the window")
    add(bryn, "Bryn opened the door")
    expect(asha).to_contain_text("Bryn opened the door", timeout=BEATS)

    asha.get_by_role("button", name="Undo adding event").click()
    expect(asha).not_to_contain_text("Asha closed the window")
    expect(bryn).not_to_contain_text("Asha closed the window", timeout=BEATS)
    assert "Bryn opened the door" in whats(office)
    assert "Asha closed the window" not in whats(office)


def test_undo_of_what_the_other_has_changed_since_is_refused_in_words(
    timelines: tuple[Locator, Locator], office: Office
) -> None:
    asha, bryn = timelines
    add(asha, "The light was on")
    expect(bryn).to_contain_text("The light was on", timeout=BEATS)
    row = bryn.locator(".rca-item", has_text="The light was on")
    row.get_by_role("button", name="Change").click()
    bryn.get_by_label("What happened?").fill("The light was off")
    bryn.get_by_role("button", name="Save", exact=True).click()
    expect(asha).to_contain_text("The light was off", timeout=BEATS)

    asha.get_by_role("button", name="Undo adding event").click()
    expect(asha).to_contain_text("has changed since, and that would be lost")
    assert "The light was off" in whats(office)


def test_whom_the_access_list_leaves_out_is_told_and_shown_no_more_of_the_case(
    timelines: tuple[Locator, Locator], office: Office
) -> None:
    asha, bryn = timelines
    bryn.get_by_role("button", name="Add event").click()
    bryn.get_by_label("What happened?").fill("Typed as the list was made.")
    office.change("C-0001", Amendment("access", None, LIST))
    bryn.get_by_role("button", name="Save", exact=True).click()

    expect(bryn.get_by_role("alert").first).to_contain_text("access list", timeout=BEATS)
    expect(bryn.get_by_role("alert").first).to_contain_text("governance lead")
    expect(bryn.get_by_label("What happened?")).to_have_value("Typed as the list was made.")
    assert "Typed as the list was made." not in whats(office)
    add(asha, "Asha goes on")
    expect(bryn).not_to_contain_text("Asha goes on")
