"""The example data holds together: in shape, in time, in its references and in its words."""

from __future__ import annotations

import csv
import io
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from workbench.analysis.causal import build_causal_graph
from workbench.analysis.timeline import build_timeline
from workbench.checks.examples import ExampleEntry as Folded
from workbench.checks.examples import example_case
from workbench.checks.report import CheckReport, run_checks
from workbench.domain.case import Case
from workbench.domain.change import Action, Measure, Verification
from workbench.domain.frameworks import action_hierarchy, factor_framework, strength_of
from workbench.domain.incident import REQUIRED_FIELDS
from workbench.domain.inquiry import Evidence, Person, PersonName, Question
from workbench.domain.kinds import kind_named, validate
from workbench.domain.reasoning import Cause, Factor, Finding, Link
from workbench.domain.references import references
from workbench.domain.story import Event
from workbench.domain.values import Entity
from workbench.domain.vocabulary import (
    ActionState,
    CauseType,
    Combination,
    EvidenceType,
    FindingType,
    Lens,
    Strength,
)
from workbench.domain.when import When
from workbench.examples.library import (
    Example,
    ExampleBatch,
    example_names,
    load_example,
    register,
)

ROOT = Path(__file__).parents[2]
PLAIN = tomllib.loads(
    files("workbench.register").joinpath("mappings", "plain.toml").read_text(encoding="utf-8")
)
HEADINGS: dict[str, Any] = PLAIN["columns"]


def rows() -> list[dict[str, str]]:
    """Return the rows of the example register, by heading."""
    return list(csv.DictReader(io.StringIO(register().decode("utf-8"))))


def unreadable(row: dict[str, str]) -> bool:
    """Tell whether a row lacks its id or a date of the calendar."""
    try:
        When.parse(row[HEADINGS["when"]["from"]])
    except ValueError:
        return True
    return not row[HEADINGS["id"]]


def incident_entry(example: Example) -> Folded:
    """Return the entry that starting a case from the register makes."""
    row = next(row for row in rows() if row[HEADINGS["id"]] == example.incident)
    data: dict[str, object] = {
        field: row[heading]
        for field, heading in HEADINGS.items()
        if isinstance(heading, str) and field in ("id", "service", *REQUIRED_FIELDS)
        if row[heading]
    }
    data["when"] = row[HEADINGS["when"]["from"]]
    data["reported_at"] = When.parse(row[HEADINGS["reported_at"]]).start.isoformat()
    return "incident", "I1", {"incident": data, "digest": "0" * 64}


def folded(example: Example) -> Case:
    """Return the case that the example's entries add up to."""
    entries = [(one.kind, one.id, one.data) for batch in example.batches for one in batch.entries]
    return example_case(incident_entry(example), *entries)


def versions(example: Example) -> Iterator[tuple[ExampleBatch, Entity]]:
    """Yield each entry as a value, with its batch, in order."""
    for batch in example.batches:
        for entry in batch.entries:
            yield batch, validate(kind_named(entry.kind), entry.id, entry.data)


@pytest.fixture(scope="module", params=example_names())
def example(request: pytest.FixtureRequest) -> Example:
    return load_example(request.param)


@pytest.fixture(scope="module")
def case(example: Example) -> Case:
    return folded(example)


@pytest.fixture(scope="module")
def report(example: Example, case: Case) -> CheckReport:
    return run_checks(case, example.record_date)


class TestRegister:
    def test_its_headings_are_those_of_the_plain_mapping(self) -> None:
        wanted: list[str] = []
        for heading in HEADINGS.values():
            wanted += [heading] if isinstance(heading, str) else list(heading.values())

        assert list(rows()[0]) == wanted

    def test_two_rows_cannot_be_read(self) -> None:
        bad = [row for row in rows() if unreadable(row)]

        assert len(bad) == 2
        assert [row[HEADINGS["id"]] for row in bad].count("") == 1

    def test_identifiers_are_there_once(self) -> None:
        counted = Counter(row[HEADINGS["id"]] for row in rows())

        assert max(counted.values()) == 1

    def test_nothing_is_reported_before_it_happened(self) -> None:
        early = [
            row[HEADINGS["id"]]
            for row in rows()
            if not unreadable(row)
            and When.parse(row[HEADINGS["reported_at"]]).end
            < When.parse(row[HEADINGS["when"]["from"]]).start
        ]

        assert early == []

    def test_it_covers_nine_months_and_six_services(self) -> None:
        good = [row for row in rows() if not unreadable(row)]
        days = [When.parse(row[HEADINGS["when"]["from"]]).start.date() for row in good]

        assert (min(days).replace(day=1), max(days).replace(day=1)) == (
            date(2025, 12, 1),
            date(2026, 8, 1),
        )
        assert len({row[HEADINGS["service"]] for row in good}) == 6

    def test_some_reports_are_incomplete_and_some_are_near_misses(self) -> None:
        without_review = [row for row in rows() if not row[HEADINGS["manager_review"]]]
        near_misses = [row for row in rows() if row[HEADINGS["near_miss"]] == "Yes"]

        assert len(without_review) >= 3
        assert len(near_misses) >= 4


