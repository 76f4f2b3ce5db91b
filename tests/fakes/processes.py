"""Commands of the workbench in a process of their own."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from pathlib import Path

__all__ = ["bound_by_modes", "command"]

_PR_CAPBSET_DROP = 24
_CAP_DAC_OVERRIDE = 1
_MAIN = "from workbench.cli.app import main; main()"


def bound_by_modes() -> None:
    """Make the modes of files hold for the process that comes next, even where it is root's."""
    if sys.platform == "linux" and os.geteuid() == 0:
        ctypes.CDLL(None).prctl(_PR_CAPBSET_DROP, _CAP_DAC_OVERRIDE, 0, 0, 0)


def command(
    *words: str,
    cwd: Path,
    stdout: int | None = subprocess.PIPE,
    bound: bool = False,
    **environment: str,
) -> subprocess.CompletedProcess[bytes]:
    """Run a command of the workbench in the folder `cwd`, `bound` by the modes of files."""
    return subprocess.run(
        [sys.executable, "-c", _MAIN, *words],
        cwd=cwd,
        env=os.environ | {"COLUMNS": "200"} | environment,
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        timeout=120,
        check=False,
        preexec_fn=bound_by_modes if bound else None,
    )
