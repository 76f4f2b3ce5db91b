import errno
import os
from pathlib import Path

import pytest

from workbench.errors import StorageError, StorageFull
from workbench.workspace.files import make_private_folder, storage_errors, write_private


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_a_file_is_written_whole_and_only_for_its_owner(tmp_path: Path) -> None:
    target = tmp_path / "trust.json"

    write_private(target, b"{}")

    assert target.read_bytes() == b"{}"
    assert mode(target) == 0o600


def test_an_open_file_is_replaced_and_not_written_into(tmp_path: Path) -> None:
    target = tmp_path / "a"
    write_private(target, b"before")
    with target.open("rb") as reader:
        write_private(target, b"after!")

        assert reader.read() == b"before"
    assert target.read_bytes() == b"after!"


def test_a_wider_mode_of_the_old_file_is_not_kept(tmp_path: Path) -> None:
    target = tmp_path / "a"
    target.write_bytes(b"before")
    target.chmod(0o644)

    write_private(target, b"after")

    assert mode(target) == 0o600


def test_a_failed_write_leaves_nothing_behind(tmp_path: Path) -> None:
    target = tmp_path / "folder"
    target.mkdir()

    with pytest.raises(StorageError, match="folder cannot be used"):
        write_private(target, b"data")
    assert [entry.name for entry in tmp_path.iterdir()] == ["folder"]


def test_a_missing_folder_is_a_storage_error(tmp_path: Path) -> None:
    with pytest.raises(StorageError) as caught:
        write_private(tmp_path / "absent" / "a", b"data")

    assert "Check that the folder is there" in caught.value.remedy


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_a_full_disk_says_so(tmp_path: Path, code: int) -> None:
    with pytest.raises(StorageFull, match="no room"), storage_errors(tmp_path / "a"):
        raise OSError(code, os.strerror(code))


def test_a_really_full_device_is_reported_as_full() -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("no /dev/full here")

    with pytest.raises(StorageFull), storage_errors(full), full.open("wb", buffering=0) as stream:
        stream.write(b"data")


def test_a_long_name_can_still_be_written(tmp_path: Path) -> None:
    target = tmp_path / ("n" * 250)

    write_private(target, b"data")

    assert target.read_bytes() == b"data"


def test_missing_folders_are_made_private_and_existing_ones_above_are_left(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)

    make_private_folder(tmp_path / "a" / "b")

    assert (mode(tmp_path / "a"), mode(tmp_path / "a" / "b")) == (0o700, 0o700)
    assert mode(tmp_path) == 0o755


def test_an_existing_folder_is_made_private_and_keeps_its_files(tmp_path: Path) -> None:
    folder = tmp_path / "a"
    folder.mkdir(mode=0o755)
    (folder / "kept").write_bytes(b"")

    make_private_folder(folder)

    assert mode(folder) == 0o700
    assert (folder / "kept").exists()


def test_a_file_in_the_way_of_a_folder_is_a_storage_error(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")

    with pytest.raises(StorageError):
        make_private_folder(tmp_path / "a")
    with pytest.raises(StorageError):
        make_private_folder(tmp_path / "a" / "b")
