import tracemalloc
from pathlib import Path
from typing import Any

import pytest

from workbench.errors import InvalidInput
from workbench.widgets.uploads import Uploads
from workbench.workspace.store import ContentStore

PART = 1024 * 1024


def about(parts: int, size: int, **more: Any) -> dict[str, Any]:
    return {"name": "rota.pdf", "size": size, "parts": parts, "part": 0, **more}


def test_a_large_file_is_on_the_disk_and_not_in_memory_while_it_arrives(tmp_path: Path) -> None:
    uploads, part = Uploads(ContentStore(tmp_path)), b"invented" * (PART // 8)
    tracemalloc.start()
    first = uploads.take(about(32, 32 * PART), part)
    for number in range(1, 32):
        last = uploads.take({"upload": first["upload"], "part": number}, part)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert last["file"]["size"] == 32 * PART
    assert (tmp_path / last["file"]["sha256"][:2] / last["file"]["sha256"]).stat().st_size == (
        32 * PART
    )
    assert most < 8 * PART


def test_what_arrives_has_no_name_that_anybody_could_open(tmp_path: Path) -> None:
    uploads = Uploads(ContentStore(tmp_path / "evidence"))
    uploads.take(about(3, 3 * PART), b"x" * PART)

    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_uploads_that_were_closed_begin_anew(tmp_path: Path) -> None:
    uploads = Uploads(ContentStore(tmp_path))
    first = uploads.take(about(2, 4), b"ab")
    uploads.close()

    with pytest.raises(InvalidInput, match="did not arrive whole"):
        uploads.take({"upload": first["upload"], "part": 1}, b"cd")
    assert uploads.take(about(1, 2), b"ab")["file"]["size"] == 2


def test_only_the_last_two_files_are_waited_for(tmp_path: Path) -> None:
    uploads = Uploads(ContentStore(tmp_path))
    keys = [uploads.take(about(2, 4), b"ab")["upload"] for _ in range(3)]

    with pytest.raises(InvalidInput):
        uploads.take({"upload": keys[0], "part": 1}, b"cd")
    for key in keys[1:]:
        assert uploads.take({"upload": key, "part": 1}, b"cd")["file"]["size"] == 4
