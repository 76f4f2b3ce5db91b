"""The path of a case: its stages in order, the one it stands at, and each move with who and why."""

from __future__ import annotations

from datetime import date

from workbench.domain.case import Case
from workbench.domain.inquiry import CaseIncident
from workbench.domain.stages import Stage, StageMove, current_of
from workbench.domain.standing import entered_by
from workbench.domain.when import LONDON, written_day, written_moment
from workbench.figures._stages_drawing import Stop, draw_path
from workbench.figures.exhibit import Cell, Exhibit, Figure, Phrase, Table, Tone

__all__ = ["stages_exhibit"]


def stages_exhibit(case: Case, *, name: str = "stages") -> Exhibit:
    """Return the path that `case` has taken from stage to stage, as a figure and a table.

    A stage that was jumped over says so; one that the case has gone back from says that too.
    """
    moves = case.all(StageMove)
    here = current_of(moves)
    if not moves:
        return Exhibit(
            name=name,
            title="Where this case stands",
            paragraphs=(f"The case stands at {here}.",),
            note="It has not been moved on yet.",
        )
    last = moves[-1]
    back = sum(move.goes_back for move in moves)
    returned = f" It has gone back {'once' if back == 1 else f'{back} times'}." if back else ""
    about = f"The case stands at {here}, since {_day(_date(last))}.{returned}"
    title = "The path of this case"
    return Exhibit(
        name=name,
        title="Where this case stands",
        figures=(
            Figure(
                title=title,
                description=about,
                drawings=(draw_path(_stops(case, moves, here), name, title, about),),
            ),
        ),
        table=Table(
            caption="Every move, first to last",
            columns=("Move", "To", "When", "Who", "Because"),
            rows=tuple(_row(case, move) for move in moves),
        ),
    )


def _stops(case: Case, moves: tuple[StageMove, ...], here: Stage) -> tuple[Stop, ...]:
    latest = {move.to: move for move in moves}
    return tuple(_stop(case, stage, latest.get(stage), here) for stage in Stage)


def _stop(case: Case, stage: Stage, move: StageMove | None, here: Stage) -> Stop:
    on = _date(move) if move else _reported(case) if stage is Stage.REPORTED else None
    if stage is here:
        state, words = "here", f"here since {_day(on)}" if on else "here"
    elif stage.place < here.place:
        jumped = "passed over" if stage is not Stage.REPORTED else "no date in the register"
        state, words = "passed", _day(on) if on else jumped
    elif move:
        state, words = "left", f"gone back from ({_day(on)})"
    else:
        state, words = "ahead", "not yet"
    return Stop(stage.value, state, words, move.id if move else None)


def _row(case: Case, move: StageMove) -> tuple[Phrase, ...]:
    to = Cell(
        text=move.to.capitalize(), more=(Cell(text=f"from {move.came_from}", tone=Tone.QUIET),)
    )
    if move.goes_back:
        to = Cell(text=f"Back to {move.to}", tone=Tone.WARN, more=to.more)
    return (
        Cell(text=move.id, anchor=move.id),
        to,
        written_moment(move.at),
        Cell(text=move.name, more=_in_which_way(case, move)),
        move.because,
    )


def _in_which_way(case: Case, move: StageMove) -> tuple[Cell, ...]:
    account = entered_by(case, move)
    said = (move.role, *((f"Entered by {account}",) if account else ()))
    return tuple(Cell(text=one, tone=Tone.QUIET) for one in said)


def _reported(case: Case) -> date | None:
    held = case.only(CaseIncident)
    if held is None or held.incident.reported_at is None:
        return None
    return held.incident.reported_at.astimezone(LONDON).date()


def _date(move: StageMove) -> date:
    return move.at.astimezone(LONDON).date()


def _day(on: date | None) -> str:
    return written_day(on) if on else ""
