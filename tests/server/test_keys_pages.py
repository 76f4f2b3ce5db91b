from __future__ import annotations

import logging
from pathlib import Path

import pytest

from tests.fakes.workspaces import SIGNERS, Office, make_office
from workbench.server.keys_pages import keys_page
from workbench.server.served import Served


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return make_office(tmp_path / "ws")


def values(office: Office) -> dict[str, object]:
    return dict(keys_page(Served(office.workspace.root, "/", logging.getLogger("t"))).values)


def test_without_a_trust_list_the_root_keys_come_first(office: Office) -> None:
    held = values(office)

    assert not held["there"]
    assert held["without"] == [role for role, _ in SIGNERS]


def test_with_one_it_says_who_signs_who_agrees_and_where_root_keys_lie(office: Office) -> None:
    office.make_keys()
    held = values(office)

    assert held["without"] == []
    assert held["keepers"] == ("Root one (root key)", "Root two (root key)")
    assert held["lacking"] is None
    assert len(list(held["roots"])) == 3  # type: ignore[call-overload]


def test_where_root_keys_are_kept_elsewhere_it_says_which_to_bring_back(office: Office) -> None:
    office.make_keys()
    for key in list(office.workspace.keys.glob("root-*.pem"))[:2]:
        key.unlink()
    lacking = values(office)["lacking"]

    assert "takes 2 of its root keys; 1 are in this workspace" in str(lacking)
