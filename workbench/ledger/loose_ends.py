"""What an entry names that is not in the case, and what else names an entry that goes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workbench.domain.case import Case
from workbench.domain.kinds import kind_named
from workbench.domain.references import Reference, references
from workbench.errors import InvalidInput
from workbench.ledger.amend import Amendment

__all__ = ["missing_from", "named_by", "refuse_unsaid_change"]


def missing_from(case: Case, entities: Iterable[str]) -> Iterator[tuple[str, Reference]]:
    """Yield each reference of these entities to one that is not in the case, with who makes it."""
    for identifier in dict.fromkeys(entities):
        entity = case.find(identifier)
        for reference in references(entity) if entity else ():
            if case.get(kind_named(reference.kind).model, reference.id) is None:
                yield identifier, reference


def named_by(case: Case, identifier: str) -> tuple[str, ...]:
    """Return the entities of the case that refer to this identifier, in order of entry."""
    return tuple(
        entity.id
        for held in case.entities.values()
        for entity in held.values()
        if any(reference.id == identifier for reference in references(entity))
    )


def refuse_unsaid_change(case: Case, amendments: Iterable[Amendment]) -> None:
    """Return unless an amendment without an identifier would change what is entered already.

    Of a single kind, such as the scope, a case holds one: a second is a change of the first.

    Raises:
        InvalidInput: one would; the remedy names the identifier to give.
    """
    for one in amendments:
        kind = kind_named(one.kind)
        present = case.only(kind.model) if kind.single and not kind.made_by else None
        if present is not None and one.entity is None and one.fields is not None:
            raise InvalidInput(
                f"{case.id} has its {kind.name} already, {present.id}: this would change it.",
                f"Give --id {present.id} to change it, or say why with --reason; fields that are "
                f"not given stay. 'workbench show {case.id} --kind {kind.name}' shows it.",
            )
