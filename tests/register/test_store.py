import csv
import io
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from sqlalchemy import select, update

from tests.register.samples import AT, HEADER, cells, csv_text, new_register, row, write_register
from workbench.domain.incident import Incident
from workbench.errors import (
    InvalidInput,
    InvalidMapping,
    NotFound,
    StorageError,
    UnknownName,
    UnreadableFile,
)
from workbench.register.encode import digest_of, encode
from workbench.register.frame import FRAME_COLUMNS
from workbench.register.mapping import load_mapping, mapping_from_bytes
from workbench.register.store import Register
from workbench.workspace.database import open_engine, reading, transaction
from workbench.workspace.tables import incident


@pytest.fixture
def register(tmp_path: Path) -> Register:
    return new_register(tmp_path)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "incidents.csv"


def rows_kept(folder: Path) -> list[Any]:
    engine = open_engine(f"sqlite:///{folder}/register.db")
    with reading(engine) as connection:
        return list(connection.execute(select(incident).order_by(incident.c.id)))


def test_an_imported_incident_is_got_by_its_identifier(register: Register, path: Path) -> None:
    register.import_file(write_register(path, row(manager_review="")), at=AT)

    held = register.get("INC-001")

    assert held.incident.service == "Larch Row"
    assert held.incident.when.written() == "14 Mar 2026, 18:30"
    assert held.missing == ("manager_review",)
    assert held.digest == digest_of(encode(held.incident))
    assert (held.source, held.imported_at) == ("incidents.csv", AT)


def test_the_report_counts_what_became_of_every_row(register: Register, path: Path) -> None:
    register.import_file(write_register(path, row(), row(incident_id="INC-002")), at=AT)

    report = register.import_file(
        write_register(
            path,
            row(),
            row(incident_id="INC-002", category="Fall", near_miss=""),
            row(incident_id="INC-003", manager_review="", known_risks=""),
            row(incident_id=""),
        ),
        at=AT + timedelta(days=1),
    )

    assert (report.total, report.added, report.changed, report.unchanged) == (4, 1, 1, 1)
    assert (report.incomplete, report.rejected) == (1, 1)
    assert report.missing == (("known_risks", 1), ("manager_review", 1))
    assert [(each.row, each.id, each.fields) for each in report.changes] == [
        (3, "INC-002", ("category", "near_miss"))
    ]
    assert [(each.row, each.column) for each in report.problems] == [(5, "Incident ID")]
    assert (report.mapping, report.source) == ("plain 1", "incidents.csv")
    assert report.form == "CSV, utf-8-sig, separated by ','"


def test_the_same_file_again_changes_nothing(
    register: Register, path: Path, tmp_path: Path
) -> None:
    write_register(path, row(), row(incident_id="INC-002", occurred_from="about 14/03/2026 18:30"))
    register.import_file(path, at=AT)
    before = rows_kept(tmp_path)

    report = register.import_file(path, at=AT + timedelta(days=1))

    assert (report.added, report.changed, report.unchanged) == (0, 0, 2)
    assert rows_kept(tmp_path) == before


def test_incidents_that_a_later_file_does_not_mention_stay_and_are_named(
    register: Register, path: Path, tmp_path: Path
) -> None:
    register.import_file(write_register(tmp_path / "other.csv", row(incident_id="X")), at=AT)
    first = register.import_file(
        write_register(path, row(), row(incident_id="INC-002"), row(incident_id="INC-003")), at=AT
    )

    again = register.import_file(
        write_register(path, row(incident_id=" INC-002 "), row(incident_id="INC-003", service="")),
        at=AT,
    )

    assert first.gone == ()
    assert again.gone == ("INC-001",)
    assert again.rejected == 1
    assert register.count() == 4


def test_an_incident_in_a_row_that_broke_is_not_taken_for_gone(
    register: Register, path: Path
) -> None:
    register.import_file(write_register(path, row()), at=AT)
    path.write_text(csv_text([list(HEADER), ["INC-001", "14/03/2026"]]), encoding="utf-8")

    report = register.import_file(path, at=AT)

    assert (report.rejected, report.gone) == (1, ())


def test_a_changed_row_takes_the_place_of_the_old_one(register: Register, path: Path) -> None:
    register.import_file(write_register(path, row(manager_review="")), at=AT)
    later = AT + timedelta(days=1)

    register.import_file(write_register(path, row(service="Elm Row")), at=later)

    held = register.get("INC-001")
    assert (held.incident.service, held.missing, held.imported_at) == ("Elm Row", (), later)
    assert register.list(service="Larch Row") == ()


