"""The last look before sealing: does a listed name still stand anywhere in the rendered record?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from typing import Final

from workbench.checks.acceptance import why_not_counted
from workbench.domain.case import Case, is_content
from workbench.domain.change import Action
from workbench.domain.commission import Commission
from workbench.domain.governance import Acceptance
from workbench.domain.inquiry import Person, PersonName
from workbench.domain.kinds import encode
from workbench.domain.roles import BY_NAME, RoleFunctions
from workbench.domain.stages import StageMove
from workbench.domain.standing import entered_by, standing_decisions
from workbench.domain.vocabulary import PersonRole
from workbench.errors import ResidualName
from workbench.record.names.lookalikes import as_latin
from workbench.record.names.searching import Searched, fold, searched_in
from workbench.record.names.words import EVERYDAY_WORDS, MONTHS, PLACE_WORDS, SHORT_WORDS, TITLES

__all__ = [
    "AllowedName",
    "NamedEntry",
    "Residue",
    "allowed_names",
    "names_in_entries",
    "refuse_names_in_entries",
    "refuse_residual_names",
    "residual_names",
]

_HEADING: Final = re.compile(
    r'<h2\b[^>]*\sid="(?:s(\d+)-([a-z0-9-]+)|annex-([a-z0-9-]+)|(happened|found|change|approved))"'
)
_LETTER: Final = r"[^\W\d_]"
_BETWEEN: Final = r"(?:(?!\.\s)[\W\d_])"
_FEWEST_LETTERS: Final = 3
# Compressed pictures hold every short row of letters somewhere, by chance.
_FEWEST_EMBEDDED: Final = 6
_LONG_NAME: Final = 8
_LISTED_AT_MOST: Final = 8
_PROTECTED: Final = frozenset((PersonRole.SUPPORTED, PersonRole.FAMILY, PersonRole.ADVOCATE))


@dataclass(frozen=True, slots=True)
class AllowedName:
    """Somebody who may stand in a record by name, in this role, such as an action's owner."""

    name: str
    role: str


@dataclass(frozen=True, slots=True, order=True)
class Residue:
    """Where a name was found. Nothing here says which name, but whose: `person` is a reference.

    `piece` counts from 0; `section` is such as `"step 3 (timeline)"`; `position` is *text*,
    *attribute* or *embedded file*.
    """

    piece: int
    section: str
    position: str
    person: str


@dataclass(frozen=True, slots=True)
class NamedEntry:
    """An entry that holds a listed name, the field it stands in, and whose it is, by reference."""

    entity: str
    field: str
    person: str


@dataclass(frozen=True, slots=True)
class _Name:
    person: str
    surely: re.Pattern[str]
    everyday: re.Pattern[str]
    short: re.Pattern[str]
    embedded: tuple[str, ...]


def residual_names(
    pieces: Iterable[bytes], names: Iterable[PersonName], allowed: Iterable[AllowedName] = ()
) -> tuple[Residue, ...]:
    """Return where a listed name, or one part of it, still stands in the pieces of a record.

    Letters match whatever their case and accents. A name is found across tags and entities, in
    alternative texts, ids, file names and embedded files, joined or hyphenated. A first name or
    surname alone counts from three letters on, one of two letters (`Jo`) where it is written as a
    name. One that is also an everyday word (`Will`, `Rowan`) counts alone only within a sentence,
    with a capital; a month (`May`) and a word of two letters (`An`) never do. An
    allowed name may stand in a table's cell or beside its role, and nowhere else.
    """
    sought = tuple(_sought(name) for name in names)
    permitted = tuple(allowed)
    found: set[Residue] = set()
    section = "the head of the page"
    for index, piece in enumerate(pieces):
        for html, section in _sections(piece.decode(), section):  # noqa: B020 - it moves on
            found.update(
                Residue(index, section, position, person)
                for position, person in _found(html, sought, permitted)
            )
    return tuple(sorted(found))


def allowed_names(
    case: Case, roles: Iterable[str], functions: RoleFunctions = BY_NAME
) -> tuple[AllowedName, ...]:
    """Return who may stand in a record of `case` by name.

    They are the owners of actions, the investigators, those who moved the case from stage to
    stage, those whose decision stands in one of the `roles` that sign, those whose acceptance
    of a finding counts by what their role stands for, and, as such, the accounts that entered a
    decision or a move.
    """
    commission = case.only(Commission)
    decisions = standing_decisions(case)
    owners = (action.owner for action in case.all(Action) if action.owner)
    signed = [decisions[role] for role in roles if role in decisions]
    moved_on = case.all(StageMove)
    accounts = (
        *(entered_by(case, one) for one in signed),
        *(entered_by(case, one) for one in moved_on),
    )
    accepted = (
        one for one in case.all(Acceptance) if why_not_counted(case, one, functions) is None
    )
    people = (
        *(AllowedName(one.name, one.role) for one in owners),
        *(AllowedName(one.name, one.role) for one in signed),
        *(AllowedName(one.name, one.role) for one in accepted),
        *(AllowedName(one.name, one.role) for one in moved_on),
        *(AllowedName(account, "entered by") for account in accounts if account),
        *(
            AllowedName(one.name, one.role)
            for one in (commission.investigators if commission else ())
        ),
    )
    return tuple(dict.fromkeys(people))


