"""A whole, invented case for records: choking at lunch in a supported living house."""

from __future__ import annotations

from datetime import UTC, datetime

from workbench.checks.examples import ExampleEntry, example_case
from workbench.domain.case import Case

__all__ = ["NAMES", "ROLES", "mealtime_case", "mealtime_entries"]

ROLES = ("investigator", "manager", "governance lead")

NAMES = (
    ("P1", "Maria Lopéz", ("Mari",)),
    ("P2", "Anjali O'Brien", ()),
    ("P3", "Tomasz Wiśniewski", ()),
    ("P4", "Helen Lopéz", ()),
)


def mealtime_case(*more: ExampleEntry) -> Case:
    """The case, approved by all three roles, with `more` entries after it."""
    entries = mealtime_entries()
    last = len(entries)
    return example_case(
        *entries,
        *_sign_offs(last),
        *more,
        case_id="C-0017",
        start=datetime(2026, 3, 9, 9, 0, tzinfo=UTC),
    )


def mealtime_entries() -> tuple[ExampleEntry, ...]:
    """Everything the case says, before anybody approved it."""
    return (*_opening(), *_people(), *_evidence(), *_events(), *_factors(), *_causes(), *_change())


def _opening() -> tuple[ExampleEntry, ...]:
    return (
        (
            "incident",
            "I1",
            {
                "incident": {
                    "id": "INC-2026-0311",
                    "when": "03/03/2026 12:40",
                    "reported_at": "2026-03-03T14:05:00+00:00",
                    "service": "Alder Court, supported living",
                    "location": "Kitchen",
                    "category": "choking",
                    "narrative": "P1 choked on toast at lunch. P2 gave back blows, and the airway "
                    "cleared within a minute. An ambulance was called.",
                    "immediate_action": "Back blows; 999; observations for four hours; soft diet.",
                    "people_involved": "P1, who lives at Alder Court; P2 and P3, support workers.",
                    "known_risks": "Dysphagia: IDDSI level 6, soft and bite-sized, since January.",
                    "safeguarding": "Raised with the local authority the same day.",
                    "follow_up_actions": "Mealtime plans of all five tenants read again.",
                    "physical_harm": "low",
                    "psychological_harm": "moderate",
                },
                "digest": "6f" * 32,
            },
        ),
        (
            "scope",
            "SC1",
            {
                "title": "Choking at lunch: how a new mealtime plan did not reach the kitchen",
                "summary": "On Tuesday 3 March 2026 a woman who lives at Alder Court choked on a "
                "piece of toast. A support worker cleared her airway within a minute and she "
                "recovered in hospital. Her plan had changed in January: her food was to be soft "
                "and cut small. The new plan was in the office file. The one on the kitchen wall "
                "was the old one.\n\nThis review asks how that made sense to everybody at the "
                "time, and what will make it harder to happen again.",
                "purpose": "To learn, and to answer the questions of P1 and her sister. It does "
                "not look for blame.",
                "not_investigated": "The clinical decision of January, which the speech and "
                "language therapy service reviews itself.",
                "covers_from": "2026-01-12",
                "covers_to": "2026-03-04",
                "method": "Conversations with five people, the records of eight weeks, and two "
                "mealtimes watched with P1's agreement.",
            },
        ),
        (
            "manager-review",
            "MR1",
            {
                "role": "Registered manager",
                "at": "2026-03-04T09:30:00+00:00",
                "decision": "Structured analysis: the second mealtime event in a quarter.",
                "escalated_to": "Director of operations",
            },
        ),
        (
            "safeguarding",
            "SG1",
            {
                "facts": "P1 was given food of a texture that her plan ruled out.",
                "concern_raised": True,
                "raised_with": "Adult safeguarding team of the local authority",
                "at": "2026-03-03T16:20:00+00:00",
                "because": "P1 was harmed while she relied on support.",
                "decided_by": "Safeguarding lead",
            },
        ),
    )