def test_rejected_rows_go_to_a_file_that_can_be_corrected_and_imported(
    register: Register, path: Path, tmp_path: Path
) -> None:
    write_register(path, row(incident_id="", what_happened="=1+1"), row(incident_id="INC-002"))

    report = register.import_file(path, at=AT, rejects=tmp_path / "rejects.csv")

    assert report.rejects == tmp_path / "rejects.csv"
    assert (tmp_path / "rejects.csv").stat().st_mode & 0o777 == 0o600
    text = (tmp_path / "rejects.csv").read_text(encoding="utf-8-sig")
    (header, rejected) = csv.reader(io.StringIO(text, newline=""))
    assert header[: len(HEADER)] == list(HEADER)
    assert rejected[-2:] == ["2", "Incident ID: is empty or cannot be read"]
    assert "'=1+1" in rejected
    (tmp_path / "rejects.csv").write_text(csv_text([header, ["INC-001", *rejected[1:]]]))
    again = register.import_file(tmp_path / "rejects.csv", at=AT)
    assert (again.added, again.rejected) == (1, 0)
    assert register.get("INC-001").incident.narrative == "=1+1"


def test_without_rejected_rows_no_file_is_written(
    register: Register, path: Path, tmp_path: Path
) -> None:
    report = register.import_file(
        write_register(path, row()), at=AT, rejects=tmp_path / "rejects.csv"
    )

    assert report.rejects is None
    assert not (tmp_path / "rejects.csv").exists()


def test_rejects_never_replace_the_register_file(register: Register, path: Path) -> None:
    write_register(path, row())

    with pytest.raises(InvalidInput, match="replace the register file"):
        register.import_file(path, at=AT, rejects=path.parent / "." / path.name)


def test_rejects_replace_only_a_file_of_rejects(register: Register, path: Path) -> None:
    write_register(path, row(incident_id=""))
    (path.parent / "r.csv").write_text("Somebody else's", encoding="utf-8-sig")

    first = register.import_file(path, at=AT, rejects=path.parent / "r.csv")
    again = register.import_file(path, at=AT, rejects=path.parent / "r.csv")

    assert first.rejects == again.rejects == path.parent / "r-2.csv"
    assert (path.parent / "r.csv").read_text(encoding="utf-8-sig") == "Somebody else's"


def test_rejects_of_a_file_of_rejects_do_not_replace_it(register: Register, path: Path) -> None:
    rejected = path.with_name("r-2.csv")
    register.import_file(write_register(path, row(incident_id="")), at=AT, rejects=rejected)
    before = rejected.read_bytes()
    path.with_name("r.csv").mkdir()

    report = register.import_file(rejected, at=AT, rejects=path.with_name("r.csv"))

    assert report.rejects == path.with_name("r-3.csv")
    assert rejected.read_bytes() == before


def test_nothing_is_kept_of_an_import_whose_rejects_cannot_be_written(
    register: Register, path: Path, tmp_path: Path
) -> None:
    write_register(path, row(), row(incident_id=""))

    with pytest.raises(StorageError):
        register.import_file(path, at=AT, rejects=tmp_path / "absent" / "rejects.csv")
    assert register.count() == 0


def test_nothing_is_kept_of_an_import_that_is_interrupted(register: Register, path: Path) -> None:
    write_register(path, *(row(incident_id=str(number)) for number in range(10_001)))

    def interrupt(done: int, total: int) -> None:
        if done > 0:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        register.import_file(path, at=AT, progress=interrupt)
    assert register.count() == 0


def test_progress_is_told_from_nothing_to_all(register: Register, path: Path) -> None:
    told: list[tuple[int, int]] = []
    write_register(path, *(row(incident_id=str(number)) for number in range(10_001)))

    register.import_file(path, at=AT, progress=lambda done, total: told.append((done, total)))

    assert told == [(0, 10_001), (10_000, 10_001), (10_001, 10_001)]
    assert register.count() == 10_001


def test_progress_counts_the_rows_that_the_report_counts(register: Register, path: Path) -> None:
    told: list[tuple[int, int]] = []
    path.write_text(csv_text([*cells([row()]), ["INC-002", "14/03/2026"]]), encoding="utf-8")

    report = register.import_file(
        path, at=AT, progress=lambda done, total: told.append((done, total))
    )

    assert told == [(1, 2), (2, 2)]
    assert report.total == 2


