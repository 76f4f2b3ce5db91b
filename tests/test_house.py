"""The house rules that no linter knows."""

from __future__ import annotations

import ast
import importlib
import inspect
import re
import subprocess
from pathlib import Path

import pytest

import workbench

ROOT = Path(__file__).parents[1]
PACKAGE = Path(workbench.__file__).parent
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "versions" not in path.parts)
MOST_LINES = 400
MOST_LINES_OF_A_FUNCTION = 50


def tracked() -> list[Path]:
    """Return every file that is, or is about to be, under version control."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    paths = (ROOT / name for name in listing.stdout.decode().split("\0") if name)
    return sorted(path for path in paths if path.is_file())


def texts() -> list[tuple[str, str]]:
    """Return the name and the text of every tracked text file."""
    found = []
    for path in tracked():
        try:
            found.append((str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")))
        except UnicodeDecodeError:
            continue
    return found


def module_name(path: Path) -> str:
    """Return the import name of a module's file."""
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def named(path: Path) -> str:
    """Return the short name of a file for a test's identifier."""
    return str(path.relative_to(PACKAGE.parent))


def test_a_module_is_short_enough_to_read() -> None:
    long = {
        named(path): lines
        for path in MODULES
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > MOST_LINES
    }

    assert long == {}


def test_a_function_is_short_enough_to_read() -> None:
    long = {
        f"{named(path)}:{node.name}": lines
        for path in MODULES
        for source in [path.read_text(encoding="utf-8")]
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lines := _code_lines(node, source)) > MOST_LINES_OF_A_FUNCTION
    }

    assert long == {}


def test_a_module_says_what_is_public() -> None:
    silent = []
    for path in MODULES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        public = any(
            isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
            for node in tree.body
        )
        private = path.name.startswith("_") and path.name != "__init__.py"
        if public and not private and "__all__" not in _assigned(tree):
            silent.append(named(path))

    assert silent == []


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_everything_exported_is_there_and_documented(path: Path) -> None:
    if "migrations" in path.parts or path.name == "__main__.py":
        return
    module = importlib.import_module(module_name(path))

    undocumented = [
        name
        for name in getattr(module, "__all__", ())
        if (inspect.isclass(value := getattr(module, name)) or inspect.isfunction(value))
        and not (value.__doc__ or "").strip()
    ]

    assert module.__doc__
    assert undocumented == []


def test_a_package_file_imports_nothing_of_ours() -> None:
    imports = [
        f"{named(path)}: {ast.unparse(node)}"
        for path in sorted(PACKAGE.rglob("__init__.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom) and "workbench" in ast.unparse(node)
    ]

    assert imports == []


def test_every_folder_of_the_package_is_a_package() -> None:
    folders = {path.parent for path in PACKAGE.rglob("*.py") if "migrations" not in path.parts}

    assert [str(folder) for folder in folders if not (folder / "__init__.py").exists()] == []


def test_no_file_names_a_package_registry() -> None:
    hosts = ["py" + "pi.", "python" + "hosted.", "registry." + "npm", "npm" + "js."]
    addresses = re.compile("://[^/\\s]*(" + "|".join(map(re.escape, hosts)) + ")")

    assert [name for name, text in texts() if addresses.search(text)] == []


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    places = {str(folder) + "/" for folder in (ROOT, Path.home()) if len(folder.parts) > 1}
    pattern = re.compile(r"(?<![\w.])(" + "|".join(map(re.escape, sorted(places))) + ")")

    assert [name for name, text in texts() if pattern.search(text)] == []


def test_no_file_carries_a_conflict_or_trailing_carriage_returns() -> None:
    marks = re.compile("^(" + "<" * 7 + "|" + ">" * 7 + ") ", re.MULTILINE)

    assert [name for name, text in texts() if marks.search(text)] == []


def test_no_test_patches_what_it_tests() -> None:
    patching = re.compile(r"\b(monkey" + r"patch|unittest\.mo" + r"ck|mock\.pat" + r"ch)\b")
    tests = [(name, text) for name, text in texts() if name.startswith("tests/")]

    assert [name for name, text in tests if patching.search(text)] == []


def test_every_changelog_fragment_says_what_kind_it_is() -> None:
    fragments = [path.name for path in (ROOT / "changelog.d").glob("*") if path.name != "README.md"]
    named = re.compile(r"[a-z0-9-]+\.(added|changed|fixed|removed|security)\.md")

    assert [name for name in fragments if not named.fullmatch(name)] == []


def test_the_locked_requirements_name_no_place() -> None:
    for name in ("run.txt", "dev.txt"):
        text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
        pins = re.findall(r"^[a-z0-9._-]+==", text, re.MULTILINE)

        assert len(pins) > 100
        assert not re.search(r"://|^-|file:| @ ", text, re.MULTILINE)
        assert text.count("--hash=sha256:") >= len(pins)


def _assigned(tree: ast.Module) -> set[str]:
    targets = [
        target
        for node in tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
    ]
    return {target.id for target in targets if isinstance(target, ast.Name)}


def _code_lines(node: ast.FunctionDef | ast.AsyncFunctionDef, source: str) -> int:
    first = node.body[0]
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and len(node.body) > 1:
        first = node.body[1]
    lines = source.splitlines()[first.lineno - 1 : node.end_lineno]
    return sum(1 for line in lines if line.strip() and not line.strip().startswith("#"))
