import io
import zipfile
from datetime import date, datetime, time, timedelta

import openpyxl
import pytest

from tests.register.workbooks import OLE, saved, workbook
from workbench.errors import UnreadableFile
from workbench.register.spreadsheet import is_other_spreadsheet, read_xlsx


def with_sheet(data: bytes, xml: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", 8) as new:
        for name in old.namelist():
            new.writestr(name, xml if name == "xl/worksheets/sheet1.xml" else old.read(name))
    return stream.getvalue()


def test_cells_become_text_as_a_person_would_type_it() -> None:
    cells = (
        "Larch Row",
        1001,
        1.5,
        datetime(2026, 3, 14, 18, 30),
        date(2026, 3, 14),
        time(18, 30),
        timedelta(hours=6, minutes=5),
        True,
        None,
    )

    table = read_xlsx(workbook([f"C{n}" for n in range(9)], cells))

    assert table.rows == [
        [
            "Larch Row",
            "1001",
            "1.5",
            "2026-03-14 18:30:00",
            "2026-03-14",
            "18:30:00",
            "6:05:00",
            "yes",
            "",
        ]
    ]


def test_rows_are_numbered_from_the_top_of_the_sheet() -> None:
    table = read_xlsx(workbook([None], ["A", "B"], [], [1, 2]))

    assert (table.header, table.numbers) == (("A", "B"), [4])


def test_short_rows_are_filled_and_long_ones_set_apart() -> None:
    table = read_xlsx(workbook(["A", "B"], [1], [1, 2, 3]))

    assert table.rows == [["1", ""]]
    assert table.broken == [(3, ["1", "2", "3"])]


def test_the_first_visible_sheet_with_rows_is_taken() -> None:
    book = openpyxl.Workbook()
    hidden = book.active
    hidden.append(["Hidden"])
    hidden.sheet_state = "hidden"
    book.create_sheet("Empty")
    book.create_sheet("Register").append(["A"])

    assert read_xlsx(saved(book)).header == ("A",)


def test_a_sheet_is_taken_by_its_name() -> None:
    book = openpyxl.Workbook()
    book.active.append(["A"])
    book.create_sheet("Register").append(["B"])

    assert read_xlsx(saved(book), "Register").header == ("B",)
    with pytest.raises(UnreadableFile, match="no sheet called 'Registre'") as caught:
        read_xlsx(saved(book), "Registre")
    assert "Register" in caught.value.remedy


def test_an_empty_workbook_has_no_headings() -> None:
    with pytest.raises(UnreadableFile, match="no headings"):
        read_xlsx(workbook())


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (OLE + b"\0" * 512 + "Workbook".encode("utf-16-le"), "old format"),
        (OLE + b"\0" * 512 + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.x", ".ods"),
        (b"PK\x03\x04 xl/workbook.bin", ".xlsb"),
    ],
)
def test_other_spreadsheets_are_recognised(data: bytes, says: str) -> None:
    assert says in (is_other_spreadsheet(data) or "")


def test_a_workbook_is_no_other_spreadsheet() -> None:
    assert is_other_spreadsheet(workbook(["A"])) is None
    assert is_other_spreadsheet(b"A,B\n") is None


def test_a_workbook_that_unpacks_to_too_much_is_refused() -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(11):
            archive.writestr(f"xl/worksheets/sheet{number}.xml", bytes(100 << 20))

    with pytest.raises(UnreadableFile, match="too large"):
        read_xlsx(bomb.getvalue())


@pytest.mark.parametrize("quote", ['"', "'"])
def test_two_far_apart_cells_do_not_fill_the_memory(quote: str) -> None:
    xml = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        '<row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="1048576"><c s="0" r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    ).replace('"', quote)

    with pytest.raises(UnreadableFile, match="spans far more cells"):
        read_xlsx(with_sheet(workbook(["A"]), xml.encode()))


@pytest.mark.parametrize("keep", [30, 0.3, 0.9])
def test_a_workbook_cut_short_is_refused(keep: float) -> None:
    data = workbook(["A"], [1])
    size = int(keep) if keep > 1 else int(len(data) * keep)

    with pytest.raises(UnreadableFile, match="damaged"):
        read_xlsx(data[:size])


def test_a_workbook_with_a_damaged_sheet_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="damaged"):
        read_xlsx(with_sheet(workbook(["A"]), b"<worksheet><sheetData><row><c><v>1</wrong>"))


def test_a_zip_file_that_is_no_workbook_is_refused() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("letter.txt", "hello")

    with pytest.raises(UnreadableFile, match="damaged, or is not one that Excel wrote"):
        read_xlsx(stream.getvalue())
