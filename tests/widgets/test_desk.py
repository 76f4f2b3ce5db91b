from datetime import timedelta

import pytest

from tests.fakes.desks import desk_of
from tests.fakes.interrupted import interrupted
from tests.fakes.workspaces import NOW, Office
from workbench.domain.inquiry import PersonName, Scope
from workbench.domain.reasoning import Cause, Link
from workbench.domain.story import Event
from workbench.errors import AccessRefused, EntityConflict, InvalidEntry, InvalidInput
from workbench.ledger.amend import Amendment
from workbench.ledger.presence import GONE_AFTER
from workbench.notebooks.opening import OpenCase
from workbench.widgets.desk import Desk
from workbench.widgets.wire import Change

EVENT = {"when": {"stated": "about 14/03/2026 19:30"}, "what": "The nurse was rung."}
SCOPE = {"title": "Late evening dose", "summary": "A dose was given late."}
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


def test_undo_is_of_what_was_saved_here_also_where_somebody_else_wrote_at_once(
    office: Office,
) -> None:
    bryn = desk_of(office, "Bryn")
    asha = interrupted(
        desk_of(office),
        "append",
        lambda: bryn.save((Change("event", "T1", {"place": "Kitchen"}, 2),), ""),
    )
    asha.save((Change("event", "T1", {"place": "Hall"}, 1),), "")

    with pytest.raises(InvalidInput, match="T1 has changed since"):
        asha.undo()

    assert event(bryn, "T1").place == "Kitchen"  # type: ignore[union-attr]


def test_undo_writes_over_nothing_that_comes_while_it_is_carried_out(office: Office) -> None:
    bryn, asha = desk_of(office, "Bryn"), desk_of(office)
    asha.save((Change("event", "T1", {"place": "Hall"}, 1),), "")
    late = interrupted(
        asha,
        "fold",
        lambda: bryn.save((Change("event", "T1", {"place": "Kitchen"}, 2),), ""),
    )

    with pytest.raises(EntityConflict):
        late.undo()

    assert event(bryn, "T1").place == "Kitchen"  # type: ignore[union-attr]
    assert len(asha.deeds.done) == 1


def test_the_one_entry_of_a_kind_that_somebody_else_entered_first_is_a_conflict(
    office: Office,
) -> None:
    asha, bryn = desk_of(office), desk_of(office, "Bryn")
    asha.save((Change("scope", "SC1", None, 1),), "")
    bryn.save((Change("scope", "SC1", {**SCOPE, "title": "Bryn’s"}, 2),), "")

    with pytest.raises(EntityConflict):
        asha.save((Change("scope", None, {**SCOPE, "title": "Asha’s"}),), "")

    assert asha.refresh().only(Scope).title == "Bryn’s"  # type: ignore[union-attr]


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


def test_who_may_not_open_the_case_is_not_seen_in_it(office: Office) -> None:
    asha, bryn = desk_of(office), desk_of(office, "Bryn")
    office.change("C-0001", Amendment("access", None, LIST))

    with pytest.raises(AccessRefused):
        asha.pulse("timeline", None)

    assert [one.person for one in bryn.pulse("timeline", None)] == ["Bryn"]


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


def told_of(office: Office, *pulses: tuple[str, str | None, bool], apart: float = 0.5) -> list[str]:
    """Where Bryn sees Asha after each pulse of the steps on her screen."""
    at = [NOW]
    asha = desk_of(office, clock=lambda: at[0])
    bryn = desk_of(office, "Bryn", clock=lambda: at[0])
    seen = []
    for step, where, attended in pulses:
        asha.pulse(step, where, attended=attended)
        (place,) = [one for one in bryn.pulse("scope", None) if one.person == "Asha"]
        seen.append(f"{place.step} {place.entity or ''}".strip())
        at[0] += timedelta(seconds=apart)
    return seen


