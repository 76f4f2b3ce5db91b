import os
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.fakes.cases import case, sound_case
from tests.fakes.workspaces import make_office
from workbench.domain.access import AccessList, Opening
from workbench.domain.case import without_names
from workbench.domain.frameworks import factor_framework
from workbench.errors import AccessRefused, InvalidParameters, NotFound
from workbench.figures.exhibit import EXHIBIT_MIME, Exhibits, exhibit_text
from workbench.ledger.amend import Amendment
from workbench.notebooks import guide
from workbench.notebooks.opening import OpenCase
from workbench.notebooks.to_do import to_do_exhibit
from workbench.record.frozen_case import frozen_case_from_json, frozen_case_to_json
from workbench.record.run import FROZEN_CASE
from workbench.widgets.steps import step_of
from workbench.workspace.config import Config

DAY = date(2026, 4, 1)
STEPS = (
    guide.incident,
    guide.triage,
    guide.duties,
    guide.clocks,
    guide.rapid_review,
    guide.scope,
    guide.commission,
    guide.people,
    guide.questions,
    guide.evidence,
    guide.plans,
    guide.timeline,
    guide.escalation,
    guide.factors,
    guide.shifts,
    guide.ownership,
    guide.crosswalk,
    guide.went_well,
    guide.whys,
    guide.cut_sets,
    guide.barriers,
    guide.fishbones,
    guide.causes,
    guide.findings,
    guide.actions,
    guide.restrictions,
    guide.assurance,
    guide.thread,
    guide.comments,
    guide.summaries,
    guide.quality,
    guide.sign_off,
    guide.stages,
)
CONFIG = Config(organisation="Invented", provider_type="other registered person")


def opened(entries_case: object, *, live: bool) -> OpenCase:
    return OpenCase(entries_case, DAY, CONFIG.sign_off_roles, factor_framework("npsa"), live)  # type: ignore[arg-type]


@pytest.fixture
def frozen(tmp_path: Path) -> Iterator[Path]:
    file = tmp_path / "case.json"
    file.write_text(
        frozen_case_to_json(sound_case(), CONFIG, factor_framework("npsa"), DAY), encoding="utf-8"
    )
    os.environ[FROZEN_CASE] = str(file)
    yield file
    del os.environ[FROZEN_CASE]


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.__name__)
@pytest.mark.parametrize("live", [True, False], ids=["live", "record"])
def test_each_step_shows_exhibits_and_the_same_in_words(step: object, live: bool) -> None:
    bundle = step(opened(sound_case(), live=live))._repr_mimebundle_()  # type: ignore[operator]

    assert bundle[EXHIBIT_MIME]["exhibits"]
    assert len(bundle["text/plain"]) > 40
    assert "<section" in bundle["text/html"]


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.__name__)
def test_a_case_with_nothing_in_it_is_shown_too(step: object) -> None:
    empty = opened(case(("person", "P1", {"role": "person supported"})), live=True)

    assert step(empty)._repr_mimebundle_()["text/plain"]  # type: ignore[operator]


def test_what_is_to_do_stands_in_its_step_while_working_and_not_in_a_record() -> None:
    ownerless = sound_case(("action", "A7", {"statement": "Fit a bell to the back door"}))

    live = guide.actions(opened(ownerless, live=True))
    record = guide.actions(opened(ownerless, live=False))

    assert [one.name for one in live.exhibits] == ["actions", "portfolio", "to-do-actions"]
    assert [one.name for one in record.exhibits] == ["actions", "portfolio"]
    assert "ACT001" in live._repr_mimebundle_()["text/plain"]


def test_every_open_finding_stands_in_exactly_one_step_that_is_shown() -> None:
    faulty = opened(
        case(
            ("event", "T1", {"when": "14/03/2026 18:30", "what": "Staff failed to ring."}),
            ("cause", "C1", {"statement": "s", "type": "omission"}),
            ("finding", "FI1", {"statement": "f"}),
            ("action", "A1", {"statement": "Remind staff"}),
            ("measure", "M1", {"action": "A1", "statement": "m"}),
            ("question", "Q1", {"text": "Why?"}),
        ),
        live=True,
    )
    steps = {
        "scope",
        "triage",
        "duties",
        "commission",
        "stages",
        "people",
        "questions",
        "evidence",
        "timeline",
        "plans",
        "escalation",
        "shifts",
        "ownership",
        "barriers",
        "factors",
        "fishbone",
        "causes",
        "findings",
        "actions",
        "assurance",
        "restrictions",
        "quality",
        "comments",
        "summaries",
        "sign-off",
    }

    shown = [
        row
        for step in steps
        for row in (to_do_exhibit(faulty.case, faulty.report, step).table or _Empty).rows
    ]

    assert len(faulty.report.open) > 10
    assert len(shown) == len(faulty.report.open)
    assert {step_of(faulty.case, one) for one in faulty.report.open} <= steps


class _Empty:
    rows = ()


@pytest.mark.parametrize(
    "call",
    [guide.plans, guide.escalation, guide.shifts, guide.ownership, guide.barriers],
    ids=lambda call: call.__name__,
)
def test_a_method_that_was_not_used_is_one_quiet_line(call: Callable[[OpenCase], Exhibits]) -> None:
    bare = opened(case(("person", "P1", {"role": "person supported"})), live=True)

    (exhibit,) = call(bare).exhibits
    assert exhibit_text(exhibit).count("\n") == 0
    assert exhibit.note


