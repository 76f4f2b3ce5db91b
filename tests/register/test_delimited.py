import csv

import pytest

from workbench.errors import UnreadableFile
from workbench.register.delimited import read_delimited

ROWS = [["Ref", "Service", "What"], ["1", "Larch Row", "Søn’s tea; spilt, twice"]]


def written(separator: str) -> str:
    return "\r\n".join(
        separator.join(f'"{cell}"' if separator in cell else cell for cell in row) for row in ROWS
    )


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_separators_and_encodings_are_found_out(separator: str, encoding: str) -> None:
    table = read_delimited(written(separator).encode(encoding))

    assert table.header == ("Ref", "Service", "What")
    assert table.rows == [ROWS[1]]
    assert table.numbers == [2]


def test_the_form_names_encoding_and_separator() -> None:
    assert read_delimited(written(";").encode("cp1252")).form == "CSV, cp1252, separated by ';'"
    assert read_delimited(written("\t").encode()).form == "CSV, utf-8-sig, separated by tabs"


def test_the_hint_that_excel_writes_is_followed_and_not_counted() -> None:
    table = read_delimited(b"sep=|\r\nA,B|C\r\n1|2\r\n")

    assert (table.header, table.numbers) == (("A,B", "C"), [2])


def test_rows_are_numbered_as_a_spreadsheet_shows_them() -> None:
    table = read_delimited(b'A,B\r\n1,"two\r\nlines"\r\n,\r\n\r\n3,4\r\n')

    assert table.rows == [["1", "two\r\nlines"], ["3", "4"]]
    assert table.numbers == [2, 5]


def test_rows_of_another_width_are_set_apart_as_they_stood() -> None:
    table = read_delimited(b"A,B\n1\n1,2,3\n1,2,\n1,2\n")

    assert table.broken == [(2, ["1"]), (3, ["1", "2", "3"])]
    assert table.rows == [["1", "2"], ["1", "2"]]


@pytest.mark.parametrize("data", [b'A,B\n1,"two\n3,4\n', b'A,B\n1,"two"x\n'])
def test_quotation_marks_that_do_not_pair_are_placed(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match="row 2"):
        read_delimited(data)


def test_a_quotation_mark_inside_an_unquoted_cell_is_part_of_it() -> None:
    assert read_delimited(b'A,B\n1,a 5" screw\n').rows == [["1", 'a 5" screw']]


def test_the_limit_of_the_csv_module_is_put_back() -> None:
    before = csv.field_size_limit()

    read_delimited(b"A,B\n1," + b"x" * 200_000 + b"\n")

    assert csv.field_size_limit() == before


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\xef\xbb\xbf", b" , ,\n"])
def test_an_empty_file_has_no_headings(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match="no headings"):
        read_delimited(data)


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\0\0\0", b"A,B\n\x81\x8d,\xff\n"])
def test_what_is_not_text_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match="neither a spreadsheet nor text"):
        read_delimited(data)
