from __future__ import annotations

from pathlib import Path

import pytest

from tests.fakes.workspaces import NOW, Office, make_office
from workbench.cli.case_views import change_row

ABOUT = {"role": "governance lead", "because": "It is asked for.", "at": NOW.isoformat()}
RECORD = {"record": "C-0001-structured-analysis", "version": 1}


@pytest.fixture
def office(tmp_path: Path) -> Office:
    office = make_office(tmp_path / "ws")
    office.start()
    return office


@pytest.mark.parametrize(("kind", "more"), [("hold", {}), ("withdrawal", RECORD)])
def test_the_history_says_whose_decision_it_was_and_which_account_entered_it(
    kind: str, more: dict[str, object], office: Office
) -> None:
    office.keep("C-0001", kind, {**ABOUT, **more, "name": "Carys Okafor"})
    (*_, last) = office.ledger.history("C-0001")

    assert "Carys Okafor (governance lead), entered by A" in change_row(last)
