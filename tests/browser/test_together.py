"""Two people on one case, each with a server, a kernel and a browser of their own.

Each test enters words of its own and looks for those alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.fakes.labs import Lab, opened
from tests.fakes.patience import PATIENCE
from tests.fakes.typed_events import begin, save, told
from tests.fakes.workspaces import Office, make_office
from workbench.domain.access import AccessList
from workbench.domain.story import Event
from workbench.ledger.amend import Amendment

ASHA, BRYN = "Asha Verma", "Bryn Lloyd"
KEEPER = {"role": "governance lead", "name": "Carys Okafor", "because": "Answers for it."}
LISTED = {
    name: {"role": "investigator", "name": name, "because": "Investigates it."}
    for name in (ASHA, BRYN)
}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    office = make_office(tmp_path_factory.mktemp("together") / "ws")
    office.start()
    return office


@pytest.fixture(scope="module")
def pages(office: Office, browser: Browser) -> Iterator[tuple[Page, Page]]:
    """The case's notebook as Asha and as Bryn have it open."""
    labs = (Lab(office, ASHA), Lab(office, BRYN))
    with ExitStack() as stack:
        for lab in labs:
            stack.callback(lab.stop)
        with ThreadPoolExecutor() as both:
            list(both.map(Lab.start, labs))
        asha, bryn = (
            stack.enter_context(browser.new_context(viewport={"width": 1400, "height": 1000}))
            for _ in labs
        )
        for context, lab in ((asha, labs[0]), (bryn, labs[1])):
            context.set_default_timeout(PATIENCE)
            context.new_page().goto(lab.address)
        yield asha.pages[0], bryn.pages[0]


@pytest.fixture
def timelines(pages: tuple[Page, Page]) -> tuple[Locator, Locator]:
    """The timeline's editor as each of them has it; no form of an earlier test is open in it."""
    asha, bryn = (opened(page, "timeline") for page in pages)
    for timeline in (asha, bryn):
        if timeline.locator("form").count():
            timeline.page.evaluate("sessionStorage.clear()")
            timeline.page.reload()
            opened(timeline.page, "timeline")
    return asha, bryn


def add(timeline: Locator, what: str) -> None:
    """Enter an event and see it saved."""
    begin(timeline, what)
    save(timeline)
    expect(timeline.locator("form")).to_have_count(0)
    expect(timeline).to_contain_text(what)


def change(timeline: Locator, what: str) -> None:
    """Open the form of an event that is listed."""
    row = timeline.locator(".rca-item", has_text=what)
    row.get_by_role("button", name="Change").click()
    expect(told(timeline)).to_have_value(what)


def events(office: Office, *whats: str) -> list[str]:
    """Which of these the case holds."""
    held = {one.what for one in office.ledger.fold("C-0001").all(Event)}
    return [what for what in whats if what in held]


def admit(office: Office, *names: str) -> None:
    """Make a list of who may see the case, or change it."""
    held = office.ledger.fold("C-0001").only(AccessList)
    fields = {"grants": [KEEPER, *(LISTED[name] for name in names)], "kept_by": "governance lead"}
    office.change("C-0001", Amendment("access", held.id if held else None, fields))


def test_each_sees_what_the_other_enters(timelines: tuple[Locator, Locator]) -> None:
    asha, bryn = timelines
    add(asha, "Asha heard the alarm")
    expect(bryn).to_contain_text("Asha heard the alarm")

    add(bryn, "Bryn rang the nurse")
    expect(asha).to_contain_text("Bryn rang the nurse")


def test_each_sees_where_the_other_is_and_what_they_edit(
    timelines: tuple[Locator, Locator],
) -> None:
    asha, bryn = timelines
    asha.get_by_role("tab", name="List").click()
    bryn.locator('[data-edit="T1"]').click()

    expect(asha).to_contain_text("Bryn Lloyd is in Timeline, editing T1")
    expect(asha.locator('[data-entity="T1"]')).to_contain_text("Bryn Lloyd is editing this")
    expect(bryn).to_contain_text("Asha Verma is in Timeline")
    bryn.get_by_role("button", name="Close").click()
    expect(asha.locator('[data-entity="T1"]')).not_to_contain_text("is editing")


