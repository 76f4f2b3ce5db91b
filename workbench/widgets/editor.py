"""The editor of one step: a widget that shows what the kernel says and sends it what was typed."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from importlib.resources import files
from typing import Any, Final, TypeAlias

import anywidget
import traitlets
from anywidget.experimental import command

from workbench.errors import EntityConflict, InvalidEntry, InvalidInput, NotFound, WorkbenchError
from workbench.figures.exhibit import Exhibits
from workbench.widgets.desk import Desk
from workbench.widgets.steps import STEPS, kinds_saved
from workbench.widgets.trying import conflict_of, field_errors, try_change
from workbench.widgets.uploads import Uploads
from workbench.widgets.view import setup_of, view_of
from workbench.widgets.wire import Answer, Change, Refusal, changes_from_json

__all__ = ["Figures", "StepEditor"]

Figures: TypeAlias = Callable[[Any], Exhibits]
"""Draws the exhibits of a step from a case without names."""

_STATIC: Final = files("workbench.widgets") / "static"
_ASSETS: Final = ("graphviz.js",)

_Reply: TypeAlias = tuple[Answer, list[bytes]]
_Handler: TypeAlias = Callable[["StepEditor", Mapping[str, Any], Sequence[bytes]], Answer]


def _answering(handler: _Handler) -> Callable[..., _Reply]:
    """Return a command that always answers: a page that hears nothing takes the kernel for dead."""

    @functools.wraps(handler)
    def answer(editor: StepEditor, message: Mapping[str, Any], buffers: Sequence[bytes]) -> _Reply:
        try:
            with editor._desk.lock:
                return handler(editor, message, buffers), []
        except WorkbenchError as error:
            return Refusal(str(error), error.remedy).to_json(), []
        except Exception as error:
            # the text of an unforeseen error may hold what somebody wrote
            name = type(error).__name__
            return Refusal(
                f"The workbench could not do that ({name}).",
                "What you typed is kept here. Run the notebook's cells again, look whether it was "
                "saved, and if not try once more.",
            ).to_json(), []

    return command(answer)


class _Shared(anywidget.AnyWidget):
    """The module of a layout and the style sheet, for every editor that has this layout."""

    _esm = "export default {}"
    script = traitlets.Unicode().tag(sync=True)
    style = traitlets.Unicode().tag(sync=True)


@functools.cache
def _shared(layout: str) -> _Shared:
    """The one of this kernel: a page gets it once, however many cells show such an editor."""
    return _Shared(script=_static(f"{layout}.js"), style=_static("editor.css"))


class StepEditor(anywidget.AnyWidget):
    """The editor of one step of a case.

    Everything but its setup goes by commands: no state of the case is in the widget, and none is
    saved with the notebook. Without a kernel it shows what `figures` draws; its page shows them as
    `in_record` does where there is an editor beside them.
    """

    setup = traitlets.Dict().tag(sync=True)
    shared = anywidget.WidgetTrait().tag(sync=True)

    def __init__(self, desk: Desk[Any], step: str, figures: Figures, in_record: Figures) -> None:
        self._desk, self._step, self._figures = desk, STEPS[step], figures
        self._shown = in_record if self._step.kinds else figures
        self._uploads = Uploads(desk.session.evidence)
        self._esm = _static("loader.js")
        super().__init__(setup=setup_of(desk, self._step), shared=_shared(self._step.layout))

    def _repr_mimebundle_(self, **_: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return the live view beside the exhibits, which a notebook without a kernel shows."""
        live = super()._repr_mimebundle_() or ({}, {})
        with self._desk.lock:
            shown = self._figures(self._desk.seen)._repr_mimebundle_()
        return {**live[0], **shown}, live[1]

    def close(self) -> None:
        """Let go of everything that the kernel and the page hold of this editor."""
        self._uploads.close()
        self.layout.close()
        super().close()

    @_answering
    def view(self, message: Mapping[str, Any], _: Sequence[bytes]) -> Answer:
        """Answer with the view; with the figures where they were asked for."""
        self._desk.refresh()
        return self._view(figures=bool(message.get("figures")))

    @_answering
    def save(self, message: Mapping[str, Any], _: Sequence[bytes]) -> Answer:
        """Bring changes to the ledger, all or none."""
        changes = self._changes(message.get("changes"))
        reason, key = (str(message.get(name) or "") for name in ("reason", "key"))
        return self._outcome(lambda: self._desk.save(changes, reason, key), changes)

    @_answering
    def undo(self, _message: Mapping[str, Any], _: Sequence[bytes]) -> Answer:
        """Take back what was last done from this notebook."""
        return self._outcome(self._desk.undo)

    @_answering
    def redo(self, _message: Mapping[str, Any], _: Sequence[bytes]) -> Answer:
        """Do again what was last undone."""
        return self._outcome(self._desk.redo)

    @_answering
    def pulse(self, message: Mapping[str, Any], _: Sequence[bytes]) -> Answer:
        """Say where the person is; answer with the last entry and where everybody is."""
        where = message.get("where")
        known = isinstance(where, str) and self._desk.case.find(where) is not None
        places = self._desk.pulse(
            self._step.name, where if known else None, attended=bool(message.get("attended"))
        )
        return {
            "seq": self._desk.case.head.seq,
            "people": [
                {
                    "person": place.person,
                    "step": STEPS[place.step].title,
                    "where": place.entity,
                    "here": place.session == self._desk.key,
                }
                for place in places
            ],
        }

    @_answering
    def upload(self, message: Mapping[str, Any], buffers: Sequence[bytes]) -> Answer:
        """Take one part of a file."""
        self._desk.refresh()
        return self._uploads.take(message, b"".join(bytes(one) for one in buffers))

    @_answering
    def asset(self, message: Mapping[str, Any], _: Sequence[bytes]) -> Answer:
        """Answer with the text of a large library."""
        name = message.get("name")
        if name not in _ASSETS:
            raise NotFound("The page asked for a part that is not there.", "Load the page again.")
        return {"text": _static(str(name))}

    def _changes(self, held: object) -> tuple[Change, ...]:
        """What the page sent, where this step is the place to change it."""
        changes = changes_from_json(held)
        if any(one.kind not in kinds_saved(self._step, self._desk.steps) for one in changes):
            raise InvalidInput(
                "That is not entered in this step.", "Open the step it is entered in."
            )
        return changes

    def _view(self, *, figures: bool) -> Answer:
        draw = functools.partial(self._shown, self._desk.seen) if figures else None
        return view_of(self._desk, self._step, draw)

    def _outcome(
        self, act: Callable[[], tuple[str, ...]], changes: tuple[Change, ...] = ()
    ) -> Answer:
        try:
            identifiers = act()
        except InvalidEntry:
            return Refusal(
                "Nothing was saved yet.",
                "Mend the fields that are marked.",
                field_errors(self._desk.case, changes),
            ).to_json()
        except EntityConflict as conflict:
            return Refusal(
                str(conflict), conflict.remedy, conflict=conflict_of(self._desk, conflict)
            ).to_json()
        view = self._view(figures=False)
        return {"ok": True, "seq": view["seq"], "ids": list(identifiers), "view": view}


def _try(editor: StepEditor, message: Mapping[str, Any], _: Sequence[bytes]) -> Answer:
    """Answer with what is wrong with a change, and what the checks would say; save nothing."""
    changes = editor._changes([message.get("change")])
    return try_change(editor._desk, changes[0])


# `try` cannot be written as the name of a method
setattr(StepEditor, "try", _answering(_try))


@functools.cache
def _static(name: str) -> str:
    return (_STATIC / name).read_text(encoding="utf-8")
