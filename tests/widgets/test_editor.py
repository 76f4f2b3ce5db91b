import hashlib
import json
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest

from tests.fakes.desks import desk_of
from tests.fakes.workspaces import NOW, Office
from workbench.figures.exhibit import EXHIBIT_MIME
from workbench.ledger.amend import Amendment
from workbench.notebooks import guide
from workbench.notebooks.opening import OpenCase
from workbench.widgets.desk import Desk
from workbench.widgets.editor import StepEditor

EVENT = {"when": {"stated": "14/03/2026 19:30"}, "what": "The nurse was rung."}
NAME = "Zebedee Quillfeather"


def editor(desk: Desk[OpenCase], step: str = "timeline") -> StepEditor:
    draw = guide.timeline.__wrapped__  # type: ignore[attr-defined]
    return StepEditor(desk, step, draw, draw)


def ask(widget: StepEditor, command: str, **message: Any) -> Any:
    """What the page gets: the answer after a trip through JSON."""
    answer, buffers = getattr(widget, command)(message, [])
    assert buffers == []
    return json.loads(json.dumps(answer))


def save(widget: StepEditor, *changes: dict[str, Any]) -> Any:
    return ask(widget, "save", changes=list(changes), reason="")


def change(kind: str, identifier: str | None, fields: Any, version: int | None = None) -> Any:
    return {"kind": kind, "id": identifier, "fields": fields, "base_version": version}


def test_saving_answers_at_once_with_the_entry_and_the_new_view(desk: Desk[OpenCase]) -> None:
    outcome = save(editor(desk), change("event", None, EVENT))

    rows = outcome["view"]["sections"][0]["rows"]
    assert outcome["ok"] is True
    assert outcome["ids"] == ["T3"]
    assert outcome["seq"] == outcome["view"]["seq"] == desk.case.head.seq
    assert [row["id"] for row in rows] == ["T1", "T3", "T2"]
    assert outcome["view"]["undo"] == "adding event T3"


def test_each_field_that_does_not_fit_is_named_with_its_change(desk: Desk[OpenCase]) -> None:
    before = desk.case.head.seq

    outcome = save(
        editor(desk), change("event", None, EVENT), change("event", "T1", {"what": None}, 1)
    )

    assert outcome["ok"] is False
    assert [(one["change"], one["field"]) for one in outcome["errors"]] == [(1, "what")]
    assert outcome["errors"][0]["message"].endswith(".")
    assert desk.refresh().head.seq == before


def test_errors_of_a_nested_field_are_named_by_their_path(desk: Desk[OpenCase]) -> None:
    fields = {"statement": "Move the handover.", "owner": {"role": "manager"}}

    outcome = save(editor(desk, "actions"), change("action", None, fields))

    assert [one["field"] for one in outcome["errors"]] == ["owner.name"]


def test_placeholders_are_no_errors_of_their_own(desk: Desk[OpenCase]) -> None:
    link = {"cause": "new:1", "effect": "C1"}
    cause = {"statement": "Nobody counted.", "type": "condition"}

    outcome = save(
        editor(desk, "causes"), change("cause", "new:1", cause), change("link", "new:2", link)
    )

    assert {one["field"] for one in outcome["errors"]} == {"mechanism", "confidence"}


def test_a_conflict_carries_both_versions_and_the_one_before(office: Office) -> None:
    mine = editor(desk_of(office))
    office.change("C-0001", Amendment("event", "T1", {"place": "Hall"}))

    outcome = save(mine, change("event", "T1", {"place": "Kitchen"}, 1))

    conflict = outcome["conflict"]
    assert outcome["ok"] is False
    assert (conflict["id"], conflict["kind"], conflict["version"]) == ("T1", "event", 2)
    assert conflict["theirs"]["place"] == "Hall"
    assert "place" not in conflict["base"]
    assert conflict["theirs_by"] == "A"


def test_a_conflict_with_a_removal_says_that_it_is_gone_and_can_be_put_back(
    office: Office,
) -> None:
    desk = desk_of(office)
    mine = editor(desk)
    office.change("C-0001", Amendment("event", "T1", None))

    outcome = save(mine, change("event", "T1", {"place": "Kitchen"}, 1))
    again = save(mine, change("event", "T1", EVENT, outcome["conflict"]["version"]))

    assert outcome["conflict"]["theirs"] is None
    assert outcome["conflict"]["base"]["what"] == "The shift changed."
    assert again["ok"] is True


def test_trying_saves_nothing_and_says_what_the_checks_would(desk: Desk[OpenCase]) -> None:
    before = desk.case.head.seq
    wrong = ask(editor(desk), "try", change=change("event", None, {"what": "x"}))

    tried = ask(
        editor(desk),
        "try",
        change=change("event", None, {**EVENT, "what": "Staff failed to ring."}),
    )

    assert [one["field"] for one in wrong["errors"]] == ["when"]
    assert tried["errors"] == []
    assert {one["field"] for one in tried["findings"] if one["code"].startswith("WRD")} == {"what"}
    assert desk.refresh().head.seq == before


