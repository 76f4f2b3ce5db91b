"""Measure the rules on wording and write `docs/checks/wording.md`, or compare with `--check`.

The sentences are in `tests/checks/wording`: neutral ones, in which nothing is to be found, and
labelled ones with the rules that are to find them. `--list` names what was missed and what was
found by mistake in the part that the rules are worked on with; the other parts are only counted.
"""

from __future__ import annotations

import json
import math
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generated import keep

from workbench.checks.examples import ExampleEntry, example_case
from workbench.checks.registry import check_named
from workbench.checks.report import run_checks

ROOT = Path(__file__).parent.parent
SENTENCES = ROOT / "tests" / "checks" / "wording"
PAGE = ROOT / "docs" / "checks" / "wording.md"
RULES = ("WRD001", "WRD002", "WRD003", "WRD004")
WORKED_ON = "worked on"
PARTS = {
    WORKED_ON: "worked on",
    "first": "held out, written first",
    "last": "held out, written last",
    "all": "all",
}

ACTION = {
    "owner": {"name": "Dana Example", "role": "service manager"},
    "due": "2026-05-01",
}
MEASURE = {
    "statement": "Whether it is done",
    "plan": {
        "method": "file sampling",
        "detail": "25 files a week",
        "responsible": "deputy manager",
        "review_on": "2026-06-15",
    },
}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its part, the rules that are to find it, and what it is entered as."""

    text: str
    part: str
    rules: tuple[str, ...] = ()
    kind: str = "finding"

    @property
    def neutral(self) -> bool:
        """Whether nothing is to be found in it."""
        return not self.rules


@dataclass(frozen=True, slots=True)
class Measured:
    """A sentence and how often each rule found something in it."""

    sentence: Sentence
    found: Counter[str]


def neutral_sentences() -> Iterator[Sentence]:
    """Yield the sentences in which nothing is to be found."""
    part = ""
    for line in (SENTENCES / "neutral.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# part: "):
            part = line.removeprefix("# part: ")
        elif line and not line.startswith("#"):
            kind, colon, text = line.partition("action: ")
            if colon and kind in ("", "measured "):
                yield Sentence(text, part, (), f"{kind}action")
            else:
                yield Sentence(line, part)


def labelled_sentences() -> Iterator[Sentence]:
    """Yield the sentences in which something is to be found; weak wording is that of actions."""
    for line in (SENTENCES / "labelled.jsonl").read_text(encoding="utf-8").splitlines():
        held = json.loads(line)
        kind = "action" if "WRD001" in held["rules"] else "finding"
        yield Sentence(held["text"], held["part"], tuple(held["rules"]), kind)


def measure(sentences: Iterable[Sentence]) -> tuple[Measured, ...]:
    """Return what the rules find in each of `sentences`, asked as in a case."""
    listed = tuple(sentences)
    entries = [one for place, held in enumerate(listed, 1) for one in _entries(place, held)]
    report = run_checks(
        example_case(*entries), date(2026, 4, 1), checks=[check_named(code) for code in RULES]
    )
    counted: dict[str, Counter[str]] = {}
    for finding in report.open:
        counted.setdefault(finding.subject, Counter())[finding.code] += 1
    return tuple(
        Measured(held, counted.get(_identifier(place, held), Counter()))
        for place, held in enumerate(listed, 1)
    )


def page(measured: tuple[Measured, ...]) -> str:
    """Return the published page."""
    return "\n".join(
        [
            "# How well the rules on wording judge",
            "",
            "Made by `scripts/measure_wording.py` from the sentences in `tests/checks/wording`, "
            "all of them invented. The rules are adjusted to the sentences *worked on*. Those "
            "*held out* are only counted: some were written before, in the words that everybody "
            "thinks of first, and some after, as freely as one could. **Expect of your own text "
            "what the row *held out, written last* says.** [How this is measured, and what it "
            "cannot tell](../explanation/wording.md).",
            "",
            "## False alarms",
            "",
            "Sentences as investigators write them, in which nothing is to be found: narratives, "
            "health, equipment, law, quotations, and actions that say what will change. Actions "
            "are asked by all four rules, the others by the three that read narratives.",
            "",
            "| Sentences | Number | Alarms | Alarms per 1,000 | 95% interval |",
            "|---|--:|--:|--:|--:|",
            *_alarm_rows(measured),
            "",
            "## What is found",
            "",
            "Recall is the share of the sentences labelled with a rule in which it finds "
            "something. Precision is the share of the sentences in which it finds something, "
            "neutral ones included, that are labelled with it. The interval is that of the recall.",
            "",
            "| Rule | Sentences | Number | Recall | 95% interval | Precision |",
            "|---|---|--:|--:|--:|--:|",
            *_rule_rows(measured),
            "",
        ]
    )


def main(arguments: list[str]) -> int:
    """Write the page; with `--check` compare, with `--list` name what to work on."""
    measured = measure([*neutral_sentences(), *labelled_sentences()])
    if "--list" in arguments:
        print("\n".join(_to_work_on(measured)))
        return 0
    return keep({PAGE: page(measured)}, arguments)


def _entries(place: int, held: Sentence) -> Iterator[ExampleEntry]:
    identifier = _identifier(place, held)
    if held.kind == "finding":
        yield "finding", identifier, {"statement": held.text}
        return
    yield "action", identifier, {"statement": held.text, **ACTION}
    if held.kind == "measured action":
        yield "measure", f"M{place}", {"action": identifier, **MEASURE}


def _identifier(place: int, held: Sentence) -> str:
    return f"{'FI' if held.kind == 'finding' else 'A'}{place}"


def _of(measured: Iterable[Measured], part: str) -> list[Measured]:
    return [one for one in measured if part in ("all", one.sentence.part)]


def _alarm_rows(measured: tuple[Measured, ...]) -> Iterator[str]:
    for part, called in PARTS.items():
        asked = [one for one in _of(measured, part) if one.sentence.neutral]
        alarms = sum(one.found.total() for one in asked)
        low, high = _interval(sum(1 for one in asked if one.found), len(asked))
        yield (
            f"| {called} | {len(asked)} | {alarms} | {1000 * alarms / len(asked):.1f} | "
            f"{1000 * low:.0f} to {1000 * high:.0f} |"
        )


def _rule_rows(measured: tuple[Measured, ...]) -> Iterator[str]:
    for code in RULES:
        for part, called in PARTS.items():
            asked = _of(measured, part)
            labelled = [one for one in asked if code in one.sentence.rules]
            found = [one for one in asked if one.found[code]]
            right = sum(1 for one in found if code in one.sentence.rules)
            low, high = _interval(right, len(labelled))
            yield (
                f"| [{code}]({code}.md) | {called} | {len(labelled)} | "
                f"{_percent(right, len(labelled))} | {100 * low:.0f}% to {100 * high:.0f}% | "
                f"{_percent(right, len(found))} |"
            )


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}%" if whole else "none"


def _interval(part: int, whole: int) -> tuple[float, float]:
    """Return Wilson's 95% interval of a share (Wilson 1927)."""
    z, share = 1.96, part / whole
    middle = share + z * z / (2 * whole)
    half = z * math.sqrt(share * (1 - share) / whole + z * z / (4 * whole * whole))
    return max(0.0, (middle - half) / (1 + z * z / whole)), (middle + half) / (1 + z * z / whole)


def _to_work_on(measured: Iterable[Measured]) -> Iterator[str]:
    for one in _of(measured, WORKED_ON):
        for code in RULES:
            if code in one.sentence.rules and not one.found[code]:
                yield f"missed {code}: {one.sentence.text}"
            if one.found[code] and code not in one.sentence.rules:
                yield f"alarm {code}: {one.sentence.text}"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