def _people() -> tuple[ExampleEntry, ...]:
    people = (
        ("P1", "person supported", "lives at Alder Court"),
        ("P2", "staff", "support worker, at Alder Court for three years"),
        ("P3", "staff", "support worker, from the agency"),
        ("P4", "family", "sister of P1"),
        ("P5", "professional", "speech and language therapist"),
    )
    questions = (
        (
            "Why was I given toast?",
            "P1",
            "answered",
            "Because the plan on the kitchen wall still said that toast was fine. The new plan "
            "was in the office, and nobody had the task of changing the one on the wall.",
            None,
            ["FI1"],
        ),
        (
            "Did anybody tell the agency worker about her swallowing?",
            "P4",
            "partly answered",
            "It was not part of the handover that morning. Whether it was said in passing, "
            "people remember differently.",
            "Two accounts differ and nothing was written down.",
            ["FI2"],
        ),
        ("Could it happen to somebody else here?", "P4", "answered", "Yes: two of the five plans "
         "on the wall were out of date in March. All five were changed on 5 March.", None, ["FI1"]),
    )  # fmt: skip
    return (
        *(("person", ref, {"role": role, "description": said}) for ref, role, said in people),
        *(
            ("name", f"N{n}", {"person": ref, "name": name, "also_known_as": list(known)})
            for n, (ref, name, known) in enumerate(NAMES, 1)
        ),
        *(
            (
                "question",
                f"Q{n}",
                {
                    "text": text,
                    "asked_by": by,
                    "state": state,
                    "answer": answer,
                    "because": because,
                    "findings": findings,
                },
            )
            for n, (text, by, state, answer, because, findings) in enumerate(questions, 1)
        ),
    )


def _evidence() -> tuple[ExampleEntry, ...]:
    held = (
        ("Mealtime plan, version of 14 January 2026", "plan", "Office file", "plan-2026-01.pdf"),
        ("Mealtime plan on the kitchen wall, version of May 2025", "plan", "Kitchen", "wall.jpg"),
        ("Daily notes, 12 January to 4 March", "care record", "Registered manager", "notes.pdf"),
        ("Rota and handover sheets, weeks 9 and 10", "rota", "Registered manager", "rota.xlsx"),
        ("P1 tells of that lunch, with her picture cards", "person's own account", None, None),
        ("Conversation with P2, read back and agreed", "interview", None, "p2.pdf"),
        ("Conversation with P3, read back and agreed", "interview", None, "p3.pdf"),
        ("Two lunches watched, 17 and 19 March", "observation", "Investigator", "lunches.pdf"),
    )
    accounts = {5: "P1", 6: "P2", 7: "P3"}
    return tuple(
        (
            "evidence",
            f"E{n}",
            {
                "title": title,
                "type": kind,
                "obtained_from": source,
                "account_of": accounts.get(n),
                "file_name": file,
                "sha256": f"{n:02x}a4" * 16 if file else None,
                "size": 48_213 * n if file else None,
            },
        )
        for n, (title, kind, source, file) in enumerate(held, 1)
    )


