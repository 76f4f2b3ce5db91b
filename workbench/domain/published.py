"""Reads the published lists and figures that are shipped as data."""

from __future__ import annotations

import json
from importlib.resources import files

__all__ = ["published"]


def published(name: str) -> object:
    """Return what `domain/data/<name>.json` holds."""
    return json.loads(
        files("workbench.domain").joinpath("data", f"{name}.json").read_text(encoding="utf-8")
    )
