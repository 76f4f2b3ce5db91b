import sqlite3
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from workbench.errors import NotFound, StorageError, UnsafeLocation, WorkspaceExists
from workbench.workspace.config import Config
from workbench.workspace.folder import create_workspace, find_workspace, open_workspace

CONFIG = Config(organisation="Larch Row Care", provider_type="other registered person")


def test_a_new_workspace_has_its_folders_settings_and_tables(tmp_path: Path) -> None:
    workspace = create_workspace(tmp_path / "w", CONFIG)

    for folder in (workspace.cases, workspace.evidence, workspace.records, workspace.keys):
        assert folder.is_dir()
    assert not workspace.trust_file.exists()
    with sqlite3.connect(tmp_path / "w" / "workbench.db") as database:
        tables = {row[0] for row in database.execute("SELECT name FROM sqlite_master")}
    assert {"entry", "incident"} <= tables
    assert open_workspace(tmp_path / "w") == workspace


def test_only_the_owner_may_look_into_a_workspace(tmp_path: Path) -> None:
    root = tmp_path / "w"

    create_workspace(root, CONFIG)

    assert root.stat().st_mode & 0o777 == 0o700
    for path in root.rglob("*"):
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600), path.name


def test_the_database_url_points_into_the_folder_however_it_is_called(tmp_path: Path) -> None:
    workspace = create_workspace(tmp_path / "a b?c#d%20é", CONFIG)

    assert workspace.database_url.startswith("sqlite:///")
    assert (workspace.root / "workbench.db").stat().st_size > 0
    assert [entry.name for entry in tmp_path.iterdir()] == ["a b?c#d%20é"]


def test_a_configured_database_is_used_instead(tmp_path: Path) -> None:
    workspace = create_workspace(tmp_path / "w", CONFIG)
    url = "postgresql+psycopg://db.example/workbench"
    moved = type(workspace)(workspace.root, CONFIG.model_copy(update={"database_url": url}))

    assert moved.database_url == url


def test_an_empty_folder_becomes_a_workspace(tmp_path: Path) -> None:
    (tmp_path / ".DS_Store").write_bytes(b"")

    create_workspace(tmp_path, CONFIG)

    assert (tmp_path / "workbench.toml").is_file()


def test_a_workspace_is_not_made_over_another(tmp_path: Path) -> None:
    create_workspace(tmp_path / "w", CONFIG)

    with pytest.raises(WorkspaceExists, match="holds a workspace already"):
        create_workspace(tmp_path / "w", CONFIG)


def test_a_workspace_is_not_made_inside_another(tmp_path: Path) -> None:
    outer = create_workspace(tmp_path / "w", CONFIG)

    for folder in (outer.root / "again", outer.cases / "deep" / "again"):
        with pytest.raises(WorkspaceExists, match="lies in the workspace"):
            create_workspace(folder, CONFIG)
        assert not folder.exists()


@pytest.mark.parametrize("left", [None, b""])
def test_a_lost_database_is_said_and_never_replaced_by_an_empty_one(
    tmp_path: Path, left: bytes | None
) -> None:
    workspace = create_workspace(tmp_path / "w", CONFIG)
    database = workspace.root / "workbench.db"
    database.unlink()
    if left is not None:
        database.write_bytes(left)

    for find in (open_workspace, find_workspace):
        with pytest.raises(StorageError, match=r"workbench\.db, is missing or empty") as caught:
            find(workspace.root)

    assert "workbench restore" in caught.value.remedy
    assert (database.read_bytes() if database.exists() else None) == left


def test_a_workspace_is_not_mixed_with_other_files(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("kept")

    with pytest.raises(WorkspaceExists, match="holds other files"):
        create_workspace(tmp_path, CONFIG)
    assert [entry.name for entry in tmp_path.iterdir()] == ["letter.txt"]


def test_a_synchronised_folder_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(UnsafeLocation):
        create_workspace(tmp_path / "Dropbox" / "w", CONFIG)
    assert list(tmp_path.iterdir()) == []


def test_a_workspace_that_could_not_be_finished_is_taken_away(tmp_path: Path) -> None:
    config = CONFIG.model_copy(update={"database_url": "nosuchdatabase://host/x"})

    with pytest.raises(StorageError):
        create_workspace(tmp_path / "w", config)
    assert list(tmp_path.iterdir()) == []


def test_a_failure_in_a_folder_that_was_there_leaves_it_empty(tmp_path: Path) -> None:
    config = CONFIG.model_copy(update={"database_url": "nosuchdatabase://host/x"})

    with pytest.raises(StorageError):
        create_workspace(tmp_path, config)
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_place_of_the_folder_is_a_storage_error(tmp_path: Path) -> None:
    (tmp_path / "w").write_text("kept")

    with pytest.raises(StorageError):
        create_workspace(tmp_path / "w", CONFIG)
    assert (tmp_path / "w").read_text() == "kept"


def test_a_workspace_is_found_from_a_folder_inside_it(tmp_path: Path) -> None:
    made = create_workspace(tmp_path / "w", CONFIG)
    inside = made.cases / "C-0001"
    inside.mkdir()

    assert find_workspace(inside) == made
    assert find_workspace(made.root) == made


def test_where_there_is_no_workspace_the_remedy_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(NotFound) as found:
        find_workspace(tmp_path)
    with pytest.raises(NotFound) as opened:
        open_workspace(tmp_path / "absent")

    assert "workbench init" in found.value.remedy
    assert "workbench init" in opened.value.remedy


def test_a_workspace_moved_into_a_synchronised_folder_is_refused(tmp_path: Path) -> None:
    create_workspace(tmp_path / "w", CONFIG)
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "w").rename(tmp_path / "Dropbox" / "w")

    with pytest.raises(UnsafeLocation):
        open_workspace(tmp_path / "Dropbox" / "w")


def test_a_workspace_is_a_frozen_value(tmp_path: Path) -> None:
    workspace = create_workspace(tmp_path / "w", CONFIG)

    with pytest.raises(FrozenInstanceError):
        workspace.root = tmp_path  # type: ignore[misc]
