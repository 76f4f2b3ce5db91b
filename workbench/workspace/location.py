"""Whether a folder is a safe place for a workspace: on this machine's own disk, not synchronised.

A database needs locks and memory shared between processes, which network file systems do not
keep reliably (SQLite, "Write-Ahead Logging": all processes must be on the same host computer),
and a synchronising program copies its files half-written.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from workbench.errors import UnsafeLocation

__all__ = ["check_location"]

_MOUNTS: Final = Path("/proc/self/mounts")

_NETWORK: Final = re.compile(
    r"9p|acfs|afpfs|afs|beegfs|ceph|cifs|coda|davfs2?|drvfs|gfs2|glusterfs|gpfs|lustre|ncpfs|nfs4?"
    r"|ocfs2|orangefs|prl_fs|pvfs2|smb[23]?|smbfs|sshfs|vboxsf|vmhgfs|webdav"
)
_NETWORK_FUSE: Final = re.compile(
    r"fuse(?:blk)?\.(?:ceph|curlftpfs|davfs2?|gcsfuse|glusterfs|google-drive-ocamlfuse|gvfsd-fuse"
    r"|juicefs|onedriver|rclone|s3fs|sshfs|vmhgfs-fuse)"
)
_REMOTE_SOURCE: Final = re.compile(r"^(?:https?|davs?|ftp|s3|smb)://")

_SYNCHRONISED: Final = (
    (re.compile(r"^onedrive(?: - .+)?$|^onedrive-.+$", re.IGNORECASE), "OneDrive"),
    (re.compile(r"^dropbox(?: \(.+\))?$", re.IGNORECASE), "Dropbox"),
    (re.compile(r"^google ?drive(?:-.+)?$", re.IGNORECASE), "Google Drive"),
    (re.compile(r"^icloud ?drive$|^mobile documents$", re.IGNORECASE), "iCloud"),
    (re.compile(r"^nextcloud\d?$", re.IGNORECASE), "Nextcloud"),
    (re.compile(r"^owncloud\d?$", re.IGNORECASE), "ownCloud"),
    (re.compile(r"^Box$|^Box Sync$|^Box-Box$"), "Box"),
    (re.compile(r"^CloudStorage$"), "a cloud storage program"),
)
_MARKERS: Final = (
    (".dropbox", "Dropbox"),
    (".dropbox.cache", "Dropbox"),
    (".tmp.drivedownload", "Google Drive"),
    (".sync_*.db", "Nextcloud or ownCloud"),
    ("._sync_*.db", "Nextcloud or ownCloud"),
    (".stfolder", "Syncthing"),
)


def check_location(path: Path, mounts: str | None = None) -> None:
    """Return if `path`, which need not exist yet, is a safe place for a workspace.

    `mounts` is the system's table of mounted file systems in the form of `/proc/self/mounts`;
    None reads that of this machine, where it has one.

    Raises:
        UnsafeLocation: it is on a network file system or in a synchronised folder.
    """
    written, actual = path.absolute(), path.resolve()
    program = _synchronised_by(written) or _synchronised_by(actual)
    if program:
        raise UnsafeLocation(
            f"{path} is in a folder that {program} synchronises: it would copy the database "
            "half-written, and people's data to other machines.",
            "Choose a folder on this machine's own disk that nothing synchronises, and use "
            "'workbench backup' to keep copies.",
        )
    share = _network_share(actual, _own_mounts() if mounts is None else mounts)
    if share:
        raise UnsafeLocation(
            f"{path} is on a network share or shared folder ({share}), which does not keep the "
            "locks that a database needs.",
            "Choose a folder on this machine's own disk; for several people at once, set "
            "'database_url' to a PostgreSQL database on a server.",
        )


def _synchronised_by(path: Path) -> str | None:
    for name in path.parts:
        for pattern, program in _SYNCHRONISED:
            if pattern.match(name):
                return program
    for folder in (path, *path.parents):
        for marker, program in _MARKERS:
            if any(_is_marker(found) for found in folder.glob(marker)):
                return program
    return None


def _is_marker(found: Path) -> bool:
    # in a home folder, `.dropbox` is only the folder of the program's own settings
    return found.name != ".dropbox" or found.is_file()


def _network_share(path: Path, mounts: str) -> str | None:
    if str(path).startswith(("\\\\", "//")):
        return "UNC path"
    holder: tuple[int, str, str, str] = (-1, "", "", "")
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        source, point, kind = (_unescaped(field) for field in fields[:3])
        depth = len(Path(point).parts)
        # of two file systems mounted on one point, the later one hides the earlier
        if path.is_relative_to(point) and depth >= holder[0]:
            holder = (depth, source, point, kind)
    _, source, point, kind = holder
    return kind if _is_network(source, point, kind) else None


def _is_network(source: str, point: str, kind: str) -> bool:
    if kind.startswith("fuse"):
        return bool(_NETWORK_FUSE.fullmatch(kind) or _REMOTE_SOURCE.match(source))
    # a sandbox may have nothing but 9p, served by its own machine, for its root
    return _NETWORK.fullmatch(kind) is not None and not (kind == "9p" and point == "/")


def _own_mounts() -> str:
    try:
        return _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""


def _unescaped(field: str) -> str:
    return re.sub(r"\\([0-7]{3})", lambda match: chr(int(match.group(1), 8)), field)