def test_a_twin_in_a_later_part_of_the_file_is_found(register: Register, path: Path) -> None:
    write_register(path, *(row(incident_id=str(number % 10_000)) for number in range(10_001)))

    report = register.import_file(path, at=AT)

    assert (report.added, report.rejected) == (10_000, 1)
    assert "row 2," in report.problems[0].what


def test_broken_rows_are_rejected_and_the_others_imported(register: Register, path: Path) -> None:
    text = csv_text([*cells([row()]), ["INC-002", "14/03/2026"], *cells([row()])[1:]])
    path.write_text(text.replace("INC-001", "INC-003", 1), encoding="utf-8")

    report = register.import_file(path, at=AT, rejects=path.with_name("rejects.csv"))

    assert (report.total, report.added, report.rejected) == (3, 2, 1)
    assert str(report.problems[0]).startswith("row 3: has 2 cells where the headings have 17")
    assert "INC-002" in path.with_name("rejects.csv").read_text(encoding="utf-8")


def test_a_file_with_headings_alone_imports_nothing(register: Register, path: Path) -> None:
    report = register.import_file(write_register(path), at=AT)

    assert (report.total, report.added, register.count()) == (0, 0, 0)


def test_a_workbook_and_a_csv_of_one_register_give_the_same(
    register: Register, path: Path, tmp_path: Path
) -> None:
    held = row(occurred_from="2026-03-14 18:30:00", reported_at="2026-03-14 20:15:00")
    book = openpyxl.Workbook()
    book.active.append(list(HEADER))
    typed: dict[str, object] = dict(held)
    typed["Occurred from"] = datetime(2026, 3, 14, 18, 30)
    typed["Reported at"] = 46095.84375
    typed["Physical harm"], typed["Near miss"] = 5, False
    book.active.append([typed.get(name) for name in HEADER])
    book.save(tmp_path / "r.xlsx")
    register.import_file(tmp_path / "r.xlsx", at=AT)

    report = register.import_file(write_register(path, held), at=AT)

    changed = [each.fields for each in report.changes]
    assert (report.unchanged, changed) == (1, [])


def test_a_datix_like_export_is_recognised(register: Register, path: Path) -> None:
    path.write_bytes(
        (
            "Ref;Incident date;Time (hh:mm);Service;Category;Description;Action taken;Result;"
            "Physical harm;Directorate\r\n"
            "W1;14-Mar-26;1830;Larch Row;Fall;“Slipped”;First aid;Near miss;"
            "Low physical harm;North\r\n"
            "W2;25/10/2025 00:00;;Larch Row;Fall;Slipped;First aid;Incident;4;North\r\n"
        ).encode("cp1252")
    )

    report = register.import_file(path, at=AT)

    first, second = register.get("W1").incident, register.get("W2").incident
    assert (report.mapping, report.problems, report.unused) == (
        "datix-like 1",
        (),
        ("Directorate",),
    )
    assert report.incomplete == 2
    assert first.when.written() == "14 Mar 2026, 18:30"
    assert (first.narrative, first.near_miss, first.physical_harm) == ("“Slipped”", True, "low")
    assert second.when.written() == "25 Oct 2025"
    assert (second.near_miss, second.physical_harm) == (False, "low")


def test_a_mapping_of_ones_own_is_followed(register: Register, path: Path) -> None:
    mapping = mapping_from_bytes(
        b'name = "us"\nversion = "1"\n[columns]\nid = "No"\nwhen = "When"\nservice = "Unit"\n'
        b'[dates]\norder = "month-day-year"',
        "us.toml",
    )
    path.write_text("No,When,Unit\n1,03/14/2026 18:30,A\n2,14/03/2026 18:30,A\n")

    report = register.import_file(path, mapping, at=AT)

    assert register.get("1").incident.when.written() == "14 Mar 2026, 18:30"
    assert (report.added, report.rejected, report.incomplete) == (1, 1, 1)


def test_a_mapping_that_does_not_fit_changes_nothing(register: Register, path: Path) -> None:
    write_register(path, row())

    with pytest.raises(InvalidMapping):
        register.import_file(path, load_mapping("datix-like"), at=AT)
    with pytest.raises(UnreadableFile):
        register.import_file(path.with_name("absent.csv"), at=AT)
    assert register.count() == 0


