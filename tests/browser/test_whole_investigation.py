"""A whole investigation by keyboard alone: from an incident to a signed record that holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.fakes.by_keyboard import AtTheKeyboard
from tests.fakes.labs import running_home
from tests.fakes.patience import PATIENCE
from tests.fakes.served import TOKEN
from tests.fakes.workspaces import PASSPHRASE, SIGNERS, Office, make_office
from workbench.domain.governance import Acceptance
from workbench.domain.reasoning import Link
from workbench.record.check import check_record
from workbench.record.seal.report import Verdict


@pytest.fixture
def office(tmp_path: Path) -> Office:
    office = make_office(tmp_path / "ws")
    # People make keys once, long before an incident, on a page that test_server_pages walks.
    office.make_keys()
    (tmp_path / "chart.pdf").write_bytes(b"%PDF-1.7\nThe chart of March.\n")
    return office


@pytest.fixture
def home(office: Office) -> Iterator[str]:
    """The address that `workbench lab` opens."""
    with running_home(office) as root:
        yield f"{root}?token={TOKEN}"


def test_an_investigation_by_keyboard_ends_in_a_record_that_is_signed(
    browser: Browser, office: Office, home: str
) -> None:
    context = browser.new_context(
        bypass_csp=True, reduced_motion="reduce", viewport={"width": 1400, "height": 1000}
    )
    somebody = AtTheKeyboard(context.new_page())
    somebody.page.goto(home)
    starts(somebody)
    says_what_it_is_about(somebody)
    says_who_takes_part(somebody)
    gathers(somebody, office.workspace.root.parent / "chart.pdf")
    orders(somebody)
    explains(somebody)
    connects(somebody)
    concludes(somebody)
    changes(somebody)
    tells(somebody)
    accepts(somebody)
    works_in_the_dark(somebody)
    at_the_pages = goes_to_sign(somebody)
    triages(at_the_pages)
    approves_and_signs(goes_to_sign(at_the_pages))
    context.close()

    assert somebody.faults == []
    assert somebody.unseen == []
    case = office.ledger.fold("C-0001")
    office.ledger.verify("C-0001").demand()
    assert {entry.author for entry in office.ledger.entries("C-0001")} == {"Office computer"}
    assert [(one.cause, one.effect, one.evidence) for one in case.all(Link)] == [
        ("C2", "C1", ("E1",))
    ]
    assert [one.code for one in case.all(Acceptance)] == ["COM003"]
    report = check_record(
        "C-0001-structured-analysis-v1",
        workspace=office.workspace,
        log=office.log,
        trust=(),
        register=None,
        at=datetime.now(UTC),
    )
    assert report.verdict is Verdict.SIGNED
    assert [(one.role, one.name) for one in report.signers] == list(SIGNERS)


def starts(somebody: AtTheKeyboard) -> None:
    """Start a case from the list of incidents that wait, and come to its notebook."""
    somebody.follow("Start a case on INC-0042")
    somebody.choose("Structured analysis", "Kind of review")
    somebody.follow("Start the case and open its notebook")
    # nobody presses anything for the editors to wake
    somebody.editor("scope").locator(".rca-frame").wait_for(timeout=PATIENCE)


def says_what_it_is_about(somebody: AtTheKeyboard) -> None:
    somebody.begin("scope", "Add scope")
    somebody.write("What is the case called?", "Late evening dose")
    somebody.write("What happened, in a few lines?", "A dose was given late.")
    somebody.look("scope")
    somebody.save("scope")
    somebody.begin("scope", "Add person")
    somebody.write("Who are they in this case?", "Person supported")
    somebody.save("scope")
    somebody.begin("scope", "Add person")
    somebody.write("Who are they in this case?", "Staff")
    somebody.save("scope")
    somebody.begin("scope", "Add manager's review")
    somebody.write("Who reviewed it?", "manager")
    somebody.moment(datetime(2026, 3, 15, 10), "When?")
    somebody.write("What was decided?", "To look into it in depth.")
    somebody.write("To whom was it escalated?", "Head of operations")
    somebody.look("scope")
    somebody.save("scope")
    somebody.begin("commission", "Add commission")
    somebody.write("What is the investigation asked to find out?", "How the dose came to be late.")
    somebody.enter("Add to Who agreed them?")
    somebody.write("Who agreed them?, 1", "Head of operations")
    somebody.day("When?", date(2026, 3, 16))
    somebody.look("commission")
    somebody.save("commission")
    somebody.begin("duties", "Add safeguarding decision")
    somebody.write("What are the facts?", "A time-critical dose was given four hours late.")
    somebody.to("Yes", "Was a safeguarding concern raised?")
    somebody.press("ArrowDown")
    somebody.write("Why, or why not?", "Talked through with the local authority.")
    somebody.write("Who decided?", "safeguarding lead")
    somebody.moment(datetime(2026, 3, 15, 11), "When?")
    somebody.look("duties")
    somebody.save("duties")


def says_who_takes_part(somebody: AtTheKeyboard) -> None:
    somebody.begin("people", "Add involvement")
    somebody.write("Who?", "P1")
    somebody.moment(datetime(2026, 3, 30, 14), "When?")
    somebody.write("What was it about?", "What she wants to know.")
    somebody.write("How?", "at home, with pictures")
    somebody.look("people")
    somebody.save("people")
    somebody.jump("questions", "Questions")
    somebody.begin("questions", "Add question")
    somebody.write("What is asked?", "Why was my tablet late?")
    somebody.write("Who asks it?", "P1")
    somebody.look("questions")
    somebody.save("questions")


def gathers(somebody: AtTheKeyboard, file: Path) -> None:
    somebody.begin("evidence", "Add piece of evidence")
    somebody.write("What is it?", "Medication chart")
    somebody.write("What kind of evidence is it?", "Care record")
    somebody.pick("Choose a file", file)
    expect(somebody.editor("evidence")).to_contain_text("Kept with its fingerprint")
    somebody.look("evidence")
    somebody.save("evidence")
    somebody.begin("evidence", "Add piece of evidence")
    somebody.write("What is it?", "P1 tells of that evening")
    somebody.write("What kind of evidence is it?", "The person's own account")
    somebody.write("Whose account is it?", "P1")
    somebody.tick("With pictures*", "How was it told?")
    somebody.save("evidence")


def orders(somebody: AtTheKeyboard) -> None:
    somebody.jump("timeline", "Timeline")
    for at, what in (
        (datetime(2026, 3, 14, 18), "The shift changed."),
        (datetime(2026, 3, 14, 22, 10), "The 18:00 dose was given."),
    ):
        somebody.begin("timeline", "Add event")
        somebody.moment(at, "When did it happen?")
        somebody.write("What happened?", what)
        somebody.tick("E1 *", "How do we know?")
        somebody.look("timeline")
        somebody.save("timeline")
    somebody.to("List", key="Shift+Tab")
    somebody.press("ArrowRight")
    somebody.look("timeline")


def explains(somebody: AtTheKeyboard) -> None:
    somebody.jump("factors", "Factors")
    somebody.begin("factors", "Add factor")
    somebody.write("What was so?", "Handover and round shared 18:00 to 18:30.")
    somebody.write("Through which lens do you see it?", "Workforce")
    somebody.tick("E1 *", "How do we know?")
    somebody.tick("T1 *", "Where does it show on the timeline?")
    somebody.look("factors")
    somebody.save("factors")
    for lens in ("Environment", "Communication"):
        somebody.begin("factors", "Add lens that showed nothing")
        somebody.write("Which lens?", lens)
        somebody.write("What was looked at, and what was so?", "It was as planned.")
        somebody.save("factors")


def connects(somebody: AtTheKeyboard) -> None:
    causes = somebody.jump("causes", "Causes")
    somebody.to("List")
    somebody.press("ArrowRight")
    somebody.begin("causes", "Add a cause")
    somebody.write("What was it?", "The 18:00 dose was given at 22:10")
    somebody.write("What kind of cause", "Outcome")
    somebody.look("causes")
    somebody.enter("Add the cause")
    expect(causes.locator('[data-cause="C1"]')).to_be_focused()
    somebody.press("n")
    expect(causes.locator("form:focus-within")).to_have_count(1)
    somebody.write("What was it?", "The rota put the handover at the time of the round")
    somebody.write("What kind of cause", "Condition")
    somebody.write("How did it lead there? Because …", "both needed the same two people")
    somebody.write("How sure", "Probable")
    somebody.enter("Add the cause")
    expect(causes.locator('[data-cause="C2"]')).to_be_focused()
    somebody.press("ArrowUp")
    expect(causes.locator('[data-cause="C1"]')).to_be_focused()
    somebody.press("l")
    expect(causes.locator('[data-link="L1"]')).to_be_focused()
    somebody.here()
    somebody.press("Enter")
    expect(causes.locator("form:focus-within")).to_have_count(1)
    somebody.tick("E1 *", "What speaks for it?")
    somebody.look("causes")
    somebody.save("causes")


def concludes(somebody: AtTheKeyboard) -> None:
    somebody.jump("findings", "Findings")
    somebody.begin("findings", "Add finding")
    somebody.write("What did you find?", "Handover and round compete for the same two people.")
    somebody.tick("C2 *", "Which causes does it rest on?")
    somebody.tick("E1 *", "Which evidence?")
    somebody.look("findings")
    somebody.save("findings")


def changes(somebody: AtTheKeyboard) -> None:
    somebody.jump("actions", "Actions")
    somebody.begin("actions", "Add safety action")
    somebody.write("What will be different?", "The evening handover starts at 19:00.")
    somebody.write("Name", "Dana Example", "Who answers for it?")
    somebody.write("Role", "service manager", "Who answers for it?")
    somebody.day("By when?", date(2027, 5, 1))
    somebody.tick("FI1 *", "Which findings ask for it?")
    somebody.write("What kind of change is it?", "Simplify")
    somebody.look("actions")
    somebody.save("actions")
    somebody.jump("assurance", "Assurance")
    somebody.begin("assurance", "Add measure")
    somebody.write("Of which action?", "A1")
    somebody.write("What will show that it worked?", "Evening doses given within 30 minutes")
    somebody.write("How is it now?", "82 of 100")
    somebody.write("What is to be reached?", "98 of 100")
    somebody.write("How will it be checked?", "File sampling")
    somebody.write("What exactly will be looked at?", "25 evening doses a week")
    somebody.write("Who checks?", "deputy manager")
    somebody.day("When is the result looked at?", date(2027, 6, 15))
    somebody.write("How many are looked at each time?", "25")
    somebody.write("For how many weeks?", "4")
    somebody.look("assurance")
    somebody.save("assurance")


def tells(somebody: AtTheKeyboard) -> None:
    somebody.jump("summaries", "Summaries")
    somebody.begin("summaries", "Add summary")
    somebody.write("For whom?", "Staff")
    somebody.write("Title", "Two jobs at once")
    somebody.enter("Add to What it says")
    somebody.write("What it says, 1", "Handover and the round shared one half hour.")
    somebody.look("summaries")
    somebody.save("summaries")
    somebody.jump("questions", "Questions")
    somebody.begin("questions", "Change Q1")
    somebody.write("How far is it answered?", "Answered")
    somebody.write("What is the answer?", "Two people had two jobs at one time.")
    somebody.tick("FI1 *", "Which findings does the answer rest on?")
    somebody.tick("E2 *", "Which evidence does the answer rest on?")
    somebody.save("questions")


def accepts(somebody: AtTheKeyboard) -> None:
    somebody.jump("commission", "Commission")
    somebody.begin("commission", "Accept with a reason: COM003 at CO1")
    somebody.write("Why may it stay so?", "Who looks into it is agreed by word of mouth this week.")
    somebody.write("In which role?", "Manager")
    somebody.write("Name", "Bryn Lloyd")
    somebody.look("commission")
    somebody.save("commission")


def works_in_the_dark(somebody: AtTheKeyboard) -> None:
    """Choose the dark theme from the palette of commands and look at every editor again."""
    somebody.to_toolbar("Sign and export")
    somebody.press("Control+Shift+C")
    expect(somebody.page.locator(".lm-CommandPalette-input")).to_be_focused()
    somebody.type("JupyterLab Dark")
    somebody.press("Enter")
    expect(somebody.page.locator('body[data-jp-theme-light="false"]')).to_have_count(1)
    somebody.look()


def goes_to_sign(somebody: AtTheKeyboard) -> AtTheKeyboard:
    """Go back up to the toolbar of the notebook and press the button there."""
    somebody.to_toolbar("Sign and export")
    with somebody.page.context.expect_page() as opened:
        somebody.press("Enter")
    return replace(somebody, page=opened.value)


def triages(somebody: AtTheKeyboard) -> None:
    expect(somebody.page.locator("main")).to_contain_text("No triage is recorded.")
    somebody.enter("Add a notebook of another kind")
    somebody.choose("Triage", "Kind of review")
    somebody.follow("Add it and open it")
    somebody.editor("incident").locator(".rca-frame").wait_for(timeout=PATIENCE)
    somebody.jump("triage", "Triage")
    somebody.begin("triage", "Add triage")
    somebody.write("What kind of incident is it?", "medication")
    somebody.write("Why that kind?", "A dose was given late.")
    somebody.to("Yes", "Could this harm someone else tonight?")
    somebody.press("ArrowDown")
    somebody.write("Why, or why not?", "The chart is for one person.")
    somebody.write("What was done at once*", "On-call nurse telephoned.")
    somebody.write("How deep will you look?", "Structured")
    somebody.write("Why that deep?", "A late dose can bring on a seizure.")
    somebody.write("Who decides?", "manager")
    somebody.moment(datetime(2026, 3, 15, 9), "When was it decided?")
    somebody.write("What is the worst *", "Severe")
    somebody.write("How likely is it *", "Frequent")
    somebody.look("triage")
    somebody.save("triage")


def approves_and_signs(somebody: AtTheKeyboard) -> None:
    """Approve in each role, freeze, sign in each role, issue."""
    page = somebody.page
    for role, name in SIGNERS:
        somebody.write("You are", name)
        somebody.choose("I approve the case as it stands", "Your decision")
        somebody.write("In your words", f"Read as {role}.")
        somebody.follow("Keep the decision")
    somebody.write("Freeze with the notebook", "Structured analysis")
    somebody.follow("Freeze the case")
    page.get_by_role("link", name="Read it and sign").wait_for(timeout=2 * PATIENCE)
    somebody.follow("Read it and sign")
    for _ in SIGNERS:
        somebody.write("What your signature means, in your words", "I stand behind it.")
        somebody.tick("I have read the record")
        somebody.write("The passphrase of your key", PASSPHRASE)
        somebody.follow("Sign the record")
    somebody.follow("Issue the record")
    expect(page.locator(".verdict")).to_have_text("Signed. Unchanged and fully signed.")
