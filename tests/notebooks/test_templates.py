"""Templates hold guidance and calls, nothing else; what is shipped is what its source says."""

from __future__ import annotations

import ast
import json
import re
import runpy
import shlex
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from workbench.domain.kinds import KINDS, kind_named, validate
from workbench.errors import InvalidEntry, UnknownName
from workbench.notebooks.templates import template_words

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "notebooks" / "templates"
NAMES = sorted(path.stem for path in TEMPLATES.glob("*.py"))
SCRIPT: dict[str, Any] = runpy.run_path(str(ROOT / "scripts" / "build_templates.py"))
CODES: dict[str, str] = json.loads(
    files("workbench.checks").joinpath("codes.json").read_text(encoding="utf-8")
)["codes"]

SHAPES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "after-action-review": (
        ("scope", "expected", "happened", "difference", "learned", "summaries", "sign-off"),
        (
            "scope",
            "people",
            "questions",
            "evidence",
            "timeline",
            "factors",
            "findings",
            "actions",
            "summaries",
            "comments",
            "sign_off",
            "stages",
        ),
    ),
    "restrictive-practice-review": (
        ("scope", "grounds", "restrictions", "changes", "sign-off"),
        (
            "scope",
            "commission",
            "people",
            "questions",
            "evidence",
            "factors",
            "restrictions",
            "findings",
            "actions",
            "assurance",
            "quality",
            "sign_off",
            "stages",
        ),
    ),
    "rapid-learning-review": (
        ("scope", "findings", "actions", "sign-off"),
        ("rapid_review", "scope", "timeline", "findings", "actions", "sign_off", "stages"),
    ),
    "structured-analysis": (
        (
            "scope",
            "evidence",
            "timeline",
            "factors",
            "fishbone",
            "causes",
            "findings",
            "actions",
            "assurance",
            "comments",
            "summaries",
            "sign-off",
        ),
        (
            "scope",
            "commission",
            "duties",
            "people",
            "questions",
            "evidence",
            "plans",
            "timeline",
            "escalation",
            "factors",
            "shifts",
            "ownership",
            "crosswalk",
            "fishbones",
            "causes",
            "whys",
            "cut_sets",
            "barriers",
            "findings",
            "went_well",
            "actions",
            "restrictions",
            "assurance",
            "thread",
            "comments",
            "summaries",
            "quality",
            "sign_off",
            "stages",
        ),
    ),
    "triage": (
        ("scope", "triage", "duties"),
        ("incident", "triage", "duties", "clocks", "stages"),
    ),
}
"""The steps of each template, and the calls that show its exhibits, in their order."""

THIN = (ast.Import, ast.ImportFrom, ast.Assign, ast.AnnAssign, ast.Expr)
PARTS = (
    ast.Module,
    ast.alias,
    ast.Name,
    ast.Attribute,
    ast.Call,
    ast.Constant,
    ast.Load,
    ast.Store,
    *THIN,
)
MOST_LINES = 8


def logic_in(source: str) -> list[str]:
    """Return what in a code cell is more than an import, an assignment or a call."""
    tree = ast.parse(source)
    found = [type(node).__name__ for node in ast.walk(tree) if not isinstance(node, PARTS)]
    for statement in tree.body:
        if not isinstance(statement, THIN):
            found.append(type(statement).__name__)
        elif isinstance(statement, ast.Expr) and not isinstance(statement.value, ast.Call):
            found.append("bare value")
    return found


