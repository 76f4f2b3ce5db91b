"""Measure how long it takes to import an invented register of 100,000 rows.

Run as `python benches/register_import.py [rows] [--profile]`. The target is 15 seconds.
"""

from __future__ import annotations

import argparse
import cProfile
import csv
import pstats
import random
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from workbench.register.fit import headings_of
from workbench.register.mapping import load_mapping
from workbench.register.store import Register
from workbench.workspace.database import open_engine, upgrade

AT = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)
SENTENCES = (
    "During the evening handover the medication chart was not read out.",
    "P1 became distressed when the planned outing was cancelled at short notice.",
    "The on-call manager was told and the GP surgery was rung.",
    "An agency worker had not seen the support plan’s new page on transitions.",
)


def main() -> None:
    """Write the files, import each, and print the seconds."""
    parser = argparse.ArgumentParser()
    parser.add_argument("rows", type=int, nargs="?", default=100_000)
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        text, workbook = Path(folder) / "r.csv", Path(folder) / "r.xlsx"
        rows = list(invented(options.rows))
        write_csv(text, rows)
        write_xlsx(workbook, rows)
        for path in (text, workbook):
            engine = open_engine(f"sqlite:///{folder}/{path.suffix[1:]}.db")
            upgrade(engine)
            register = Register(engine)
            profile = cProfile.Profile()
            if options.profile:
                profile.enable()
            measure(f"{path.suffix} first", lambda r=register, p=path: r.import_file(p, at=AT))
            profile.disable()
            measure(f"{path.suffix} again", lambda r=register, p=path: r.import_file(p, at=AT))
            measure(f"{path.suffix} frame", register.frame)
            engine.dispose()
            if options.profile:
                pstats.Stats(profile).sort_stats("tottime").print_stats(25)


def measure(what, run) -> None:
    """Print how long `run` takes, and what an import reports."""
    start, busy = time.perf_counter(), time.process_time()
    result = run()
    seconds, busy = time.perf_counter() - start, time.process_time() - busy
    counts = (
        f"{result.added} added, {result.unchanged} unchanged, {result.incomplete} incomplete, "
        f"{result.rejected} rejected, {len(result.problems)} problems"
        if hasattr(result, "added")
        else f"{len(result)} rows"
    )
    print(f"{what:12} {seconds:6.2f} s ({busy:.2f} s of processor time)  {counts}")


def invented(count: int):
    """Yield rows of the plain register; the same ones in each run."""
    chance = random.Random(20260316)
    begin = datetime(2019, 1, 1)
    for number in range(count):
        at = begin + timedelta(minutes=chance.randrange(7 * 365 * 1440))
        later = at + timedelta(minutes=chance.randrange(5, 2000))
        text = " ".join([*chance.choices(SENTENCES, k=5), f"It was the {number}th time."])
        yield [
            f"INC-{number:06}",
            f"{at:%d/%m/%Y %H:%M}",
            f"{at + timedelta(hours=2):%d/%m/%Y %H:%M}" if number % 10 == 0 else "",
            f"{later:%Y-%m-%d %H:%M}",
            f"Service {number % 60}",
            chance.choice(["Kitchen", "Bedroom", "Community", ""]),
            chance.choice(["Medication", "Fall", "Distress", "Missing person"]),
            text,
            f"Note {number}: {text[:100]}",
            "P1, S2 and S3",
            "Epilepsy; choking" if number % 3 else "",
            "Not raised",
            "Reviewed by the manager" if number % 4 else "",
            "Update the support plan",
            chance.choice(["5", "4", "low harm", "None"]),
            chance.choice(["4", "3", ""]),
            chance.choice(["yes", "no"]),
        ]


def write_csv(path: Path, rows) -> None:
    """Write the rows as CSV."""
    with path.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream)
        writer.writerow(headings_of(load_mapping("plain")).values())
        writer.writerows(rows)


def write_xlsx(path: Path, rows) -> None:
    """Write the rows as a workbook."""
    import openpyxl

    workbook = openpyxl.Workbook(write_only=True)
    sheet = workbook.create_sheet()
    sheet.append(list(headings_of(load_mapping("plain")).values()))
    for row in rows:
        at = datetime.strptime(row[1], "%d/%m/%Y %H:%M")
        sheet.append([row[0], at, *row[2:]])
    workbook.save(path)


if __name__ == "__main__":
    main()