def test_undo_and_redo_answer_as_saving_does(desk: Desk[OpenCase]) -> None:
    widget = editor(desk)
    save(widget, change("event", None, EVENT))

    undone = ask(widget, "undo")
    redone = ask(widget, "redo")

    assert (undone["ok"], undone["view"]["undo"]) == (True, None)
    assert undone["view"]["redo"] == "adding event T3"
    assert (redone["ok"], redone["view"]["redo"]) == (True, None)
    assert ask(widget, "redo")["message"] == "There is nothing left to do again."


def test_a_pulse_tells_the_last_entry_and_who_is_here(office: Office) -> None:
    clock = iter(NOW + timedelta(seconds=second) for second in range(9))
    desk_of(office, "Bryn", clock=lambda: next(clock)).pulse("timeline", "T2")
    desk = desk_of(office, clock=lambda: next(clock))

    answer = ask(editor(desk), "pulse", seq=0, where="T1")

    assert answer["seq"] == desk.case.head.seq
    assert answer["people"] == [
        {"person": "Asha", "step": "Timeline", "where": "T1", "here": True},
        {"person": "Bryn", "step": "Timeline", "where": "T2", "here": False},
    ]


def test_a_case_that_was_closed_to_somebody_answers_with_a_refusal(office: Office) -> None:
    widget = editor(desk_of(office))
    grant = {"role": "governance lead", "name": "Carys", "because": "Answers for it."}
    listed = {"grants": [grant], "kept_by": "governance lead"}
    office.change("C-0001", Amendment("access", None, listed))

    tried = ask(widget, "try", change=change("event", None, EVENT))
    answers = [ask(widget, "view"), ask(widget, "pulse", seq=0), tried, ask(widget, "undo")]

    assert {answer["ok"] for answer in answers} == {False}
    assert all("access list" in answer["message"] for answer in answers[:3])


def test_a_file_is_kept_by_its_hash_whatever_it_is_called(
    desk: Desk[OpenCase], office: Office
) -> None:
    widget, content = editor(desk, "evidence"), b"invented rota" * 1000
    digest = hashlib.sha256(content).hexdigest()
    about = {"name": "../../etc/\u202epasswd\n.pdf", "size": len(content), "parts": 2}

    first, _ = widget.upload({**about, "upload": None, "part": 0}, [memoryview(content[:9000])])
    last, _ = widget.upload(
        {**about, "upload": first["upload"], "part": 1}, [memoryview(content[9000:])]
    )
    saved = save(
        widget,
        change("evidence", None, {"title": "Rota", "type": "rota", **last["file"]}),
    )

    assert first["received"] == 9000
    assert (last["file"]["sha256"], last["file"]["size"]) == (digest, len(content))
    assert not any(char in last["file"]["file_name"] for char in "\u202e\n/")
    assert saved["ok"], saved
    assert (office.workspace.evidence / digest[:2] / digest).read_bytes() == content


@pytest.mark.parametrize(
    "message",
    [
        {"upload": "unknown", "name": "a", "size": 3, "part": 1, "parts": 2},
        {"upload": None, "name": "a", "size": 2, "part": 0, "parts": 1},
        {"upload": None, "name": "a", "size": 9, "part": 0, "parts": 1},
        {"upload": None, "name": None, "size": 3, "part": 0, "parts": 1},
        {"upload": None, "name": "a", "size": 1 << 40, "part": 0, "parts": 1},
        {"upload": None, "name": "a", "size": -1, "part": 0, "parts": 1},
        {"upload": None, "name": "a", "size": 3, "part": 0, "parts": 0},
    ],
)
def test_a_file_that_does_not_arrive_whole_is_not_kept(
    message: dict[str, Any], desk: Desk[OpenCase], office: Office
) -> None:
    before = set(office.workspace.evidence.rglob("*/*"))
    answer, _ = editor(desk, "evidence").upload(message, [b"abc"])

    assert answer["ok"] is False
    assert set(office.workspace.evidence.rglob("*/*")) == before


def test_a_part_without_content_ends_an_upload(desk: Desk[OpenCase]) -> None:
    widget, about = editor(desk, "evidence"), {"name": "a", "size": 3, "parts": 1 << 60}
    first, _ = widget.upload({**about, "upload": None, "part": 0}, [b"a"])

    empty, _ = widget.upload({**about, "upload": first["upload"], "part": 1}, [b""])
    after, _ = widget.upload({**about, "upload": first["upload"], "part": 1}, [b"b"])

    assert (first["ok"], empty["ok"], after["ok"]) == (True, False, False)


