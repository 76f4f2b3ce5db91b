from __future__ import annotations

import pytest

from workbench.checks.examples import ExampleEntry, found
from workbench.checks.lexicons import BLAME, HINDSIGHT, LABELS
from workbench.checks.words import find_words


def finding(text: str) -> ExampleEntry:
    return "finding", "FI1", {"statement": text}


@pytest.mark.parametrize(
    "text",
    [
        "Staff failed to escalate.",
        "There was a failure to follow policy.",
        "The organisation failed to plan.",
        "Documentation was poor.",
        "The visit was poorly planned.",
        "Training was inadequate.",
        "There was a lack of supervision.",
        "Staff didn't follow the plan.",
        "She ignored the alarm.",
        "Staff failed to monitor breathing.",
        "This was human error.",
        "Loss of situational awareness played a part.",
        "The worker was careless.",
        "Staff failed to follow the Mental Capacity Act 2005.",
        "Regulation 12 was read out, but notes were inadequate.",
        "He was refused.",
        "A breach of policy.",
        "A poor-quality handover.",
    ],
)
def test_judging_words_are_found(text: str) -> None:
    assert list(find_words(text, BLAME))


@pytest.mark.parametrize(
    "text",
    [
        "The pump failed to start.",
        "The alarm had twice failed to sound.",
        "The phone signal was poor.",
        "There was poor mobile signal in the garden.",
        "Her sister said “they failed to ring me”.",
        'The note reads "poor fluid intake".',
        "He wrote ‘it’s poor, really poor’ on the form.",
        "Under the Care Act 2014, failure to act is neglectful.",
        "A failure to act counts where there was a duty (Care Act 2014, s.42).",
        "He felt poorly.",
        "She has poor eyesight.",
        "The baby's failure to thrive was noted.",
        "The category was abuse or neglect.",
        "Black-pool and spoor are words; so is slackness.",
    ],
)
def test_quotations_law_equipment_and_other_senses_are_left_alone(text: str) -> None:
    assert not list(find_words(text, BLAME))


def test_an_unclosed_quotation_mark_hides_nothing() -> None:
    assert list(find_words("She said “go. Staff failed to leave.", BLAME))


def test_a_hit_after_a_quotation_is_still_found() -> None:
    assert list(find_words("She said “poor”, and care was inadequate.", BLAME)) == ["inadequate"]


@pytest.mark.parametrize(
    "text",
    [
        "Staff should have called.",
        "They could've called.",
        "The nurse ought to have known.",
        "If only the sheet had been read.",
        "Had the alarm sounded, staff would be there.",
        "An opportunity to call was missed.",
        "There were missed opportunities.",
        "Despite clear guidance, the dose was late.",
        "Staff were expected to sign.",
        "In hindsight the plan was old.",
    ],
)
def test_looking_back_is_found(text: str) -> None:
    assert list(find_words(text, HINDSIGHT))


@pytest.mark.parametrize(
    "text",
    ["The plan asks staff to call from 24.", "She had the phone.", "They would call at six."],
)
def test_telling_what_happened_is_left_alone(text: str) -> None:
    assert not list(find_words(text, HINDSIGHT))


@pytest.mark.parametrize(
    "text",
    [
        "P1 shows challenging behaviour.",
        "P1 was challenging.",
        "P1 absconded.",
        "She is manipulative.",
        "He was non-compliant with medication.",
        "P1 kicked off.",
    ],
)
def test_labels_are_found(text: str) -> None:
    assert list(find_words(text, LABELS))


@pytest.mark.parametrize(
    "text",
    ["The evening was challenging.", "The Challenging Behaviour Foundation advised.", "P1 left."],
)
def test_words_that_do_not_label_anybody_are_left_alone(text: str) -> None:
    assert not list(find_words(text, LABELS))


@pytest.mark.parametrize(
    "statement",
    [
        "Remind staff of the protocol.",
        "Reiterate the importance of recording.",
        "Raise awareness of choking.",
        "Monitor the situation.",
        "Consider a new form.",
        "Provide refresher training.",
        "Update the policy.",
        "Discuss at the next team meeting.",
        "Send an email to all staff.",
        "Ensure staff read the plan.",
        "Share the learning.",
        "Complete as soon as possible.",
    ],
)
def test_weak_actions_are_found(statement: str) -> None:
    assert found("WRD001", ("action", "A1", {"statement": statement})) == ["A1"]


@pytest.mark.parametrize(
    "statement",
    [
        "Move the handover to 19:00.",
        "Reinforce the garden gate with steel.",
        "Fit a door monitor at Larch House.",
        "Take care plans to the hospital in the red folder.",
        "Set an automatic reminder on the tablet.",
    ],
)
def test_changes_to_the_work_are_left_alone(statement: str) -> None:
    assert found("WRD001", ("action", "A1", {"statement": statement})) == []