class TestShape:
    def test_every_entry_is_of_its_kind(self, example: Example) -> None:
        for _, entity in versions(example):
            assert entity.id

    def test_identifiers_begin_with_the_letters_of_their_kind(self, example: Example) -> None:
        odd = [
            entry.id
            for batch in example.batches
            for entry in batch.entries
            if entry.id.rstrip("0123456789") != kind_named(entry.kind).prefix
        ]

        assert odd == []

    def test_a_batch_says_one_thing_about_each_entity(self, example: Example) -> None:
        for batch in example.batches:
            identifiers = [entry.id for entry in batch.entries]

            assert len(set(identifiers)) == len(identifiers)

    def test_references_resolve_within_what_was_entered_by_then(self, example: Example) -> None:
        known: set[str] = set()
        dangling = []
        for batch in example.batches:
            known |= {entry.id for entry in batch.entries}
            for entry in batch.entries:
                entity = validate(kind_named(entry.kind), entry.id, entry.data)
                dangling += [
                    (entity.id, reference.id)
                    for reference in references(entity)
                    if reference.id not in known
                ]

        assert dangling == []

    def test_the_register_holds_its_incident_with_a_field_missing(self, example: Example) -> None:
        row = next(row for row in rows() if row[HEADINGS["id"]] == example.incident)

        assert [field for field in REQUIRED_FIELDS if not row[HEADINGS[field]]] == ["known_risks"]

    def test_codes_are_those_of_the_frameworks(self, case: Case) -> None:
        groups = {group.code for group in factor_framework("npsa").entries}
        approaches = {approach.code for approach in action_hierarchy().entries}

        assert {factor.group for factor in case.all(Factor)} <= groups
        assert {action.approach for action in case.all(Action)} <= approaches


