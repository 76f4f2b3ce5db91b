import os
from pathlib import Path

import pytest

from tests.register.workbooks import OLE, workbook
from workbench.errors import UnreadableFile
from workbench.register.read import FILE_LIMIT, read_table


def test_files_are_told_apart_by_what_they_hold_and_not_by_name(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(workbook(["A"], ["x"]))
    (tmp_path / "b.xlsx").write_bytes(b"A,B\n1,2\n")

    assert read_table(tmp_path / "a.csv").form == "Excel workbook"
    assert read_table(tmp_path / "b.xlsx").header == ("A", "B")


def test_a_file_that_is_not_there_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"absent\.csv cannot be read"):
        read_table(tmp_path / "absent.csv")
    with pytest.raises(UnreadableFile):
        read_table(tmp_path)


def test_a_pipe_or_a_device_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")

    for path in (tmp_path / "pipe.csv", Path("/dev/zero")):
        with pytest.raises(UnreadableFile, match="not an ordinary file"):
            read_table(path)


def test_a_file_of_a_kind_that_is_not_read_says_what_to_save_it_as(tmp_path: Path) -> None:
    (tmp_path / "a.xls").write_bytes(OLE + b"\0" * 512)

    with pytest.raises(UnreadableFile, match="old format") as caught:
        read_table(tmp_path / "a.xls")

    assert ".xlsx" in caught.value.remedy


def test_a_file_that_is_too_large_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "a.csv").open("wb") as stream:
        stream.truncate(FILE_LIMIT + 1)

    with pytest.raises(UnreadableFile, match="larger than 256 MB"):
        read_table(tmp_path / "a.csv")
