from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.fakes.cases import case, sound_case
from tests.fakes.threads import thread
from workbench.analysis.breaks import Break
from workbench.analysis.support import evidence_behind
from workbench.checks.examples import ExampleEntry
from workbench.domain.reasoning import Cause


def broken(*entries: ExampleEntry) -> list[tuple[str, Break]]:
    return [(one.subject, one.kind) for one in thread(case(*entries)).breaks]


def test_the_sound_case_is_whole_but_for_a_measure_to_check() -> None:
    whole = thread(sound_case())

    assert [(one.subject, one.kind) for one in whole.breaks] == [("M1", Break.MEASURE_UNVERIFIED)]
    assert whole.breaks[0].words == "M1 is a measure that was not checked."


def test_an_action_goes_back_to_its_evidence_and_question() -> None:
    whole = thread(sound_case())

    for earlier in ("FI1", "C2", "F1", "T1", "E1", "E2", "Q1"):
        assert "A1" in whole.downstream(earlier)
    assert whole.downstream("A1") == ("M1",)
    assert whole.downstream("T9") == ()


def test_edges_follow_the_thread_and_say_where_they_come_from() -> None:
    edges = {(edge.start, edge.end): edge.field for edge in thread(sound_case()).edges}

    assert edges["FI1", "A1"] == "A1.findings"
    assert edges["Q1", "FI1"] == "Q1.findings"
    assert edges["E1", "T1"] == "T1.evidence"
    assert edges["C2", "C1"] == "L1"


def test_evidence_against_a_cause_leads_nowhere() -> None:
    whole = thread(
        case(
            ("evidence", "E1", {"title": "Rota", "type": "rota"}),
            ("cause", "C1", {"statement": "x", "type": "condition", "evidence_against": ["E1"]}),
        )
    )

    assert whole.edges == ()
    assert ("C1", Break.CAUSE_WITHOUT_EVIDENCE) in [(one.subject, one.kind) for one in whole.breaks]


def test_nodes_carry_their_kind_and_text() -> None:
    node = thread(sound_case()).node("E1")

    assert node is not None
    assert (node.kind, node.text) == ("evidence", "Medication chart, March")
    assert thread(sound_case()).node("P1") is None


@pytest.mark.parametrize(
    ("kind", "identifier", "data", "expected"),
    [
        ("question", "Q1", {"text": "Why?"}, Break.QUESTION_UNANSWERED),
        (
            "question",
            "Q1",
            {"text": "Why?", "state": "answered", "answer": "So."},
            Break.ANSWER_WITHOUT_GROUND,
        ),
        ("evidence", "E1", {"title": "Rota", "type": "rota"}, Break.EVIDENCE_UNUSED),
        ("event", "T1", {"when": "14/03/2026", "what": "x"}, Break.EVENT_WITHOUT_EVIDENCE),
        ("factor", "F1", {"statement": "x"}, Break.FACTOR_WITHOUT_EVIDENCE),
        ("factor", "F1", {"statement": "x"}, Break.FACTOR_UNUSED),
        ("cause", "C1", {"statement": "x", "type": "condition"}, Break.CAUSE_UNUSED),
        ("finding", "FI1", {"statement": "x"}, Break.FINDING_WITHOUT_GROUND),
        ("finding", "FI1", {"statement": "x"}, Break.FINDING_NOT_ACTED_ON),
        ("action", "A1", {"statement": "x"}, Break.ACTION_WITHOUT_GROUND),
        ("action", "A1", {"statement": "x"}, Break.ACTION_WITHOUT_MEASURE),
        ("measure", "M1", {"action": "A1", "statement": "x"}, Break.MEASURE_UNVERIFIED),
    ],
)
def test_each_break_is_typed(
    kind: str, identifier: str, data: dict[str, object], expected: Break
) -> None:
    assert (identifier, expected) in broken((kind, identifier, data))


@pytest.mark.parametrize(
    ("kind", "identifier", "data", "unexpected"),
    [
        (
            "question",
            "Q1",
            {"text": "Why?", "state": "cannot be answered", "because": "No record."},
            Break.QUESTION_UNANSWERED,
        ),
        ("factor", "F1", {"statement": "x", "effect": "mitigated"}, Break.FACTOR_UNUSED),
        ("cause", "C1", {"statement": "x", "type": "outcome"}, Break.CAUSE_UNUSED),
        ("finding", "FI1", {"statement": "x", "type": "good practice"}, Break.FINDING_NOT_ACTED_ON),
        (
            "finding",
            "FI1",
            {"statement": "x", "not_acted_on_because": "It closes."},
            Break.FINDING_NOT_ACTED_ON,
        ),
    ],
)
def test_what_needs_nothing_further_is_no_break(
    kind: str, identifier: str, data: dict[str, object], unexpected: Break
) -> None:
    assert (identifier, unexpected) not in broken((kind, identifier, data))


