"""The same factor under another framework, compared by the SEIPS elements that groups speak of."""

from __future__ import annotations

from typing import Final

from workbench.domain.frameworks import (
    FACTOR_FRAMEWORKS,
    IMPORT_FRAMEWORKS,
    FactorGroup,
    Framework,
    factor_framework,
    import_framework,
)
from workbench.domain.nearest import nearest
from workbench.domain.vocabulary import Lens

__all__ = ["counterparts", "group_of_label", "groups_of_lens", "translated"]

_ALIKE: Final = 0.88
_EMPTY_WORDS: Final = frozenset({"and", "at", "factors", "of", "or", "the", "to"})


def counterparts(group: FactorGroup, target: Framework) -> tuple[FactorGroup, ...]:
    """Return the groups of `target` that stand closest to `group`, best first.

    Groups are close when they speak of the same SEIPS elements, and closer when they are looked at
    through the same lenses. Only the closest are returned: the crosswalk is our own reading and a
    place to look, not an equation.
    """
    scored = [(_closeness(group, other), other) for other in target.entries]
    best = max((score for score, _ in scored), default=0.0)
    return tuple(other for score, other in scored if score == best and score > 0)


def groups_of_lens(framework: Framework, lens: Lens) -> tuple[FactorGroup, ...]:
    """Return the groups of `framework` that a lens mostly looks at, in their order."""
    return tuple(group for group in framework.entries if lens in group.lenses)


def group_of_label(label: str, framework: Framework) -> FactorGroup | None:
    """Return the group of `framework` that a label of another system stands for, or None.

    The label may be a code, or the words of a group or of an item, in capitals or not.
    """
    wanted = _plain(label)
    names = {_plain(words): group for group in framework.entries for words in _words_of(group)}
    return names.get(nearest(wanted, names, alike=_ALIKE))


def translated(label: str, target: Framework) -> tuple[FactorGroup, ...]:
    """Return the groups of `target` that a label may stand for, whichever framework it is from.

    Labels of frameworks that are only read, such as HFACS, are translated into neutral groups.
    Empty where no framework knows the label.
    """
    own = group_of_label(label, target)
    if own is not None:
        return (own,)
    shipped = (
        *(factor_framework(name) for name in FACTOR_FRAMEWORKS),
        *(import_framework(name) for name in IMPORT_FRAMEWORKS),
    )
    found = (group_of_label(label, framework) for framework in shipped)
    known = next((group for group in found if group is not None), None)
    return counterparts(known, target) if known else ()


def _closeness(one: FactorGroup, other: FactorGroup) -> float:
    """Weigh the elements two groups share; the first that a group names is its main one."""
    if not set(one.elements) & set(other.elements):
        return 0.0
    if one.elements[0] == other.elements[0]:
        shared = 1.0
    elif one.elements[0] in other.elements or other.elements[0] in one.elements:
        shared = 0.5
    else:
        shared = 0.25
    same = 0.5 if one.code == other.code else 0.0
    same += 0.3 if _telling_words(one) & _telling_words(other) else 0.0
    apart = 0.1 * len(set(one.lenses) ^ set(other.lenses))
    return max(shared + same - apart, 0.01)


def _telling_words(group: FactorGroup) -> set[str]:
    return {word for word in _plain(group.label).split() if word not in _EMPTY_WORDS}


def _words_of(group: FactorGroup) -> tuple[str, ...]:
    published = (group.published_as,) if group.published_as else ()
    items = tuple(word for item in group.items for word in (item.code, item.label))
    # items first: a group's own words win over those of an item
    return (*items, group.code, group.label, *published)


def _plain(words: str) -> str:
    return " ".join(words.casefold().replace("-", " ").split())
