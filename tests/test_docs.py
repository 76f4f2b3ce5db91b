"""What the documentation says is true: its examples run, its links lead somewhere.

In `README.md`, `docs/**/*.md` and the other pages at the top, a `python` block runs (as a doctest
where it has prompts), and so does each `$` line of a `console` block, in one temporary folder a
page; output that is shown must come, `...` stands for any text. Blocks that are only to be read
are marked `sh` or `text`.
"""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
BLOCK = re.compile(r"^( *)```(\w+)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"(?<!`)\[[^\]\n]*\]\(<?([^)\s>]+)>?\)")
OPTIONS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block of a page."""

    line: int
    language: str
    text: str


def blocks(page: Path, *languages: str) -> Iterator[Block]:
    """Yield the page's blocks in these languages, from top to bottom."""
    text = page.read_text(encoding="utf-8")
    for match in BLOCK.finditer(text):
        if match[2] in languages:
            line = text.count("\n", 0, match.start()) + 1
            indented = match[1]
            body = "".join(row.removeprefix(indented) for row in match[3].splitlines(True))
            yield Block(line, match[2], body)


def commands(text: str) -> Iterator[tuple[str, str]]:
    """Yield each command of a console block with the output shown below it."""
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, _, output = part.replace("\\\n", "").partition("\n")
        yield command, output


def anchors(page: Path) -> set[str]:
    """Return the anchors that the page's headings make."""
    found: set[str] = set()
    prose = BLOCK.sub("", page.read_text(encoding="utf-8"))
    for heading in re.findall(r"^#+ (.+)$", prose, re.MULTILINE):
        plain = re.sub(r"[^\w\- ]", "", heading.lower())
        found.add(plain.replace(" ", "-"))
    return found


def named(page: Path) -> str:
    """Return a page's name for a test's identifier."""
    return str(page.relative_to(ROOT))


RUNNABLE = [page for page in PAGES if any(blocks(page, "python", "console"))]


@pytest.mark.parametrize("page", RUNNABLE, ids=named)
def test_the_examples_of_a_page_run(page: Path, tmp_path: Path) -> None:
    names: dict[str, object] = {"__name__": "__docs__"}
    before = Path.cwd()
    os.chdir(tmp_path)
    try:
        for block in blocks(page, "python", "console"):
            where = f"{named(page)}:{block.line}"
            if block.language == "console":
                _run_console(block, where, tmp_path)
            elif ">>>" in block.text:
                _run_doctest(block, where, names)
            else:
                exec(compile(block.text, where, "exec"), names)
    finally:
        os.chdir(before)


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_the_links_of_a_page_lead_somewhere(page: Path) -> None:
    broken = []
    for target in LINK.findall(BLOCK.sub("", page.read_text(encoding="utf-8"))):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        file = (page.parent / name) if name else page
        missing = not file.exists()
        if missing or (anchor and file.suffix == ".md" and anchor not in anchors(file)):
            broken.append(target)

    assert broken == []


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_a_page_has_one_title_and_its_headings_are_in_order(page: Path) -> None:
    prose = BLOCK.sub("", page.read_text(encoding="utf-8"))
    levels = [len(marks) for marks in re.findall(r"^(#+) ", prose, re.MULTILINE)]
    jumps = [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]

    assert levels[:1] == [1]
    assert levels.count(1) == 1
    assert jumps == []


def test_every_page_can_be_reached_from_the_index() -> None:
    seen: set[Path] = set()
    waiting = [ROOT / "docs" / "index.md", ROOT / "README.md"]
    while waiting:
        page = waiting.pop().resolve()
        if page in seen or page.suffix != ".md" or not page.exists():
            continue
        seen.add(page)
        targets = LINK.findall(page.read_text(encoding="utf-8"))
        waiting.extend(
            page.parent / target.partition("#")[0]
            for target in targets
            if not re.match(r"[a-z]+:|#", target)
        )

    lost = [
        named(page) for page in PAGES if page.is_relative_to(ROOT / "docs") and page not in seen
    ]

    assert lost == []


def test_the_architecture_names_files_that_are_there() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    floors = [path.name for path in (ROOT / "workbench").iterdir() if path.is_dir()]
    names = re.findall(rf"\b((?:{'|'.join(floors)})(?:[/.][a-z_]+)+)", page)
    package = ROOT / "workbench"

    def is_there(name: str) -> bool:
        place = package / name.replace(".", "/")
        # `widgets` is a floor, and beside the package the folder its pages are built from
        return place.with_suffix(".py").exists() or place.exists() or (ROOT / name).exists()

    lost = [name for name in names if not is_there(name)]

    assert len(names) > 20
    assert lost == []


@pytest.mark.parametrize("script", sorted((ROOT / "scripts").glob("build_*.py")), ids=named)
def test_what_a_generator_wrote_is_what_it_writes_today(script: Path) -> None:
    command = [sys.executable, str(script), "--check"]

    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr


def _run_console(block: Block, where: str, folder: Path) -> None:
    scripts = Path(sys.executable).parent
    environment = os.environ | {
        "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}",
        "COLUMNS": "100",
        "NO_COLOR": "1",
        "TERM": "dumb",
    }
    for command, wanted in commands(block.text):
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        got = done.stdout + done.stderr

        assert done.returncode == 0 or wanted.startswith("error:"), f"{where}: {command}\n{got}"
        if wanted.strip():
            assert doctest.OutputChecker().check_output(wanted, got, OPTIONS), (
                f"{where}: {command}\nshown:\n{wanted}\ngot:\n{got}"
            )


def _run_doctest(block: Block, where: str, names: dict[str, object]) -> None:
    test = doctest.DocTestParser().get_doctest(block.text, names, where, where, block.line)
    runner = doctest.DocTestRunner(optionflags=OPTIONS)
    said: list[str] = []
    runner.run(test, out=said.append, clear_globs=False)
    names.update(test.globs)

    assert runner.summarize(verbose=False).failed == 0, "".join(said)
