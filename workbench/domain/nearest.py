"""The nearest of the names that are known, for whoever mistyped one."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Final

__all__ = ["did_you_mean", "nearest", "or_nearest"]

_ALIKE: Final = 0.6


def nearest(name: str, known: Iterable[str], alike: float = _ALIKE) -> str:
    """Return the one of `known` that is most like `name`, whatever the capitals, or "".

    `alike` is how much of the two must agree, from 0 to 1 (`difflib`'s ratio).
    """
    forms = {one.casefold(): one for one in known}
    near = difflib.get_close_matches(name.casefold(), forms, n=1, cutoff=alike)
    return forms[near[0]] if near else ""


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return the nearest of `known` as a question that a remedy can begin with, or ""."""
    near = nearest(name, known)
    return f"Did you mean '{near}'? " if near else ""


def or_nearest(name: str, known: Iterable[str]) -> str:
    """Return the nearest of `known` as a question that ends a sentence, or ""."""
    near = nearest(name, known)
    return f", did you mean '{near}'?" if near else ""
