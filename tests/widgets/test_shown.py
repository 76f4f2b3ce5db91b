import gc
import weakref
from dataclasses import dataclass

from tests.widgets.test_editor import editor
from workbench.notebooks.opening import OpenCase
from workbench.widgets.desk import Desk
from workbench.widgets.shown import Shown


@dataclass
class Editor:
    closed: bool = False

    def close(self) -> None:
        self.closed = True


def test_a_cell_that_runs_again_closes_what_it_showed_of_the_step() -> None:
    shown, first, second = Shown(), Editor(), Editor()
    shown.put("cell 1", "timeline", first)
    shown.put("cell 1", "timeline", second)

    assert (first.closed, second.closed) == (True, False)


def test_what_another_cell_or_nobody_knows_which_shows_stays_open() -> None:
    shown = Shown()
    editors = [Editor() for _ in range(5)]
    for cell, step, held in zip(
        ("cell 1", "cell 1", "cell 2", None, None),
        ("timeline", "causes", "timeline", "timeline", "timeline"),
        editors,
        strict=True,
    ):
        shown.put(cell, step, held)

    assert not any(held.closed for held in editors)


def test_nothing_of_a_replaced_editor_stays_in_the_kernel(desk: Desk[OpenCase]) -> None:
    shown, first = Shown(), editor(desk)
    replaced = [weakref.ref(first), weakref.ref(first.layout)]
    shown.put("cell 1", "timeline", first)
    del first
    shown.put("cell 1", "timeline", editor(desk))
    gc.collect()

    assert [one() for one in replaced] == [None, None]
