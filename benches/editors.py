"""What an editor costs its kernel: saving an event on a case of 300, with its checks answered.

The case has 300 events, 120 causes and 60 actions. Measured alternately, after a start-up that is
not counted: saving one change and answering with the new view of the timeline, against folding the
whole case from its entries. The 95th percentile of saving is printed too: 0.3 s is what a person
takes for at once. Then the answers to a pulse and to trying a change, each against saving.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from _big_case import big_office

ROUNDS = 30
STEP = "timeline"


def main() -> None:
    """Print the ratios."""
    with tempfile.TemporaryDirectory() as folder:
        editor, ledger = big_editor(Path(folder) / "ws")
        numbers = iter(range(10_000))

        def save() -> None:
            event = {"when": {"stated": "14/03/2026 19:30"}, "what": f"Round {next(numbers)}."}
            demand_ok(editor.save({"changes": [change(event)], "reason": ""}, [])[0])

        def try_one() -> None:
            editor_try = getattr(editor, "try")
            seen = ledger.versions("C-0001")["T1"]
            tried = change({"what": "Staff failed."}, "T1", seen)
            demand_ok(editor_try({"change": tried}, [])[0])

        saving = compare("saving", save, "reading", lambda: ledger.fold("C-0001"))
        print(f"saving: 95th percentile {percentile(saving):.3f} s of 0.300 s")
        compare("pulse", lambda: editor.pulse({"where": None}, []), "saving", save)
        compare("trying", try_one, "saving", save)
        compare("view", lambda: editor.view({}, []), "saving", save)


def big_editor(folder: Path) -> tuple[Any, Any]:
    """Return the editor of the timeline of a big case, and the ledger it stands in."""
    from tests.fakes.desks import desk_of
    from workbench.notebooks import guide
    from workbench.widgets.editor import StepEditor

    office = big_office(folder)
    draw = guide.timeline.__wrapped__  # type: ignore[attr-defined]
    return StepEditor(desk_of(office), STEP, draw, draw), office.ledger


def change(
    fields: dict[str, Any], identifier: str | None = None, seen: int | None = None
) -> dict[str, Any]:
    """Return a change to an event, as a page sends it."""
    return {"kind": "event", "id": identifier, "fields": fields, "base_version": seen}


def demand_ok(answer: dict[str, Any]) -> None:
    """Stop where the answer is a refusal: a refusal is quick."""
    if answer.get("ok", True) is False or answer.get("errors"):
        raise SystemExit(f"refused: {answer}")


def compare(
    ours: str, run: Callable[[], object], theirs: str, other: Callable[[], object]
) -> list[float]:
    """Run both once to warm up, then alternately; print medians and ratio, return our times."""
    run(), other()
    pairs = [(seconds(run), seconds(other)) for _ in range(ROUNDS)]
    our, their = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"{ours}: {our:.3f} s against {theirs} {their:.3f} s, ratio {our / their:.2f}")
    return [one for one, _ in pairs]


def seconds(run: Callable[[], object]) -> float:
    """Return how long `run` takes."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def percentile(times: list[float]) -> float:
    """Return the 95th percentile of `times`."""
    return statistics.quantiles(times, n=20)[-1]


if __name__ == "__main__":
    main()
