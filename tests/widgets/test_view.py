import pytest

from tests.fakes.desks import STEPS as AMONG
from tests.fakes.desks import desk_of
from tests.fakes.workspaces import Office
from workbench.domain.kinds import KINDS
from workbench.ledger.amend import Amendment
from workbench.notebooks import guide
from workbench.notebooks.opening import OpenCase
from workbench.widgets.desk import Desk
from workbench.widgets.steps import STEPS, kinds_edited, place_of
from workbench.widgets.view import setup_of, view_of

NOT_TYPED = {
    "incident",
    "sign-off",
    "stage",
    "notebook",
    "access",
    "opening",
    "hold",
    "withdrawal",
}


@pytest.mark.parametrize("step", STEPS.values(), ids=lambda step: step.name)
def test_every_step_has_a_setup_and_a_view(step: object, desk: Desk[OpenCase]) -> None:
    setup = setup_of(desk, step)  # type: ignore[arg-type]
    view = view_of(desk, step)  # type: ignore[arg-type]

    assert setup["forms"].keys() >= {one["kind"] for one in setup["sections"]}
    assert [one["kind"] for one in view["sections"]] == [one["kind"] for one in setup["sections"]]
    assert view["figures"] is None


def test_every_kind_that_people_type_is_edited_in_some_step() -> None:
    edited = {kind for step in STEPS.values() for kind in step.kinds}

    assert edited == set(KINDS) - NOT_TYPED


def test_a_kind_with_a_step_of_its_own_is_edited_there_and_not_twice() -> None:
    assert "safeguarding" in kinds_edited(STEPS["scope"], ["scope", "timeline"])
    assert "safeguarding" not in kinds_edited(STEPS["scope"], ["scope", "duties"])
    assert "factor" in kinds_edited(STEPS["fishbone"], ["factors", "fishbone"])


def test_findings_that_close_a_gate_come_first_and_count_in_the_progress(office: Office) -> None:
    office.change(
        "C-0001",
        Amendment("action", None, {"statement": "Remind staff of the policy."}),
    )
    desk = desk_of(office)

    view = view_of(desk, STEPS["actions"])

    gates = [one["gate"] is not None for one in view["findings"]]
    (row,) = [one for one in view["progress"] if one["step"] == "actions"]
    assert gates == sorted(gates, reverse=True)
    assert "ACT001" in [one["code"] for one in view["findings"]]
    assert (row["open"], row["blocking"]) == (len(gates), sum(gates))
    assert row["entries"] >= 2


def test_what_another_notebook_has_to_mend_is_said_apart(office: Office) -> None:
    here = desk_of(office, steps=("scope", "actions"))

    view = view_of(here, STEPS["scope"])

    elsewhere = {one["step"]: one for one in view["elsewhere"]}
    blocking = sum(one.gate is not None for one in here.seen.report.open)
    counted = sum(one["blocking"] for one in (*view["progress"], *view["elsewhere"]))
    assert elsewhere["sign-off"]["title"] == "Sign-off"
    assert not elsewhere.keys() & {"scope", "actions"}
    assert all(one["blocking"] for one in view["elsewhere"])
    assert counted == blocking


def test_a_finding_whose_step_a_notebook_lacks_stands_where_its_subject_is_edited(
    office: Office,
) -> None:
    office.change("C-0001", Amendment("factor", None, {"statement": "Staff failed to count."}))
    seen = desk_of(office).seen
    finding = next(one for one in seen.report.open if one.subject == "F4")

    assert place_of(seen.case, finding, ("scope", "factors", "fishbone")) == "factors"
    assert place_of(seen.case, finding, ("scope", "fishbone")) == "fishbone"
    assert place_of(seen.case, finding, ("scope",)) == "factors"


def test_what_closes_a_gate_is_never_out_of_sight(office: Office) -> None:
    office.change("C-0001", Amendment("triage", "TR1", None))
    desk = desk_of(office, steps=("scope", "sign-off", "stages"))
    findings = view_of(desk, STEPS["sign-off"])["findings"]

    assert "TRI001" in [one["code"] for one in findings]


def test_references_offer_what_the_forms_of_the_step_point_to(desk: Desk[OpenCase]) -> None:
    references = view_of(desk, STEPS["timeline"])["references"]

    assert set(references) >= {"evidence", "event", "person"}
    assert references["person"][0]["id"] == "P1"
    assert references["person"][0]["label"]


def test_figures_are_drawn_only_when_they_are_asked_for(desk: Desk[OpenCase]) -> None:
    draw = guide.timeline.__wrapped__  # type: ignore[attr-defined]

    view = view_of(desk, STEPS["timeline"], lambda: draw(desk.seen))

    assert "<section" in view["figures"]


def test_the_progress_has_the_steps_of_this_notebook_in_its_order(desk: Desk[OpenCase]) -> None:
    assert [one["step"] for one in view_of(desk, STEPS["scope"])["progress"]] == list(AMONG)


def test_an_entry_that_is_missing_is_asked_for_where_the_notebook_has_it(office: Office) -> None:
    office.change("C-0001", Amendment("safeguarding", "SG1", None))
    seen = desk_of(office).seen
    (finding,) = [one for one in seen.report.open if one.code == "INC004"]

    assert place_of(seen.case, finding, ("scope", "duties")) == "duties"
    assert place_of(seen.case, finding, ("scope", "factors")) == "scope"
