from __future__ import annotations

from tests.figures.drawn import row_of
from tests.figures.samples import case_of
from workbench.domain.commission import Commission
from workbench.figures.commission import commission_exhibit
from workbench.figures.exhibit import exhibit_text

ROBIN = {
    "name": "Robin Example",
    "role": "investigator",
    "training": "Five days, 2025",
    "independence": "Works elsewhere",
}


def shown(**fields: object) -> str:
    commission = Commission(id="CO1", terms="How did it come to be late?", **fields)
    return exhibit_text(commission_exhibit(case_of(commission)))


def test_terms_agreement_and_limits_are_shown() -> None:
    said = shown(
        agreed_by=("Head of operations", "P1, with her advocate"),
        agreed_on="2026-03-16",
        not_investigated="The conduct of individual staff.",
    )

    assert "How did it come to be late?" in said
    assert "Agreed by: Head of operations, P1, with her advocate" in said
    assert "Agreed on: 16 Mar 2026" in said
    assert "Not investigated: The conduct of individual staff." in said
    assert "Who investigates: Nobody is named yet." in said


def test_what_an_investigator_has_not_stated_stands_out() -> None:
    commission = Commission(id="CO1", terms="Why?", investigators=(ROBIN,))

    row = row_of(commission_exhibit(case_of(commission)).table, "Robin Example")
    assert row == ("Robin Example | investigator | Five days, 2025 | Works elsewhere | Not stated")


def test_a_process_beside_it_says_who_leads_and_what_waits() -> None:
    said = shown(
        parallel=(
            {"process": "coroner", "lead": "Senior coroner", "contact_role": "Coroner's officer"},
            {"process": "other", "detail": "Pharmacy's own review", "must_wait": "Nothing"},
        )
    )

    assert "Coroner" in said
    assert "Led by: Senior coroner" in said
    assert "What waits for it here: Not stated" in said
    assert "Pharmacy's own review" in said


def test_the_exception_of_a_tiny_provider_is_shown_with_who_agreed() -> None:
    said = shown(
        tiny_provider_exception={
            "because": "Three people work here.",
            "agreed_by": "Chair of trustees",
            "agreed_on": "2026-03-16",
        }
    )

    assert "An investigator may also approve" in said
    assert "Agreed by Chair of trustees on 16 Mar 2026: Three people work here." in said


def test_a_case_without_one_says_so() -> None:
    assert "not been entered yet" in exhibit_text(commission_exhibit(case_of()))