@pytest.mark.parametrize(
    ("pulses", "seen"),
    [
        (
            [("scope", None, False), ("timeline", None, True), ("scope", None, False)],
            ["scope", "timeline", "timeline"],
        ),
        (
            [("timeline", "T2", False), ("scope", None, False), ("timeline", "T2", False)],
            ["timeline T2"] * 3,
        ),
        (
            [("scope", None, False), ("timeline", None, False), ("scope", None, False)],
            ["scope"] * 3,
        ),
        (
            [("timeline", "T2", True), ("timeline", None, False), ("scope", None, True)],
            ["timeline T2", "timeline", "scope"],
        ),
    ],
    ids=["attended", "open", "first", "moved-on"],
)
def test_who_has_several_steps_on_the_screen_is_seen_in_one(
    pulses: list[tuple[str, str | None, bool]], seen: list[str], office: Office
) -> None:
    assert told_of(office, *pulses) == seen


def test_a_step_that_left_the_screen_no_longer_holds_who_looked_at_it(office: Office) -> None:
    pulses = ("timeline", "T2", True), ("scope", None, False), ("scope", None, False)

    assert told_of(office, *pulses, apart=2.5) == ["timeline T2", "timeline T2", "scope"]


def test_a_pulse_brings_what_others_have_entered(office: Office) -> None:
    asha, bryn = desk_of(office), desk_of(office, "Bryn")
    before = asha.refresh().head.seq
    bryn.save((Change("event", None, EVENT),), "")

    asha.pulse("timeline", None)

    assert asha.case.head.seq == before + 1


@pytest.fixture
def restarted(office: Office) -> Desk[OpenCase]:
    """The desk of the kernel that was started after the first one died."""
    return desk_of(office, key="restarted")


def test_a_saving_whose_answer_was_lost_is_saved_once(
    desk: Desk[OpenCase], restarted: Desk[OpenCase], office: Office
) -> None:
    change = (Change("event", None, EVENT),)
    first = desk.save(change, "", "k1")
    entries = office.ledger.entries("C-0001")

    assert desk.save(change, "", "k1") == first
    assert restarted.save(change, "", "k1") == first
    assert office.ledger.entries("C-0001") == entries
    assert desk.save(change, "", "k2") != first


def test_what_was_typed_after_a_lost_answer_is_saved_on_top(
    desk: Desk[OpenCase], restarted: Desk[OpenCase]
) -> None:
    desk.save((Change("event", None, {**EVENT, "place": "Hall"}),), "", "k1")
    more = (Change("event", None, {**EVENT, "what": "The nurse was rung twice."}),)

    identifiers = restarted.save(more, "", "k1")
    again = restarted.save(more, "", "k1")

    saved = event(restarted, "T3")
    assert saved is not None
    assert identifiers == again == ("T3",)
    assert (saved.what, saved.place) == ("The nurse was rung twice.", None)
    assert restarted.case.stamps["T3"].version == 2


def test_a_change_whose_answer_was_lost_is_no_conflict_with_itself(
    desk: Desk[OpenCase], restarted: Desk[OpenCase]
) -> None:
    change = (Change("event", "T2", {"place": "Kitchen"}, 1),)
    desk.save(change, "", "k1")
    restarted.save((Change("event", "T2", {"what": "Somebody else wrote on."}, 2),), "")

    assert restarted.save(change, "", "k1") == ("T2",)
    with pytest.raises(EntityConflict):
        restarted.save((Change("event", "T2", {"place": "Hall"}, 1),), "", "k1")


def test_a_removal_whose_answer_was_lost_is_done_once(
    desk: Desk[OpenCase], restarted: Desk[OpenCase]
) -> None:
    change = (Change("event", "T2", None, 1),)
    desk.save(change, "", "k1")

    assert restarted.save(change, "", "k1") == ("T2",)


def test_a_key_does_not_serve_for_something_else(desk: Desk[OpenCase]) -> None:
    desk.save((Change("event", None, EVENT),), "", "k1")

    with pytest.raises(InvalidInput, match="something else"):
        desk.save((Change("cause", None, {"statement": "x", "type": "condition"}),), "", "k1")


def test_what_was_refused_may_be_mended_under_its_key(desk: Desk[OpenCase]) -> None:
    with pytest.raises(InvalidEntry):
        desk.save((Change("event", None, {**EVENT, "what": ""}),), "", "k1")

    assert desk.save((Change("event", None, EVENT),), "", "k1") == ("T3",)