def _events() -> tuple[ExampleEntry, ...]:
    told = (
        ("14/01/2026", "P5 assesses P1's swallowing and writes a new mealtime plan: soft food, "
         "cut small, no toast.", ["P5", "P1"], ["E1"], {}),
        ("between 14/01/2026 15:00 and 16/01/2026 18:00", "The new plan is filed in the office. "
         "The one on the kitchen wall stays.", [], ["E1", "E2"], {}),
        ("03/03/2026 07:30", "Handover from the night. Meals are not on the handover sheet.",
         ["P2", "P3"], ["E4"], {}),
        ("about 03/03/2026 12:10", "P2 says that she told P3 “careful with her food”.",
         ["P2", "P3"], ["E6"], {"account_of": "P2", "conflicts_with": ["T5"]}),
        ("about 03/03/2026 12:10", "P3 says that food was not spoken of before lunch.",
         ["P3"], ["E7"], {"account_of": "P3", "conflicts_with": ["T4"]}),
        ("03/03/2026 12:25", "P3 reads the plan on the wall, which allows toast, and makes toast "
         "with beans.", ["P3"], ["E2", "E7"], {}),
        ("03/03/2026 12:40", "P1 chokes. P2 hears it from the hall.", ["P1", "P2"],
         ["E3", "E5", "E6"], {}),
        ("03/03/2026 12:41", "P2 gives five back blows; the airway clears.", ["P2", "P1"],
         ["E3", "E6"], {"went_well": True}),
        ("03/03/2026 12:43", "P3 calls 999 and stays with P1, talking to her.", ["P3", "P1"],
         ["E3"], {"went_well": True}),
        ("05/03/2026 10:00", "All five plans on the wall are compared with the office file; two "
         "are out of date and are changed.", [], ["E8"], {}),
    )  # fmt: skip
    return tuple(
        (
            "event",
            f"T{n}",
            {"when": when, "what": what, "who": who, "evidence": evidence, **more},
        )
        for n, (when, what, who, evidence, more) in enumerate(told, 1)
    )


def _factors() -> tuple[ExampleEntry, ...]:
    told = (
        ("The plan is kept in two places, and changing one does not change the other.",
         "environment", "equipment", "contributed", ["E1", "E2"]),
        ("Nobody has the task of changing the plan on the wall when a new one arrives.",
         "workforce", "organisation", "contributed", ["E6", "E8"]),
        ("The handover sheet has no line for how somebody eats and drinks.",
         "communication", "communication", "contributed", ["E4"]),
        ("In week 10 four of fourteen shifts had somebody new to the house.",
         "workforce", "working-conditions", "contributed", ["E4"]),
        ("P2 had practised back blows in January and knew what to do at once.",
         "workforce", "education", "mitigated", ["E6"]),
    )  # fmt: skip
    return (
        ("problem", "B1", {"statement": "P1 was given toast, which her plan ruled out.",
                           "events": ["T6"]}),
        *(
            (
                "factor",
                f"F{n}",
                {
                    "statement": said,
                    "lens": lens,
                    "group": group,
                    "effect": effect,
                    "evidence": evidence,
                    "problem": "B1" if effect == "contributed" else None,
                },
            )
            for n, (said, lens, group, effect, evidence) in enumerate(told, 1)
        ),
    )  # fmt: skip


def _causes() -> tuple[ExampleEntry, ...]:
    causes = (
        ("P1 choked on toast", "outcome", ["T7"], [], None),
        ("Toast was made for lunch", "human action", ["T6"], [], None),
        ("The plan on the wall was the old one", "condition", ["T2"], ["F1"], None),
        ("No one had the task of changing the plan on the wall", "condition", [], ["F2"],
         "The provider decides who does this, and can change it."),
        ("The handover had no place for how people eat", "condition", ["T3"], ["F3"],
         "The sheet belongs to the house, which can change it."),
    )  # fmt: skip
    links = (
        ("C2", "C1", "toast is dry and hard to break up without back teeth", "established", ["E3"]),
        ("C3", "C2", "P3 looked it up, as asked, and the wall allowed toast", "established",
         ["E2", "E7"]),
        ("C4", "C3", "the new plan went to the office, and nobody carried it on", "probable",
         ["E6", "E8"]),
        ("C5", "C2", "nothing said that morning made P3 doubt the wall", "possible", ["E4"]),
    )  # fmt: skip
    return (
        *(
            (
                "cause",
                f"C{n}",
                {
                    "statement": said,
                    "type": kind,
                    "events": events,
                    "factors": factors,
                    "evidence": ["E3"],
                    "stop_reason": stop,
                },
            )
            for n, (said, kind, events, factors, stop) in enumerate(causes, 1)
        ),
        *(
            (
                "link",
                f"L{n}",
                {
                    "cause": cause,
                    "effect": effect,
                    "mechanism": how,
                    "confidence": sure,
                    "evidence": evidence,
                },
            )
            for n, (cause, effect, how, sure, evidence) in enumerate(links, 1)
        ),
    )


