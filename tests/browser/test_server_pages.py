"""The workbench's pages as people meet them: by keyboard alone, from home to a verified record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.fakes.labs import running_home
from tests.fakes.served import TOKEN
from tests.fakes.workspaces import PASSPHRASE, SIGNERS, Office, make_office

RECORD = "records/C-0001-structured-analysis-v1"
FOCUSED = """() => {
    const e = document.activeElement;
    if (!e || e === document.body) return '';
    const about = e.labels && e.labels.length ? e.labels[0] : e;
    return (e.getAttribute('aria-label') || about.innerText || '').replace(/\\s+/g, ' ').trim();
}"""
PLACES = ("", "start", "import", "keys", "cases/C-0001", RECORD, "nowhere")


@dataclass(frozen=True)
class Walk:
    """A walk through the pages: where they are, and what the browser said and asked on the way."""

    home: str
    said: tuple[str, ...]
    asked: tuple[str, ...]
    verdict: str
    titles: tuple[str, ...]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    office = make_office(tmp_path_factory.mktemp("walk") / "ws")
    office.make_keys()
    return office


@pytest.fixture(scope="module")
def home(office: Office) -> Iterator[str]:
    """The address of the pages, of a server as `workbench lab` runs it."""
    with running_home(office) as root:
        yield f"{root}workbench/"


@pytest.fixture(scope="module")
def walk(browser: Browser, office: Office, home: str) -> Walk:
    """Somebody without a mouse and without a script goes from home to a verified record."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    said: list[str] = []
    asked: list[str] = []
    titles: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: asked.append(request.url))

    # the address that JupyterLab itself would open
    page.goto(f"{home.removesuffix('workbench/')}?token={TOKEN}")
    titles.append(page.title())
    enter(page, "Start a case on INC-0042")
    choose(page, "Structured analysis")
    started = f"{home.removesuffix('workbench/')}lab/tree/cases/C-0001/structured-analysis.ipynb"
    page.route(started, lambda route: route.fulfill(body="JupyterLab opens the notebook here"))
    enter(page, "Start the case and open its notebook", until=started)
    office.fill("C-0001")

    page.goto(home)
    enter(page, "C-0001 Late evening dose")
    titles.append(page.title())
    for role, name in SIGNERS:
        write(page, "You are", name)
        choose(page, "I approve the case as it stands")
        write(page, "In your words", f"Read as {role}.")
        enter(page, "Keep the decision")
    enter(page, "Freeze the case")
    titles.append(page.title())
    page.get_by_role("link", name="Read it and sign").wait_for(timeout=120_000)
    enter(page, "Read it and sign")
    for _ in SIGNERS:
        write(page, "What your signature means, in your words", "I stand behind it.")
        choose(page, "I have read the record")
        write(page, "The passphrase of your key", PASSPHRASE)
        enter(page, "Sign the record")
    enter(page, "Issue the record")
    titles.append(page.title())
    verdict = page.locator(".verdict").inner_text()
    context.close()
    return Walk(home, tuple(said), tuple(asked), verdict, tuple(titles))


def to(page: Page, name: str) -> None:
    """Press Tab until what is called `name` has the focus."""
    for _ in range(150):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUSED) == name:
            return
    pytest.fail(f"{name!r} cannot be reached by keyboard on {page.title()!r}")


def enter(page: Page, name: str, *, until: str | None = None) -> None:
    """Go to a link or a button and press Enter."""
    to(page, name)
    with page.expect_navigation(url=until):
        page.keyboard.press("Enter")


def choose(page: Page, name: str) -> None:
    """Go to a box or a group of buttons and choose one, with the arrow keys where it is one."""
    wanted = page.get_by_label(name, exact=True)
    for _ in range(150):
        page.keyboard.press("Tab")
        kind = page.evaluate("document.activeElement.type")
        if kind == "checkbox" and page.evaluate(FOCUSED) == name:
            page.keyboard.press("Space")
        if kind == "radio" and within_the_group(page, name):
            page.keyboard.press("Space")
            for _ in range(10):
                if wanted.is_checked():
                    break
                page.keyboard.press("ArrowDown")
        if wanted.is_checked():
            return
    pytest.fail(f"{name!r} cannot be chosen by keyboard on {page.title()!r}")