@pytest.fixture(scope="module", params=NAMES)
def template(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture(scope="module")
def cells(template: str) -> list[dict[str, Any]]:
    return cells_of(template)


def cells_of(name: str) -> list[dict[str, Any]]:
    notebook = json.loads((TEMPLATES / f"{name}.ipynb").read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = notebook["cells"]
    return found


@pytest.fixture
def build(tmp_path: Path) -> Iterator[Callable[[str], Path]]:
    def write(source: str) -> Path:
        path = tmp_path / "small.py"
        path.write_text(source, encoding="utf-8")
        return path

    return write


def code(cells: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [cell for cell in cells if cell["cell_type"] == "code"]


def text(cell: dict[str, Any]) -> str:
    return "".join(cell["source"])


def how_to() -> str:
    """Return the pages that say how something is done."""
    pages = sorted((ROOT / "docs" / "how-to").glob("*.md"))
    return "\n\n".join(page.read_text(encoding="utf-8") for page in pages)


class TestThinness:
    def test_every_template_has_its_shape_here(self) -> None:
        assert sorted(SHAPES) == NAMES

    def test_the_first_code_cell_is_the_parameters(self, cells: list[dict[str, Any]]) -> None:
        first = code(cells)[0]
        declared = [
            (node.target.id, ast.unparse(node.annotation), ast.literal_eval(node.value))
            for node in ast.parse(text(first)).body
            if isinstance(node, ast.AnnAssign)
            and isinstance(node.target, ast.Name)
            and node.value is not None
        ]

        assert first["metadata"]["tags"] == ["parameters"]
        assert declared == [("case_id", "str", ""), ("as_of", "int", 0), ("record_date", "str", "")]
        assert all("  # " in line for line in text(first).splitlines())

    def test_code_only_imports_assigns_and_calls(self, cells: list[dict[str, Any]]) -> None:
        assert {cell["id"]: logic_in(text(cell)) for cell in code(cells)} == {
            cell["id"]: [] for cell in code(cells)
        }

    def test_cells_are_short(self, cells: list[dict[str, Any]]) -> None:
        long = [c["id"] for c in code(cells) if len(text(c).splitlines()) > MOST_LINES]

        assert long == []

    @pytest.mark.parametrize(
        "planted",
        [
            "names = [one for one in case]",
            "if case:\n    guide.scope(case)",
            "for one in case:\n    guide.scope(one)",
            "def show(case):\n    guide.scope(case)",
            "show = lambda case: case",
            "total = 1 + 1",
            "case",
            "guide.scope(case[0])",
        ],
    )
    def test_planted_logic_is_found(self, planted: str) -> None:
        assert logic_in(planted) != []


class TestShape:
    def test_the_steps_stand_in_the_order_of_an_investigation(
        self, template: str, cells: list[dict[str, Any]]
    ) -> None:
        steps = [
            tag.removeprefix("step:")
            for cell in cells
            for tag in cell["metadata"]["tags"]
            if tag.startswith("step:")
        ]

        assert tuple(steps) == SHAPES[template][0]

    def test_exhibits_are_one_call_each(self, template: str, cells: list[dict[str, Any]]) -> None:
        shown = [text(cell) for cell in cells if "exhibit" in cell["metadata"]["tags"]]

        calls = [source.split("\n")[1:] for source in shown]
        assert calls == [[f"guide.{name}(case)"] for name in SHAPES[template][1]]

    def test_the_line_that_stays_visible_is_in_plain_words(
        self, cells: list[dict[str, Any]]
    ) -> None:
        folded = [
            text(cell) for cell in cells if {"exhibit", "setup"} & {*cell["metadata"]["tags"]}
        ]

        assert all(source.startswith("# ") for source in folded)

    def test_each_step_is_heading_guidance_exhibits_and_a_hint(
        self, template: str, cells: list[dict[str, Any]]
    ) -> None:
        steps = SHAPES[template][0]
        first = next(n for n, cell in enumerate(cells) if cell["id"] == f"{steps[0]}-heading-1")
        tags = " ".join(cell["metadata"]["tags"][0].split(":")[0] for cell in cells[first:])

        assert re.fullmatch(rf"(step guidance (exhibit )+guidance ?){{{len(steps)}}}", tags)

    def test_headings_go_down_one_level_at_a_time(
        self, template: str, cells: list[dict[str, Any]]
    ) -> None:
        prose = "\n".join(
            re.sub(r"```.*?```", "", text(cell), flags=re.DOTALL)
            for cell in cells
            if cell["cell_type"] == "markdown"
        )
        levels = [len(marks) for marks in re.findall(r"^(#+) ", prose, re.MULTILINE)]

        assert levels == [1] + [2] * len(SHAPES[template][0])

    def test_nobody_can_change_a_template_cell_by_mistake(
        self, cells: list[dict[str, Any]]
    ) -> None:
        for cell in cells:
            assert cell["metadata"]["editable"] is False
            assert cell["metadata"]["deletable"] is False

    def test_code_is_folded_and_has_no_output(self, cells: list[dict[str, Any]]) -> None:
        for cell in code(cells):
            assert cell["metadata"]["jupyter"] == {"source_hidden": True}
            assert cell["outputs"] == []
            assert cell["execution_count"] is None

    def test_cells_have_identifiers_of_their_own(self, cells: list[dict[str, Any]]) -> None:
        identifiers = [cell["id"] for cell in cells]

        assert len(set(identifiers)) == len(identifiers)
        assert all(re.fullmatch(r"[a-z0-9-]{1,64}", one) for one in identifiers)

    @pytest.mark.parametrize("name", NAMES)
    def test_the_notebook_says_which_template_it_is(self, name: str) -> None:
        metadata = json.loads((TEMPLATES / f"{name}.ipynb").read_text(encoding="utf-8"))["metadata"]

        assert metadata["rca_workbench"] == {"template": name, "version": "1"}
        assert metadata["kernelspec"]["name"] == "python3"


class TestGuidance:
    def test_guides_hold_no_code(self, cells: list[dict[str, Any]]) -> None:
        assert [
            c["id"] for c in cells if "guidance" in c["metadata"]["tags"] and "```" in text(c)
        ] == []

    def test_commands_name_kinds_and_hold_valid_entries(self) -> None:
        shown = list(_entries(how_to()))

        assert len(shown) > 50
        for kind, partial, data in _entries(how_to()):
            _check(kind, data, partial=partial)

    def test_every_kind_that_people_enter_is_shown_somewhere(self) -> None:
        shown = {kind for kind, _, _ in _entries(how_to())}

        by_commands = {
            "incident",
            "acceptance",
            "sign-off",
            "stage",
            "notebook",
            "opening",
            "hold",
            "withdrawal",
        }
        assert shown >= set(KINDS) - {"name", "supplement", *by_commands}

    def test_every_check_that_is_named_exists(self) -> None:
        named = re.findall(r"\b[A-Z]{3}\d{3}\b", how_to())

        assert len(named) > 50
        assert [code for code in named if code not in CODES] == []

    def test_every_check_is_named_somewhere(self) -> None:
        words = how_to()
        spans = [
            (first[:3], int(first[3:]), int(last[3:]))
            for first, last in re.findall(r"\b([A-Z]{3}\d{3}) to ([A-Z]{3}\d{3})\b", words)
        ]
        unnamed = [
            code
            for code in CODES
            if code not in words
            and not any(
                code[:3] == family and low <= int(code[3:]) <= high for family, low, high in spans
            )
        ]

        assert unnamed == []

    def test_each_step_says_what_it_is_for_and_where_people_go_wrong(
        self, template: str, cells: list[dict[str, Any]]
    ) -> None:
        guides = [text(cell) for cell in cells if cell["id"].endswith("-guidance-1")][1:]

        for part in ("What this step is for", "What good looks like", "Ask yourself", "Traps"):
            assert [part in guide for guide in guides] == [True] * len(SHAPES[template][0])
        assert max(len(guide.split()) for guide in guides) < 450


class TestBuilding:
    @pytest.mark.parametrize("name", NAMES)
    def test_what_is_shipped_is_what_the_source_says(self, name: str) -> None:
        shipped = (TEMPLATES / f"{name}.ipynb").read_text(encoding="utf-8")

        assert SCRIPT["built"](TEMPLATES / f"{name}.py") == shipped

    def test_identifiers_stay_when_the_words_change(self, build: Callable[[str], Path]) -> None:
        source = '# %% [markdown] tags=["guidance"]\n# Before\n'
        before = json.loads(SCRIPT["built"](build(source)))
        after = json.loads(SCRIPT["built"](build(source.replace("Before", "After"))))

        assert before["cells"][0]["id"] == after["cells"][0]["id"] == "start-guidance-1"
        assert before != after

    def test_check_names_what_is_out_of_date(
        self, build: Callable[[str], Path], capsys: pytest.CaptureFixture[str]
    ) -> None:
        folder = build('# %% [markdown] tags=["guidance"]\n# Words\n').parent
        stale = SCRIPT["main"](folder, ["--check"])
        said = capsys.readouterr().err
        written = SCRIPT["main"](folder, [])

        assert (stale, written, SCRIPT["main"](folder, ["--check"])) == (1, 0, 0)
        assert "small.ipynb" in said


def _entries(words: str) -> Iterator[tuple[str, bool, dict[str, Any]]]:
    """Yield each entry that a shell block adds: its kind, whether it is a change, its data."""
    for block in re.findall(r"^```sh\n(.*?)^```", words, re.MULTILINE | re.DOTALL):
        parts = shlex.split(block.replace("\nworkbench ", " ; workbench "))
        for command in _split(parts):
            if command[:2] == ["workbench", "add"] and "--json" in command:
                data = json.loads(command[command.index("--json") + 1])
                yield command[3], "--id" in command, data
    for block in re.findall(r"^```json\n(.*?)^```", words, re.MULTILINE | re.DOTALL):
        yield "evidence", False, json.loads(block)


def _split(parts: list[str]) -> Iterator[list[str]]:
    command: list[str] = []
    for part in parts:
        if part == ";":
            yield command
            command = []
        else:
            command.append(part)
    yield command


def _check(kind: str, data: dict[str, Any], *, partial: bool) -> None:
    try:
        validate(kind_named(kind), f"{kind_named(kind).prefix}1", data)
    except InvalidEntry as error:
        missing = set(error.problems.values()) == {"is missing"}
        if not (partial and missing):
            raise


@pytest.mark.parametrize("name", NAMES)
def test_a_template_says_in_one_sentence_what_it_is_for(name: str) -> None:
    words = template_words(name)

    assert words.name == name
    assert re.fullmatch(r"[A-Z][^#*`\n]+", words.title)
    assert re.fullmatch(r"[A-Z][^#*`\n]{30,220}\.", words.purpose)


def test_there_are_no_words_for_a_template_that_is_not_there() -> None:
    with pytest.raises(UnknownName, match="There is no template"):
        template_words("structured-analyses")