def test_undo_is_a_new_entry_that_takes_back_ones_own_and_not_the_others(
    timelines: tuple[Locator, Locator], office: Office
) -> None:
    asha, bryn = timelines
    add(asha, "Asha closed the window")
    add(bryn, "Bryn opened the door")
    expect(asha).to_contain_text("Bryn opened the door")
    before = office.ledger.entries("C-0001")

    asha.get_by_role("button", name="Undo adding event").click()
    expect(asha).not_to_contain_text("Asha closed the window")
    expect(bryn).not_to_contain_text("Asha closed the window")
    (*held, undoing) = office.ledger.entries("C-0001")
    assert tuple(held) == tuple(before)
    assert undoing.author == ASHA
    assert undoing.reason.startswith("Undid adding event")
    both = ("Asha closed the window", "Bryn opened the door")
    assert events(office, *both) == ["Bryn opened the door"]


def test_undo_of_what_the_other_has_changed_since_is_refused_in_words(
    timelines: tuple[Locator, Locator], office: Office
) -> None:
    asha, bryn = timelines
    add(asha, "The light was on")
    expect(bryn).to_contain_text("The light was on")
    change(bryn, "The light was on")
    told(bryn).fill("The light was off")
    save(bryn)
    expect(asha).to_contain_text("The light was off")

    asha.get_by_role("button", name="Undo adding event").click()
    expect(asha).to_contain_text("has changed since, and that would be lost")
    assert events(office, "The light was off")


def test_who_saves_second_is_shown_both_versions_and_asked(
    timelines: tuple[Locator, Locator], office: Office
) -> None:
    asha, bryn = timelines
    add(asha, "The bath was run")
    expect(bryn).to_contain_text("The bath was run")
    change(asha, "The bath was run")
    change(bryn, "The bath was run")
    told(asha).fill("Asha: the bath was run at six")
    told(bryn).fill("Bryn: the bath was run at seven")
    save(asha)
    expect(asha.locator("form")).to_have_count(0)
    save(bryn)

    conflict = bryn.locator(".rca-conflict")
    expect(conflict).to_contain_text("Asha Verma changed")
    expect(conflict).to_contain_text("Asha: the bath was run at six")
    expect(conflict).to_contain_text("Bryn: the bath was run at seven")
    both = ("Asha: the bath was run at six", "Bryn: the bath was run at seven")
    assert events(office, *both) == [both[0]]
    conflict.get_by_role("button", name="Keep mine throughout").click()
    expect(asha).to_contain_text(both[1])
    assert events(office, *both) == [both[1]]


def test_whom_the_access_list_leaves_out_is_told_shown_no_more_and_loses_nothing(
    timelines: tuple[Locator, Locator], office: Office
) -> None:
    asha, bryn = timelines
    begin(bryn, "Typed as the list was made")
    admit(office, ASHA)
    save(bryn)

    refused = bryn.locator("form").get_by_role("alert")
    expect(refused).to_contain_text("access list")
    expect(refused).to_contain_text("governance lead")
    expect(told(bryn)).to_have_value("Typed as the list was made")
    assert events(office, "Typed as the list was made") == []
    add(asha, "Asha goes on")
    expect(bryn.locator(".rca-status")).to_contain_text("access list")
    expect(bryn).not_to_contain_text("Asha goes on")

    admit(office, ASHA, BRYN)
    expect(bryn).to_contain_text("Asha goes on")
    save(bryn)
    expect(bryn.locator("form")).to_have_count(0)
    expect(asha).to_contain_text("Typed as the list was made")
