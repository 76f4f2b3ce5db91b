"""An organisation's own framework of contributory factors, as a file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

__all__ = ["OURS", "written"]

OURS: dict[str, Any] = {
    "name": "Our factors",
    "version": "2",
    "source": "Agreed by the quality forum in 2026",
    "status": "verified",
    "entries": [
        {"code": "home", "label": "Home", "asks": "What was home like?", "lenses": ["environment"]},
        {"code": "people", "label": "People", "asks": "Who was there?", "elements": ["persons"]},
    ],
}


def written(folder: Path, content: object) -> Path:
    (folder / "our-factors.json").write_text(json.dumps(content), encoding="utf-8")
    return folder