def test_a_dangling_reference_names_the_field_and_what_is_not_there() -> None:
    (link,) = thread(
        case(("gap", "G1", {"after": "T1", "before": "T1", "explanation": "x"}))
    ).broken(Break.DANGLING)[:1]

    assert (link.subject, link.field, link.target) == ("G1", "after", "T1")
    assert link.words == "G1 refers to the event T1 in 'after', which is not in the case."


def test_evidence_stands_behind_a_cause_through_its_events_and_factors() -> None:
    held = case(
        ("evidence", "E1", {"title": "Rota", "type": "rota"}),
        ("evidence", "E2", {"title": "Chart", "type": "care record"}),
        ("evidence", "E3", {"title": "Log", "type": "device log"}),
        ("event", "T1", {"when": "14/03/2026", "what": "x", "evidence": ["E2", "E9"]}),
        ("factor", "F1", {"statement": "x", "events": ["T1"], "evidence": ["E1"]}),
        (
            "cause",
            "C1",
            {
                "statement": "x",
                "type": "condition",
                "factors": ["F1"],
                "evidence": ["E3"],
                "evidence_against": ["E3"],
            },
        ),
    )
    cause = held.get(Cause, "C1")
    assert cause is not None

    assert evidence_behind(held, cause) == ("E1", "E2")


def test_a_row_holds_one_finding_one_action_and_one_measure_with_what_they_rest_on() -> None:
    (row,) = thread(sound_case()).rows

    assert (row.finding, row.action, row.measure) == ("FI1", "A1", "M1")
    assert (row.questions, row.causes, row.factors) == (("Q1",), ("C2", "C3"), ("F1", "F2"))
    assert (row.events, row.evidence, row.verifications) == (("T1",), ("E1", "E2"), ())
    assert [one.kind for one in row.breaks] == [Break.MEASURE_UNVERIFIED]


def test_rows_show_a_finding_without_action_and_an_action_without_finding() -> None:
    rows = thread(
        sound_case(
            ("finding", "FI2", {"statement": "x"}),
            ("action", "A2", {"statement": "x", "causes": ["C2"]}),
        )
    ).rows

    assert [(row.finding, row.action, row.measure) for row in rows] == [
        ("FI1", "A1", "M1"),
        ("FI2", None, None),
        (None, "A2", None),
    ]
    assert rows[2].causes == ("C2",)


def test_coverage_counts_what_is_there() -> None:
    figures = {
        one.label: one.words
        for one in thread(sound_case(("action", "A2", {"statement": "x"}))).coverage
    }

    assert figures["Actions with an owner and a date"] == "1 of 2"
    assert figures["Actions with a measure"] == "1 of 2"
    assert figures["Causes with evidence"] == "3 of 3"
    assert figures["Measures checked"] == "0 of 1"


def test_coverage_of_nothing_is_no_share() -> None:
    figure = thread(case()).coverage[0]

    assert (figure.share, figure.words) == (None, "none to cover")
    assert thread(sound_case()).coverage[0].share == 1.0


def test_a_measure_breaks_the_thread_only_once_its_day_has_passed() -> None:
    due = date(2026, 6, 15)
    early, late = thread(sound_case(), due), thread(sound_case(), due + timedelta(days=1))

    assert early.breaks == ()
    assert [one.words for one in early.awaited] == ["M1 is to be checked by 15/06/2026."]
    assert [row.awaited for row in early.rows] == list(early.awaited)
    assert late.awaited == ()
    assert [one.subject for one in late.broken(Break.MEASURE_UNVERIFIED)] == ["M1"]


def test_a_measure_that_was_checked_or_has_no_day_is_not_awaited() -> None:
    checked = sound_case(
        (
            "verification",
            "V1",
            {"measure": "M1", "on": "2026-05-01", "outcome": "met", "result": "x", "by": "lead"},
        )
    )
    without_day = case(("measure", "M1", {"action": "A1", "statement": "x"}))

    assert thread(checked, date(2026, 5, 2)).awaited == ()
    assert thread(without_day, date(2026, 5, 2)).awaited == ()
    assert thread(without_day, date(2026, 5, 2)).broken(Break.MEASURE_UNVERIFIED)