def test_a_method_says_what_is_to_do_only_where_something_is() -> None:
    bare_shift = sound_case(("shift", "SH2", {"period": "14/03/2026"}))

    assert [one.name for one in guide.shifts(opened(sound_case(), live=True)).exhibits] == [
        "shifts"
    ]
    assert [one.name for one in guide.shifts(opened(bare_shift, live=True)).exhibits] == [
        "shifts",
        "to-do-shifts",
    ]
    assert len(guide.shifts(opened(bare_shift, live=False)).exhibits) == 1


def test_a_record_compares_factors_with_seips_only() -> None:
    live = guide.crosswalk(opened(sound_case(), live=True)).exhibits[0].table
    record = guide.crosswalk(opened(sound_case(), live=False)).exhibits[0].table

    assert live is not None
    assert record is not None
    assert len(live.columns) == 6
    assert record.columns == ("NPSA contributory factors", "Factors", "SEIPS work system")


def test_a_record_is_made_with_the_organisations_own_framework(tmp_path: Path) -> None:
    ours = factor_framework("nhs").model_copy(update={"name": "Our factors"})
    file = tmp_path / "case.json"
    file.write_text(frozen_case_to_json(sound_case(), CONFIG, ours, DAY), encoding="utf-8")

    assert frozen_case_from_json(file.read_text(encoding="utf-8")).framework == ours


def test_a_frozen_case_is_opened_without_names(frozen: Path) -> None:
    head = sound_case().head

    opened_case = guide.open_case("C-0001", head.seq, "2026-04-01")

    assert not opened_case.live
    assert opened_case.on == DAY
    assert opened_case.case == without_names(sound_case())
    assert frozen_case_from_json(frozen.read_text()).case == opened_case.case


def test_a_notebook_cannot_swap_the_case_while_its_record_is_made(frozen: Path) -> None:
    with pytest.raises(InvalidParameters, match="the record is being made of C-0001"):
        guide.open_case("C-0002", sound_case().head.seq)


def test_a_notebook_without_a_case_says_what_to_write() -> None:
    with pytest.raises(InvalidParameters) as caught:
        guide.open_case("")

    assert 'case_id = "C-0001"' in caught.value.remedy


def test_a_notebook_outside_a_workspace_says_so(tmp_path: Path) -> None:
    before = Path.cwd()
    os.chdir(tmp_path)
    try:
        with pytest.raises(NotFound):
            guide.open_case("C-0001")
    finally:
        os.chdir(before)


def test_what_the_next_stage_asks_is_shown_while_working_and_not_in_a_record() -> None:
    ownerless = sound_case(("action", "A7", {"statement": "Fit a bell to the back door"}))

    live = guide.stages(opened(ownerless, live=True))
    record = guide.stages(opened(ownerless, live=False))

    assert [one.name for one in live.exhibits] == ["stages", "next-stage", "to-do-stages"]
    assert live.exhibits[1].paragraphs[0].startswith("Nothing in the case stands in the way")
    assert [one.name for one in record.exhibits] == ["stages"]


def test_what_stands_before_the_next_stage_is_listed_check_by_check() -> None:
    unagreed = sound_case(("commission", "CO1", {"terms": "How did it come to be late?"}))

    shown = guide.stages(opened(unagreed, live=True)).exhibits[1]

    assert shown.title == "Before the stage “analysed”"
    assert "COM002" in exhibit_text(shown)


def test_a_closed_case_has_no_next_stage() -> None:
    move = {
        "came_from": "under review",
        "to": "closed",
        "role": "manager",
        "name": "Bryn Lloyd",
        "at": "2026-03-30T09:00:00+00:00",
        "because": "Nothing is open.",
        "content_seq": 1,
    }
    closed = sound_case(("stage", "ST2", move))

    assert "closed" in guide.stages(opened(closed, live=True)).exhibits[1].paragraphs[0]


def test_a_notebook_is_refused_to_whoever_is_not_on_the_access_list(tmp_path: Path) -> None:
    office = make_office(tmp_path / "ws")
    case_id = office.start()
    grants = [{"role": "investigator", "name": "Asha Verma", "because": "Investigates."}]
    office.change(case_id, Amendment("access", None, {"kept_by": "investigator", "grants": grants}))
    before, author = Path.cwd(), os.environ.get("WORKBENCH_AUTHOR")
    os.chdir(office.workspace.cases / case_id)
    try:
        os.environ["WORKBENCH_AUTHOR"] = "Sam Example"
        with pytest.raises(AccessRefused):
            guide.open_case(case_id)

        os.environ["WORKBENCH_AUTHOR"] = "Asha Verma"
        seen = guide.open_case(case_id)
    finally:
        os.chdir(before)
        os.environ.pop("WORKBENCH_AUTHOR")
        if author is not None:
            os.environ["WORKBENCH_AUTHOR"] = author

    (noted,) = office.ledger.fold(case_id).all(Opening)
    assert (noted.name, noted.how) == ("Asha Verma", "notebook")
    assert seen.case.all(AccessList) == seen.case.all(Opening) == ()