SPECIFIC = "Train the six night workers at Larch House in giving buccal midazolam."
OWNED = {"owner": {"name": "Dana Example", "role": "manager"}, "due": "2026-05-01"}
PLANNED: ExampleEntry = (
    "measure",
    "M1",
    {
        "action": "A1",
        "statement": "Observed competence",
        "plan": {
            "method": "observation",
            "detail": "each worker once",
            "responsible": "nurse",
            "review_on": "2026-06-01",
        },
    },
)


def test_training_passes_when_it_says_what_for_whom_by_when_and_how_it_is_checked() -> None:
    action = ("action", "A1", {"statement": SPECIFIC, **OWNED})

    assert found("WRD001", action, PLANNED) == []
    assert found("WRD001", action) == ["A1"]
    assert found("WRD001", ("action", "A1", {"statement": SPECIFIC}), PLANNED) == ["A1"]


def test_a_reminder_stays_weak_however_well_it_is_planned() -> None:
    reminder = "Remind the six night workers at Larch House to sign the chart at once."

    assert found("WRD001", ("action", "A1", {"statement": reminder, **OWNED}), PLANNED) == ["A1"]


def test_an_omission_that_names_the_duty_may_say_what_was_not_done() -> None:
    omission = {"statement": "Staff did not report the fall", "type": "omission"}

    assert found("WRD002", ("cause", "C1", omission)) == ["C1"]
    assert found("WRD002", ("cause", "C1", {**omission, "duty": "Falls policy 2.1"})) == []


def test_an_account_is_left_as_it_was_told() -> None:
    told = {"when": "14/03/2026", "what": "They should have rung; it was poor."}
    person = ("person", "P1", {"role": "family"})

    assert found("WRD003", ("event", "T1", told)) == ["T1"]
    assert found("WRD003", person, ("event", "T1", {**told, "account_of": "P1"})) == []


def test_the_same_word_twice_is_one_finding() -> None:
    assert found("WRD002", finding("Poor notes and poor light in the poor room.")) == ["FI1"]


@pytest.mark.parametrize(
    "text",
    [
        "She refused a second cup of tea.",
        "He ignored the noise and went on painting.",
        "There were insufficient funds in the machine.",
        "The alarm failed to sound.",
        "A lack of sleep is noted.",
        "Her mobility has been poor since the fall.",
        "She was found to lack capacity for the decision.",
        "The failure of the boiler left the house cold.",
        "The note reads 'poor, and she didn't eat'.",
        "We did not act in time. We are sorry.",
        "A breach of the flood wall closed the road.",
    ],
)
def test_what_judges_nobody_is_not_blame(text: str) -> None:
    assert not list(find_words(text, BLAME))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Poor skin care led to sores.", ["Poor"]),
        ("The quality of care was poor.", ["poor"]),
        ("Poor infection control was seen.", ["Poor"]),
        ("The lack of a plan for his sleep was striking.", ["lack of"]),
        ("The worker refused to sign.", ["refused"]),
        ("The service was non-compliant with the policy.", ["service was non-compliant"]),
        ("The system failed P1.", ["failed P1"]),
        ("The worker was careless and the plan inadequate.", ["careless", "inadequate"]),
    ],
)
def test_an_excuse_does_not_cover_what_stands_beside_it(text: str, found: list[str]) -> None:
    assert list(find_words(text, BLAME)) == found


@pytest.mark.parametrize(
    "text",
    [
        "He should have two pillows.",
        "They could have breakfast at any time.",
        "She would have liked a room with a view.",
        "Visitors are expected to sign the book.",
        "Despite the rain, the drill went ahead.",
    ],
)
def test_have_as_a_verb_of_its_own_looks_back_at_nothing(text: str) -> None:
    assert not list(find_words(text, HINDSIGHT))


def test_a_summary_is_read_paragraph_by_paragraph() -> None:
    page = {"audience": "staff learning", "title": "A late dose"}
    told = ["The shift changed.", "Staff should have called."]

    assert found("WRD003", ("summary", "SU1", {**page, "paragraphs": told})) == ["SU1"]
    assert found("WRD003", ("summary", "SU1", {**page, "paragraphs": told[:1]})) == []


def test_an_answer_to_a_comment_is_read_and_the_comment_is_not() -> None:
    said = {"person": "P2", "at": "2026-03-28T10:00:00+00:00", "text": "It was poor."}
    answered = {"answer": "It was poor.", "answered_by": "investigator"}

    assert found("WRD002", ("comment", "CM1", said)) == []
    assert found("WRD002", ("comment", "CM1", {**said, **answered})) == ["CM1"]