@pytest.mark.parametrize(
    ("step", "kind", "fields"),
    [
        ("timeline", "name", {"person": "P1", "name": NAME}),
        ("timeline", "hold", {"reason": "x"}),
        ("scope", "access", {"grants": [], "kept_by": "x"}),
        ("causes", "stage", {"to": "closed"}),
        ("sign-off", "opening", {"name": "x"}),
        ("sign-off", "sign-off", {}),
        ("thread", "acceptance", {}),
    ],
)
def test_a_step_changes_nothing_that_is_entered_elsewhere(
    step: str, kind: str, fields: dict[str, Any], desk: Desk[OpenCase]
) -> None:
    before, widget = desk.case.head, editor(desk, step)
    answers = [
        save(widget, change(kind, None, fields)),
        ask(widget, "try", change=change(kind, None, fields)),
    ]

    assert {one["message"] for one in answers} == {"That is not entered in this step."}
    assert desk.refresh().head == before


def test_a_fishbone_joins_its_factors_to_causes(desk: Desk[OpenCase]) -> None:
    outcome = save(editor(desk, "fishbone"), change("cause", "C1", {"factors": ["F1"]}, 1))

    assert outcome["ok"] is True


def test_a_change_says_which_version_it_was_made_on(desk: Desk[OpenCase]) -> None:
    outcome = save(editor(desk), change("event", "T1", {"place": "Hall"}))

    assert outcome["message"] == "The page asked for a change that cannot be read."


def test_where_somebody_is_names_an_entry_and_holds_no_other_words(desk: Desk[OpenCase]) -> None:
    known = ask(editor(desk), "pulse", seq=0, where="T1")
    other = ask(editor(desk), "pulse", seq=0, where=NAME)

    assert [one["where"] for one in known["people"]] == ["T1"]
    assert [one["where"] for one in other["people"]] == [None]


def test_large_libraries_come_only_when_asked_for_and_nothing_else_does(
    desk: Desk[OpenCase],
) -> None:
    widget = editor(desk, "causes")

    assert len(ask(widget, "asset", name="graphviz.js")["text"]) > 500_000
    assert ask(widget, "asset", name="../desk.py")["ok"] is False


def test_what_was_not_foreseen_is_answered_without_what_was_typed(desk: Desk[OpenCase]) -> None:
    def breaks(_: object) -> Any:
        raise RuntimeError(NAME)

    answer = ask(StepEditor(desk, "timeline", breaks, breaks), "view", figures=True)

    assert answer["ok"] is False
    assert "RuntimeError" in answer["message"]
    assert NAME not in json.dumps(answer)


@pytest.mark.parametrize(
    "changes", [None, [], ["x"], [{"kind": "event", "id": 3, "fields": {}}], [{"fields": "x"}]]
)
def test_what_is_no_change_is_refused(changes: object, desk: Desk[OpenCase]) -> None:
    assert ask(editor(desk), "save", changes=changes, reason="")["ok"] is False


def test_a_notebook_without_a_kernel_has_the_exhibits(desk: Desk[OpenCase]) -> None:
    data, _ = editor(desk)._repr_mimebundle_()

    assert data["application/vnd.jupyter.widget-view+json"]["model_id"]
    assert "The shift changed" in data["text/plain"]
    assert "<section" in data["text/html"]
    assert data[EXHIBIT_MIME]["exhibits"]


def test_nothing_that_is_saved_with_a_notebook_holds_a_name_or_the_case(
    desk: Desk[OpenCase],
) -> None:
    widget = editor(desk, "scope")
    outcome = save(widget, change("name", None, {"person": "P1", "name": NAME}))

    rows = {one["kind"]: one["rows"] for one in outcome["view"]["sections"]}
    kept = json.dumps([widget._repr_mimebundle_()[0], widget.get_state()["setup"]])
    rest = json.dumps({**outcome["view"], "sections": []})
    assert NAME in json.dumps(rows.pop("name"))
    assert NAME not in kept + rest + json.dumps(rows)
    assert "The shift changed" not in json.dumps(widget.get_state()["setup"])


def test_editors_of_one_layout_share_what_the_page_is_made_of(desk: Desk[OpenCase]) -> None:
    scope, people, timeline = (editor(desk, step) for step in ("scope", "people", "timeline"))

    assert scope.shared is people.shared is not timeline.shared
    assert len(scope.shared.script) > 10_000
    assert scope.get_state()["shared"] == f"anywidget:{scope.shared.model_id}"
    assert (
        sum(len(scope.get_state()[name]) for name in ("_esm", "_css") if scope.has_trait(name))
        < 2000
    )


def test_a_command_and_a_cell_never_work_on_the_case_at_once(desk: Desk[OpenCase]) -> None:
    free: list[bool] = []

    def drawn(seen: OpenCase) -> Any:
        with ThreadPoolExecutor(1) as other:
            free.append(other.submit(desk.lock.acquire, False).result())
        return guide.thread.__wrapped__(seen)  # type: ignore[attr-defined]

    widget = StepEditor(desk, "timeline", drawn, drawn)
    ask(widget, "view", figures=True)
    widget._repr_mimebundle_()

    assert free == [False, False]
