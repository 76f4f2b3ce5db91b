"""Wrapped text as JSON values, so that a drawing on the screen breaks its lines as the record."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.figures.marks import Paragraph, stack_height
from workbench.figures.palette import GROUND, INK, QUIET

__all__ = ["stack_json"]

_TONES = {INK: "ink", QUIET: "quiet", GROUND: "ground"}


def stack_json(stack: Sequence[Paragraph]) -> dict[str, object]:
    """Return paragraphs one below the other, and their height.

    ``{"height": 41.2, "paragraphs": [{"lines": […], "size", "bold", "mark", "tone"}]}``; a tone
    is `ink`, `quiet` or `ground`, which the screen turns into a colour of its theme.
    """
    return {
        "height": round(stack_height(stack), 2),
        "paragraphs": [
            {
                "lines": list(one.lines),
                "size": one.size,
                "bold": one.bold,
                "mark": one.mark,
                "tone": _TONES[one.fill],
            }
            for one in stack
        ],
    }
