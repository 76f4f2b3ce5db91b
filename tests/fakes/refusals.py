"""What a refusal must read like, whatever it is about."""

from __future__ import annotations

import re

from workbench.errors import WorkbenchError

__all__ = ["is_sentence", "well_said"]

_SLIP = re.compile(r"[A-Z]{2}[a-z]|[a-z][A-Z]")
"""Capitals inside a word, as a slip of the hand leaves them."""


def is_sentence(text: object) -> bool:
    """Whether `text` is a whole sentence, in the case that sentences are written in."""
    if not isinstance(text, str):
        return False
    plain = re.sub(r"PKCS|UTC|MiB", "", text)
    return bool(re.fullmatch(r"[A-Z0-9“'‘].*\.", plain, re.DOTALL)) and not (
        plain.isupper() or _SLIP.search(plain) or "  " in plain
    )


def well_said(error: WorkbenchError) -> bool:
    """Whether `error` says in a sentence what happened, and in another what to do."""
    return is_sentence(str(error)) and is_sentence(error.remedy)
