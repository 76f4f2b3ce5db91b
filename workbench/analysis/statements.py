"""Causal statements: links and interactions of the causal graph said in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.domain.vocabulary import Combination, Confidence

__all__ = ["joint_sentence", "link_sentence"]


def link_sentence(cause: str, effect: str, mechanism: str, confidence: Confidence) -> str:
    """Return one link as a sentence: “cause” led to “effect”, because mechanism (confidence).

    The form follows the first of the Five Rules of Causation: show clearly how the cause leads to
    the effect (VA National Center for Patient Safety). What the investigator wrote is quoted, so
    that it reads whatever its grammar.

    >>> link_sentence("Doses had no line.", "A dose was late", "nobody saw it", Confidence.POSSIBLE)
    '“Doses had no line” led to “A dose was late”, because nobody saw it (possible).'
    """
    return f"{_quoted(cause)} led to {_quoted(effect)}, because {_bare(mechanism)} ({confidence})."


def joint_sentence(causes: Sequence[str], effect: str, combination: Combination) -> str:
    """Return how two or more causes worked together, as a sentence.

    >>> joint_sentence(["The pen was away", "The shift was short"], "A gap", Combination.ANY)
    '“A gap” followed from any one of: “The pen was away”; “The shift was short”.'
    """
    together = "all of these together" if combination is Combination.ALL else "any one of"
    return f"{_quoted(effect)} followed from {together}: {'; '.join(map(_quoted, causes))}."


def _bare(text: str) -> str:
    return " ".join(text.split()).rstrip(".;, ")


def _quoted(text: str) -> str:
    return f"“{_bare(text)}”"
