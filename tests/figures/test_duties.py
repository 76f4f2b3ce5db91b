from __future__ import annotations

from datetime import date

from tests.fakes.cases import case, incident
from tests.fakes.duties import HEALTH, OTHER, REFUSING, decided, triaged
from workbench.analysis.clocks import duty_clocks, running_clocks
from workbench.analysis.duties import duties_of
from workbench.checks.examples import ExampleEntry
from workbench.domain.law import law_england
from workbench.domain.vocabulary import Circumstance
from workbench.figures.duties import (
    clocks_exhibit,
    decided_duties_exhibit,
    duties_exhibit,
    duty_steps_exhibit,
    others_exhibit,
    safeguarding_exhibit,
)
from workbench.figures.exhibit import Cell, Exhibit, Tone, exhibit_html, exhibit_text

DAY = date(2026, 4, 1)
TREATED = (incident(), triaged(Circumstance.TREATED))


def duties(*entries: ExampleEntry, provider: str = OTHER) -> Exhibit:
    held = case(*entries)
    return duties_exhibit(duties_of(held, provider), duty_clocks(held, provider), DAY)


def steps(*entries: ExampleEntry) -> Exhibit:
    return duty_steps_exhibit(duties_of(case(*entries)))


def row(exhibit: Exhibit, words: str) -> list[str]:
    assert exhibit.table is not None
    (found,) = [one for one in exhibit.table.rows if words in _said(one[0])]
    return [_said(cell) for cell in found]


def test_a_duty_stands_with_why_who_decides_what_was_decided_and_its_clock() -> None:
    name, because, who, decision, clock = row(duties(*TREATED), "Duty of candour")

    assert "regulation 20(2) to (6) and (9)" in name
    assert "treatment needed" in because
    assert who.startswith("The registered person")
    assert decision == "Not decided yet"
    assert "no number of days (statutory)" in clock


def test_a_decision_stands_in_the_words_of_whoever_took_it() -> None:
    decision = row(duties(*TREATED, decided("candour-20-9")), "Duty of candour")[3]

    assert "DU1: Found to apply" in decision
    assert "As said." in decision
    assert "Because: Of the facts." in decision
    assert "Registered manager, 15 Mar 2026, 11:00" in decision


def test_a_decision_the_other_way_is_told_as_one() -> None:
    decision = row(duties(*TREATED, decided("candour-20-9", False)), "Duty of candour")[3]

    assert "Decided otherwise" in decision
    assert "As said." in decision


def test_an_entry_that_was_not_read_in_its_source_says_so() -> None:
    shown = duties(incident(), triaged(Circumstance.CORONER))

    assert "Not verified: look it up" in row(shown, "Coroner")[0]


def test_a_clock_that_lapsed_is_marked_in_words_and_not_by_colour_alone() -> None:
    entries = (incident(), triaged(Circumstance.TREATED, Circumstance.CONTRACT))

    assert "24 Mar 2026: lapsed" in row(duties(*entries), "Standard Contract")[4]


def test_steps_are_taken_not_recorded_yet_or_settled_by_another() -> None:
    tried = ("duty-step", "DS1", {
        "duty": "DU1", "step": "record-attempts", "done_on": "2026-03-16", "what": "Rang twice.",
    })  # fmt: skip
    open_table = steps(decided("candour-20-9")).table
    settled_table = steps(decided("candour-20-9"), tried).table
    assert open_table is not None
    assert settled_table is not None

    before = {_said(one[1]): _said(one[2]) for one in open_table.rows}
    after = {_said(one[1]): _said(one[2]) for one in settled_table.rows}

    assert set(before.values()) == {"Not recorded yet"}
    assert not [text for text in before if "attempts" in text]
    assert "DS1, 16 Mar 2026 Rang twice." in after.values()
    assert list(after.values()).count("Settled by another step") == 7


