"""The words of the forms, held against the rules that the workbench has for everybody's words."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from workbench.checks.lexicons import BLAME, LABELS
from workbench.checks.words import find_words
from workbench.domain.kinds import KINDS
from workbench.domain.people_words import TakeUp
from workbench.widgets.forms.catalogue import DESCRIBED, form_of
from workbench.widgets.forms.list_words import WORDED, word_for, words_of
from workbench.widgets.forms.rules import RULES
from workbench.widgets.forms.said import Said

BLAMING = re.compile(
    r"\b(fault|blame|fail\w*|mistake|error|wrong\w*|should have|could have|careless|comply)\b",
    re.IGNORECASE,
)
AMERICAN = re.compile(r"\b\w+(ize|izing|ization|olor|avior)\w*\b", re.IGNORECASE)
FIELD_NAME = re.compile(r"\b[a-z]+_[a-z_]+\b")
ALLOWED = {"A few plain words, without names or blame."}


def every_said() -> Iterator[tuple[str, Said]]:
    for kind, described in DESCRIBED.items():
        yield from _within(kind, described.fields)


def _within(path: str, fields: tuple[Said, ...]) -> Iterator[tuple[str, Said]]:
    for said in fields:
        yield f"{path}.{said.name}", said
        yield from _within(f"{path}.{said.name}", said.fields)


def every_text() -> Iterator[tuple[str, str]]:
    for kind, described in DESCRIBED.items():
        yield kind, described.one
        yield kind, described.many
        yield kind, described.intro
        for group in described.groups:
            yield kind, group.label
            yield kind, group.help
    for path, said in every_said():
        yield from ((path, text) for text in (said.label, said.help, said.missing, said.example))
    for words in WORDED:
        for choice in words_of(words):
            yield words.__name__, choice.help
    for rule in RULES:
        yield rule.problem, rule.message


TEXTS = [(path, text) for path, text in every_text() if text and text not in ALLOWED]


def test_no_word_of_a_form_blames_or_looks_back_with_hindsight() -> None:
    assert [(path, text) for path, text in TEXTS if BLAMING.search(text)] == []


@pytest.mark.parametrize("lexicon", [BLAME, LABELS])
def test_no_word_of_a_form_is_one_that_the_checks_ask_about(lexicon: object) -> None:
    assert [(path, text) for path, text in TEXTS if list(find_words(text, lexicon))] == []  # type: ignore[arg-type]


def test_the_words_are_british() -> None:
    assert [(path, text) for path, text in TEXTS if AMERICAN.search(text)] == []


def test_no_field_is_called_by_its_name_in_the_code() -> None:
    assert [(path, text) for path, text in TEXTS if FIELD_NAME.search(text)] == []


def test_a_label_is_short_and_begins_with_a_capital() -> None:
    unfit = [
        (path, said.label)
        for path, said in every_said()
        if len(said.label) > 90 or not said.label[:1].isupper() or said.label.endswith(".")
    ]

    assert unfit == []


def test_help_is_one_line_and_ends_as_a_sentence() -> None:
    unfit = [
        (path, said.help)
        for path, said in every_said()
        if said.help and (len(said.help) > 120 or not said.help.endswith((".", "?")))
    ]

    assert unfit == []


def test_what_is_needed_says_how_to_fill_it_in() -> None:
    asks = re.compile(r"^(Say|Choose|Give|Write|Add|Score) .*\.$")
    unfit = [
        f"{kind}.{path}"
        for kind in DESCRIBED
        for path, said in _needed(kind)
        if not asks.match(said.missing)
    ]

    assert unfit == []


def _needed(kind: str) -> Iterator[tuple[str, Said]]:
    form = form_of(kind)
    for path, said in _within("", DESCRIBED[kind].fields):
        field = form.field_at(path.removeprefix("."))
        if field is not None and field.required:
            yield path, said


def test_two_questions_of_one_form_are_not_put_in_the_same_words() -> None:
    for kind, described in DESCRIBED.items():
        labels = [said.label for said in described.fields]

        assert len(set(labels)) == len(labels), kind


def test_a_kind_is_introduced_in_sentences() -> None:
    for kind, described in DESCRIBED.items():
        assert described.intro.endswith("."), kind
        assert described.one[0].islower(), kind
        assert described.one == described.many or not KINDS[kind].single, kind


def test_no_two_values_of_a_list_have_the_same_words() -> None:
    for words in WORDED:
        labels = [one.label for one in words_of(words)]

        assert len(set(labels)) == len(labels), words.__name__


def test_words_belong_to_values_of_their_own_list() -> None:
    for words, said in WORDED.items():
        assert all(isinstance(value, words) for value in said), words.__name__


def test_a_value_without_words_of_its_own_is_its_own_label() -> None:
    assert word_for(TakeUp.NOT_YET).label == "Not yet answered"
