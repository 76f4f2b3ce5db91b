import csv
import io

import pytest

from workbench.register.rejects import REASON, ROW, rejects_csv


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_columns_are_kept_and_the_row_and_reason_stand_behind_them() -> None:
    data = rejects_csv(("A", "B"), [(7, ["1", "two, and\nmore"], "B: is wrong")])

    assert read(data) == [["A", "B", ROW, REASON], ["1", "two, and\nmore", "7", "B: is wrong"]]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(start: str) -> None:
    data = rejects_csv((f"{start}A",), [(2, [f"{start}cmd|' /C calc'!A0"], f"{start}x")])

    assert all(
        cell.startswith("'") or not cell.startswith(start) for row in read(data) for cell in row
    )


def test_short_and_wide_rows_keep_what_they_hold() -> None:
    data = rejects_csv(("A", "B"), [(2, ["1"], "short"), (3, ["1", "2", "3"], "wide")])

    assert read(data)[1:] == [["1", "", "2", "short"], ["1", "2", "3", "wide", "3"]]
