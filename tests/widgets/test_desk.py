from datetime import timedelta

import pytest

from tests.fakes.desks import desk_of
from tests.fakes.workspaces import NOW, Office
from workbench.domain.inquiry import PersonName
from workbench.domain.reasoning import Cause, Link
from workbench.domain.story import Event
from workbench.errors import AccessRefused, EntityConflict, InvalidEntry, InvalidInput
from workbench.ledger.amend import Amendment
from workbench.ledger.presence import GONE_AFTER
from workbench.notebooks.opening import OpenCase
from workbench.widgets.desk import Desk
from workbench.widgets.wire import Change

EVENT = {"when": {"stated": "about 14/03/2026 19:30"}, "what": "The nurse was rung."}
LIST = {
    "grants": [
        {"role": "investigator", "name": "Bryn", "because": "Investigates it."},
        {"role": "governance lead", "name": "Carys", "because": "Answers for it."},
    ],
    "kept_by": "governance lead",
}


def event(desk: Desk[OpenCase], identifier: str) -> Event | None:
    return desk.case.get(Event, identifier)


def test_what_is_saved_is_in_the_ledger_at_once_under_the_persons_name(
    desk: Desk[OpenCase], office: Office
) -> None:
    identifiers = desk.save((Change("event", None, EVENT),), "Told by P2")

    (entry,) = office.ledger.entries("C-0001")[-1:]
    assert identifiers == ("T3",)
    assert (entry.entity, entry.author, entry.reason) == ("T3", "Asha", "Told by P2")
    assert desk.case.head.seq == entry.seq


def test_a_change_sets_the_fields_it_names_and_null_takes_one_back(desk: Desk[OpenCase]) -> None:
    desk.save((Change("event", "T2", {"place": "Kitchen", "who": None}, 1),), "")

    changed = event(desk, "T2")
    assert changed is not None
    assert (changed.place, changed.who) == ("Kitchen", ())
    assert changed.evidence == ("E1", "E2")


def test_a_time_is_read_as_clocks_in_england_show_it(desk: Desk[OpenCase]) -> None:
    fields = {**EVENT, "when": {"stated": "01/07/2026 10:00", "recorded_at": "2026-07-01 12:30"}}

    desk.save((Change("event", None, fields),), "")

    saved = event(desk, "T3")
    assert saved is not None
    assert saved.when.start.isoformat() == "2026-07-01T09:00:00+00:00"
    assert saved.when.recorded_at is not None
    assert saved.when.recorded_at.isoformat() == "2026-07-01T11:30:00+00:00"


def test_new_entities_of_one_batch_may_refer_to_each_other(desk: Desk[OpenCase]) -> None:
    cause = {"statement": "Nobody counted the packs.", "type": "condition"}
    link = {
        "cause": "new:1",
        "effect": "C1",
        "mechanism": "So none was missed.",
        "confidence": "possible",
    }

    identifiers = desk.save(
        (Change("link", "new:2", link), Change("cause", "new:1", cause)), "Drawn"
    )

    linked = desk.case.get(Link, identifiers[0])
    assert identifiers == ("L3", "C4")
    assert linked is not None
    assert linked.cause == "C4"
    assert desk.case.get(Cause, "C4") is not None


def test_somebody_who_took_the_free_identifier_first_costs_nothing(office: Office) -> None:
    asha, bryn = desk_of(office), desk_of(office, "Bryn")
    asha.refresh()
    bryn.save((Change("event", None, EVENT),), "")

    identifiers = asha.save((Change("event", "new:1", EVENT),), "")

    assert identifiers == ("T4",)


def test_identifiers_of_what_was_removed_are_not_given_out_again(desk: Desk[OpenCase]) -> None:
    desk.save((Change("event", None, EVENT),), "")
    desk.save((Change("event", "T3", None, 1),), "")

    assert desk.save((Change("event", "new:1", EVENT),), "") == ("T4",)


def test_a_batch_with_one_fault_leaves_the_ledger_as_it_was(
    desk: Desk[OpenCase], office: Office
) -> None:
    before = office.ledger.fold("C-0001").head

    with pytest.raises(InvalidEntry):
        desk.save((Change("event", None, EVENT), Change("event", None, {"what": "No time"})), "")

    assert office.ledger.fold("C-0001").head == before
    assert desk.deeds.done == []


