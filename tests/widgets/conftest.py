from pathlib import Path

import pytest

from tests.fakes.desks import desk_of
from tests.fakes.workspaces import Office, make_office
from workbench.notebooks.opening import OpenCase
from workbench.widgets.desk import Desk


@pytest.fixture
def office(tmp_path: Path) -> Office:
    office = make_office(tmp_path / "ws")
    office.start()
    return office


@pytest.fixture
def desk(office: Office) -> Desk[OpenCase]:
    return desk_of(office)