def names_in_entries(
    case: Case, roles: Iterable[str], functions: RoleFunctions = BY_NAME
) -> tuple[NamedEntry, ...]:
    """Return where a listed name stands in what the case says, entry by entry and field by field.

    It is the search of `residual_names`, before anything is rendered. A name that stands in a
    field of its own beside a role, such as that of an action's owner, is not looked at here.
    """
    said = [
        (entity.id, field, text)
        for model, held in case.entities.items()
        if is_content(model) and model is not PersonName
        for entity in held.values()
        for field, value in encode(entity).items()
        for text in _texts_in(value)
    ]
    pieces = (f"<td>{escape(text)}</td>".encode() for _, _, text in said)
    found = residual_names(pieces, case.all(PersonName), allowed_names(case, roles, functions))
    return tuple(dict.fromkeys(NamedEntry(*said[one.piece][:2], one.person) for one in found))


def refuse_names_in_entries(
    case: Case, roles: Iterable[str], functions: RoleFunctions = BY_NAME
) -> None:
    """Return only when no listed name stands in what the case says.

    Raises:
        ResidualName: one does; the message says whose, by reference, and in which entries.
    """
    found = names_in_entries(case, roles, functions)
    if found:
        raise ResidualName(
            f"A listed name stands in the case: {_entries_named(found)}.",
            "Write the person's reference there instead, with 'workbench add'; what the register "
            "says is mended there, and brought over with 'workbench refresh'.",
        )


def refuse_residual_names(
    pieces: Iterable[bytes],
    case: Case,
    roles: Iterable[str],
    functions: RoleFunctions = BY_NAME,
) -> None:
    """Return only when no listed name of `case` stands in the pieces of its record.

    `roles` are those that sign, `functions` what roles stand for. Nobody may stand in a record by
    name who is supported, family or an advocate, whatever else the case says that they are.

    Raises:
        ResidualName: a listed name does; the message says whose, by reference, and where.
    """
    allowed = allowed_names(case, roles, functions)
    _refuse_protected(case, allowed)
    residues = residual_names(pieces, case.all(PersonName), allowed)
    if not residues:
        return
    places = list(
        dict.fromkeys(f"{one.person} in {one.section}, {one.position}" for one in residues)
    )
    more = f"; and in {len(places) - _LISTED_AT_MOST} more places"
    entered = names_in_entries(case, roles, functions)
    source = f" It was entered in: {_entries_named(entered)}." if entered else ""
    raise ResidualName(
        f"A listed name stands in the record: {'; '.join(places[:_LISTED_AT_MOST])}"
        f"{more if len(places) > _LISTED_AT_MOST else ''}.{source}",
        "Write the person's reference there instead, in the case or in the notebook, and try "
        "again.",
    )


def _texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _texts_in(one)
    elif isinstance(value, dict):
        own_field = ("name",) if "role" in value else ()
        for key, one in value.items():
            if key not in own_field:
                yield from _texts_in(one)


def _entries_named(found: tuple[NamedEntry, ...]) -> str:
    listed = [f"{one.person} in {one.entity} ({one.field})" for one in found[:_LISTED_AT_MOST]]
    more = len(found) - len(listed)
    return "; ".join((*listed, *((f"and in {more} more places",) if more else ())))


def _refuse_protected(case: Case, allowed: tuple[AllowedName, ...]) -> None:
    roles = {person.id: person.role for person in case.all(Person)}
    named = dict.fromkeys(
        name.person
        for name in case.all(PersonName)
        if roles.get(name.person, PersonRole.SUPPORTED) in _PROTECTED
        and any(_same_person(name, one.name) for one in allowed)
    )
    if named:
        raise ResidualName(
            f"The name of {', '.join(named)} stands in the case as that of an action's owner, of "
            "somebody who approved it, or of somebody who accepted a finding.",
            "People who are supported, families and advocates are not named in a record. Write "
            "somebody else's name there, or the person's reference.",
        )


def _same_person(listed: PersonName, allowed: str) -> bool:
    """Tell whether an allowed name is a listed one, a part of it, or holds it whole."""
    words = set(_words_of(as_latin(allowed)))
    forms = [set(_words_of(as_latin(said))) for said in (listed.name, *listed.also_known_as)]
    return bool(words) and any(words <= form or (len(form) > 1 and form <= words) for form in forms)


