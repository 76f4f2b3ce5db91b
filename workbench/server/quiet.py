"""What the log may say of an error: its kind and its place, never what it was about."""

from __future__ import annotations

import traceback

__all__ = ["place_of"]


def place_of(error: BaseException) -> str:
    """Return an error's type and where in the code it arose, without its message.

    A message may quote what somebody typed.
    """
    frames = traceback.extract_tb(error.__traceback__)
    where = f" at {frames[-1].filename}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{where}"
