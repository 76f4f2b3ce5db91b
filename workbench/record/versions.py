"""The programs that take part in making a record, and their versions."""

from __future__ import annotations

import platform
from importlib.metadata import version
from typing import Final

from workbench import __version__

__all__ = ["versions_used"]

_PROGRAMS: Final = ("ipykernel", "nbconvert", "nh3", "networkx", "papermill", "pygraphviz")


def versions_used() -> dict[str, str]:
    """Return the versions of this package, of Python, and of what shapes a record's bytes."""
    return {
        "rca-workbench": __version__,
        "python": platform.python_version(),
        **{name: version(name) for name in _PROGRAMS},
    }
