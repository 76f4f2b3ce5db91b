from pathlib import Path

from tests.register.samples import AT, FULL, HEADER, new_register
from workbench.register.delimited import read_delimited
from workbench.register.fit import detect
from workbench.register.template import plain_template


def test_the_template_holds_the_headings_of_the_plain_mapping() -> None:
    header = read_delimited(plain_template()).header

    assert header == HEADER
    assert detect(header).mapping.name == "plain"
    assert (header[0], header[-1]) == ("Incident ID", "Near miss")


def test_a_filled_in_template_is_imported(tmp_path: Path) -> None:
    line = ",".join(f'"{FULL.get(name, "")}"' for name in HEADER)
    (tmp_path / "r.csv").write_bytes(plain_template() + line.encode() + b"\r\n")

    report = new_register(tmp_path).import_file(tmp_path / "r.csv", at=AT)

    assert (report.added, report.incomplete, report.problems) == (1, 0, ())
