from pathlib import Path

import pytest

from workbench.errors import UnsafeLocation
from workbench.workspace.location import check_location

LOCAL = "/dev/sda1 / ext4 rw 0 0\n"


@pytest.mark.parametrize(
    "mount",
    [
        "server:/export /data nfs4 rw 0 0",
        "server:/export /data nfs rw 0 0",
        "//server/share /data cifs rw 0 0",
        "//server/share /data smb3 rw 0 0",
        "me@host:/home /data fuse.sshfs rw 0 0",
        "https://dav.example/files /data fuse rw 0 0",
        "https://dav.example/files /data davfs rw 0 0",
        "remote: /data fuse.rclone rw 0 0",
        "C:\\134 /data 9p rw,aname=drvfs 0 0",
        "share /data vboxsf rw 0 0",
    ],
)
def test_a_network_share_is_refused_with_the_reason(mount: str) -> None:
    with pytest.raises(UnsafeLocation, match="network share") as caught:
        check_location(Path("/data/incidents/workspace"), LOCAL + mount)

    assert mount.split()[2] in str(caught.value)
    assert "this machine's own disk" in caught.value.remedy


@pytest.mark.parametrize(
    "mount",
    [
        "server:/export /database nfs4 rw 0 0",
        "server:/export /data/other nfs4 rw 0 0",
        "/dev/sdb1 /data xfs rw 0 0",
        "/dev/sdb1 /data fuseblk rw 0 0",
        "overlay / overlay rw 0 0",
        "none / 9p rw 0 0",
        "short",
    ],
)
def test_a_local_disk_is_fine(mount: str) -> None:
    check_location(Path("/data/incidents"), LOCAL + mount)


def test_a_local_disk_mounted_inside_a_share_is_fine() -> None:
    mounts = LOCAL + "server:/e /data nfs rw 0 0\n/dev/sdb1 /data/disk ext4 rw 0 0\n"

    check_location(Path("/data/disk/workspace"), mounts)


def test_what_is_mounted_later_on_one_point_counts() -> None:
    mounts = LOCAL + "/dev/sdb1 /data ext4 rw 0 0\nserver:/e /data nfs rw 0 0\n"

    with pytest.raises(UnsafeLocation):
        check_location(Path("/data/w"), mounts)


def test_a_mount_point_with_a_space_is_understood() -> None:
    with pytest.raises(UnsafeLocation):
        check_location(Path("/team files/w"), LOCAL + "//server/s /team\\040files cifs rw 0 0\n")


def test_a_link_is_followed_to_where_the_files_would_be(tmp_path: Path) -> None:
    (tmp_path / "share").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "share")

    with pytest.raises(UnsafeLocation):
        check_location(tmp_path / "link" / "w", f"server:/e {tmp_path / 'share'} nfs rw 0 0\n")


@pytest.mark.parametrize(
    ("folder", "program"),
    [
        ("OneDrive", "OneDrive"),
        ("OneDrive - Larch Row Care", "OneDrive"),
        ("Dropbox", "Dropbox"),
        ("Dropbox (Larch Row)", "Dropbox"),
        ("Google Drive", "Google Drive"),
        ("GoogleDrive-someone", "Google Drive"),
        ("iCloudDrive", "iCloud"),
        ("Mobile Documents", "iCloud"),
        ("Nextcloud", "Nextcloud"),
        ("Box", "Box"),
        ("Box Sync", "Box"),
        ("CloudStorage", "cloud storage"),
    ],
)
def test_a_synchronised_folder_is_refused_by_name(
    tmp_path: Path, folder: str, program: str
) -> None:
    with pytest.raises(UnsafeLocation, match=program):
        check_location(tmp_path / folder / "team" / "workspace", LOCAL)


@pytest.mark.parametrize("folder", ["box", "Boxes", "onedriver notes", "my dropbox plan"])
def test_a_folder_that_only_sounds_alike_is_fine(tmp_path: Path, folder: str) -> None:
    check_location(tmp_path / folder / "workspace", LOCAL)


@pytest.mark.parametrize("marker", [".dropbox", ".sync_1a2b.db", "._sync_1a2b.db", ".stfolder"])
def test_a_synchronised_folder_is_refused_by_the_mark_its_program_leaves(
    tmp_path: Path, marker: str
) -> None:
    (tmp_path / marker).write_bytes(b"")

    with pytest.raises(UnsafeLocation, match="synchronises"):
        check_location(tmp_path / "work" / "space", LOCAL)


def test_the_settings_folder_of_dropbox_is_no_mark(tmp_path: Path) -> None:
    (tmp_path / ".dropbox").mkdir()

    check_location(tmp_path / "workspace", LOCAL)


def test_a_link_into_a_synchronised_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "plain").symlink_to(tmp_path / "Dropbox")

    with pytest.raises(UnsafeLocation):
        check_location(tmp_path / "plain" / "w", LOCAL)


def test_this_machines_own_mounts_are_read_when_none_are_given(tmp_path: Path) -> None:
    check_location(tmp_path / "workspace")
