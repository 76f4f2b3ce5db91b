"""The few colours of every figure. Each has a contrast of at least 4.5 to 1 on its ground."""

from __future__ import annotations

from typing import Final

__all__ = ["ACCENT", "AMBER", "GREEN", "GROUND", "INK", "PALE", "QUIET", "RULE", "WASH"]

INK: Final = "#212b32"
"""Text and strong outlines."""

QUIET: Final = "#425563"
"""Secondary text and the lines between things."""

ACCENT: Final = "#005eb8"
"""What the eye should find first."""

GREEN: Final = "#00703c"
"""What helped; always with a mark or a word."""

AMBER: Final = "#ffb81c"
"""What is missing; a ground or an edge for a mark and words in `INK`, never a text colour."""

RULE: Final = "#d8dde0"
"""Rules and grids that carry no meaning of their own."""

WASH: Final = "#f0f4f5"
"""The ground of bands and labels."""

PALE: Final = "#e6f0f9"
"""The ground of what is known to an interval only."""

GROUND: Final = "#ffffff"
"""The ground of every drawing."""
