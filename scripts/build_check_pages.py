"""Write `docs/checks/*.md` from the docstrings of the checks, or compare with `--check`."""

from __future__ import annotations

import sys
from pathlib import Path

from workbench.checks.pages import index_markdown, page_markdown, page_of
from workbench.checks.registry import all_checks

FOLDER = Path(__file__).parent.parent / "docs" / "checks"
NOT_FROM_HERE = ("left-to-people.md", "wording.md")
"""Written by hand, and by `measure_wording.py`."""


def main(arguments: list[str]) -> int:
    """Write the pages, or with `--check` name those that are out of date and return 1."""
    pages = {f"{check.code}.md": page_markdown(page_of(check)) for check in all_checks()}
    pages["index.md"] = index_markdown()
    held = {
        path.name: path.read_text(encoding="utf-8")
        for path in FOLDER.glob("*.md")
        if path.name not in NOT_FROM_HERE
    }
    if "--check" in arguments:
        stale = sorted(name for name in pages | held if pages.get(name) != held.get(name))
        print("\n".join(f"out of date: docs/checks/{name}" for name in stale) or "up to date")
        return 1 if stale else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in held.keys() - pages.keys():
        (FOLDER / name).unlink()
    for name, text in pages.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
