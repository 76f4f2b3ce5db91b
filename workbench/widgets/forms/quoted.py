"""What a check says, in the words of the forms: the label of a field where it quotes the name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from workbench.domain.kinds import kind_of
from workbench.domain.values import Entity
from workbench.widgets.forms.catalogue import DESCRIBED, form_of
from workbench.widgets.forms.form import Field

__all__ = ["message_in_words"]

_QUOTED: Final = re.compile(r"'([a-z]+(?:_[a-z]+)*)'")


def message_in_words(message: str, subject: Entity | None) -> str:
    """Return a check's message with each field that it quotes called as its form calls it.

    Checks quote fields by the names that commands take. A field of another kind than the
    `subject`'s is called by its label where its name cannot be taken for a plain word.
    """
    kind = kind_of(type(subject)).name if subject is not None else ""
    own = _labels_of(kind) if kind in DESCRIBED else {}

    def label(quoted: re.Match[str]) -> str:
        name = quoted.group(1)
        found = own.get(name) or (_labels_elsewhere().get(name) if "_" in name else None)
        return f"“{found}”" if found else quoted.group()

    return _QUOTED.sub(label, message)


@cache
def _labels_of(kind: str) -> Mapping[str, str]:
    """The label of each field of a kind; an outer field goes before one within another."""
    return MappingProxyType(dict(reversed(list(_named(form_of(kind).fields)))))


@cache
def _labels_elsewhere() -> Mapping[str, str]:
    """The labels of the fields that are called the same wherever they stand."""
    pairs = {pair for kind in DESCRIBED for pair in _labels_of(kind).items()}
    names = [name for name, _ in pairs]
    return MappingProxyType({name: label for name, label in pairs if names.count(name) == 1})


def _named(fields: tuple[Field, ...]) -> Iterator[tuple[str, str]]:
    for field in fields:
        yield field.name, field.label
    for field in fields:
        yield from _named(field.fields)
