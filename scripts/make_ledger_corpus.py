"""Write one real entry of every kind, in the shapes of this version, to a new corpus file.

    python scripts/make_ledger_corpus.py tests/ledger/corpus/schema2.jsonl

Run it once when a kind's schema goes up or a kind is added, and commit the file: tests read every
file of the corpus with every later version. A file that exists is never written again.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from workbench.domain.case import Head
from workbench.errors import WorkbenchError
from workbench.ledger.drafts import Standing, byline, entries_from
from workbench.ledger.entry import FIRST_PREVIOUS, Draft, Entry

AT = datetime(2026, 3, 16, 9, 30, tzinfo=UTC)
DIGEST = "5f" * 32

CONTENT: dict[str, dict[str, Any]] = {
    "incident": {
        "incident": {
            "id": "INC-2026-0142",
            "when": "14/03/2026 18:30",
            "reported_at": "2026-03-14T19:05:00Z",
            "service": "Larch House",
            "location": "Kitchen",
            "category": "Medication",
            "narrative": "The 18:00 dose was given at 20:40.\nThe chart was signed for 18:00.",
            "immediate_action": "Advice was taken from the out-of-hours service.",
            "people_involved": "P1, P2",
            "physical_harm": "low",
            "psychological_harm": "none",
            "near_miss": False,
        },
        "digest": DIGEST,
    },
    "scope": {
        "title": "Late evening dose at Larch House",
        "summary": "How the evening dose came to be given late, and what will change.",
        "purpose": "Learning",
        "not_investigated": "The prescribing decision.",
        "covers_from": "2026-03-14",
        "covers_to": "2026-03-15",
        "method": "Interviews, records and a walk through the shift.",
    },
    "person": {"role": "staff", "description": "Support worker on the late shift"},
    "name": {"person": "P1", "name": "Rowan Ashby", "also_known_as": ["Ro"]},
    "supplement": {
        "field": "known_risks",
        "value": "Risk of seizures when a dose is late.",
        "source": "Support plan, February 2026",
    },
    "manager-review": {
        "role": "manager",
        "at": "2026-03-15T09:00:00Z",
        "decision": "Investigate in full.",
        "escalated_to": "Head of operations",
    },
    "safeguarding": {
        "facts": "A dose was given late; no harm was seen.",
        "concern_raised": True,
        "raised_with": "Local authority, safeguarding team",
        "at": "2026-03-15T10:00:00Z",
        "reference": "SG-77",
        "because": "The second late dose within a month.",
        "decided_by": "Registered manager",
        "evidence": ["E1"],
    },
    "question": {
        "text": "Why was nobody aware that the dose was due?",
        "asked_by": "P1",
        "state": "partly answered",
        "answer": "The board was not filled in.",
        "because": "One member of staff could not be spoken to.",
        "findings": ["FI1"],
        "evidence": ["E1"],
    },
    "evidence": {
        "title": "Medication chart, March 2026",
        "type": "care record",
        "description": "Both pages",
        "obtained_from": "Larch House",
        "obtained_at": "2026-03-16T11:00:00+00:00",
        "account_of": "P1",
        "file_name": "chart.pdf",
        "sha256": DIGEST,
        "size": 48211,
    },
    "event": {
        "when": "between 14/03/2026 20:30 and 14/03/2026 20:45",
        "what": "The evening dose was given.",
        "who": ["P1"],
        "place": "Kitchen",
        "evidence": ["E1"],
        "account_of": "P1",
        "conflicts_with": ["T2"],
        "settled": "The pharmacy's count agrees with the later time.",
        "went_well": True,
    },
    "gap": {
        "after": "T1",
        "before": "T2",
        "explanation": "Nobody was on site.",
        "evidence": ["E1"],
    },
    "problem": {"statement": "The dose was given 2 h 40 min late.", "events": ["T1"]},
    "factor": {
        "statement": "The late shift began one person short.",
        "effect": "mitigated",
        "lens": "workforce",
        "group": "task",
        "problem": "B1",
        "events": ["T1"],
        "evidence": ["E1"],
    },
    "lens-consideration": {
        "lens": "environment",
        "because": "The room and its lighting were as planned.",
        "evidence": ["E1"],
    },
    "cause": {
        "statement": "Handing over took place without the medication board.",
        "type": "omission",
        "combination": "any",
        "who": ["P1"],
        "events": ["T1"],
        "factors": ["F1"],
        "evidence": ["E1"],
        "evidence_against": ["E1"],
        "duty": "The handover procedure asks for the board.",
        "stop_reason": "Beyond the provider's reach.",
    },
    "link": {
        "cause": "C1",
        "effect": "C2",
        "mechanism": "nobody saw that the dose was still due",
        "confidence": "probable",
        "evidence": ["E1"],
        "evidence_against": ["E1"],
    },
    "finding": {
        "statement": "Handover does not depend on the board being filled in.",
        "type": "good practice",
        "causes": ["C1"],
        "factors": ["F1"],
        "evidence": ["E1"],
        "not_acted_on_because": "Another service already changes this.",
    },
    "action": {
        "statement": "The board is filled in by the system, not by hand.",
        "owner": {"name": "Dana Example", "role": "Registered manager", "organisation": "Larch"},
        "due": "2026-06-01",
        "findings": ["FI1"],
        "causes": ["C1"],
        "factors": ["F1"],
        "approach": "software",
        "horizon": "immediate",
        "state": "communicated",
        "implemented_on": "2026-05-20",
        "communicated_on": "2026-05-21",
        "communicated_to": "All staff of Larch House",
        "evidence": ["E1"],
    },
    "measure": {
        "action": "A1",
        "statement": "Doses given within 30 minutes of their time",
        "baseline": "88 %",
        "target": "98 %",
        "plan": {
            "method": "file sampling",
            "detail": "Ten charts drawn by number",
            "responsible": "Quality lead",
            "review_on": "2026-08-01",
            "sample_size": 10,
            "weeks": 8,
        },
    },
    "verification": {
        "measure": "M1",
        "on": "2026-08-02",
        "outcome": "met",
        "result": "All doses of the sample were in time.",
        "by": "Quality lead",
        "sampled": 10,
        "conforming": 10,
        "evidence": ["E1"],
    },
    "restriction": {
        "person": "P1",
        "what": "The kitchen is locked at night.",
        "rationale": "Risk of burns.",
        "alternatives_considered": "A guard on the cooker.",
        "persons_involvement": "P1 chose the hours.",
        "least_restrictive_because": "A kettle stays within reach.",
        "starts_on": "2026-03-20",
        "review_on": "2026-04-20",
        "ends_on": "2026-05-20",
        "evidence": ["E1"],
    },
    "acceptance": {
        "code": "ACT004",
        "subject": "A1",
        "reason": "The owner changes next month.",
        "role": "manager",
        "name": "Dana Example",
    },
    "sign-off": {
        "role": "investigator",
        "name": "Sam Example",
        "decision": "approved",
        "meaning": "I wrote this and stand behind it.",
        "at": "2026-04-01T12:00:00Z",
        "content_seq": 21,
    },
}


def corpus() -> tuple[Entry, ...]:
    """Return one chained entry of every kind, made by the ledger's own code."""
    drafts = [Draft(kind, None, data) for kind, data in CONTENT.items()]
    by = byline("Sam Example", AT, "corpus of stored shapes")
    salts = _salts()
    return entries_from(drafts, _nothing_yet(), by, lambda: next(salts))


def main(target: Path) -> int:
    """Write the corpus to `target`, which must not exist."""
    if target.exists():
        print(f"{target} exists and is never written again; name a new file", file=sys.stderr)
        return 1
    lines = (json.dumps(asdict(entry), ensure_ascii=False, sort_keys=True) for entry in corpus())
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return 0


def _salts() -> Iterator[str]:
    return (f"{number:032x}" for number in range(1, 1_000))


def _nothing_yet() -> Standing:
    def latest(entity: str) -> Entry:
        raise WorkbenchError(f"{entity} is not there.", "Enter it first.")

    return Standing("C-0001", Head(0, FIRST_PREVIOUS), {}, latest)


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
