"""Write what both languages test their drawings with into widgets/fixtures; --check compares."""

from __future__ import annotations

import json
import runpy
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "widgets" / "fixtures"


def main(*, check: bool) -> int:
    """Write the files, or name those that are not as they would be written."""
    sys.path.insert(0, str(ROOT))
    held = runpy.run_path(str(ROOT / "tests" / "fakes" / "drawn_cases.py"))["fixtures"]()
    stale = 0
    for name, value in held.items():
        path, text = FOLDER / f"{name}.json", json.dumps(value, indent=1, ensure_ascii=False) + "\n"
        if not check:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            print(f"error: {path.relative_to(ROOT)} is not as it is made")
            stale += 1
    return int(stale > 0)


if __name__ == "__main__":
    raise SystemExit(main(check="--check" in sys.argv[1:]))
