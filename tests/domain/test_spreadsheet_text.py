import pytest

from workbench.domain.spreadsheet_text import neutralised


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝", "＠"])
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(start: str) -> None:
    assert neutralised(f"{start}HYPERLINK(1)") == f"'{start}HYPERLINK(1)"


@pytest.mark.parametrize("cell", ["", "Larch Row", "5-1", "'tis", " =x"])
def test_other_cells_are_written_as_they_are(cell: str) -> None:
    assert neutralised(cell) == cell