def test_an_unknown_identifier_is_met_with_similar_ones(register: Register, path: Path) -> None:
    register.import_file(
        write_register(path, row(), row(incident_id="INC-100"), row(incident_id="X9")), at=AT
    )

    with pytest.raises(NotFound) as near:
        register.get("inc-010")
    with pytest.raises(NotFound) as typo:
        register.get("ICN-001")
    with pytest.raises(NotFound) as far:
        register.get("%")

    assert "'INC-001'" in near.value.remedy
    assert "'INC-001'" in typo.value.remedy
    assert "'X9'" not in near.value.remedy
    assert "Did you mean" not in far.value.remedy


@pytest.fixture
def filled(register: Register, path: Path) -> Register:
    write_register(
        path,
        row(incident_id="b", occurred_from="15/06/2026 12:00", physical_harm="1", near_miss=""),
        row(incident_id="a", occurred_from="before 14/03/2026", manager_review="", reported_at=""),
        row(incident_id="c", service="Elm Row", category="Fall", physical_harm=""),
    )
    register.import_file(path, at=datetime(2026, 7, 1, tzinfo=UTC))
    return register


def test_incidents_are_listed_with_the_latest_first(filled: Register) -> None:
    assert [each.incident.id for each in filled.list()] == ["b", "c", "a"]
    assert [each.incident.id for each in filled.list(limit=2)] == ["b", "c"]


def test_incidents_are_chosen_by_service_category_and_what_is_missing(filled: Register) -> None:
    assert [each.incident.id for each in filled.list(service="Larch Row")] == ["b", "a"]
    assert [each.incident.id for each in filled.list(service="Elm Row", category="Fall")] == ["c"]
    assert [each.incident.id for each in filled.list(incomplete=True)] == ["a"]
    assert filled.list(category="Fa") == ()


def test_capitals_and_spaces_do_not_matter_where_incidents_are_chosen(
    register: Register, path: Path
) -> None:
    register.import_file(write_register(path, row(service="École Élan", category="Fall")), at=AT)

    assert len(register.list(service="  école  ÉLAN", category="FALL")) == 1
    assert register.list(service="ecole elan") == ()


def test_the_frame_holds_every_field_with_its_own_type(filled: Register) -> None:
    frame = filled.frame()

    assert tuple(frame.columns) == FRAME_COLUMNS
    assert list(frame["id"]) == ["a", "c", "b"]
    assert str(frame["occurred_at"].dtype) == "datetime64[us, Europe/London]"
    assert frame["occurred_at"][2].isoformat() == "2026-06-15T12:00:00+01:00"
    assert list(frame["occurred_from"].isna()) == [True, False, False]
    assert list(frame["reported_at"].isna()) == [True, False, False]
    assert list(frame["physical_harm"].dropna()) == ["none", "fatal"]
    assert frame["physical_harm"].max() == "fatal"
    assert frame["near_miss"].isna().tolist() == [False, False, True]
    assert list(frame["missing"]) == ["manager_review", "", ""]


def test_the_frame_of_an_empty_register_has_the_same_types(register: Register, path: Path) -> None:
    empty = register.frame()
    register.import_file(write_register(path, row()), at=AT)

    assert len(empty) == 0
    assert dict(empty.dtypes) == dict(register.frame().dtypes)


def test_columns_of_the_frame_are_chosen_by_name(filled: Register) -> None:
    assert list(filled.frame(columns=["service", "occurred_at"]).columns) == [
        "service",
        "occurred_at",
    ]
    with pytest.raises(UnknownName) as caught:
        filled.frame(columns=["ocurred_at"])
    assert "'occurred_at'" in caught.value.remedy


def test_the_frame_agrees_with_the_incidents(filled: Register) -> None:
    frame = filled.frame(columns=["id", "category", "people_involved", "occurred_to"])

    for record, held in zip(frame.to_dict("records"), reversed(filled.list()), strict=True):
        value: Incident = held.incident
        assert record["id"] == value.id
        assert record["category"] == value.category
        assert record["people_involved"] == value.people_involved
        assert record["occurred_to"] == value.when.latest


def test_a_damaged_entry_is_a_storage_error_without_its_content(
    register: Register, path: Path, tmp_path: Path
) -> None:
    register.import_file(write_register(path, row()), at=AT)
    engine = open_engine(f"sqlite:///{tmp_path}/register.db")
    with transaction(engine) as connection:
        connection.execute(update(incident).values(data='{"id":"Zebedee"}'))

    with pytest.raises(StorageError, match="'INC-001' is damaged") as caught:
        register.get("INC-001")
    assert "Zebedee" not in str(caught.value)
