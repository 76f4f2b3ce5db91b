from datetime import date, datetime

from tests.fakes.cases import case, incident, sound_case
from workbench.domain.inquiry import Evidence
from workbench.figures.exhibit import exhibit_html, exhibit_text
from workbench.figures.people import (
    account_words,
    involvement_exhibit,
    representation_exhibit,
    support_exhibit,
)
from workbench.figures.scope import evidence_exhibit

RP = {
    "person": "P1",
    "capacity": [
        {
            "decision": "sharing the review",
            "outcome": "lacks capacity",
            "assessed_on": "2026-03-16",
            "assessed_by": "social worker",
            "helped_by": "Pictures.",
        }
    ],
    "sharing": [
        {
            "with_whom": "her sister",
            "agreed": "best interests",
            "on": "2026-03-16",
            "decided_by": "social worker",
            "because": "She visits weekly.",
        },
        {"with_whom": "the press", "agreed": "no", "on": "2026-03-16"},
    ],
    "advocate": "P6",
    "outcomes_wanted": ["That somebody comes."],
}
PEOPLE = (
    ("person", "P1", {"role": "person supported"}),
    ("person", "P2", {"role": "staff"}),
    ("person", "P6", {"role": "advocate", "description": "independent advocate"}),
)


def test_representation_says_decision_by_decision_who_and_on_what_footing() -> None:
    said = exhibit_text(representation_exhibit(case(*PEOPLE, ("representation", "RP1", RP))))

    assert "Sharing the review" in said
    assert "Lacks capacity (16 Mar 2026, social worker)" in said
    assert "Best interests (16 Mar 2026, social worker)" in said
    assert "Because: She visits weekly." in said
    assert "Advocate: P6, independent advocate" in said
    assert "That somebody comes." in said


def test_nothing_held_is_said() -> None:
    empty = case(*PEOPLE)

    assert "Nothing is held here" in exhibit_text(representation_exhibit(empty))
    assert "Nothing is held here" in exhibit_text(involvement_exhibit(empty))
    assert "Nothing is held here on support" in exhibit_text(support_exhibit(empty))


def test_involvement_stands_in_the_order_of_time() -> None:
    entry = {"person": "P1", "what": "x"}
    shown = involvement_exhibit(
        case(
            *PEOPLE,
            ("involvement", "IV1", {**entry, "at": "2026-03-20T10:00:00+00:00"}),
            (
                "involvement",
                "IV2",
                {**entry, "at": "2026-03-16T10:00:00+00:00", "response": "declined"},
            ),
        )
    )

    assert shown.table is not None
    assert [row[0].text for row in shown.table.rows] == ["IV2", "IV1"]  # type: ignore[union-attr]
    assert "Declined" in exhibit_text(shown)


def test_an_unmet_need_is_marked_in_words() -> None:
    entry = {
        "person": "P1",
        "what": "x",
        "at": "2026-03-16T10:00:00+00:00",
        "needs": [{"need": "Easy Read", "steps": ["recorded", "identified"]}],
    }

    said = exhibit_text(involvement_exhibit(case(*PEOPLE, ("involvement", "IV1", entry))))

    assert "P1 needs: Easy Read. So far identified and recorded; not met." in said


def test_only_those_who_did_not_take_part_have_it_said() -> None:
    entry = {"person": "P1", "at": "2026-03-16T10:00:00+00:00", "what": "Asked to the meeting."}
    came = exhibit_text(involvement_exhibit(case(*PEOPLE, ("involvement", "IV1", entry))))
    declined = exhibit_text(
        involvement_exhibit(
            case(*PEOPLE, ("involvement", "IV1", {**entry, "response": "declined"}))
        )
    )

    assert "Took part" not in came
    assert "Declined" in declined


def test_what_somebody_wants_stands_under_one_heading() -> None:
    wanted = {**RP, "outcomes_wanted": ["That somebody comes.", "That it is dark less long."]}
    (card,) = representation_exhibit(case(*PEOPLE, ("representation", "RP1", wanted))).cards

    assert [fact.label for fact in card.facts].count("Wants to come of it") == 1
    assert "That it is dark less long." in exhibit_text(
        representation_exhibit(case(*PEOPLE, ("representation", "RP1", wanted)))
    )


def test_who_took_support_up_is_not_shown() -> None:
    held = case(
        *PEOPLE,
        ("event", "T1", {"when": "14/03/2026", "what": "x", "who": ["P2"]}),
        (
            "staff-support",
            "SS1",
            {
                "person": "P2",
                "offered_at": "2026-03-15T09:00:00+00:00",
                "what": "A talk.",
                "taken_up": "taken up",
            },
        ),
    )

    said = exhibit_text(support_exhibit(held))

    assert "offered to 1 of the 1 member of staff" in said
    assert "taken up" not in said
    assert "P2" not in said


def test_an_interview_says_how_soon_memory_was_captured_and_whether_notes_are_agreed() -> None:
    talk = {"person": "P2", "at": "2026-03-16T18:30:00+00:00", "how": "face to face"}
    said = exhibit_text(
        support_exhibit(
            case(
                incident(),
                *PEOPLE,
                ("interview", "IW1", {**talk, "notes_agreed_on": "2026-03-20"}),
                ("interview", "IW2", {**talk, "not_agreed_because": "On leave."}),
                ("interview", "IW3", {**talk, "accompanied_by": "a colleague"}),
            )
        )
    )

    assert said.count("2 days after the incident") == 3
    assert "Agreed on 20 Mar 2026" in said
    assert "Not agreed, because: On leave." in said
    assert "Not agreed yet" in said
    assert "with a colleague" in said


def test_an_account_says_how_it_was_told() -> None:
    item = Evidence.model_validate(
        {
            "id": "E1",
            "title": "At the door",
            "type": "person's own account",
            "told_by": ["observed behaviour", "signed"],
            "understood_with": "keyworker",
        }
    )
    words = "Told by: observed behaviour and signed. Understood with: keyworker"

    assert account_words(item) == words
    assert account_words(item.model_copy(update={"told_by": (), "understood_with": None})) is None
    assert words in exhibit_text(
        evidence_exhibit(case(("evidence", "E1", item.model_dump(mode="json", exclude={"id"}))))
    )


def test_the_same_case_gives_the_same_bytes() -> None:
    for exhibit in (representation_exhibit, involvement_exhibit, support_exhibit):
        assert exhibit_html(exhibit(sound_case())) == exhibit_html(exhibit(sound_case()))


def test_times_are_those_of_london() -> None:
    entry = {"person": "P1", "what": "x", "at": "2026-07-01T10:00:00+00:00"}

    assert datetime.fromisoformat(entry["at"]).date() == date(2026, 7, 1)
    assert "1 Jul 2026, 11:00" in exhibit_text(
        involvement_exhibit(case(*PEOPLE, ("involvement", "IV1", entry)))
    )
