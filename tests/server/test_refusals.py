from __future__ import annotations

import inspect

import pytest

from workbench import errors
from workbench.errors import (
    AccessRefused,
    InvalidEntry,
    InvalidMapping,
    NotFound,
    SigningRefused,
    WorkbenchError,
)
from workbench.server.refusals import refusal_of, remedy_on_page, status_of


def test_a_remedy_in_plain_words_stays_as_it_is() -> None:
    assert remedy_on_page(SigningRefused("No.", "Check the passphrase.")) == "Check the passphrase."


@pytest.mark.parametrize(
    "remedy",
    [
        "'workbench keys new' makes one.",
        "Say who decides with --name.",
        "Where you are on it under another name, give that one in WORKBENCH_AUTHOR.",
    ],
)
@pytest.mark.parametrize(
    "kind",
    [
        one
        for _, one in inspect.getmembers(errors, inspect.isclass)
        if issubclass(one, WorkbenchError)
        and list(inspect.signature(one).parameters) == ["message", "remedy"]
    ],
)
def test_a_remedy_for_the_terminal_is_put_in_words_for_a_page(
    kind: type[WorkbenchError], remedy: str
) -> None:
    words = remedy_on_page(kind("It cannot be done.", remedy))

    assert words != remedy
    assert "workbench " not in words
    assert "--" not in words


def test_headings_that_fit_nothing_are_mended_by_the_empty_register_of_the_page() -> None:
    error = InvalidMapping("The headings fit no mapping.", "See 'workbench import --template X'.")

    assert remedy_on_page(error).startswith("Name the columns in the first row as the empty")


def test_each_field_s_problem_and_what_was_typed_come_with_the_refusal() -> None:
    error = InvalidEntry("Two fields are wrong.", "Mend them.", {"role": "is empty"})
    refused = refusal_of(error, "move", {"name": "B"})

    assert (refused.form, refused.message, refused.remedy) == (
        "move",
        "Two fields are wrong.",
        "Mend them.",
    )
    assert refused.typed == {"name": "B"}
    assert refused.problems == {"role": "is empty"}


def test_the_status_tells_what_kind_of_refusal_it_is() -> None:
    assert status_of(AccessRefused("x", "y")) == 403
    assert status_of(NotFound("x", "y")) == 404
    assert status_of(SigningRefused("x", "y")) == 400
