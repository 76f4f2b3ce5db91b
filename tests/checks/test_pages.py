from __future__ import annotations

import doctest

import pytest

from workbench.checks.pages import explain, index_markdown, page_markdown, page_of
from workbench.checks.registry import Check, all_checks

EVERY = pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.code)


@EVERY
def test_the_example_finds_and_the_counter_example_passes(check: Check) -> None:
    page = page_of(check)
    example = doctest.DocTestParser().get_examples(page.example)
    instead = doctest.DocTestParser().get_examples(page.instead)
    both = f"{page.example}\n\n{page.instead}"
    said: list[str] = []

    test = doctest.DocTestParser().get_doctest(both, {}, check.code, None, 0)
    result = doctest.DocTestRunner(verbose=False).run(test, out=said.append)

    assert result.failed == 0, "".join(said)
    assert any(one.want.startswith("['") for one in example)
    assert all(f'found("{check.code}"' in one.source for one in (*example, *instead) if one.want)
    assert {one.want for one in instead if one.want} == {"[]\n"}


@EVERY
def test_a_page_says_all_there_is_to_know(check: Check) -> None:
    page = page_of(check)
    written = page_markdown(page)

    assert page.summary
    assert "\n" not in page.summary
    assert f"It **{check.severity}**" in written
    assert check.source in written


@EVERY
def test_words_never_close_a_gate_and_a_gate_is_set_only_where_a_check_blocks(
    check: Check,
) -> None:
    assert (check.gate is not None) == (check.severity == "blocks")
    assert not (check.code.startswith("WRD") and check.severity == "blocks")


def test_a_page_is_found_by_name_as_well() -> None:
    assert explain("blame-wording").check.code == "WRD002"


def test_the_index_lists_every_check() -> None:
    written = index_markdown()

    assert all(f"[{one.code}]({one.code}.md)" in written for one in all_checks())
