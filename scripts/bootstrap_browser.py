"""Find Chromium for the browser tests, or install it.

In this order: the one that `CHROMIUM` names, one on the path, one that Playwright installed, the
system's package (as root, with apt-get), Playwright's own download. Prints where it is.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find() -> str | None:
    """Return the path of a Chromium that is already on this machine, or None."""
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named)
    on_path = (shutil.which(name) for name in NAMES)
    return next((path for path in on_path if path and _starts(path)), None) or _playwright()


def install() -> str | None:
    """Install Chromium in the way that this machine allows; return its path, or None."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        _run(["apt-get", "update", "-qq"], quiet)
        _run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"], quiet)
    if not find():
        libraries = ["--with-deps"] if os.geteuid() == 0 else []
        playwright = [sys.executable, "-m", "playwright", "install", *libraries, "chromium"]
        _run(playwright, dict(os.environ))
    return find()


def main() -> int:
    """Find or install; return 0 when there is a browser."""
    path = find() or install()
    if path is None:
        print(
            "error: no Chromium; install the package `chromium` of your system,"
            " or name one with CHROMIUM=/path/to/chromium",
            file=sys.stderr,
        )
        return 1
    print(f"browser: {path}")
    return 0


def _starts(path: str) -> bool:
    # Some systems put a program on the path that only says where to get the real one.
    return subprocess.run([path, "--version"], capture_output=True, check=False).returncode == 0


def _playwright() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return str(path) if path.exists() else None


def _run(command: list[str], environment: dict[str, str]) -> None:
    print("+", " ".join(command), flush=True)
    subprocess.run(command, env=environment, check=False)


if __name__ == "__main__":
    raise SystemExit(main())