def _sections(html: str, section: str) -> Iterator[tuple[str, str]]:
    """Split a piece where sections start: its first part belongs to the section before."""
    at = 0
    for heading in _HEADING.finditer(html):
        yield html[at : heading.start()], section
        section, at = _in_words(heading), heading.start()
    yield html[at:], section


def _in_words(heading: re.Match[str]) -> str:
    number, step, annex, summary = heading.groups()
    if number:
        return f"step {number} ({step})"
    return f"the annex '{annex}'" if annex else f"the summary ({summary})"


def _found(
    html: str, sought: tuple[_Name, ...], allowed: tuple[AllowedName, ...]
) -> Iterator[tuple[str, str]]:
    texts, files = searched_in(html, lambda tag, said: _without_allowed(tag, said, allowed))
    for text in texts:
        yield from ((text.position, name.person) for name in sought if _stands(name, text))
    for file in files:
        content = file.decode("latin-1").lower()
        yield from (
            ("embedded file", name.person)
            for name in sought
            if any(form in content for form in name.embedded)
        )


def _stands(name: _Name, text: Searched) -> bool:
    if name.surely.search(text.folded):
        return True
    return any(
        _written_as_name(text.written, text.places[found.start()], text.places[found.end() - 1])
        for found in name.everyday.finditer(text.folded)
    ) or any(
        text.written[text.places[found.start()]].isupper()
        and text.written[text.places[found.end() - 1]].islower()
        for found in name.short.finditer(text.folded)
    )


def _written_as_name(text: str, start: int, end: int) -> bool:
    """Tell whether an everyday word is a name here: a capital within a sentence, and no place."""
    before, after = text[:start].rstrip(), text[end + 1 :].lstrip()
    starts = not before or not (before[-1].isalpha() or before[-1] in ",;)")
    place = after.split(" ")[0].strip(".,;:").casefold() in PLACE_WORDS
    return text[start].isupper() and not (starts or place)


def _sought(name: PersonName) -> _Name:
    forms = [words for said in (name.name, *name.also_known_as) if (words := _words_of(said))]
    whole = [_whole(words) for words in forms if len(words) > 1]
    parts = dict.fromkeys(word for words in forms for word in words)
    alone = [word for word in parts if _is_telling(word)]
    short = [word for word in parts if len(word) == _FEWEST_LETTERS - 1 and word not in alone]
    return _Name(
        name.person,
        _any_of([*whole, *(_bounded(re.escape(w)) for w in alone if w not in EVERYDAY_WORDS)]),
        _any_of([_bounded(word) for word in alone if word in EVERYDAY_WORDS]),
        _any_of([_bounded(word) for word in short if word not in SHORT_WORDS]),
        tuple(_as_embedded(forms, alone)),
    )


def _whole(words: list[str]) -> str:
    """The pattern of a full name, in both orders; short ones only as words of their own."""
    orders = ([re.escape(word) for word in order] for order in (words, words[::-1]))
    if sum(map(len, words)) >= _LONG_NAME:
        return "|".join(rf"{_BETWEEN}{{0,3}}".join(order) for order in orders)
    return "|".join(_bounded(rf"{_BETWEEN}{{1,3}}".join(order)) for order in orders)


def _bounded(pattern: str) -> str:
    return rf"(?<!{_LETTER}){pattern}(?!{_LETTER})"


def _any_of(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(patterns) or r"(?!)")


def _is_telling(word: str) -> bool:
    return word not in MONTHS and (len(word) >= _FEWEST_LETTERS or not word.isascii())


def _as_embedded(forms: list[list[str]], alone: Iterable[str]) -> Iterator[str]:
    texts = (*alone, *(between.join(words) for words in forms for between in ("", " ", "-", "_")))
    for text in dict.fromkeys(texts):
        if len(text) >= _FEWEST_EMBEDDED:
            yield from (text.encode(code).decode("latin-1") for code in ("utf-8", "utf-16-le"))


def _words_of(name: str) -> list[str]:
    words = (
        "".join(one for one in fold(word)[0] if one.isalnum()) for word in re.split(r"[\s-]+", name)
    )
    return [word for word in words if word and word not in TITLES]


def _without_allowed(tag: str, said: str, allowed: tuple[AllowedName, ...]) -> str:
    """Take allowed names out of a place: one that is only that name, or says its role too."""
    for one in allowed:
        name, role = re.escape(one.name), re.escape(one.role)
        if tag in ("td", "dd", "th") and re.fullmatch(rf"\s*{name}\s*", said, re.IGNORECASE):
            return " "
        joint = r"\s*[,(:–-]?\s*"
        said = re.sub(rf"{name}{joint}{role}|{role}{joint}{name}", " ", said, flags=re.IGNORECASE)
    return said