def test_safeguarding_shows_each_part_and_leaves_the_verdict_to_the_local_authority() -> None:
    entry = {
        "facts": "She was left without a drink.",
        "abuse_or_neglect": "No drink from two to six.",
        "concern_raised": True,
        "raised_with": "Adult safeguarding team",
        "reference": "ASC-1",
        "at": "2026-03-15T11:00:00+00:00",
        "because": "b",
        "decided_by": "lead",
    }
    shown = safeguarding_exhibit(case(("safeguarding", "SG1", entry)))
    facts = {fact.label: _said(fact.value) for fact in shown.cards[0].facts}

    assert facts["(b) Abuse or neglect, experienced or at risk of"] == "No drink from two to six."
    assert facts["(a) Needs for care and support"] == "no facts are recorded"
    assert "ASC-1" in _said(shown.cards[0].status or "")
    assert "for the local authority to decide" in shown.note


def test_clocks_say_who_set_them_and_what_started_them() -> None:
    shown = clocks_exhibit(running_clocks(case(*TREATED), OTHER), DAY)
    assert shown.table is not None

    cells = [[_said(cell) for cell in one] for one in shown.table.rows]

    assert cells[0][:2] == ["Manager's review", "Local"]
    assert "the report, 14 Mar 2026, 20:00" in cells[0][2]
    assert cells[0][3] == "16 Mar 2026, 20:00: lapsed"
    assert any(one[1].startswith("Statutory of a duty not decided on yet") for one in cells)
    lapsed = shown.table.rows[0][3]
    assert isinstance(lapsed, Cell)
    assert lapsed.tone is Tone.WARN


def test_nothing_that_can_be_shown_of_the_law_says_that_something_is_not_required() -> None:
    facts = (
        incident(physical_harm="fatal", psychological_harm="severe", category="Abuse, staffing"),
        triaged(*Circumstance, potential_harm="fatal"),
    )
    settled = [
        ("duty", f"DU{number}", {**(decided(duty.code)[2] or {}), "applies": applies})
        for number, duty in enumerate(law_england().entries, 1)
        for applies in (bool(number % 2),)
    ]
    for provider in (HEALTH, OTHER):
        for entries in ((incident(),), facts, (*facts, *settled)):
            held = case(*entries)
            found = duties_of(held, provider)
            clocks = running_clocks(held, provider)
            shown = (
                duties_exhibit(found, duty_clocks(held, provider), DAY),
                duty_steps_exhibit(found),
                others_exhibit(found),
                safeguarding_exhibit(held),
                decided_duties_exhibit(held),
                clocks_exhibit(clocks, DAY),
            )
            for exhibit in shown:
                assert not REFUSING.search(exhibit_text(exhibit)), exhibit.name


def test_decided_duties_stand_with_why_and_with_their_steps_by_day() -> None:
    exhibit = decided_duties_exhibit(
        case(
            *TREATED,
            decided("candour-20-9"),
            (
                "duty-step",
                "DS1",
                {
                    "duty": "DU1",
                    "step": "apology",
                    "done_on": "2026-03-16",
                    "what": "Said in person.",
                },
            ),
        )
    )

    (card,) = exhibit.cards
    facts = [(fact.label, _said(fact.value)) for fact in card.facts]
    assert card.title == "Duty of candour: every other registered person"
    assert isinstance(card.status, Cell)
    assert card.status.text == "Found to apply"
    assert facts[2][0] == "16 Mar 2026"
    assert facts[2][1].startswith("Apologise.")
    assert facts[2][1].endswith("Said in person.")
    assert [label for label, _ in facts].count("Not recorded yet") == 7


def test_a_duty_that_was_decided_otherwise_owes_no_step() -> None:
    _, identifier, data = decided("candour-20-9")
    exhibit = decided_duties_exhibit(
        case(*TREATED, ("duty", identifier, {**(data or {}), "applies": False}))
    )

    assert [fact.label for fact in exhibit.cards[0].facts] == ["Because", "Decided by", "Source"]


def test_the_same_case_makes_the_same_bytes() -> None:
    assert exhibit_html(duties(*TREATED)) == exhibit_html(duties(*TREATED))


def _said(cell: Cell | str) -> str:
    if isinstance(cell, str):
        return cell
    return " ".join([cell.text, *(_said(one) for one in cell.more)])
