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

from workbench.domain.case import Head, is_content
from workbench.domain.kinds import KINDS
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
    "triage": {
        "category": "Medication",
        "category_because": "A time-critical dose was given late.",
        "immediate_actions": "Advice was taken from the out-of-hours service.",
        "harm_tonight": True,
        "harm_tonight_because": "Two more people have a dose at the change of shifts.",
        "potential_harm": "severe",
        "likelihood": "frequent",
        "circumstances": ["learning disability"],
        "like_incidents": ["INC-2026-0130"],
        "failed_actions": ["C-0003 A2"],
        "tier": "thematic review",
        "tier_because": "The second within a month.",
        "override_because": "The pattern is plain, and the three are looked into together.",
        "role": "manager",
        "at": "2026-03-15T09:00:00Z",
    },
    "alert": {
        "to": "Shift leaders of all houses",
        "what": "Say at each change of shifts who gives which dose.",
        "sent_at": "2026-03-15T09:30:00Z",
        "acknowledged_at": "2026-03-15T10:00:00Z",
        "acknowledged_by": "shift leader",
        "evidence": ["E1"],
    },
    "partner": {
        "partner": "Community learning disability nurse",
        "what": "A dose was late; advice asked for.",
        "at": "2026-03-15T10:10:00Z",
        "by_role": "manager",
        "evidence": ["E1"],
    },
    "commission": {
        "terms": "How did the evening dose come to be late, and what will change?",
        "agreed_by": ["Head of operations", "P1, with her advocate"],
        "agreed_on": "2026-03-16",
        "scope": "From the prescription to the evening of 14 March.",
        "not_investigated": "The conduct of individual staff.",
        "investigators": [
            {
                "name": "Robin Example",
                "role": "investigator",
                "training": "Systems-based investigation, five days, 2025",
                "independence": "Works in another service.",
                "conflicts": "None.",
            }
        ],
        "parallel": [
            {
                "process": "other",
                "detail": "Pharmacy's own review",
                "lead": "Community pharmacy",
                "contact_role": "Superintendent pharmacist",
                "must_wait": "Nothing.",
            }
        ],
        "tiny_provider_exception": {
            "because": "Three people work here, and two were on shift.",
            "agreed_by": "Chair of trustees",
            "agreed_on": "2026-03-16",
        },
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
        "care_and_support_needs": "P1 has support with medicines each day.",
        "abuse_or_neglect": "None is alleged.",
        "unable_to_protect_self": "P1 does not know the times of her doses.",
    },
    "duty": {
        "duty": "pfd-28",
        "applies": True,
        "decided_by": "Registered manager",
        "decision": "We answer by the end of the month.",
        "because": "The coroner's report came on 2 March.",
        "at": "2026-03-15T11:00:00Z",
        "since": "2026-03-02",
        "evidence": ["E1"],
    },
    "duty-step": {
        "duty": "DU1",
        "step": "answer-coroner",
        "done_on": "2026-03-16",
        "what": "By letter.",
        "evidence": ["E1"],
    },
    "representation": {
        "person": "P1",
        "capacity": [
            {
                "decision": "sharing the review with her brother",
                "outcome": "lacks capacity",
                "assessed_on": "2026-03-16",
                "assessed_by": "social worker",
                "helped_by": "Pictures, a quiet room, a second day.",
            }
        ],
        "sharing": [
            {
                "with_whom": "her brother",
                "what": "all that is found",
                "agreed": "best interests",
                "on": "2026-03-16",
                "decided_by": "social worker",
                "because": "He is at her side every week.",
            }
        ],
        "attorney": "P2",
        "deputy": "P3",
        "authority": "health and welfare",
        "advocate": "P4",
        "outcomes_wanted": ["That somebody always comes."],
    },
    "involvement": {
        "person": "P1",
        "at": "2026-03-16T14:00:00Z",
        "what": "Told what is known so far.",
        "how": "at home",
        "response": "declined",
        "needs": [
            {"need": "Easy Read", "steps": ["identified", "recorded", "met"], "met_by": "A letter."}
        ],
        "said": "Another day.",
        "questions": ["Q1"],
        "evidence": ["E1"],
    },
    "staff-support": {
        "person": "P2",
        "offered_at": "2026-03-15T09:00:00Z",
        "what": "A talk with somebody from another service.",
        "offered_by": "Service manager",
        "taken_up": "taken up",
    },
    "interview": {
        "person": "P2",
        "at": "2026-03-18T10:00:00Z",
        "how": "face to face",
        "first_captured_at": "2026-03-15T09:00:00Z",
        "accompanied_by": "colleague",
        "notes_agreed_on": "2026-03-20",
        "not_agreed_because": "One passage stands as two versions.",
        "evidence": ["E1"],
    },
    "comment": {
        "person": "P2",
        "role": "staff",
        "at": "2026-03-30T10:00:00Z",
        "reply": "could not be reached",
        "about": "T1",
        "passage": "3.2",
        "text": "Two letters, one message.",
        "answer": "We will try again.",
        "answered_by": "investigator",
        "changed": ["T1"],
    },
    "summary": {
        "audience": "easy read",
        "title": "Your tablet was late",
        "paragraphs": ["Your tablet was late.", "We are sorry."],
        "tested_with": "two people who check Easy Read",
        "tested_on": "2026-03-29",
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
        "told_by": ["observed behaviour"],
        "understood_with": "keyworker",
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
        "works_with": ["F2"],
        "interaction": "With one person fewer, what is not on the list is not said.",
    },
    "barrier": {
        "hazard": "A second dose",
        "target": "P1",
        "what": "Count of what is left before a dose is given",
        "state": "used and did not hold",
        "why": "The count was on another floor.",
        "causes": ["C1"],
        "evidence": ["E1"],
    },
    "escalation-step": {
        "warning": "A dose stands open",
        "warning_event": "T1",
        "threshold": "Open for an hour",
        "threshold_event": "T1",
        "step": "The on-call manager is rung",
        "step_event": "T2",
        "within_hours": 1.5,
        "evidence": ["E1"],
    },
    "ownership": {
        "what": "New packs from the pharmacy",
        "organisation": "Pharmacy",
        "role": "Dispensing team",
        "holds": "agreed since",
        "stands_in": "Duty pharmacist",
        "escalation_route": "The house manager rings the pharmacist in charge.",
        "escalate_after": "one working day",
        "evidence": ["E1"],
    },
    "plan-in-force": {
        "type": "positive behaviour support plan",
        "name": "Evenings",
        "person": "P1",
        "version": "4",
        "in_force_from": "2025-11-03",
        "in_force_to": "2026-03-31",
        "said": "Evening tablet with tea.",
        "evidence": ["E1"],
    },
    "shift": {
        "period": "between 14/03/2026 14:00 and 14/03/2026 22:00",
        "service": "Larch House",
        "planned": 3,
        "actual": 2,
        "agency": 1,
        "one_to_one_planned_hours": 6,
        "one_to_one_delivered_hours": 4.5,
        "competencies": "One of the two had given medicines here before.",
        "note": "A third person came at 20:00.",
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
        "not_acted_on_accepted_by": {"role": "Head of operations", "name": "Dana Example"},
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
        "escalation_route": "After a week, to the head of operations.",
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
        "type": "physical restraint",
        "time_limit": "2026-05-20",
        "reduction_plan": "A cooker that turns itself off.",
        "capacity": "Assessed with P1 on 12 March for this decision.",
        "legal_basis": "P1 agreed to it.",
        "care_plan_basis": "Support plan of February 2026, page 4.",
        "in_mental_health_unit": False,
        "started_at": "2026-03-20T21:00:00Z",
        "stopped_at": "2026-03-20T21:02:00Z",
        "place": "Kitchen",
        "antecedents": "The pan was on the ring.",
        "de_escalation": "A cup of tea was offered.",
        "how": "One hand on the arm.",
        "carried_out_by": ["P1"],
        "position": "Standing.",
        "monitoring": "Talking all the time.",
        "injury": "None.",
        "outcome": "P1 sat down.",
        "debrief_person": "The next morning, with pictures.",
        "debrief_staff": "At the end of the shift.",
        "use_of_force": [{"item": "p", "answer": "Told the same evening."}],
    },
    "restriction-review": {
        "restriction": "R1",
        "on": "2026-04-20",
        "decision": "reduce",
        "because": "The guard holds.",
        "by": "Registered manager",
        "persons_view": "P1 would like tea at night.",
        "reduced_to": "The cooker is locked at night.",
        "next_review": "2026-05-11",
        "time_limit": "2026-05-18",
        "evidence": ["E1"],
    },
    "faces": {
        "action": "A1",
        "feasibility": 4,
        "acceptability": 5,
        "cost_benefit": 3,
        "effectiveness": 4,
        "sustainability": 2,
        "role": "support worker",
        "because": "Quick to use, once it is there.",
    },
    "quality-rating": {
        "dimension": "D5",
        "rating": "some evidence",
        "because": "One of two people was heard.",
        "name": "Dana Example",
        "role": "governance lead",
        "at": "2026-04-02T09:00:00Z",
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
    "stage": {
        "came_from": "reported",
        "to": "triaged",
        "role": "manager",
        "name": "Dana Example",
        "at": "2026-03-15T09:00:00Z",
        "because": "The second late dose within a month.",
        "content_seq": 3,
    },
    "notebook": {"template": "structured-analysis", "sha256": DIGEST},
    "access": {
        "kept_by": "governance lead",
        "grants": [
            {"role": "governance lead", "because": "Keeps the list."},
            {
                "role": "investigator",
                "because": "Investigates.",
                "name": "Robin Example",
                "account": "rexample",
            },
        ],
    },
    "opening": {"name": "Robin Example", "at": "2026-03-16T09:30:00Z", "how": "workbench show"},
    "hold": {
        "role": "governance lead",
        "name": "Dana Example",
        "because": "The coroner has asked for the file.",
        "at": "2026-03-16T09:30:00Z",
    },
    "withdrawal": {
        "record": "C-0001-structured-analysis",
        "version": 1,
        "role": "governance lead",
        "name": "Dana Example",
        "because": "A picture in it shows a house number.",
        "at": "2026-03-16T09:30:00Z",
    },
}


def corpus() -> tuple[Entry, ...]:
    """Return one chained entry of every kind, made by the ledger's own code."""
    drafts, said = [], 0
    for seq, (kind, data) in enumerate(CONTENT.items(), 1):
        seen = {"content_seq": said} if KINDS[kind].decided else {}
        drafts.append(Draft(kind, None, {**data, **seen}))
        said = seq if is_content(KINDS[kind].model) else said
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
