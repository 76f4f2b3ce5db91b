from datetime import UTC, datetime
from pathlib import Path

import pytest

from workbench.domain.change import Action
from workbench.domain.inquiry import Evidence, Scope
from workbench.errors import EntityConflict, InvalidInput, NotFound, UnreadableFile
from workbench.ledger.amend import Amendment, amend
from workbench.ledger.attach import attach
from workbench.ledger.store import Ledger
from workbench.workspace.store import ContentStore

AT = datetime(2026, 3, 20, 9, 0, tzinfo=UTC)


def change(ledger: Ledger, case_id: str, *amendments: Amendment) -> None:
    amend(ledger, case_id, amendments, author="A", reason="Agreed", at=AT)


def test_a_change_of_one_field_leaves_the_others(ledger: Ledger, case_id: str) -> None:
    change(
        ledger,
        case_id,
        Amendment("action", None, {"statement": "Fit a bell", "due": "2026-05-01"}),
    )
    change(ledger, case_id, Amendment("action", "A1", {"due": "2026-06-01"}))

    action = ledger.fold(case_id).get(Action, "A1")
    assert action is not None
    assert (action.statement, str(action.due)) == ("Fit a bell", "2026-06-01")


def test_a_field_set_to_nothing_goes_back_to_its_default(ledger: Ledger, case_id: str) -> None:
    change(ledger, case_id, Amendment("action", None, {"statement": "s", "due": "2026-05-01"}))
    change(ledger, case_id, Amendment("action", "A1", {"due": None}))

    action = ledger.fold(case_id).get(Action, "A1")
    assert action is not None
    assert action.due is None


def test_a_single_kind_is_changed_without_naming_it(ledger: Ledger, case_id: str) -> None:
    change(ledger, case_id, Amendment("scope", None, {"title": "One", "summary": "s"}))
    change(ledger, case_id, Amendment("scope", None, {"title": "Two"}))

    scope = ledger.fold(case_id).only(Scope)
    assert scope is not None
    assert (scope.title, scope.summary) == ("Two", "s")


def test_a_change_from_an_older_version_is_refused_with_both_contents(
    ledger: Ledger, case_id: str
) -> None:
    change(ledger, case_id, Amendment("action", None, {"statement": "first"}))
    change(ledger, case_id, Amendment("action", "A1", {"statement": "theirs"}))

    with pytest.raises(EntityConflict) as caught:
        change(ledger, case_id, Amendment("action", "A1", {"statement": "ours"}, base_version=1))

    assert (caught.value.expected, caught.value.actual) == (1, 2)
    assert caught.value.theirs == {"statement": "theirs"}
    assert caught.value.ours == {"statement": "ours"}


def test_removing_what_is_not_there_names_the_nearest(ledger: Ledger, case_id: str) -> None:
    with pytest.raises(NotFound) as caught:
        change(ledger, case_id, Amendment("event", "T13", None))

    assert "Did you mean 'T1'?" in caught.value.remedy


def test_an_identifier_of_another_kind_is_refused(ledger: Ledger, case_id: str) -> None:
    with pytest.raises(NotFound, match="is not of the kind action, but event"):
        change(ledger, case_id, Amendment("action", "T1", {"statement": "s"}))


@pytest.mark.parametrize(
    "name", ["notes.pdf", "../../x", "CON", "a\nb", "a\u202eb", "<img onerror>"]
)
def test_a_file_is_kept_by_its_hash_whatever_it_is_called(
    tmp_path: Path, ledger: Ledger, case_id: str, name: str
) -> None:
    file = tmp_path / Path(name).name
    file.write_bytes(b"what was written that day")
    store = ContentStore(tmp_path / "evidence")

    kept = attach(
        store, (Amendment("evidence", None, {"title": "Notes", "type": "care record"}),), file
    )
    change(ledger, case_id, kept)

    evidence = ledger.fold(case_id).get(Evidence, "E1")
    assert evidence is not None
    assert evidence.sha256 is not None
    assert store.get(evidence.sha256) == b"what was written that day"
    assert evidence.size == 25
    inside = [path for path in (tmp_path / "evidence").rglob("*") if path.is_file()]
    assert [path.name for path in inside] == [evidence.sha256]


def test_a_file_goes_with_one_piece_of_evidence_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "x"
    file.write_bytes(b"x")

    with pytest.raises(InvalidInput, match="one piece of evidence"):
        attach(ContentStore(tmp_path / "e"), (Amendment("event", None, {}),), file)
    assert not (tmp_path / "e").exists()


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="cannot be read"):
        attach(
            ContentStore(tmp_path / "e"), (Amendment("evidence", None, {}),), tmp_path / "absent"
        )