class TestTime:
    def test_batches_and_sign_offs_follow_each_other(self, example: Example) -> None:
        moments = [batch.at for batch in example.batches] + [one.at for one in example.sign_offs]

        assert moments == sorted(moments)
        assert moments[-1].date() <= example.record_date

    def test_moments_carry_the_offset_of_their_season(self, example: Example) -> None:
        clock_went_forward = datetime.fromisoformat("2026-03-29T01:00:00+00:00")
        written = re.findall(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d", case_text(example))
        wrong = [
            text
            for text in written
            if text.endswith("+01:00") != (datetime.fromisoformat(text) >= clock_went_forward)
        ]

        assert len(written) > 40
        assert wrong == []

    def test_nothing_is_entered_before_it_was_so(self, example: Example) -> None:
        early = []
        for batch, entity in versions(example):
            happened = [moment for moment in _moments(entity) if moment > batch.at]
            happened_on = [day for day in _days(entity) if day > batch.at.date()]
            early += [entity.id] if happened or happened_on else []

        assert early == []

    def test_events_are_recorded_after_they_began(self, case: Case) -> None:
        early = [
            event.id
            for event in case.all(Event)
            if event.when.recorded_at and event.when.recorded_at < event.when.start
        ]

        assert early == []

    def test_measures_stand_before_their_action_starts(self, example: Example) -> None:
        entered: dict[str, date] = {}
        for batch, entity in versions(example):
            if isinstance(entity, Measure):
                entered.setdefault(entity.action, batch.at.date())
            if isinstance(entity, Action) and entity.implemented_on:
                assert entered[entity.id] <= entity.implemented_on

    def test_verifications_follow_their_action(self, case: Case) -> None:
        for verification in case.all(Verification):
            measure = case.get(Measure, verification.measure)
            assert measure is not None
            action = case.get(Action, measure.action)
            assert action is not None
            assert action.implemented_on is not None

            assert verification.on >= action.implemented_on

    def test_the_night_of_the_clock_change_is_told_in_summer_time(self, case: Case) -> None:
        door = next(
            event for event in case.all(Event) if "winter time" in (event.when.stated or "")
        )

        assert door.when.written() == "29 Mar 2026, 02:34"


class TestStory:
    def test_the_case_has_what_a_structured_analysis_needs(self, case: Case) -> None:
        assert 18 <= len(case.all(Event)) <= 26
        assert any(e.type is EvidenceType.OWN_ACCOUNT for e in case.all(Evidence))
        assert {factor.lens for factor in case.all(Factor)} == set(Lens)
        assert {factor.effect for factor in case.all(Factor)} == {"contributed", "mitigated"}
        assert {finding.type for finding in case.all(Finding)} == set(FindingType)
        assert {"P1", "P2"} <= {question.asked_by for question in case.all(Question)}

    def test_the_timeline_is_honest(self, case: Case) -> None:
        timeline = build_timeline(case)

        assert [conflict.settled is not None for conflict in timeline.conflicts] == [True]
        assert any(gap.explained for gap in timeline.gaps)
        assert len(timeline.unexplained_gaps) == 1
        assert [late.event for late in timeline.recorded_late] == ["T5"]
        assert any(event.went_well for event in timeline.events)

    def test_the_graph_branches_and_ends_in_conditions(self, case: Case) -> None:
        graph = build_causal_graph(case)
        causes = case.all(Cause)

        assert graph.cycles == graph.unreachable == graph.out_of_order == graph.person_leaves == ()
        assert {cause.combination for cause in causes} == set(Combination)
        assert set(CauseType) - {cause.type for cause in causes} == {CauseType.DEVIATION}
        assert any(link.evidence_against for link in case.all(Link))

    def test_causal_sentences_read_as_sentences(self, case: Case) -> None:
        statements = [cause.statement for cause in case.all(Cause)]
        mechanisms = [link.mechanism for link in case.all(Link)]

        assert [text for text in statements if text.endswith(".") or "“" in text] == []
        assert [text for text in mechanisms if not re.fullmatch(r"(P\d|[a-z]).*[^.]", text)] == []
        assert len(mechanisms) == len(set(mechanisms))

    def test_actions_differ_in_strength_and_in_how_far_they_have_come(self, case: Case) -> None:
        actions = case.all(Action)

        assert {strength_of(action.approach) for action in actions} == set(Strength)
        assert {action.state for action in actions} == set(ActionState) - {
            ActionState.NOT_EFFECTIVE
        }
        assert {measure.action for measure in case.all(Measure)} == {one.id for one in actions}

    def test_a_first_result_that_fell_short_is_kept(self, case: Case) -> None:
        counted = [
            (one.outcome.value, one.sampled, one.conforming)
            for one in case.all(Verification)
            if one.measure == "M1"
        ]

        assert counted == [("not met", 40, 31), ("met", 40, 38)]

    def test_checks_leave_the_gate_open_and_something_to_talk_about(
        self, report: CheckReport
    ) -> None:
        left = [(one.code, one.subject) for one in report.open if one.gate != "issue"]

        assert report.passes("approve")
        assert left == [("TIM001", "T13")]
        assert [(one.finding.code, one.finding.subject) for one in report.accepted] == [
            ("TIM003", "T5")
        ]


class TestNames:
    def test_everybody_but_the_unknown_has_a_name(self, case: Case) -> None:
        named = {name.person for name in case.all(PersonName)}

        assert {person.id for person in case.all(Person)} - named == {"P10"}

    def test_names_appear_nowhere_else(self, example: Example, case: Case) -> None:
        kept_apart = [entry for entry in _entries(example) if entry.kind != "name"]
        texts = {
            "the case": "\n".join(entry.model_dump_json() for entry in kept_apart)
            + "\n".join(batch.author + batch.reason for batch in example.batches)
            + "\n".join(one.name + one.meaning for one in example.sign_offs)
            + example.summary
            + example.title,
            "the register": register().decode("utf-8"),
        } | {
            path.name: path.read_text(encoding="utf-8")
            for path in [*ROOT.glob("notebooks/templates/*.py"), *ROOT.glob("docs/*.md")]
        }
        found = [
            (place, name.id)
            for place, text in texts.items()
            for name in case.all(PersonName)
            for word in " ".join((name.name, *name.also_known_as)).split()
            if re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE)
        ]

        assert found == []

    def test_three_different_people_sign_and_none_of_them_owns_an_action(
        self, example: Example, case: Case
    ) -> None:
        signers = [signer.name for signer in example.sign_offs]
        owners = {action.owner.name for action in case.all(Action) if action.owner}

        assert len(set(signers)) == 3
        assert owners.isdisjoint(signers)


def case_text(example: Example) -> str:
    """Return the file of an example as it is stored."""
    return (
        files("workbench.examples")
        .joinpath("cases", f"{example.name}.json")
        .read_text(encoding="utf-8")
    )


def _entries(example: Example) -> list[Any]:
    return [entry for batch in example.batches for entry in batch.entries]


def _moments(entity: Entity) -> list[datetime]:
    if isinstance(entity, Evidence):
        return [entity.obtained_at] if entity.obtained_at else []
    if isinstance(entity, Event):
        return [moment for moment in (entity.when.start, entity.when.recorded_at) if moment]
    return [entity.at] if hasattr(entity, "at") else []


def _days(entity: Entity) -> list[date]:
    if isinstance(entity, Action):
        return [day for day in (entity.implemented_on, entity.communicated_on) if day]
    return [entity.on] if isinstance(entity, Verification) else []
