from __future__ import annotations

from datetime import date

from tests.fakes.cases import case, incident
from tests.fakes.duties import triaged
from workbench.analysis.proportionality import propose
from workbench.analysis.recurrence import FailedAction, Recurrence
from workbench.checks.examples import ExampleEntry
from workbench.domain.vocabulary import Circumstance
from workbench.figures.exhibit import Exhibit, Tone, exhibit_html, exhibit_text
from workbench.figures.rapid_review import rapid_review_exhibit
from workbench.figures.triage import (
    alerts_exhibit,
    proposal_exhibit,
    recurrence_table,
    triage_exhibit,
)

DAY = date(2026, 3, 18)


def shown(*entries: ExampleEntry) -> Exhibit:
    held = case(*entries)
    return triage_exhibit(held, propose(held))


def test_triage_says_what_why_and_whether_anybody_is_in_danger_tonight() -> None:
    decided = triaged(
        Circumstance.LIBERTY, category_because="Late.", tier_because="Deep.", harm_tonight=True
    )

    text = exhibit_text(shown(incident(), decided))

    assert "Late." in text
    assert "Could this harm someone else tonight?" in text
    assert "Request or application to deprive the person of liberty" in text
    assert "14 hours after the report" in text


def test_a_reason_that_is_missing_is_said_in_words() -> None:
    text = exhibit_text(shown(incident(), triaged()))

    assert "No reason is given yet" in text
    assert "nothing says why it was not chosen" in text


def test_another_depth_stands_with_its_reason() -> None:
    text = exhibit_text(shown(incident(), triaged(override_because="The trust looks into it.")))

    assert "Chosen otherwise, because: The trust looks into it." in text


def test_triage_later_than_two_days_is_said_to_be() -> None:
    late = exhibit_text(shown(incident(), triaged(at="2026-03-18T20:00:00+00:00")))

    assert "later than 48 hours" in late


def test_a_case_without_triage_says_so() -> None:
    assert "has not been entered" in exhibit_text(shown(incident()))


def test_the_proposal_gives_each_ground_and_what_is_not_known() -> None:
    exhibit = proposal_exhibit(propose(case(incident(physical_harm="severe"))))

    assert exhibit.table is not None
    assert exhibit.table.rows[0][:2] == ("Harm", "structured analysis")
    assert "Not known yet: the psychological harm" in exhibit.items
    assert "People decide." in exhibit.paragraphs[0]


def test_an_alert_nobody_answered_stands_out_from_one_that_was() -> None:
    alert = {"to": "Quay House", "what": "Check it.", "sent_at": "2026-03-15T11:00:00+00:00"}
    answered = {
        **alert,
        "acknowledged_at": "2026-03-15T11:20:00+00:00",
        "acknowledged_by": "shift leader",
    }
    told = {
        "partner": "Landlord",
        "what": "The valve.",
        "at": "2026-03-15T12:00:00+00:00",
        "by_role": "Head of estates",
    }
    exhibit = alerts_exhibit(
        case(("alert", "AL1", alert), ("alert", "AL2", answered), ("partner", "PN1", told))
    )
    assert exhibit.table is not None

    waiting, done = exhibit.table.rows[0][4], exhibit.table.rows[1][4]

    assert waiting.tone is Tone.WARN  # type: ignore[union-attr]
    assert done.text == "shift leader, 15 Mar 2026, 11:20"  # type: ignore[union-attr]
    assert exhibit.table.rows[2][1] == "Landlord"


def test_recurrence_is_counted_with_the_incidents_behind_each_number() -> None:
    found = Recurrence(180, ("AR2",), ("INC-1",), (), ("INC-1", "INC-2"), ())
    table = recurrence_table(found, (FailedAction("C-0002", "A1", "Move it", "found lacking"),))

    assert table.caption == "In the 180 days before"
    assert ("Same service", "2", "INC-1, INC-2") in table.rows
    assert table.rows[-1][0] == "Action that did not hold: C-0002 A1"


def test_where_nobody_was_looked_for_the_row_says_so() -> None:
    table = recurrence_table(Recurrence(180, (), (), (), (), ()), ())

    assert table.rows[0] == ("Same person (no reference given)", "0", "")


def test_a_rapid_review_answers_its_three_questions_from_the_case() -> None:
    owner = {"name": "Dana Example", "role": "manager"}
    held = case(
        ("scope", "SC1", {"title": "Book", "summary": "The book stayed in the bus."}),
        ("finding", "FI1", {"statement": "The book has no place."}),
        ("finding", "FI2", {"statement": "Pens lie about.", "type": "good practice"}),
        ("action", "A1", {"statement": "Sew a pocket.", "owner": owner, "due": "2026-03-25"}),
        ("action", "A2", {"statement": "Buy bags.", "owner": owner, "due": "2026-03-26"}),
        ("action", "A3", {"statement": "Close the bath.", "horizon": "immediate"}),
    )
    exhibit = rapid_review_exhibit(held, DAY)
    answers = {fact.label: exhibit_text(Exhibit(name="x", facts=(fact,))) for fact in exhibit.facts}

    assert "The book stayed in the bus." in answers["What happened?"]
    assert "FI1: The book has no place." in answers["What should change next time?"]
    assert "FI2" not in answers["What should change next time?"]
    assert "FI2" in answers["What worked, to keep"]
    assert "A1" in answers["What will we implement this week?"]
    assert "A3" in answers["What will we implement this week?"]
    assert "A2" in answers["Later"]


def test_an_empty_rapid_review_asks_its_questions_all_the_same() -> None:
    labels = [fact.label for fact in rapid_review_exhibit(case(incident()), DAY).facts]

    assert labels == [
        "What happened?",
        "What should change next time?",
        "What will we implement this week?",
    ]


def test_the_same_triage_makes_the_same_bytes() -> None:
    assert exhibit_html(shown(incident(), triaged())) == exhibit_html(shown(incident(), triaged()))
