"""The conditions that `conftest.py` promises do hold."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pytest_socket import SocketConnectBlockedError

SKIPPING = """
import pytest

def test_one(): pass

@pytest.mark.skip(reason="because")
def test_two(): pass
"""


@pytest.mark.filterwarnings("ignore:A test tried")
def test_the_network_is_cut_off() -> None:
    with pytest.raises(SocketConnectBlockedError):
        socket.create_connection(("192.0.2.1", 80), timeout=1)


def test_this_machine_can_be_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        client = socket.create_connection(server.getsockname(), timeout=5)

        assert client.getpeername() == server.getsockname()
        client.close()


def test_the_time_zone_is_one_that_nobody_expects() -> None:
    offset = datetime(2026, 7, 1).astimezone().utcoffset()

    assert offset == timedelta(hours=5, minutes=45)


def test_files_are_made_under_the_usual_umask(tmp_path: Path) -> None:
    (tmp_path / "open.txt").write_text("anybody may read this")

    assert (tmp_path / "open.txt").stat().st_mode & 0o777 == 0o644


@pytest.mark.parametrize(("in_ci", "code"), [("true", 1), ("", 0)])
def test_a_skipped_test_fails_only_a_run_in_ci(tmp_path: Path, in_ci: str, code: int) -> None:
    shutil.copy(Path(__file__).with_name("conftest.py"), tmp_path)
    (tmp_path / "test_it.py").write_text(SKIPPING)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_it.py"]
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}

    done = subprocess.run(
        command, cwd=tmp_path, env=clean | {"CI": in_ci}, capture_output=True, text=True
    )

    assert done.returncode == code, done.stdout
    assert "1 passed, 1 skipped" in done.stdout