def within_the_group(page: Page, name: str) -> bool:
    group = page.evaluate("document.activeElement.name")
    return page.get_by_label(name, exact=True).get_attribute("name") == group


def write(page: Page, name: str, words: str) -> None:
    """Go to a field and write into it; in a list, the letters choose."""
    to(page, name)
    page.keyboard.type(words)


def test_a_keyboard_alone_leads_from_home_to_a_verified_record(walk: Walk) -> None:
    assert walk.verdict == "Signed. Unchanged and fully signed."
    assert [title.split(" – ")[0] for title in walk.titles] == [
        "Your cases",
        "C-0001 Late evening dose",
        "Freezing C-0001",
        "C-0001-structured-analysis-v1: Late evening dose",
    ]


def test_the_pages_ask_for_nothing_elsewhere_and_break_none_of_their_own_rules(walk: Walk) -> None:
    assert [url for url in walk.asked if not url.startswith(walk.home.split("workbench/")[0])] == []
    assert [words for words in walk.said if "Content Security Policy" in words] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_every_page_is_accessible_and_never_scrolls_sideways(
    browser: Browser, walk: Walk, width: int, scheme: str
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]
        bypass_csp=True,
    )
    page = context.new_page()
    page.goto(f"{walk.home}?token={TOKEN}")
    found = {}
    for place in PLACES:
        page.goto(f"{walk.home}{place}")
        page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true; })")
        results = Axe().run(page)
        wide = page.evaluate("document.documentElement.scrollWidth")
        if results.violations_count or wide > width:
            found[place] = f"{wide} wide\n{results.generate_report()}"
    context.close()

    assert found == {}


def test_a_refusal_takes_the_focus_and_leads_to_its_form(browser: Browser, walk: Walk) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{walk.home}?token={TOKEN}")
    page.goto(f"{walk.home}cases/C-0001")
    page.get_by_label("To", exact=True).select_option("closed")
    page.get_by_label("Your role").fill("manager")
    page.get_by_label("Your name").fill("<i>Bryn</i>")
    page.get_by_label("Why now").fill("All done\nsince yesterday")
    page.get_by_role("button", name="Move it").click()

    assert page.title().startswith("Not done: C-0001")
    assert page.evaluate(FOCUSED) == "Go to the form; what you typed is still there"
    page.keyboard.press("Enter")
    assert page.url.endswith("#move")
    assert page.get_by_label("Your name").input_value() == "<i>Bryn</i>"
    assert page.get_by_label("Why now").input_value() == "All done\nsince yesterday"
    assert page.get_by_label("To", exact=True).input_value() == "closed"
    context.close()


OUT_OF_REACH = """async () => {
    const key = document.cookie.match(/_xsrf=([^;]+)/)[1];
    const form = new URLSearchParams({_xsrf: key, decision: 'approve'});
    const sent = await fetch('/workbench/cases/C-0001/decide', {method: 'POST', body: form});
    const frame = document.createElement('iframe');
    frame.src = '/workbench/records/C-0001-structured-analysis-v1';
    const shown = new Promise(done => { frame.onload = done; });
    document.body.append(frame);
    await shown;
    let framed = 'none';
    try { framed = frame.contentDocument ? frame.contentDocument.title : 'none'; } catch {}
    const opened = window.open('/workbench/records/C-0001-structured-analysis-v1');
    for (let n = 0; n < 100 && !opened.closed; n++) await new Promise(r => setTimeout(r, 100));
    let read = 'none';
    try { read = opened.document.title; } catch {}
    return [sent.status, framed, opened.closed, read];
}"""


def test_code_in_jupyterlab_s_page_cannot_reach_into_the_pages(
    browser: Browser, walk: Walk
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{walk.home}?token={TOKEN}")
    page.goto(f"{walk.home.removesuffix('workbench/')}lab", wait_until="domcontentloaded")

    assert page.evaluate(OUT_OF_REACH) == [403, "none", True, "none"]
    context.close()
