import csv
import io
import json
import xml.etree.ElementTree as ET

import networkx as nx

from tests.fakes.cases import case, sound_case
from tests.fakes.threads import thread
from workbench.analysis.thread import Thread
from workbench.analysis.thread_export import (
    COLUMNS,
    rows_broken_first,
    thread_as_json,
    thread_csv,
    thread_graphml,
)
from workbench.domain.case import Case

LOOSE = (
    ("evidence", "E9", {"title": "Nobody names it", "type": "rota"}),
    ("finding", "FI9", {"statement": '=HYPERLINK("x")'}),
    ("action", "A9", {"statement": "+1 worker", "findings": ["FI8"]}),
)


def broken() -> Case:
    return sound_case(*LOOSE)


def table(held: Thread) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(thread_csv(held).decode("utf-8-sig"))))


def test_broken_links_stand_first_and_whole_rows_last() -> None:
    rows = table(thread(broken()))
    marks = [bool(row["Broken"]) for row in rows]

    assert tuple(rows[0]) == COLUMNS
    assert marks == sorted(marks, reverse=True)
    assert rows[0]["Broken"] == "E9 is evidence that nothing refers to."
    assert not any(rows[0][name] for name in COLUMNS[1:])
    assert rows_broken_first(thread(broken()))[0].breaks


def test_every_break_is_in_the_table() -> None:
    held = thread(broken())
    said = " ".join(row["Broken"] for row in table(held))

    assert held.breaks
    assert [link.words for link in held.breaks if link.words not in said] == []


def test_a_whole_thread_has_no_broken_row() -> None:
    rows = table(thread(sound_case()))
    checked = [row for row in rows if row["Action"] == "A1"]

    assert checked[0]["What was found"].startswith("Handover and the 18:00 round")
    assert checked[0]["Questions"] == "Q1"
    assert checked[0]["Factors"] == "F1, F2"


def test_no_cell_is_a_formula() -> None:
    cells = [cell for row in table(thread(broken())) for cell in row.values()]

    assert '\'=HYPERLINK("x")' in cells
    assert "'+1 worker" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_the_table_opens_in_a_spreadsheet_program() -> None:
    data = thread_csv(thread(sound_case()))

    assert data.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in data


def test_the_graph_is_typed_and_reads_back() -> None:
    held = thread(broken())
    graph = nx.parse_graphml(thread_graphml(held).decode())

    assert graph.is_directed()
    assert graph.nodes["FI1"]["kind"] == "finding"
    assert graph.nodes["FI1"]["broken"] == ""
    assert graph.nodes["E9"]["broken"] == "E9 is evidence that nothing refers to."
    assert graph.nodes["FI8"]["kind"] == "missing"
    assert {field for *_, field in graph.edges(data="field")} >= {
        "A1.findings",
        "A9.findings",
        "L1",
    }
    assert set(graph) == {node.id for node in held.nodes} | {"FI8"}


def test_broken_nodes_come_first_in_the_graph() -> None:
    held = thread(broken())
    root = ET.fromstring(thread_graphml(held))
    nodes = [one.get("id") for one in root.iter() if one.tag.endswith("}node")]
    at_fault = {link.subject for link in held.breaks}

    assert len(at_fault) >= 3
    assert set(nodes[: len(at_fault)]) == at_fault


def test_text_in_the_graph_is_escaped() -> None:
    held = thread(case(("finding", "FI1", {"statement": 'a < b & "c"\nd'})))

    assert nx.parse_graphml(thread_graphml(held).decode()).nodes["FI1"]["text"] == 'a < b & "c"\nd'


def test_the_same_thread_gives_the_same_bytes() -> None:
    assert thread_csv(thread(broken())) == thread_csv(thread(broken()))
    assert thread_graphml(thread(broken())) == thread_graphml(thread(broken()))


def test_as_json_it_starts_with_what_is_broken() -> None:
    data = json.loads(json.dumps(thread_as_json(thread(broken()))))

    assert next(iter(data)) == "broken"
    assert data["rows"][0]["breaks"]
    assert {node["id"] for node in data["nodes"]} >= {"FI1", "A1", "M1"}


def test_an_empty_case_gives_a_table_and_a_graph_all_the_same() -> None:
    held = thread(case(("person", "P1", {"role": "person supported"})))

    assert table(held) == []
    assert len(nx.parse_graphml(thread_graphml(held).decode())) == 0
