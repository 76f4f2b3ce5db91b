"""A page with one editor, from the committed bundle, before the widget and its real ledger."""

from __future__ import annotations

import json
from typing import Any

from tests.fakes.editor_pages import PAGE, START, STATIC
from workbench.figures.exhibit import Exhibits
from workbench.widgets.desk import Desk
from workbench.widgets.editor import StepEditor

__all__ = ["ask", "drawn_step", "open_drawing"]

ADDRESS = "http://case.test/"
"""A worker that starts from a blob needs a page with an address; nothing leaves for it."""


def drawn_step(desk: Desk[Any], step: str) -> StepEditor:
    """The widget of a step, without its figures."""
    return StepEditor(desk, step, _nothing, _nothing)


def ask(widget: StepEditor, name: str, message: dict[str, Any]) -> Any:
    """What the page gets for a command: the answer after a trip through JSON."""
    answer, _ = getattr(widget, name)(message, [])
    return json.loads(json.dumps(answer))


def open_drawing(page: Any, widget: StepEditor, *, dark: bool = False) -> None:
    """Show a widget's page, with its drawing in front."""
    html = PAGE.format(light=str(not dark).lower(), ground="#111" if dark else "#fff")
    page.route(f"{ADDRESS}**", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto(ADDRESS)
    page.add_style_tag(content=(STATIC / "editor.css").read_text(encoding="utf-8"))
    page.expose_function("answer", lambda name, message: ask(widget, name, message))
    bundle = (STATIC / f"{widget.setup['layout']}.js").read_text(encoding="utf-8")
    page.evaluate(START, {"bundle": bundle, "setup": widget.setup})
    page.get_by_role("tab", name="Drawing").click()


def _nothing(_: Any) -> Exhibits:
    return Exhibits(exhibits=())
