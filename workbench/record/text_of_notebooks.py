"""What the notebooks of a case say, as one fingerprint that running them does not change."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from workbench.record.cells import read_cells

__all__ = ["notebooks_digest"]


def notebooks_digest(folder: Path) -> str:
    """Return the SHA-256 (hexadecimal) over every cell that is written in the case's notebooks.

    Outputs, run counts and the state of JupyterLab are left out, so that opening and running a
    notebook leaves it as it is.

    Raises:
        UnreadableFile: a notebook in the folder is not one.
    """
    said = [
        [path.name, [[cell.kind, cell.digest, cell.attachments] for cell in read_cells(data)]]
        for path, data in ((path, path.read_bytes()) for path in sorted(folder.glob("*.ipynb")))
    ]
    text = json.dumps(said, sort_keys=True, default=dict)
    return hashlib.sha256(text.encode()).hexdigest()
