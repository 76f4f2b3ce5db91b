"""What the case is about, who is in it, what it asks, and what it knows from where."""

from __future__ import annotations

from typing import Final

from workbench.widgets.forms.form import Group
from workbench.widgets.forms.said import Described, Said
from workbench.widgets.forms.shared import evidence

__all__ = ["INQUIRY"]

INQUIRY: Final = (
    Described(
        "scope",
        "scope",
        "scope",
        "What the case is about, so that somebody who knows nothing of the day can follow.",
        (
            Said(
                "title",
                "What is the case called?",
                "A few plain words, without names or blame.",
                missing="Give the case a title.",
                example="An evening tablet left in its pack",
            ),
            Said(
                "summary",
                "What happened, in a few lines?",
                missing="Say in a few lines what happened.",
                example="On Saturday 16 May the 21:00 tablet of P1 stayed in its pack.",
            ),
            Said("purpose", "What is the investigation for?", "What is to be understood by it."),
            Said(
                "not_investigated",
                "What is not looked into here, and who looks into it?",
                example="The choice of medicine, which is with the GP.",
            ),
            Said("covers_from", "From which day does it look?"),
            Said("covers_to", "To which day?"),
            Said(
                "method",
                "How was it looked into?",
                "Who was talked with, what was read, what was seen.",
                example="Talks with four people, two evenings at the house, the records of May.",
            ),
        ),
    ),
    Described(
        "person",
        "person",
        "people",
        "Somebody in the case, known by a reference such as P1. The name is kept apart.",
        (
            Said(
                "role",
                "Who are they in this case?",
                missing="Choose who they are in this case.",
            ),
            Said(
                "description",
                "What do they do, or how are they related?",
                "A role or relation; never a name.",
                example="support worker, on nights",
            ),
        ),
    ),
    Described(
        "name",
        "name",
        "names",
        "The name behind a reference. It is kept apart, shown in no record, and looked for before "
        "a record is made, so that none slips in.",
        (
            Said("person", "Whose name is it?", missing="Choose whose name it is."),
            Said("name", "First and last name", missing="Write the name."),
            Said(
                "also_known_as",
                "Other names they go by",
                "Short forms, nicknames, a former name.",
            ),
        ),
    ),
    Described(
        "question",
        "question",
        "questions",
        "A question that the investigation must answer. Those of the person and their family come "
        "first, in their own words.",
        (
            Said(
                "text",
                "What is asked?",
                "In the words of whoever asks.",
                missing="Write the question.",
                example="Who was meant to come?",
            ),
            Said("asked_by", "Who asks it?"),
            Said("state", "How far is it answered?"),
            Said(
                "answer",
                "What is the answer?",
                "In words that whoever asked will understand.",
            ),
            Said("because", "Why is it answered only partly, or cannot be?"),
            Said("findings", "Which findings does the answer rest on?"),
            evidence("Which evidence does the answer rest on?"),
        ),
        (Group("The answer", ("state", "answer", "because", "findings", "evidence")),),
    ),
    Described(
        "evidence",
        "piece of evidence",
        "evidence",
        "Something the investigation knows from: a record, an account, a rota, a visit.",
        (
            Said(
                "title",
                "What is it?",
                "So that somebody else could find it again; no names.",
                missing="Say what it is.",
                example="Medication chart of P1, March 2026",
            ),
            Said(
                "type",
                "What kind of evidence is it?",
                missing="Choose what kind of evidence it is.",
            ),
            Said(
                "description",
                "What does it show?",
                "What was seen or said; keep it apart from what it is taken to mean.",
            ),
            Said(
                "sha256",
                "The file itself",
                "A copy is kept in the case, and a seal shows that it was not changed.",
                input="file",
                also=("file_name", "size"),
            ),
            Said("account_of", "Whose account is it?"),
            Said("told_by", "How was it told?", "An account need not be in words."),
            Said(
                "understood_with",
                "Who knows the person, and said what it meant?",
                "A role; needed where an account was seen and not spoken.",
                example="keyworker of six years",
            ),
            Said("obtained_from", "Where does it come from?", example="GP practice", more=True),
            Said("obtained_at", "When did we get it?", more=True),
        ),
        (
            Group(
                "If it is somebody's account",
                ("account_of", "told_by", "understood_with"),
                "Behaviour tells a great deal. Enter it as an account like any other.",
            ),
        ),
    ),
)
"""The scope, people and their names, questions and evidence."""