def test_a_change_from_an_old_version_is_refused_and_nothing_is_lost(office: Office) -> None:
    asha, bryn = desk_of(office), desk_of(office, "Bryn")
    bryn.save((Change("event", "T1", {"place": "Hall"}, 1),), "")

    with pytest.raises(EntityConflict):
        asha.save((Change("event", "T1", {"place": "Kitchen"}, 1),), "")

    assert event(asha, "T1").place == "Hall"  # type: ignore[union-attr]


def test_undo_and_redo_are_new_entries(desk: Desk[OpenCase], office: Office) -> None:
    desk.save((Change("event", None, EVENT),), "")
    before = desk.case.head.seq
    words = desk.deeds.done[-1].words

    desk.undo()
    without = event(desk, "T3")
    desk.redo()

    reasons = [entry.reason for entry in office.ledger.entries("C-0001", after=before)]
    assert words == "adding event T3"
    assert without is None
    assert event(desk, "T3") is not None
    assert reasons == ["Undid adding event T3", "Did again adding event T3"]


def test_undo_puts_back_what_was_removed_and_what_stood_before(desk: Desk[OpenCase]) -> None:
    desk.save((Change("event", "T1", {"place": "Hall"}, 1), Change("event", "T2", None, 1)), "")

    desk.undo()

    assert event(desk, "T1").place is None  # type: ignore[union-attr]
    assert event(desk, "T2") is not None
    assert desk.deeds.done == []


def test_undo_never_takes_away_what_somebody_else_has_written_since(office: Office) -> None:
    asha, bryn = desk_of(office), desk_of(office, "Bryn")
    asha.save((Change("event", "T1", {"place": "Hall"}, 1),), "")
    bryn.save((Change("event", "T1", {"place": "Kitchen"}, 2),), "")

    with pytest.raises(InvalidInput, match="T1 has changed since"):
        asha.undo()

    assert event(asha, "T1").place == "Kitchen"  # type: ignore[union-attr]
    assert len(asha.deeds.done) == 1


def test_there_is_nothing_to_undo_or_redo_at_first(desk: Desk[OpenCase]) -> None:
    with pytest.raises(InvalidInput, match="nothing left to undo"):
        desk.undo()
    with pytest.raises(InvalidInput, match="nothing left to do again"):
        desk.redo()


def test_something_new_ends_what_could_be_done_again(desk: Desk[OpenCase]) -> None:
    desk.save((Change("event", None, EVENT),), "")
    desk.undo()
    desk.save((Change("event", None, EVENT),), "")

    assert desk.deeds.undone == []


def test_names_are_at_the_desk_and_nowhere_that_is_shown(desk: Desk[OpenCase]) -> None:
    desk.save((Change("name", None, {"person": "P1", "name": "Invented Person"}),), "")

    assert desk.case.all(PersonName)[0].name == "Invented Person"
    assert desk.seen.case.all(PersonName) == ()


def test_what_is_worked_out_is_kept_until_there_is_a_new_entry(desk: Desk[OpenCase]) -> None:
    first = desk.seen
    desk.refresh()
    same = desk.seen
    desk.save((Change("event", None, EVENT),), "")

    assert same is first
    assert desk.seen is not first


def test_a_case_that_was_closed_to_somebody_closes_at_their_desk_too(
    office: Office,
) -> None:
    desk = desk_of(office)
    desk.refresh()
    office.change("C-0001", Amendment("access", None, LIST))

    with pytest.raises(AccessRefused):
        desk.refresh()


def test_people_see_who_is_where_until_they_are_gone(office: Office) -> None:
    moments = [NOW, NOW + timedelta(seconds=1), NOW + GONE_AFTER + timedelta(seconds=2)]
    asha = desk_of(office, clock=lambda: moments[0])
    bryn = desk_of(office, "Bryn", clock=lambda: moments[0])

    bryn.pulse("timeline", "T2")
    moments.pop(0)
    together = asha.pulse("scope", None)
    moments.pop(0)
    alone = asha.pulse("scope", None)

    assert [(one.person, one.step, one.entity) for one in together] == [
        ("Asha", "scope", None),
        ("Bryn", "timeline", "T2"),
    ]
    assert [one.person for one in alone] == ["Asha"]


def test_a_pulse_brings_what_others_have_entered(office: Office) -> None:
    asha, bryn = desk_of(office), desk_of(office, "Bryn")
    before = asha.refresh().head.seq
    bryn.save((Change("event", None, EVENT),), "")

    asha.pulse("timeline", None)

    assert asha.case.head.seq == before + 1
