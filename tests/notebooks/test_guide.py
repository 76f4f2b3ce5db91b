import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.fakes.cases import case, sound_case
from workbench.domain.case import without_names
from workbench.errors import InvalidParameters, NotFound
from workbench.figures.exhibit import EXHIBIT_MIME
from workbench.notebooks import guide
from workbench.notebooks.opening import OpenCase
from workbench.notebooks.to_do import step_of, to_do_exhibit
from workbench.record.frozen_case import frozen_case_from_json, frozen_case_to_json
from workbench.record.run import FROZEN_CASE
from workbench.workspace.config import Config

DAY = date(2026, 4, 1)
STEPS = (
    guide.scope,
    guide.questions,
    guide.evidence,
    guide.timeline,
    guide.factors,
    guide.fishbones,
    guide.causes,
    guide.findings,
    guide.actions,
    guide.assurance,
    guide.thread,
    guide.sign_off,
)
CONFIG = Config(organisation="Invented", provider_type="other registered person")


def opened(entries_case: object, *, live: bool) -> OpenCase:
    return OpenCase(entries_case, DAY, CONFIG.sign_off_roles, "npsa", live)  # type: ignore[arg-type]


@pytest.fixture
def frozen(tmp_path: Path) -> Iterator[Path]:
    file = tmp_path / "case.json"
    file.write_text(frozen_case_to_json(sound_case(), CONFIG, DAY), encoding="utf-8")
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

    assert [one.name for one in live.exhibits] == ["actions", "to-do-actions"]
    assert [one.name for one in record.exhibits] == ["actions"]
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
        "questions",
        "evidence",
        "timeline",
        "factors",
        "fishbone",
        "causes",
        "findings",
        "actions",
        "assurance",
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
