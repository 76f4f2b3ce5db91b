"""The ledger appends all or nothing, in one order, and refuses lost updates."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError

from tests.fakes.refusals import well_said
from tests.ledger.conftest import AT, event, removal
from tests.ledger.writers import (
    append_events,
    change_event,
    run_together,
    start_cases,
    start_on_the_same,
)
from workbench.domain.case import Head
from workbench.domain.governance import SignOff
from workbench.domain.inquiry import Scope
from workbench.domain.story import Event
from workbench.errors import (
    CaseExists,
    EntityConflict,
    InvalidEntry,
    InvalidInput,
    NotFound,
    StorageBusy,
    StorageError,
    UnknownName,
)
from workbench.ledger.entry import FIRST_PREVIOUS, Draft, Entry, data_digest, entry_hash
from workbench.ledger.store import Ledger
from workbench.workspace.database import open_engine
from workbench.workspace.tables import entry as table


def append(ledger: Ledger, case_id: str, *drafts: Draft) -> tuple[Entry, ...]:
    return ledger.append(case_id, drafts, author="Sam Example", reason="interview", at=AT)


def whats(ledger: Ledger, case_id: str, as_of: int | None = None) -> dict[str, str]:
    return {held.id: held.what for held in ledger.fold(case_id, as_of).all(Event)}


def test_an_entry_is_a_row_of_the_table() -> None:
    assert [column.name for column in table.columns] == [field.name for field in fields(Entry)]


def test_the_first_entry_of_a_case_says_what_when_who_and_why(ledger: Ledger, case_id: str) -> None:
    (first,) = ledger.entries(case_id)

    assert (first.case_id, first.seq, first.batch, first.version) == ("C-0001", 1, 1, 1)
    assert (first.kind, first.entity, first.schema) == ("event", "T1", 1)
    assert (first.author, first.reason) == ("A", "start")
    assert first.at == "2026-03-16T09:30:00+00:00"
    assert first.previous_hash == FIRST_PREVIOUS
    assert first.hash == entry_hash(first)
    assert first.data_digest == data_digest(first.salt or "", first.data or "")
    assert len(bytes.fromhex(first.salt or "")) == 16


def test_what_append_returns_is_what_is_stored(ledger: Ledger, case_id: str) -> None:
    made = append(ledger, case_id, event(what="“Ça va?” 😀\nsecond line"), event())

    assert ledger.entries(case_id, after=1) == made
    assert [entry.batch for entry in made] == [2, 2]
    assert made[1].previous_hash == made[0].hash
    assert made[0].salt != made[1].salt


def test_the_data_stored_is_the_canonical_form_of_the_validated_entity(
    ledger: Ledger, case_id: str
) -> None:
    (made,) = append(ledger, case_id, event(what="  cafe\u0301  "))

    assert made.data == (
        '{"what":"café","when":{"earliest":"2026-03-14T18:30:00Z",'
        '"latest":"2026-03-14T18:30:00Z","stated":"14/03/2026 18:30"}}'
    )


def test_moments_are_kept_in_utc(ledger: Ledger, case_id: str) -> None:
    at = datetime(2026, 7, 1, 12, 0, tzinfo=timezone(timedelta(hours=1)))

    (made,) = ledger.append(case_id, [event()], author="A", reason="", at=at)

    assert made.at == "2026-07-01T11:00:00+00:00"


def test_entries_are_read_in_part(ledger: Ledger, case_id: str) -> None:
    append(ledger, case_id, event(), event(), event())

    assert [entry.seq for entry in ledger.entries(case_id)] == [1, 2, 3, 4]
    assert [entry.seq for entry in ledger.entries(case_id, upto=3, after=1)] == [2, 3]
    assert ledger.entries(case_id, after=4) == ()


def test_new_entities_take_the_next_free_number_of_their_kind(ledger: Ledger, case_id: str) -> None:
    append(ledger, case_id, removal("T1", 1))

    made = append(
        ledger,
        case_id,
        event(),
        Draft("person", None, {"role": "staff"}),
        event("T9"),
        event(),
    )

    assert [entry.entity for entry in made] == ["T10", "P1", "T9", "T11"]


def test_drafts_of_one_batch_may_name_one_another(ledger: Ledger, case_id: str) -> None:
    append(
        ledger,
        case_id,
        Draft("cause", "C1", {"statement": "Handover ran late", "type": "condition"}),
        Draft("cause", "C2", {"statement": "The dose was late", "type": "outcome"}),
        Draft(
            "link",
            None,
            {"cause": "C1", "effect": "C2", "mechanism": "no time", "confidence": "probable"},
        ),
    )

    assert [entry.entity for entry in ledger.entries(case_id)] == ["T1", "C1", "C2", "L1"]


def test_a_kind_that_a_case_has_once_needs_no_identifier(ledger: Ledger, case_id: str) -> None:
    scope = {"title": "Late dose", "summary": "What happened"}
    (first,) = append(ledger, case_id, Draft("scope", None, scope))
    (second,) = append(
        ledger, case_id, Draft("scope", None, {**scope, "title": "Late doses"}, first.version)
    )

    held = ledger.fold(case_id).only(Scope)
    assert (first.entity, second.entity, second.version) == ("SC1", "SC1", 2)
    assert held is not None
    assert held.title == "Late doses"


def test_an_edit_is_the_whole_new_content(ledger: Ledger, case_id: str) -> None:
    append(ledger, case_id, Draft("person", None, {"role": "staff", "description": "Nurse"}))
    append(ledger, case_id, Draft("person", "P1", {"role": "staff"}, 1))

    assert ledger.entries(case_id)[-1].data == '{"role":"staff"}'


def test_an_edit_from_an_older_version_is_refused_with_both_contents(
    ledger: Ledger, case_id: str
) -> None:
    append(ledger, case_id, event("T1", "theirs", 1))

    with pytest.raises(EntityConflict, match="version 2") as caught:
        append(ledger, case_id, event("T1", "ours", 1))

    conflict = caught.value
    assert (conflict.entity, conflict.expected, conflict.actual) == ("T1", 1, 2)
    assert conflict.theirs is not None
    assert conflict.theirs["what"] == "theirs"
    assert conflict.ours is not None
    assert conflict.ours["what"] == "ours"
    assert "theirs" not in str(conflict)
    assert len(ledger.entries(case_id)) == 2


def test_an_edit_that_did_not_look_is_refused(ledger: Ledger, case_id: str) -> None:
    with pytest.raises(EntityConflict, match="does not say which version") as caught:
        append(ledger, case_id, event("T1", "ours"))

    assert (caught.value.expected, caught.value.actual) == (0, 1)


def test_an_edit_from_a_version_that_is_not_there_yet_is_refused(
    ledger: Ledger, case_id: str
) -> None:
    with pytest.raises(EntityConflict):
        append(ledger, case_id, event("T1", "ours", 7))


def test_two_edits_of_one_entity_may_follow_each_other_in_a_batch(
    ledger: Ledger, case_id: str
) -> None:
    made = append(ledger, case_id, event("T1", "b", 1), event("T1", "c", 2), event("T2", "d"))

    assert [(entry.entity, entry.version) for entry in made] == [("T1", 2), ("T1", 3), ("T2", 1)]


def test_a_conflict_within_a_batch_is_seen(ledger: Ledger, case_id: str) -> None:
    with pytest.raises(EntityConflict) as caught:
        append(ledger, case_id, event("T1", "b", 1), event("T1", "c", 1))

    assert caught.value.theirs is not None
    assert caught.value.theirs["what"] == "b"
    assert len(ledger.entries(case_id)) == 1


def test_a_removed_entity_is_gone_and_can_be_entered_again(ledger: Ledger, case_id: str) -> None:
    append(ledger, case_id, removal("T1", 1))
    assert whats(ledger, case_id) == {}

    append(ledger, case_id, event("T1", "again", 2))

    assert whats(ledger, case_id) == {"T1": "again"}
    assert whats(ledger, case_id, as_of=2) == {}
    assert whats(ledger, case_id, as_of=1) == {"T1": "It rang."}


def test_a_removal_that_did_not_see_the_last_edit_is_refused(ledger: Ledger, case_id: str) -> None:
    append(ledger, case_id, event("T1", "new", 1))

    with pytest.raises(EntityConflict) as caught:
        append(ledger, case_id, removal("T1", 1))

    assert caught.value.ours is None


def test_an_edit_of_what_was_removed_meanwhile_is_refused(ledger: Ledger, case_id: str) -> None:
    append(ledger, case_id, removal("T1", 1))

    with pytest.raises(EntityConflict, match="was removed") as caught:
        append(ledger, case_id, event("T1", "ours", 1))

    assert caught.value.theirs is None


@pytest.mark.parametrize(
    "draft",
    [removal("T5", 1), removal("T5", None), event("T5", "x", 1), removal("SC1", 1, "scope")],
)
def test_what_is_not_there_is_not_changed_or_removed(
    ledger: Ledger, case_id: str, draft: Draft
) -> None:
    with pytest.raises(NotFound, match=draft.entity):
        append(ledger, case_id, draft)


def test_what_was_removed_is_not_removed_again(ledger: Ledger, case_id: str) -> None:
    append(ledger, case_id, removal("T1", 1))

    with pytest.raises(NotFound):
        append(ledger, case_id, removal("T1", 2))


@pytest.mark.parametrize("wrong", ["P1", "t1", "T0", "T01", "T", "T1 ", "T1000000", "-", "T\u0661"])
def test_an_identifier_of_another_form_or_kind_is_refused(
    ledger: Ledger, case_id: str, wrong: str
) -> None:
    with pytest.raises(InvalidInput, match="is not an identifier"):
        append(ledger, case_id, event(wrong))

    assert len(ledger.entries(case_id)) == 1


def test_a_kind_that_a_case_has_once_has_no_second(ledger: Ledger, case_id: str) -> None:
    with pytest.raises(InvalidInput, match="SC1"):
        append(ledger, case_id, Draft("scope", "SC2", {"title": "T", "summary": "S"}))


@pytest.mark.parametrize("draft", [Draft("event", None, None), event(None, "x", 1)])
def test_a_change_says_what_it_changes(ledger: Ledger, case_id: str, draft: Draft) -> None:
    with pytest.raises(InvalidInput, match="which one"):
        append(ledger, case_id, draft)


def test_a_batch_with_one_bad_draft_keeps_nothing(ledger: Ledger, case_id: str) -> None:
    bad = Draft("event", None, {"what": "Somebody's words"})

    with pytest.raises(InvalidEntry) as caught:
        append(ledger, case_id, event(), event("T1", "new", 1), bad)

    assert "Somebody" not in str(caught.value)
    assert caught.value.problems.keys() == {"when"}
    assert len(ledger.entries(case_id)) == 1


def test_nothing_to_append_is_an_error(ledger: Ledger, case_id: str) -> None:
    with pytest.raises(InvalidInput, match="nothing"):
        append(ledger, case_id)


def test_an_unknown_kind_is_an_error(ledger: Ledger, case_id: str) -> None:
    with pytest.raises(UnknownName):
        append(ledger, case_id, Draft("evnt", None, {}))


def test_the_kind_of_an_erasure_cannot_be_handed_in(ledger: Ledger, case_id: str) -> None:
    with pytest.raises(UnknownName):
        append(ledger, case_id, Draft("erasure", None, {}))


@pytest.mark.parametrize(
    ("author", "reason"), [("", "r"), ("  ", "r"), ("A\nB", "r"), ("A\u202e", "r"), ("A", "r\x00")]
)
def test_the_author_and_the_reason_are_text_that_can_be_shown(
    ledger: Ledger, case_id: str, author: str, reason: str
) -> None:
    with pytest.raises(InvalidInput):
        ledger.append(case_id, [event()], author=author, reason=reason, at=AT)


def test_a_moment_without_a_zone_is_refused(ledger: Ledger, case_id: str) -> None:
    with pytest.raises(InvalidInput, match="time zone"):
        ledger.append(case_id, [event()], author="A", reason="", at=AT.replace(tzinfo=None))


def test_a_case_that_is_not_there_is_not_found(ledger: Ledger) -> None:
    with pytest.raises(NotFound, match="C-0404"):
        append(ledger, "C-0404", event())
    with pytest.raises(NotFound):
        ledger.entries("C-0404")
    with pytest.raises(NotFound):
        ledger.fold("C-0404")
    with pytest.raises(NotFound):
        ledger.history("C-0404")
    with pytest.raises(NotFound):
        ledger.verify("C-0404")
    with pytest.raises(NotFound):
        ledger.erase("C-0404", author="A", reason="", at=AT)


def test_cases_are_numbered_and_kept_apart(ledger: Ledger, case_id: str) -> None:
    second = ledger.start_case(
        "INC-2", "fall", [event(what="other"), event()], author="B", reason="", at=AT
    )
    append(ledger, case_id, event())

    assert (case_id, second) == ("C-0001", "C-0002")
    assert whats(ledger, second) == {"T1": "other", "T2": "It rang."}
    assert ledger.entries(second)[0].previous_hash == FIRST_PREVIOUS


def test_case_numbers_go_on_beyond_four_digits(ledger: Ledger, engine: Engine) -> None:
    from sqlalchemy import insert

    from workbench.workspace.database import transaction
    from workbench.workspace.tables import case_info

    with transaction(engine) as connection:
        for number in (9998, 9999, 10000):
            connection.execute(
                insert(case_info).values(
                    case_id=f"C-{number}", incident_id="I", template="t", started_at=AT.isoformat()
                )
            )

    assert ledger.start_case("J", "t", [event()], author="A", reason="", at=AT) == "C-10001"


def test_a_case_that_cannot_be_started_leaves_nothing(ledger: Ledger) -> None:
    bad = Draft("event", None, {})

    with pytest.raises(InvalidEntry):
        ledger.start_case("INC-1", "t", [event(), bad], author="A", reason="", at=AT)

    assert ledger.cases() == ()
    assert ledger.verify().intact


def test_cases_are_listed_with_where_they_stand(ledger: Ledger, case_id: str) -> None:
    later = AT + timedelta(days=2)
    (last,) = ledger.append(case_id, [event()], author="A", reason="", at=later)

    (info,) = ledger.cases()

    assert (info.id, info.incident_id, info.template) == ("C-0001", "INC-1", "late-dose")
    assert (info.started_at, info.changed_at) == (AT, later)
    assert info.head == Head(2, last.hash)
    assert not info.erased


def test_a_case_is_folded_as_of_any_entry(ledger: Ledger, case_id: str) -> None:
    append(ledger, case_id, event("T1", "b", 1), event("T2", "c"))

    assert whats(ledger, case_id, 1) == {"T1": "It rang."}
    assert whats(ledger, case_id, 2) == {"T1": "b"}
    assert whats(ledger, case_id, 3) == whats(ledger, case_id) == {"T1": "b", "T2": "c"}


@pytest.mark.parametrize("as_of", [0, -1, 4])
def test_a_case_is_not_folded_as_of_an_entry_that_is_not_there(
    ledger: Ledger, case_id: str, as_of: int
) -> None:
    append(ledger, case_id, event(), event())

    with pytest.raises(NotFound):
        ledger.fold(case_id, as_of)


def test_a_fold_can_start_from_an_earlier_one(ledger: Ledger, case_id: str) -> None:
    first = ledger.fold(case_id)
    append(ledger, case_id, event("T1", "b", 1), event())
    whole = ledger.fold(case_id)

    assert ledger.fold(case_id, base=first) == whole
    assert ledger.fold(case_id, base=whole) == whole
    assert ledger.fold(case_id, as_of=1, base=whole) == first


def test_a_sign_off_does_not_change_what_the_case_says(ledger: Ledger, case_id: str) -> None:
    signed = {
        "role": "investigator",
        "name": "Sam Example",
        "decision": "approved",
        "meaning": "I stand behind it.",
        "at": "2026-04-01T12:00:00Z",
        "content_seq": 1,
    }
    append(ledger, case_id, Draft("sign-off", None, signed))

    case = ledger.fold(case_id)
    assert (case.head.seq, case.content_seq) == (2, 1)
    assert len(case.all(SignOff)) == 1

    append(ledger, case_id, event())
    assert ledger.fold(case_id).content_seq == 3


def test_stamps_say_where_the_present_content_comes_from(ledger: Ledger, case_id: str) -> None:
    later = datetime(2026, 5, 1, tzinfo=UTC)
    ledger.append(case_id, [event("T1", "b", 1)], author="B", reason="", at=later)

    stamp = ledger.fold(case_id).stamps["T1"]

    assert (stamp.version, stamp.seq, stamp.author, stamp.at) == (2, 2, "B", later)


def test_a_database_without_tables_is_an_error_of_ours(tmp_path: object) -> None:
    with pytest.raises(StorageError):
        Ledger(open_engine(f"sqlite:///{tmp_path}/empty.db")).cases()


class Rival:
    """Comes first as often as it is told, at the moment when an entry gets its salt."""

    def __init__(self, times: int) -> None:
        self.times = times

    def __call__(self) -> str:
        self.times -= 1
        if self.times >= 0:
            raise IntegrityError("INSERT", {}, ValueError("(case_id, seq) is taken"))
        return "0" * 32


def test_whoever_was_overtaken_tries_again(engine: Engine, ledger: Ledger, case_id: str) -> None:
    (made,) = append(Ledger(engine, Rival(3)), case_id, event())

    assert ledger.entries(case_id, after=1) == (made,)


def test_whoever_is_always_overtaken_is_told_so(
    engine: Engine, ledger: Ledger, case_id: str
) -> None:
    with pytest.raises(StorageBusy, match="same moment"):
        append(Ledger(engine, Rival(10_000)), case_id, event())

    assert len(ledger.entries(case_id)) == 1


def test_people_who_add_at_the_same_time_all_land(url: str, ledger: Ledger, case_id: str) -> None:
    made = run_together(append_events, [(url, case_id, 20)] * 3)

    entities = sorted(int(entity[1:]) for batch in made for entity in batch)
    assert entities == list(range(2, 62))
    assert len(ledger.entries(case_id)) == 61
    assert ledger.verify().intact


def test_of_people_who_change_one_entity_at_the_same_time_one_comes_first(
    url: str, ledger: Ledger, case_id: str
) -> None:
    came_first = run_together(change_event, [(url, case_id, f"mine {n}") for n in range(4)])

    assert sorted(came_first) == [False, False, False, True]
    assert whats(ledger, case_id) == {"T1": f"mine {came_first.index(True)}"}


def test_cases_that_are_started_at_the_same_time_have_different_numbers(
    url: str, ledger: Ledger
) -> None:
    made = run_together(start_cases, [(url, 0, 8), (url, 100, 8)])

    assert sorted(made[0] + made[1]) == [f"C-{n:04}" for n in range(1, 17)]
    assert ledger.verify().intact


def test_an_incident_that_several_start_on_at_the_same_time_gets_one_case(
    url: str, ledger: Ledger
) -> None:
    made = run_together(start_on_the_same, [(url, 12)] * 3)

    assert sorted(case for each in made for case in each) == [f"C-{n:04}" for n in range(1, 13)]
    assert sorted(info.incident_id for info in ledger.cases()) == sorted(
        f"INC-{n}" for n in range(12)
    )
    assert ledger.verify().intact


def test_a_second_case_on_an_incident_is_refused_until_the_first_is_erased(
    ledger: Ledger, case_id: str
) -> None:
    with pytest.raises(CaseExists) as refused:
        ledger.start_case("INC-1", "t", [event()], author="B", reason="", at=AT)
    assert refused.value.case_id == case_id
    assert well_said(refused.value)
    assert len(ledger.cases()) == 1

    ledger.erase(case_id, author="A", reason="", at=AT)
    assert ledger.start_case("INC-1", "t", [event()], author="B", reason="", at=AT) == "C-0002"


def test_what_was_appended_with_a_key_is_found_by_it(ledger: Ledger, case_id: str) -> None:
    by = {"author": "A", "reason": "", "at": AT}
    first = ledger.append(case_id, [event(), event()], key="k1", **by)
    ledger.append(case_id, [event()], key="k2", **by)
    second = ledger.append(case_id, [event()], key="k1", **by)
    ledger.append(case_id, [event()], **by)

    assert ledger.saved_under(case_id, "k1") == (*first, *second)
    assert ledger.saved_under(case_id, "unknown") == ()
    assert ledger.saved_under("C-0099", "k1") == ()
