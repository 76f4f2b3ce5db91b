import hashlib
import json
import sqlite3
import stat
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from workbench.errors import (
    InvalidConfiguration,
    StorageError,
    UnreadableFile,
    UnsafeLocation,
    WorkspaceExists,
)
from workbench.workspace.backup import back_up, restore
from workbench.workspace.config import Config
from workbench.workspace.database import open_engine, transaction
from workbench.workspace.folder import Workspace, create_workspace
from workbench.workspace.store import ContentStore
from workbench.workspace.tables import case_info

CONFIG = Config(organisation="Larch Row Care", provider_type="other registered person")
AT = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = create_workspace(tmp_path / "w", CONFIG)
    (made.cases / "C-0001").mkdir()
    (made.cases / "C-0001" / "full.ipynb").write_text("{}")
    (made.records / "C-0001-v1.html").write_text("<p>record</p>")
    (made.keys / "manager.pem").write_text("encrypted")
    made.trust_file.write_text("{}")
    ContentStore(made.evidence).put(b"rota")
    add_case(made, "C-0001")
    return made


def add_case(workspace: Workspace, identifier: str) -> None:
    engine = open_engine(workspace.database_url)
    with transaction(engine) as connection:
        connection.execute(
            case_info.insert().values(
                case_id=identifier, incident_id="I-1", template="full", started_at=AT.isoformat()
            )
        )
    engine.dispose()


def cases_in(database: Path) -> list[str]:
    with sqlite3.connect(database) as connection:
        return [row[0] for row in connection.execute("SELECT case_id FROM case_info ORDER BY 1")]


def files_under(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and not path.name.startswith("workbench.db")
    }


def test_a_workspace_comes_back_as_it_was(workspace: Workspace, tmp_path: Path) -> None:
    report = back_up(workspace, tmp_path / "b.zip", at=AT, include_keys=True)

    restored = restore(tmp_path / "b.zip", tmp_path / "again")

    assert files_under(restored.root) == files_under(workspace.root)
    assert cases_in(restored.root / "workbench.db") == ["C-0001"]
    assert restored.config == CONFIG
    assert report.files == len(files_under(workspace.root)) + 1
    assert report.sha256 == hashlib.sha256((tmp_path / "b.zip").read_bytes()).hexdigest()
    assert report.size == (tmp_path / "b.zip").stat().st_size
    assert report.skipped == ()


def test_private_keys_stay_behind_unless_asked_for(workspace: Workspace, tmp_path: Path) -> None:
    report = back_up(workspace, tmp_path / "b.zip", at=AT)

    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        names = archive.namelist()
        manifest = json.loads(archive.read("manifest.json"))
    assert not any(name.startswith("keys") for name in names)
    assert (report.includes_keys, manifest["includes_keys"]) == (False, False)


def test_the_manifest_lists_every_file_with_its_hash(workspace: Workspace, tmp_path: Path) -> None:
    back_up(workspace, tmp_path / "b.zip", at=AT)

    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        manifest = json.loads(archive.read("manifest.json"))
        hashed = {
            name: hashlib.sha256(archive.read(name)).hexdigest()
            for name in archive.namelist()
            if name != "manifest.json"
        }
    assert {each["path"]: each["sha256"] for each in manifest["files"]} == hashed
    assert manifest["made_at"] == "2026-03-16T09:00:00+00:00"


def test_backups_and_restored_files_are_private(workspace: Workspace, tmp_path: Path) -> None:
    back_up(workspace, tmp_path / "b.zip", at=AT)

    restored = restore(tmp_path / "b.zip", tmp_path / "again")

    assert (tmp_path / "b.zip").stat().st_mode & 0o777 == 0o600
    for path in restored.root.rglob("*"):
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600), path.name


def test_a_backup_made_while_somebody_writes_holds_what_was_committed(
    workspace: Workspace, tmp_path: Path
) -> None:
    engine = open_engine(workspace.database_url)
    with transaction(engine) as connection:
        connection.execute(
            case_info.insert().values(case_id="C-0002", incident_id="I", template="", started_at="")
        )
        back_up(workspace, tmp_path / "b.zip", at=AT)
    engine.dispose()

    restored = restore(tmp_path / "b.zip", tmp_path / "again")

    assert cases_in(restored.root / "workbench.db") == ["C-0001"]
    assert cases_in(workspace.root / "workbench.db") == ["C-0001", "C-0002"]


