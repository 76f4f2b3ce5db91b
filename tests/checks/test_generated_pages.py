from __future__ import annotations

from pathlib import Path

from workbench.checks.pages import index_markdown, page_markdown, page_of
from workbench.checks.registry import all_checks

FOLDER = Path(__file__).parents[2] / "docs" / "checks"


def test_the_pages_in_the_documentation_are_those_of_the_checks() -> None:
    pages = {f"{one.code}.md": page_markdown(page_of(one)) for one in all_checks()}

    held = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    others = {name: held.pop(name) for name in ("left-to-people.md", "wording.md")}

    assert all(others.values())
    assert held == {**pages, "index.md": index_markdown()}
