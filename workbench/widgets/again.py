"""Saving once more what may have been saved already: a page that heard no answer cannot know."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from workbench.domain.kinds import encode, kind_named, validate
from workbench.errors import InvalidInput
from workbench.ledger.entry import Entry
from workbench.ledger.fold import lifted
from workbench.widgets.forms.values import fields_from_form
from workbench.widgets.wire import Change

__all__ = ["not_yet_saved"]


def not_yet_saved(
    changes: Sequence[Change], saved: Sequence[Entry], entries: Sequence[Entry]
) -> tuple[Change, ...]:
    """Return what of `changes` is still to be saved, as changes to what was saved before.

    `saved` are the entries that an earlier saving of the same form became, `entries` all of the
    case. What was saved as it is now is left out; what was typed since is a change of its own.

    Raises:
        InvalidInput: they are not changes of the same entities.
        InvalidEntry: the fields of a change do not fit.
    """
    first = [one for one in saved if one.batch == saved[0].batch]
    if [one.kind for one in first] != [one.kind for one in changes]:
        raise InvalidInput(
            "The page saved something else before under the same key.",
            "Close the form, look at what is saved, and open it again.",
        )
    latest = {one.entity: one for one in saved}
    earlier = {(one.entity, one.version): one for one in entries}
    pairs = [
        (change, earlier.get((one.entity, one.version - 1)), latest[one.entity])
        for change, one in zip(changes, first, strict=True)
    ]
    return tuple(left for pair in pairs if (left := _left(*pair)) is not None)


def _left(change: Change, before: Entry | None, saved: Entry) -> Change | None:
    """What of a change is not in the entry that it became, or None."""
    held, wanted = _content(saved), _wanted(change, before, saved.entity)
    if wanted == held:
        return None
    fields = None if wanted is None else {**dict.fromkeys(held or {}), **wanted}
    return replace(change, id=saved.entity, fields=fields, base_version=saved.version)


def _wanted(change: Change, before: Entry | None, entity: str) -> dict[str, Any] | None:
    """The whole content that a change asks for, on top of what there was before it."""
    if change.fields is None:
        return None
    fields = {**(_content(before) or {}), **fields_from_form(change.kind, change.fields)}
    given = {name: value for name, value in fields.items() if value is not None}
    return encode(validate(kind_named(change.kind), entity, given))


def _content(entry: Entry | None) -> Mapping[str, Any] | None:
    held = lifted(entry) if entry is not None else None
    return None if held is None else encode(held)
