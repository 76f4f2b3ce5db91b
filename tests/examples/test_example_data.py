"""The example data holds together: in shape, in time, in its references and in its words."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, datetime

import pytest

from tests.examples.telling import (
    HEADINGS,
    ROOT,
    case_text,
    days_of,
    entries,
    folded,
    moments_of,
    rows,
    unreadable,
    versions,
)
from workbench.domain.case import Case
from workbench.domain.change import Action, Measure, Verification
from workbench.domain.frameworks import action_hierarchy, factor_framework
from workbench.domain.inquiry import PersonName
from workbench.domain.kinds import kind_named
from workbench.domain.reasoning import Factor
from workbench.domain.references import references
from workbench.domain.story import Event
from workbench.domain.values import person_key
from workbench.domain.when import LONDON, When
from workbench.examples.library import Example, example_names, load_example, register


@pytest.fixture(scope="module", params=example_names())
def example(request: pytest.FixtureRequest) -> Example:
    return load_example(request.param)


@pytest.fixture(scope="module")
def case(example: Example) -> Case:
    return folded(example, *example.batches, *example.after)


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
            for entry in entries(example)
            if entry.id.rstrip("0123456789") != kind_named(entry.kind).prefix
        ]

        assert odd == []

    def test_a_batch_says_one_thing_about_each_entity(self, example: Example) -> None:
        for batch in (*example.batches, *example.after):
            identifiers = [entry.id for entry in batch.entries]

            assert len(set(identifiers)) == len(identifiers)

    def test_references_resolve_within_what_was_entered_by_then(self, example: Example) -> None:
        known: set[str] = set()
        dangling = []
        for batch, entity in versions(example):
            known |= {entry.id for entry in batch.entries}
            dangling += [
                (entity.id, reference.id)
                for reference in references(entity)
                if reference.id not in known
            ]

        assert dangling == []

    def test_the_register_holds_its_incident(self, example: Example) -> None:
        (row,) = (row for row in rows() if row[HEADINGS["id"]] == example.incident)

        assert not unreadable(row)

    def test_codes_are_those_of_the_frameworks(self, case: Case) -> None:
        groups = {group.code for group in factor_framework("npsa").entries}
        approaches = {approach.code for approach in action_hierarchy().entries}

        assert {factor.group for factor in case.all(Factor)} <= {None, *groups}
        assert {action.approach for action in case.all(Action)} <= {None, *approaches}


class TestTime:
    def test_moments_carry_the_offset_of_their_season(self, example: Example) -> None:
        written = re.findall(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d", case_text(example))
        moments = [datetime.fromisoformat(text) for text in written]
        wrong = [
            text
            for text, moment in zip(written, moments, strict=True)
            if moment.utcoffset() != moment.astimezone(LONDON).utcoffset()
        ]

        assert len(written) > 15
        assert wrong == []

    def test_it_is_over_before_anybody_can_go_on_with_it(self, example: Example) -> None:
        assert example.after[-1].at < datetime(2026, 11, 10, tzinfo=LONDON)

    def test_decisions_are_taken_by_the_time_their_batch_was_entered(
        self, example: Example
    ) -> None:
        late = [
            entry.id
            for batch in (*example.batches, *example.after)
            for entry in batch.entries
            if entry.decision is not None and entry.decision.at > batch.at
        ]

        assert late == []

    def test_nothing_is_entered_before_it_was_so(self, example: Example) -> None:
        early = []
        for batch, entity in versions(example):
            happened = [moment for moment in moments_of(entity) if moment > batch.at]
            happened_on = [day for day in days_of(entity) if day > batch.at.date()]
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


class TestNames:
    def test_names_appear_nowhere_else(self, example: Example, case: Case) -> None:
        kept_apart = [entry for entry in entries(example) if entry.kind != "name"]
        texts = {
            "the case": "\n".join(entry.model_dump_json() for entry in kept_apart)
            + "\n".join(batch.author + batch.reason for batch in (*example.batches, *example.after))
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

    def test_different_people_sign(self, example: Example) -> None:
        signers = [person_key(signer.name) for signer in example.sign_offs]

        assert len(set(signers)) == len(signers) >= 2
