import hashlib
from pathlib import Path

import pytest

from workbench.errors import NotFound, StorageError
from workbench.workspace.store import ContentStore


def test_what_was_put_is_got_back_by_its_digest(tmp_path: Path) -> None:
    store = ContentStore(tmp_path / "evidence")

    digest = store.put(b"a shift handover sheet")

    assert digest == hashlib.sha256(b"a shift handover sheet").hexdigest()
    assert store.get(digest) == b"a shift handover sheet"
    assert (tmp_path / "evidence" / digest[:2] / digest).is_file()


def test_the_same_bytes_are_kept_once(tmp_path: Path) -> None:
    store = ContentStore(tmp_path)
    first = store.put(b"same")
    written = (tmp_path / first[:2] / first).stat().st_ino

    second = store.put(b"same")

    assert second == first
    assert (tmp_path / first[:2] / first).stat().st_ino == written


def test_files_and_folders_are_private(tmp_path: Path) -> None:
    digest = ContentStore(tmp_path / "e").put(b"data")

    path = tmp_path / "e" / digest[:2] / digest
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_altered_content_is_refused(tmp_path: Path) -> None:
    store = ContentStore(tmp_path)
    digest = store.put(b"as it was")
    (tmp_path / digest[:2] / digest).write_bytes(b"as it is now")

    with pytest.raises(StorageError, match="no longer holds"):
        store.get(digest)


def test_putting_the_right_bytes_again_mends_an_altered_file(tmp_path: Path) -> None:
    store = ContentStore(tmp_path)
    digest = store.put(b"as it was")
    (tmp_path / digest[:2] / digest).write_bytes(b"as it is now")

    store.put(b"as it was")

    assert store.get(digest) == b"as it was"


@pytest.mark.parametrize("digest", ["0" * 64, "", "../../etc/passwd", "A" * 64, "0" * 63])
def test_what_is_not_there_is_not_found(tmp_path: Path, digest: str) -> None:
    store = ContentStore(tmp_path)

    assert not store.has(digest)
    with pytest.raises(NotFound):
        store.get(digest)


def test_what_arrives_bit_by_bit_is_kept_whole_and_nothing_is_left_beside_it(
    tmp_path: Path,
) -> None:
    store = ContentStore(tmp_path / "evidence")
    with store.spool() as arriving:
        for _ in range(3):
            arriving.write(b"x" * 1024 * 1024)
        beside = list((tmp_path / "evidence").iterdir())
        digest = store.put_file(arriving)

    assert beside == []
    assert store.get(digest) == b"x" * 3 * 1024 * 1024
    assert [path.name for path in (tmp_path / "evidence").iterdir()] == [digest[:2]]
