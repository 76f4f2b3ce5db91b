"""Write notebooks/templates/*.ipynb from their percent-format sources; with --check, compare.

What every template has in common is added here, so that a source holds words, calls and tags:
template cells can be neither edited nor deleted, code is folded away, nothing has an output, and
each cell has an identifier that stays the same while its step and its tag do.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jupytext
from generated import keep

FOLDER = Path(__file__).parents[1] / "notebooks" / "templates"
VERSION = "1"
STEP = "step:"


def built(source: Path) -> str:
    """Return the text of the notebook that the percent-format file `source` stands for."""
    read = jupytext.read(source, fmt="py:percent")
    notebook = {
        "cells": list(_cells(read.cells)),
        "metadata": {
            "kernelspec": {
                "display_name": "Python 3 (ipykernel)",
                "language": "python",
                "name": "python3",
            },
            "language_info": {"name": "python"},
            "rca_workbench": {"template": source.stem, "version": VERSION},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def main(folder: Path, arguments: list[str]) -> int:
    """Write each notebook of `folder`, or with `--check` name those that are out of date."""
    sources = sorted(folder.glob("*.py"))
    return keep({source.with_suffix(".ipynb"): built(source) for source in sources}, arguments)


def _cells(read: list[Any]) -> Iterator[dict[str, object]]:
    step, seen = "start", Counter[str]()
    for cell in read:
        tags = list(cell.metadata.get("tags", []))
        step = next((tag.removeprefix(STEP) for tag in tags if tag.startswith(STEP)), step)
        tag = "heading" if any(tag.startswith(STEP) for tag in tags) else tags[0]
        seen[f"{step}-{tag}"] += 1
        name = f"{step}-{tag}-{seen[f'{step}-{tag}']}"
        yield _cell(cell.cell_type, name, cell.source, tags)


def _cell(kind: str, name: str, source: str, tags: list[str]) -> dict[str, object]:
    metadata: dict[str, object] = {"deletable": False, "editable": False, "tags": tags}
    cell: dict[str, object] = {
        "cell_type": kind,
        "id": name,
        "metadata": metadata,
        "source": source.splitlines(keepends=True),
    }
    if kind == "code":
        metadata["jupyter"] = {"source_hidden": True}
        cell |= {"execution_count": None, "outputs": []}
    return cell


if __name__ == "__main__":
    raise SystemExit(main(FOLDER, sys.argv[1:]))
