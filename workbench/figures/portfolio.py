"""How strong the actions are taken together, beside what was published, and how they score."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.analysis.portfolio import FACES, Portfolio, ScoredAction
from workbench.domain.benchmarks import strength_benchmarks
from workbench.domain.vocabulary import Strength
from workbench.figures._portfolio_drawing import Bar, Part, draw_bars
from workbench.figures.exhibit import Cell, Exhibit, Figure, Phrase, Table, Tone
from workbench.figures.words import counted, joined

__all__ = ["portfolio_exhibit"]

_OURS = "This case"
_FAR_APART = 2
"""How far apart the scores of two roles are worth talking about."""
_ENOUGH = 3
"""From how many actions their shares are worth a picture beside published ones."""


def portfolio_exhibit(portfolio: Portfolio, *, name: str = "portfolio") -> Exhibit:
    """Return the strength of the actions together and the scores of each.

    The bar of this case stands above those of two published studies; the scores by role are the
    exhibit's table.
    """
    title = "How strong the actions are together"
    if not portfolio.actions:
        return Exhibit(name=name, title=title, note="No action has been entered yet.")
    about = _summary(portfolio)
    scores, unscored = _scores(portfolio), _unscored(portfolio)
    said = _apart(portfolio)
    if len(portfolio.actions) < _ENOUGH:
        return Exhibit(
            name=name, title=title, paragraphs=(about, *said), table=scores, note=unscored
        )
    bars = (_ours(portfolio), *_published())
    return Exhibit(
        name=name,
        title=title,
        paragraphs=said,
        figures=(
            Figure(
                title="Share of actions by strength, beside published recommendations",
                description=about,
                drawings=(draw_bars(bars, name, "Strength of the actions", about),),
                alternative=_shares(bars),
            ),
        ),
        table=scores,
        note=f"{unscored}Strength says how much an action depends on people remembering; it is "
        "narrow, and stands beside the scores, never in their place. A comparison with other "
        "people's reviews is a question, not a mark. Of the scores, 5 is best. "
        f"Benchmarks: {strength_benchmarks().source}.",
    )


def _ours(portfolio: Portfolio) -> Bar:
    total = len(portfolio.actions)
    parts = [
        Part(label, count / total, f"{count} of {total}")
        for label, count in (
            *((one.capitalize(), portfolio.count(one)) for one in Strength),
            ("Not set", portfolio.count(None)),
        )
        if count
    ]
    return Bar(_OURS, counted(total, "action"), tuple(parts), "share-case")


def _published() -> tuple[Bar, ...]:
    return tuple(
        Bar(
            study.label,
            study.of,
            tuple(
                Part(one.capitalize(), study.share(one) / 100, f"{study.share(one)} %")
                for one in Strength
            ),
            f"share-{study.code}",
        )
        for study in strength_benchmarks().entries
    )


def _summary(portfolio: Portfolio) -> str:
    held = [f"{portfolio.count(one)} {one}" for one in Strength if portfolio.count(one)]
    if unset := portfolio.count(None):
        held.append(f"{unset} not set")
    return f"{counted(len(portfolio.actions), 'action')}, by the kind of change: {joined(held)}."


def _apart(portfolio: Portfolio) -> tuple[str, ...]:
    """Where the scores of two roles lie so far apart that it is worth talking about."""
    held = [
        f"{one.action.id} on {label.lower()}"
        for one in portfolio.actions
        for criterion, label in FACES.items()
        if one.spread(criterion) >= _FAR_APART
    ]
    words = f"Scores lie {_FAR_APART} or more apart for {joined(held)}: worth talking about."
    return (words,) if held else ()


def _unscored(portfolio: Portfolio) -> str:
    """Which actions nobody has scored, where others have a score, as a sentence."""
    without = [one.action.id for one in portfolio.actions if not one.scores]
    if not without or len(without) == len(portfolio.actions):
        return ""
    return f"Not scored: {joined(without)}. "


def _shares(bars: tuple[Bar, ...]) -> Table:
    columns = [one.capitalize() for one in Strength]
    held = [{part.name: part.words for part in bar.parts} for bar in bars]
    if any("Not set" in one for one in held):
        columns.append("Not set")
    return Table(
        caption="Share of actions by strength",
        columns=("Whose actions", "How many", *columns),
        rows=tuple(
            (
                Cell(text=bar.title, anchor=bar.anchor),
                bar.of,
                *(words.get(column, "–") for column in columns),
            )
            for bar, words in zip(bars, held, strict=True)
        ),
    )


def _scores(portfolio: Portfolio) -> Table | None:
    """The scores that were given, None where nobody has scored an action."""
    scored = [one for one in portfolio.actions if one.scores]
    if not scored:
        return None
    letters = ", ".join(f"{label[0]} {label.lower()}" for label in FACES.values())
    return Table(
        caption=f"Scores by role, from 1 to 5: {letters}",
        columns=("Action", "Strength", "By", *(label[0] for label in FACES.values()), "Because"),
        rows=tuple(row for one in scored for row in _rows(one)),
    )


def _rows(one: ScoredAction) -> Iterator[tuple[Phrase, ...]]:
    strength = one.strength.capitalize() if one.strength else Cell(text="Not set", tone=Tone.OPEN)
    for score in one.scores:
        marks = (str(getattr(score, criterion)) for criterion in FACES)
        yield (one.action.id, strength, score.role, *marks, score.because)