def _change() -> tuple[ExampleEntry, ...]:
    findings = (
        ("When a mealtime plan changes, nothing makes the plan in the kitchen change with it. In "
         "March two of five were out of date.", "area for improvement", ["C3", "C4"]),
        ("Somebody new to the house has no way to hear at handover how people eat and drink.",
         "area for improvement", ["C5"]),
        ("Practising for emergencies in the house itself works: P2 acted within a minute. Keep "
         "doing it.", "good practice", []),
    )  # fmt: skip
    actions = (
        ("Show each plan on one screen in the kitchen that reads from the office file, and take "
         "the paper plans down.", "Rosalind Achterberg", "Head of digital records", "2026-06-30",
         ["FI1"], "forcing-function", "open", {}),
        ("Add “eating and drinking” to the handover sheet, to be read aloud for everybody.",
         "Gethin Pryce", "Registered manager", "2026-04-17", ["FI2"], "checklist",
         "communicated", {"implemented_on": "2026-04-10", "communicated_on": "2026-04-14",
                          "communicated_to": "all staff of the house, P1 and her sister"}),
        ("Practise back blows and 999 in each house twice a year, with agency staff.",
         "Gethin Pryce", "Registered manager", "2026-05-29", ["FI3"], "training", "open", {}),
    )  # fmt: skip
    return (
        *(
            ("finding", f"FI{n}", {"statement": said, "type": kind, "causes": causes,
                                   "factors": [] if causes else ["F5"], "evidence": ["E8"]})
            for n, (said, kind, causes) in enumerate(findings, 1)
        ),
        *(
            (
                "action",
                f"A{n}",
                {
                    "statement": said,
                    "owner": {"name": name, "role": role},
                    "due": due,
                    "findings": found,
                    "approach": approach,
                    "state": state,
                    **more,
                },
            )
            for n, (said, name, role, due, found, approach, state, more) in enumerate(actions, 1)
        ),
        *_measures(),
    )  # fmt: skip


def _measures() -> tuple[ExampleEntry, ...]:
    return (
        (
            "measure",
            "M1",
            {
                "action": "A1",
                "statement": "Meals that fit the plan in force that day",
                "baseline": "41 of 50",
                "target": "at least 49 of 50",
                "plan": {
                    "method": "observation",
                    "detail": "Ten meals a week, drawn by lot, watched by a manager of another "
                    "house.",
                    "responsible": "Manager of Rowan House",
                    "review_on": "2026-08-14",
                    "sample_size": 10,
                    "weeks": 5,
                },
            },
        ),
        (
            "measure",
            "M2",
            {
                "action": "A2",
                "statement": "Handovers at which eating and drinking was spoken of",
                "baseline": "0 of 20",
                "target": "at least 19 of 20",
            },
        ),
    )


def _sign_offs(seq: int) -> tuple[ExampleEntry, ...]:
    given = (
        ("investigator", "Imogen Falconbridge", "I gathered the evidence, and what is written "
         "here is what I found."),
        ("manager", "Gethin Pryce", "I answer for these actions and have the means to do them."),
        ("governance lead", "Dr Oluwaseun Bankole", "I tested the reasoning, above all why the "
         "wall was trusted. I have not judged the clinical plan."),
    )  # fmt: skip
    return tuple(
        (
            "sign-off",
            f"SO{n}",
            {
                "role": role,
                "name": name,
                "decision": "approved",
                "meaning": meaning,
                "at": f"2026-04-2{n}T10:00:00+00:00",
                "content_seq": seq,
            },
        )
        for n, (role, name, meaning) in enumerate(given, 1)
    )
