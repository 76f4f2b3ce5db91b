"""Print what share of the changes that `make mutation` made was noticed by a test.

Changes that nobody noticed are listed with what they changed, into `mutants/survived.txt`. Returns
1 when the share is below the bar.
"""

from __future__ import annotations

import ast
import difflib
import json
import sys
from collections.abc import Iterator
from pathlib import Path

BAR = 0.85
FOLDER = Path(__file__).parent.parent / "mutants"
SURVIVED, NOT_RUN = 0, (None, 33)
"""What mutmut notes for a change that passed every test, and for one that no test ran."""


def main() -> int:
    """Print the share of each module and of all."""
    noticed = made = 0
    lines: list[str] = []
    for meta in sorted(FOLDER.rglob("*.py.meta")):
        codes = json.loads(meta.read_text(encoding="utf-8"))["exit_code_by_key"]
        if not codes:
            continue
        kept = [name for name, code in codes.items() if code == SURVIVED or code in NOT_RUN]
        noticed, made = noticed + len(codes) - len(kept), made + len(codes)
        module = meta.relative_to(FOLDER).with_suffix("")
        share = (len(codes) - len(kept)) / len(codes)
        print(f"{share:7.1%}  {len(codes) - len(kept):4} of {len(codes):4}  {module}")
        lines += changes(meta.with_suffix(""), kept)
    if not made:
        print("error: there is nothing to count; run 'make mutation'", file=sys.stderr)
        return 1
    (FOLDER / "survived.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{noticed / made:7.1%}  {noticed:4} of {made:4}  all; at least {BAR:.0%} are wanted")
    return int(noticed < BAR * made)


def changes(module: Path, names: list[str]) -> Iterator[str]:
    """Yield what each of these changes did to its function."""
    source = module.read_text(encoding="utf-8")
    functions = {
        node.name: ast.get_source_segment(source, node) or ""
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef)
    }
    for name in names:
        changed = name.rpartition(".")[2]
        before = functions.get(f"{changed.rpartition('__mutmut_')[0]}__mutmut_orig", "")
        after = functions.get(changed, "")
        yield name
        for line in difflib.unified_diff(before.splitlines()[1:], after.splitlines()[1:], n=0):
            if not line.startswith(("---", "+++", "@@")):
                yield f"  {line.rstrip()}"


if __name__ == "__main__":
    raise SystemExit(main())