def test_a_backup_leaves_nothing_in_the_workspace(workspace: Workspace, tmp_path: Path) -> None:
    before = {path for path in workspace.root.iterdir() if not path.name.endswith(("wal", "shm"))}

    back_up(workspace, tmp_path / "b.zip", at=AT)

    after = {path for path in workspace.root.iterdir() if not path.name.endswith(("wal", "shm"))}
    assert after == before


def test_links_and_names_of_one_system_only_are_left_out_and_named(
    workspace: Workspace, tmp_path: Path
) -> None:
    (tmp_path / "elsewhere.txt").write_text("not the workspace's")
    (workspace.cases / "link").symlink_to(tmp_path / "elsewhere.txt")
    (workspace.cases / "a:b").write_text("x")
    (workspace.cases / ".ipynb_checkpoints").mkdir()
    (workspace.cases / ".ipynb_checkpoints" / "old.ipynb").write_text("{}")

    report = back_up(workspace, tmp_path / "b.zip", at=AT)

    assert report.skipped == ("cases/a:b", "cases/link")
    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        assert not any("checkpoint" in name for name in archive.namelist())


def test_a_backup_never_replaces_a_file(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "b.zip").write_text("yesterday's")

    with pytest.raises(StorageError, match="there already"):
        back_up(workspace, tmp_path / "b.zip", at=AT)
    assert (tmp_path / "b.zip").read_text() == "yesterday's"


def test_a_backup_inside_the_workspace_is_refused(workspace: Workspace) -> None:
    with pytest.raises(StorageError, match="lost together"):
        back_up(workspace, workspace.cases / "b.zip", at=AT)


def test_a_missing_folder_for_the_backup_is_a_storage_error(
    workspace: Workspace, tmp_path: Path
) -> None:
    with pytest.raises(StorageError):
        back_up(workspace, tmp_path / "absent" / "b.zip", at=AT)


def test_a_database_on_a_server_is_left_to_its_own_tool(
    workspace: Workspace, tmp_path: Path
) -> None:
    config = CONFIG.model_copy(update={"database_url": "postgresql://db.example/workbench"})

    with pytest.raises(StorageError) as caught:
        back_up(Workspace(workspace.root, config), tmp_path / "b.zip", at=AT)

    assert "pg_dump" in caught.value.remedy
    assert not (tmp_path / "b.zip").exists()


