"""A page with one editor on it, from the committed bundle, and a kernel that keeps a case here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import workbench.widgets
from tests.fakes.drawn_cases import drawn_view
from workbench.checks.examples import ExampleEntry
from workbench.domain.case import Case
from workbench.domain.kinds import encode, kind_named, kind_of
from workbench.widgets.forms.catalogue import form_of

__all__ = ["FakeKernel", "open_editor"]

STATIC = Path(workbench.widgets.__file__).parent / "static"

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>An editor</title></head>
<body data-jp-theme-light="{light}" style="margin: 0; background: {ground}">
<main id="cell"></main></body></html>"""

START = """async ({ bundle, setup }) => {
  const address = URL.createObjectURL(new Blob([bundle], { type: "text/javascript" }));
  const { default: editor } = await import(address);
  const model = { get: () => setup, on() {}, off() {} };
  const invoke = async (name, message) => [await window.answer(name, message), []];
  const el = document.getElementById("cell");
  editor.render({ model, el, signal: new AbortController().signal, experimental: { invoke } });
}"""


class FakeKernel:
    """Answers a page's commands on a case that grows with each save; `saved` lists the changes."""

    def __init__(self, layout: str, case: Callable[..., Case]) -> None:
        self._layout, self._case = layout, case
        self._more: list[ExampleEntry] = []
        self.saved: list[dict[str, Any]] = []

    @property
    def case(self) -> Case:
        """The case with everything that was saved."""
        return self._case(*self._more)

    def setup(self) -> dict[str, Any]:
        """What the page is made from."""
        kinds = [section["kind"] for section in drawn_view(self._layout, self.case)["sections"]]
        forms = {kind: form_of(kind).to_json() for kind in kinds}
        sections = [
            {
                "kind": kind,
                "label": kind,
                "one": kind,
                "add": f"Add {kind}",
                "empty": f"No {kind} yet.",
                "single": False,
            }
            for kind in kinds
        ]
        return {
            "case": "C-0001",
            "step": self._layout,
            "title": self._layout.capitalize(),
            "layout": self._layout,
            "sections": sections,
            "forms": forms,
            "intro": "",
        }

    def answer(self, name: str, message: dict[str, Any]) -> dict[str, Any]:
        """Return what the kernel answers to a command."""
        if name == "save":
            ids = [self._save(change) for change in message["changes"]]
            view = self._view()
            return {"ok": True, "seq": view["seq"], "ids": ids, "view": view}
        if name == "try":
            return {"errors": [], "findings": []}
        if name == "pulse":
            return {"seq": self._view()["seq"], "people": []}
        return self._view()

    def _view(self) -> dict[str, Any]:
        references = {
            kind_of(model).name: [{"id": one, "label": one} for one in held]
            for model, held in self.case.entities.items()
        }
        return {**drawn_view(self._layout, self.case), "references": references}

    def _save(self, change: dict[str, Any]) -> str:
        self.saved.append(change)
        case, kind = self.case, kind_named(change["kind"])
        identifier = change["id"] or f"{kind.prefix}{len(case.all(kind.model)) + 1}"
        held = case.get(kind.model, identifier)
        data = None
        if change["fields"] is not None:
            data = {**(encode(held) if held else {}), **change["fields"]}
            data = {name: value for name, value in data.items() if value is not None}
        self._more.append((kind.name, identifier, data))
        return identifier


def open_editor(page: Any, kernel: FakeKernel, *, dark: bool = False) -> None:
    """Show the editor of `kernel`'s layout on `page`, with its drawing in front."""
    page.set_content(PAGE.format(light=str(not dark).lower(), ground="#111" if dark else "#fff"))
    page.add_style_tag(content=(STATIC / "editor.css").read_text(encoding="utf-8"))
    page.expose_function("answer", kernel.answer)
    setup = kernel.setup()
    bundle = (STATIC / f"{setup['layout']}.js").read_text(encoding="utf-8")
    page.evaluate(START, {"bundle": bundle, "setup": setup})
    page.get_by_role("tab", name="Drawing").click()
