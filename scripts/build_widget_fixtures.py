"""Write `widgets/fixtures/editor.json`, or compare with `--check`.

One of each value that passes between the kernel and an editor's page, as the kernel makes it: the
setup and view of a step, and its answers to commands. The tests of the page read the same file.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import Any, get_args

from generated import keep

ROOT = Path(__file__).parents[1]
FIXTURE = ROOT / "widgets" / "fixtures" / "editor.json"
EVENT = {"when": {"stated": "14/03/2026 19:30"}, "what": "The nurse was rung."}


def fixture() -> str:
    """Return the fixture as JSON."""
    sys.path.insert(0, str(ROOT))
    from tests.fakes.desks import desk_of
    from tests.fakes.workspaces import make_office
    from workbench.ledger.amend import Amendment
    from workbench.notebooks import guide
    from workbench.widgets.editor import StepEditor
    from workbench.widgets.forms.form import Input

    with tempfile.TemporaryDirectory() as folder:
        office = make_office(Path(folder) / "ws")
        office.start()
        draw = guide.timeline.__wrapped__  # type: ignore[attr-defined]
        editor = StepEditor(desk_of(office), "timeline", draw, draw)
        made: dict[str, Any] = {"setup": editor.setup, "view": ask(editor, "view")}
        made["tried"] = ask(
            editor, "try", change=change(None, {**EVENT, "what": "Staff failed to ring."})
        )
        made["refused"] = ask(editor, "save", changes=[change(None, {})], reason="")
        made["saved"] = ask(editor, "save", changes=[change(None, EVENT)], reason="")
        office.change("C-0001", Amendment("event", "T1", {"place": "Hall"}))
        mine = change("T1", {"place": "Kitchen"}, 1)
        made["conflict"] = ask(editor, "save", changes=[mine], reason="")
        made["inputs"] = list(get_args(Input))
        made["pulse"] = ask(editor, "pulse", seq=0, where="T1")
    return json.dumps(made, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def ask(editor: Any, command: str, **message: Any) -> Any:
    """Return the editor's answer to a command."""
    return getattr(editor, command)(message, [])[0]


def change(identifier: str | None, fields: dict[str, Any], version: int | None = None) -> Any:
    """Return a change to an event, as a page sends it."""
    return {"kind": "event", "id": identifier, "fields": fields, "base_version": version}


if __name__ == "__main__":
    raise SystemExit(keep({FIXTURE: fixture()}, sys.argv[1:]))
