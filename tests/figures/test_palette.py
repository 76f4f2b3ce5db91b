from __future__ import annotations

from itertools import pairwise

import pytest

from workbench.figures.palette import ACCENT, AMBER, GREEN, GROUND, INK, PALE, QUIET, WASH


def luminance(colour: str) -> float:
    """Return the relative luminance of `#rrggbb` (WCAG 2.2)."""
    parts = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    ("colour", "ground"),
    [
        (INK, GROUND),
        (INK, WASH),
        (INK, PALE),
        (INK, AMBER),
        (QUIET, GROUND),
        (QUIET, WASH),
        (QUIET, PALE),
        (GROUND, INK),
        (GROUND, ACCENT),
        (ACCENT, GROUND),
        (GREEN, GROUND),
        (GROUND, GREEN),
    ],
)
def test_words_stand_out_from_their_ground(colour: str, ground: str) -> None:
    assert contrast(colour, ground) >= 4.5


def test_what_carries_meaning_differs_in_grey_too() -> None:
    greys = sorted(luminance(colour) for colour in (INK, ACCENT, AMBER, GROUND))

    assert all(high - low > 0.05 for low, high in pairwise(greys))
