"""Write what both languages test their drawings with into widgets/fixtures; --check compares."""

from __future__ import annotations

import json
import runpy
import sys
from pathlib import Path

from generated import keep

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "widgets" / "fixtures"


def main(arguments: list[str]) -> int:
    """Write the files, or with `--check` name those that are not as they would be written."""
    sys.path.insert(0, str(ROOT))
    held = runpy.run_path(str(ROOT / "tests" / "fakes" / "drawn_cases.py"))["fixtures"]()
    made = {
        FOLDER / f"{name}.json": json.dumps(value, indent=1, ensure_ascii=False) + "\n"
        for name, value in held.items()
    }
    return keep(made, arguments)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
