from datetime import UTC, datetime
from pathlib import Path

from tests.fakes.workspaces import make_office
from workbench.conduct.across import look_across
from workbench.domain.access import Opening
from workbench.domain.case import Case
from workbench.ledger.entry import Draft

AT = datetime(2026, 4, 2, 9, 0, tzinfo=UTC)
ACCESS = {
    "kept_by": "governance lead",
    "grants": [{"role": "governance lead", "name": "Dana Example", "because": "Leads it."}],
}


def everything(_: Case) -> bool:
    return True


def nothing(_: Case) -> bool:
    return False


def test_cases_that_concern_nobody_s_question_are_passed_over(tmp_path: Path) -> None:
    office = make_office(tmp_path / "ws")
    office.start()

    seen = look_across(
        office.workspace, office.ledger, nothing, person="Asha Verma", how="test", at=AT
    )

    assert (seen.cases, seen.closed) == ((), 0)


def test_a_case_with_an_access_list_is_opened_by_those_on_it_and_noted(tmp_path: Path) -> None:
    office = make_office(tmp_path / "ws")
    case = office.start()
    office.ledger.append(
        case, [Draft("access", None, ACCESS)], author="Dana Example", reason="Kept close", at=AT
    )

    outside, inside = (
        look_across(office.workspace, office.ledger, everything, person=who, how="test", at=AT)
        for who in ("Asha Verma", "Dana Example")
    )

    assert (outside.cases, outside.closed) == ((), 1)
    assert ([one.id for one in inside.cases], inside.closed) == ([case], 0)
    assert [one.name for one in office.ledger.fold(case).all(Opening)] == ["Dana Example"]


def test_an_erased_case_is_passed_over(tmp_path: Path) -> None:
    office = make_office(tmp_path / "ws")
    office.ledger.erase(office.start(), author="Dana Example", reason="Asked for", at=AT)

    seen = look_across(
        office.workspace, office.ledger, everything, person="Asha Verma", how="test", at=AT
    )

    assert (seen.cases, seen.closed) == ((), 0)
