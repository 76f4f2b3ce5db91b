from dataclasses import replace
from datetime import date

from tests.fakes.record_case import ROLES, mealtime_case
from tests.fakes.record_pages import REPORT, mealtime_page
from workbench.checks.examples import example_case
from workbench.checks.registry import Severity
from workbench.checks.report import CheckFinding, CheckReport
from workbench.record.annexes import Provenance, checks_exhibit
from workbench.record.page import Imprint, build_draft_page, build_page, long_date

REST = {"questions", "actions", "evidence", "checks", "provenance", "verifying"}
PROVENANCE = Provenance("a" * 64, "structured-analysis", "b" * 64, (("Python", "3.11"),))


NOTHING = CheckReport(date(2026, 4, 1), "0.1.0", (), (), (), ())


def page(case, report=NOTHING):
    imprint = Imprint("Example Care", "C-0001-x", 1, date(2026, 4, 1), ROLES, PROVENANCE)
    return build_page(case, report, imprint)


def texts(annex):
    return annex.exhibit.model_dump_json()


def test_the_first_screen_says_what_happened_was_found_will_change_and_was_approved():
    summary = mealtime_page(mealtime_case()).summary

    assert summary.happened[0].startswith("On Tuesday 3 March 2026")
    assert ("Physical harm", "Low") in summary.facts
    assert [one.reference for one in summary.found] == ["FI1", "FI2", "FI3"]
    assert [one.good_practice for one in summary.found] == [False, False, True]
    assert summary.changes[0].owner == "Rosalind Achterberg, Head of digital records"
    assert summary.changes[0].due == "30 June 2026"
    assert [(one.number, one.words) for one in summary.glance] == [
        ("3", "questions, 2 answered in full"),
        ("3", "findings, 1 of good practice"),
        ("3", "actions, 0 verified so far"),
        ("3 of 3", "roles approved the case as it is"),
    ]
    assert all(one.counts for one in summary.approvals)
    assert summary.must_sign == ROLES


def test_an_approval_before_the_last_change_no_longer_counts():
    changed = mealtime_case(("action", "A9", {"statement": "One more."}))
    summary = mealtime_page(changed).summary

    assert not any(one.counts for one in summary.approvals)
    assert "no longer counts" in summary.approvals[0].decision
    assert summary.changes[-1].owner is None
    assert summary.changes[-1].due == "not set"


def test_a_case_that_returned_or_lacks_a_decision_says_so():
    case = example_case(
        ("scope", "SC1", {"title": "T", "summary": "S."}),
        (
            "sign-off",
            "SO1",
            {
                "role": "manager",
                "name": "Gethin Pryce",
                "decision": "returned",
                "meaning": "The rota is missing.",
                "at": "2026-04-01T09:00:00+00:00",
                "content_seq": 1,
            },
        ),
    )
    investigator, manager, _ = page(case).summary.approvals

    assert investigator.decision == "has not approved yet"
    assert manager.decision == "returned on 1 April 2026"
    assert not manager.counts


def test_an_empty_case_still_makes_a_page():
    made = page(example_case())

    assert made.title == "Investigation C-0001"
    assert made.summary.happened == ("Nothing has been written here yet.",)


def test_open_accepted_and_unasked_checks_are_told_apart():
    shown = texts(
        next(one for one in mealtime_page(mealtime_case()).annexes if one.slug == "checks")
    )

    assert "Open (warns)" in shown
    assert "Accepted by Dr Oluwaseun Bankole, governance lead" in shown
    assert "Nothing was written down; both accounts are kept." in shown
    assert "Could not be asked" in shown
    assert "neither a finding nor a pass" in shown
    assert checks_exhibit(REPORT).table.rows[0][1] == "A3"


def test_no_checks_run_is_not_called_a_pass():
    shown = texts(next(one for one in page(example_case()).annexes if one.slug == "checks"))

    assert "not the same as passing" in shown


def test_the_provenance_holds_every_digest_and_version():
    case = mealtime_case()
    shown = texts(next(one for one in mealtime_page(case).annexes if one.slug == "provenance"))

    for part in ("a1" * 32, "b2" * 32, case.head.hash, "6f" * 32, "entry 60", "papermill 2.7.0"):
        assert part in shown


def test_the_page_never_says_of_itself_that_it_is_valid():
    shown = texts(
        next(one for one in mealtime_page(mealtime_case()).annexes if one.slug == "verifying")
    )

    assert "cannot vouch for itself" in shown
    assert "workbench verify" in shown


def test_dates_are_written_out():
    assert long_date(date(2026, 11, 4)) == "4 November 2026"


def test_summaries_and_comments_are_sections_of_their_own_where_no_cell_shows_them():
    told = page(
        example_case(
            ("summary", "SU1", {"audience": "easy read", "title": "x", "paragraphs": ["It was."]}),
            (
                "comment",
                "CM1",
                {"role": "staff", "at": "2026-03-28T10:00:00+00:00", "reply": "no comment"},
            ),
        )
    )
    annexes = {one.slug: one for one in told.annexes}

    assert annexes["summary-su1"].title == "In easy words"
    assert annexes["summary-su1"].exhibit.large
    assert annexes["summary-su1"].standing
    assert annexes["comments"].standing
    assert {one.slug for one in page(example_case()).annexes}.isdisjoint(annexes.keys() - REST)


def test_a_draft_has_no_approvals_checks_or_hashes():
    draft = build_draft_page(mealtime_case(), organisation="Example Care", on=date(2026, 4, 1))

    assert draft.draft
    assert draft.for_comment
    assert draft.summary.approvals == draft.summary.must_sign == ()
    assert [one.anchor for one in draft.summary.glance] == ["questions", "found", "change"]
    assert [one.slug for one in draft.annexes] == ["questions", "actions", "evidence", "commenting"]


def test_the_first_screen_leads_to_the_easy_read_page_and_says_what_is_undecided():
    easy = ("summary", "SU1", {"audience": "easy read", "title": "x", "paragraphs": ["It was."]})
    waiting = CheckFinding(
        "LAW001", "duty-undecided", Severity.WARNS, None, "case", "It may apply."
    )
    told = page(example_case(easy), replace(NOTHING, open=(waiting, waiting)))
    plain = page(example_case())

    assert told.summary.easy_read == "summary-su1"
    assert told.summary.undecided == "2 duties that may apply stand undecided"
    assert (plain.summary.easy_read, plain.summary.undecided) == (None, None)


def test_an_approval_shows_who_entered_it():
    said = {"role": "manager", "name": "Dana Example", "decision": "approved", "meaning": "Read."}
    seen = {"at": "2026-03-30T09:00+00:00", "content_seq": 1}
    scope = ("scope", "SC1", {"title": "A late dose", "summary": "It was late."})
    told = page(example_case(scope, ("sign-off", "SO1", {**said, **seen})))

    (approval,) = (one for one in told.summary.approvals if one.role == "manager")
    assert approval.name == "Dana Example"
    assert approval.entered_by == "investigator"
