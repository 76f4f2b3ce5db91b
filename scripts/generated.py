"""What every generator does with what it made: write it, or compare it with `--check`."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

__all__ = ["keep"]


def keep(made: Mapping[Path, str], arguments: Sequence[str]) -> int:
    """Write each file of `made`, or with `--check` name those that are not as they would be.

    Returns the exit code: 1 where `--check` found one, else 0.
    """
    stale = [
        path
        for path, text in made.items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]
    if "--check" in arguments:
        for path in stale:
            said = f"error: {path} is not what its generator writes; run it without --check"
            print(said, file=sys.stderr)
        return int(bool(stale))
    for path in stale:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made[path], encoding="utf-8")
    return 0