def test_a_damaged_database_is_not_backed_up(workspace: Workspace, tmp_path: Path) -> None:
    database = workspace.root / "workbench.db"
    content = bytearray(database.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    database.write_bytes(content)

    with pytest.raises(StorageError, match=r"damaged|copied"):
        back_up(workspace, tmp_path / "b.zip", at=AT)
    assert not list(tmp_path.glob("*b.zip*"))


Change = Callable[[dict[str, bytes]], None]


def altered(source: Path, target: Path, change: Change, keep_manifest: bool = True) -> Path:
    with zipfile.ZipFile(source) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    change(held)
    if not keep_manifest:
        manifest = json.loads(held.pop("manifest.json"))
        manifest["files"] = [
            {"path": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
            for name, data in held.items()
        ]
        held["manifest.json"] = json.dumps(manifest).encode()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in held.items():
            archive.writestr(name, data)
    return target


def replace_record(held: dict[str, bytes]) -> None:
    held["records/C-0001-v1.html"] = b"<p>forged</p>"


def drop_record(held: dict[str, bytes]) -> None:
    del held["records/C-0001-v1.html"]


def add_file(held: dict[str, bytes]) -> None:
    held["cases/extra.txt"] = b"x"


def drop_manifest(held: dict[str, bytes]) -> None:
    del held["manifest.json"]


def spoil_manifest(held: dict[str, bytes]) -> None:
    held["manifest.json"] = b"[" * 100_000


def empty_manifest(held: dict[str, bytes]) -> None:
    held["manifest.json"] = b"{}"


@pytest.mark.parametrize(
    "change",
    [replace_record, drop_record, add_file, drop_manifest, spoil_manifest, empty_manifest],
)
def test_an_altered_backup_is_refused_before_anything_is_written(
    workspace: Workspace, tmp_path: Path, change: Change
) -> None:
    back_up(workspace, tmp_path / "b.zip", at=AT)
    forged = altered(tmp_path / "b.zip", tmp_path / "forged.zip", change)

    with pytest.raises(UnreadableFile):
        restore(forged, tmp_path / "again")
    assert not (tmp_path / "again").exists()


@pytest.mark.parametrize(
    "name",
    [
        "../outside.txt",
        "cases/../../outside.txt",
        "/etc/outside.txt",
        "cases/./a",
        "cases//a",
        "cases\\..\\outside.txt",
        "C:/outside.txt",
        "cases/nul.txt",
        "cases/a ",
        "other/a",
        "workbench.db-wal",
        "cases/",
    ],
)
def test_a_name_that_would_leave_the_workspace_is_refused(
    workspace: Workspace, tmp_path: Path, name: str
) -> None:
    back_up(workspace, tmp_path / "b.zip", at=AT)

    def add(held: dict[str, bytes]) -> None:
        held[name] = b"out"

    forged = altered(tmp_path / "b.zip", tmp_path / "forged.zip", add, keep_manifest=False)

    with pytest.raises(UnreadableFile, match="does not belong"):
        restore(forged, tmp_path / "again")
    assert not (tmp_path / "again").exists()


def test_a_link_in_a_backup_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    back_up(workspace, tmp_path / "b.zip", at=AT)
    entry = zipfile.ZipInfo("cases/link")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "b.zip", "a") as archive:
        archive.writestr(entry, "/etc")

    with pytest.raises(UnreadableFile, match="link"):
        restore(tmp_path / "b.zip", tmp_path / "again")


def test_a_file_that_unpacks_to_far_too_much_is_refused(
    workspace: Workspace, tmp_path: Path
) -> None:
    back_up(workspace, tmp_path / "b.zip", at=AT)

    def add(held: dict[str, bytes]) -> None:
        held["cases/zeros"] = bytes(100 << 20)

    forged = altered(tmp_path / "b.zip", tmp_path / "forged.zip", add, keep_manifest=False)

    with pytest.raises(UnreadableFile, match="far more"):
        restore(forged, tmp_path / "again")


def test_settings_that_are_not_valid_are_noticed_before_anything_is_written(
    workspace: Workspace, tmp_path: Path
) -> None:
    back_up(workspace, tmp_path / "b.zip", at=AT)

    def spoil(held: dict[str, bytes]) -> None:
        held["workbench.toml"] = b"organisation = 5"

    forged = altered(tmp_path / "b.zip", tmp_path / "forged.zip", spoil, keep_manifest=False)

    with pytest.raises(InvalidConfiguration, match=r"workbench\.toml"):
        restore(forged, tmp_path / "again")
    assert not (tmp_path / "again").exists()


@pytest.mark.parametrize("content", [b"", b"PK", b"not a zip at all"])
def test_what_is_no_backup_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "b.zip").write_bytes(content)

    with pytest.raises(UnreadableFile, match="not a ZIP"):
        restore(tmp_path / "b.zip", tmp_path / "again")


def test_a_backup_cut_short_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    back_up(workspace, tmp_path / "b.zip", at=AT)
    whole = (tmp_path / "b.zip").read_bytes()
    (tmp_path / "b.zip").write_bytes(whole[: len(whole) // 2])

    with pytest.raises(UnreadableFile):
        restore(tmp_path / "b.zip", tmp_path / "again")


def test_a_byte_flipped_on_the_way_is_noticed(workspace: Workspace, tmp_path: Path) -> None:
    back_up(workspace, tmp_path / "b.zip", at=AT)
    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        place = archive.getinfo("workbench.db").header_offset
    content = bytearray((tmp_path / "b.zip").read_bytes())
    content[place + 500] ^= 1
    (tmp_path / "b.zip").write_bytes(content)

    with pytest.raises(UnreadableFile):
        restore(tmp_path / "b.zip", tmp_path / "again")
    assert not (tmp_path / "again").exists()


def test_a_backup_is_not_restored_over_other_files(workspace: Workspace, tmp_path: Path) -> None:
    back_up(workspace, tmp_path / "b.zip", at=AT)

    with pytest.raises(WorkspaceExists):
        restore(tmp_path / "b.zip", workspace.root)
    with pytest.raises(WorkspaceExists):
        restore(tmp_path / "b.zip", tmp_path)


def test_a_backup_is_not_restored_into_a_synchronised_folder(
    workspace: Workspace, tmp_path: Path
) -> None:
    back_up(workspace, tmp_path / "b.zip", at=AT)

    with pytest.raises(UnsafeLocation):
        restore(tmp_path / "b.zip", tmp_path / "Dropbox" / "w")


def test_a_missing_backup_is_a_storage_error(tmp_path: Path) -> None:
    with pytest.raises(StorageError):
        restore(tmp_path / "absent.zip", tmp_path / "again")
