"""Run the benchmarks one after another, each in its own process.

A benchmark is a file in this folder that measures two ways of doing the same work, or one way at
two sizes, in the same run, and prints one line a ratio: `name: 0.10 s against 1.85 s, ratio 0.05`.
Ratios travel between machines; seconds do not. Names of benchmarks as arguments run only those.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def main(wanted: list[str]) -> int:
    """Run the benchmarks; return how many of them failed."""
    failed = 0
    for path in sorted(HERE.glob("*.py")):
        if (
            path.name == "run.py"
            or path.stem.startswith("_")
            or (wanted and path.stem not in wanted)
        ):
            continue
        print(f"== {path.stem}", flush=True)
        failed += subprocess.run([sys.executable, str(path)], check=False).returncode != 0
    return failed


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
