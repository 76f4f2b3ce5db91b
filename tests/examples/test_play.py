"""Every example goes from the register to its closing, through gates that would have held it up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from workbench.checks.report import run_checks
from workbench.conduct.stages import blockers, is_issued
from workbench.domain.case import Case
from workbench.domain.stages import Stage, StageMove
from workbench.domain.when import LONDON
from workbench.errors import GateClosed
from workbench.examples.library import Example, ExampleEntry, example_names, load_example
from workbench.examples.play import PlayedExample, play
from workbench.ledger.records import RecordLog
from workbench.ledger.store import Ledger
from workbench.record.check import check_record
from workbench.record.examine import examine
from workbench.record.seal.report import Outcome, Verdict
from workbench.register.store import Register
from workbench.workspace.database import open_engine
from workbench.workspace.folder import Workspace, open_workspace

LATER = datetime(2028, 1, 10, 9, 0, tzinfo=UTC)
"""After every example has ended."""


@dataclass(frozen=True)
class Told:
    """A played example, and the parts of its workspace."""

    played: PlayedExample
    workspace: Workspace
    ledger: Ledger
    log: RecordLog
    register: Register

    @property
    def case(self) -> Case:
        """The case as it stands in the end."""
        return self.ledger.fold(self.played.case_id)

    def asked(self, to: Stage, as_of: int, on: date) -> set[str]:
        """The checks that stood before a stage, as the case stood after entry `as_of`."""
        case, config = self.ledger.fold(self.played.case_id, as_of), self.workspace.config
        report = run_checks(
            case,
            on,
            roles=config.sign_off_roles,
            stage=to.before,
            organisation=config.organisation,
            provider_type=config.provider_type,
        )
        issued = is_issued(case, self.log.events())
        return {one.code for one in blockers(case, report, to, issued)}


@pytest.fixture(scope="module", params=example_names())
def told(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Told:
    folder = tmp_path_factory.mktemp("played") / "demo"
    played = play(folder, load_example(request.param), LATER, lambda _done, _total, _what: None)
    workspace = open_workspace(folder)
    engine = open_engine(workspace.database_url)
    return Told(played, workspace, Ledger(engine), RecordLog(engine), Register(engine))


def day(at: datetime) -> date:
    return at.astimezone(LONDON).date()


def test_it_ends_closed_with_a_record_that_verifies(told: Told) -> None:
    report = told.played.verification

    assert told.played.stage is Stage.CLOSED
    assert report.verdict is Verdict.SIGNED
    assert {step.outcome for step in report.steps} == {Outcome.PASSED}


def test_the_closing_record_takes_the_place_of_the_one_that_was_acted_on(told: Told) -> None:
    first = check_record(
        str(told.played.first_record),
        workspace=told.workspace,
        log=told.log,
        trust=(),
        register=None,
        at=LATER,
    )
    closing = told.played.record.read_text(encoding="utf-8")

    assert told.played.first_record.stem.endswith("-v1")
    assert told.played.record.stem.endswith("-v2")
    assert any("superseded by version 2" in step.explanation for step in first.steps)
    assert ", 0 verified so far" not in closing


def test_it_goes_through_every_stage_in_turn(told: Told) -> None:
    moves = told.case.all(StageMove)

    assert [move.to for move in moves if not move.goes_back][-1] is Stage.CLOSED
    assert {move.to for move in moves} | {Stage.REPORTED} == set(Stage)
    assert [move.at for move in moves] == sorted(move.at for move in moves)


def test_nothing_stands_in_the_way_when_it_is_closed(told: Told) -> None:
    closed = told.case.all(StageMove)[-1]
    examined = examine(
        told.workspace, told.ledger, told.register, told.played.case_id, day(closed.at)
    )

    assert examined.report.blocking("close") == ()
    assert examined.report.not_asked == ()


def test_every_deed_has_the_day_of_the_story(told: Told) -> None:
    example, log = told.played.example, told.log.events()
    last = [entry.decision for entry in example.after[-1].entries if entry.decision][-1]
    changes = told.ledger.history(told.played.case_id)

    closing = example.after[-1].at
    assert [datetime.fromisoformat(event.at) for event in log] == [example.issued_at, closing]
    assert {signer.at for signer in told.played.verification.signers} == {closing}
    assert len(told.played.verification.signers) == len(example.sign_offs)
    assert last.at <= max(change.at for change in changes) <= example.after[-1].at


def test_no_stage_is_open_to_a_case_that_was_only_started(told: Told) -> None:
    first = told.played.example.batches[0].at
    open_at_once = [to for to in list(Stage)[1:] if not told.asked(to, 1, day(first))]

    assert open_at_once == []


def test_what_was_promised_is_asked_for_before_it_is_closed(told: Told) -> None:
    issued = next(move for move in told.case.all(StageMove) if move.to is Stage.ISSUED)
    seq = told.case.stamps[issued.id].seq

    assert "STG006" in told.asked(Stage.VERIFIED, seq, day(issued.at))
    assert told.asked(Stage.CLOSED, seq, day(issued.at)) >= {"STG006", "STG007"}


def test_closing_asks_for_everybodys_approval_of_what_was_added(told: Told) -> None:
    verified = next(move for move in told.case.all(StageMove) if move.to is Stage.VERIFIED)
    seq = told.case.stamps[verified.id].seq

    assert "GOV001" in told.asked(Stage.CLOSED, seq, day(verified.at))


def test_a_play_that_moves_on_too_early_stops_at_the_gate(tmp_path: Path) -> None:
    example = load_example("missed-escalation")
    with pytest.raises(GateClosed) as refused:
        play(tmp_path / "demo", _triaged_at_once(example), LATER, lambda _done, _total, _what: None)

    assert "TRI001" in refused.value.codes


def _triaged_at_once(example: Example) -> Example:
    """The example with its move to *triaged* before anything else."""
    move = {
        "to": "triaged",
        "role": "Head of community services",
        "name": "Deborah Stannage",
        "because": "It can wait for its facts.",
        "at": example.batches[0].at,
    }
    first = example.batches[0]
    early = first.model_copy(
        update={"entries": (ExampleEntry(kind="stage", id="ST1", data=move), *first.entries)}
    )
    return example.model_copy(update={"batches": (early, *example.batches[1:])})
