import pytest

from workbench.domain.change import Action
from workbench.domain.governance import SafeguardingDecision
from workbench.domain.kinds import KINDS, decode, encode, kind_named, kind_of, validate
from workbench.domain.references import Reference, references
from workbench.domain.story import Event
from workbench.errors import InvalidEntry, UnknownName

WEIGHED = {
    "facts": "f",
    "concern_raised": False,
    "at": "2026-09-18T14:30:00+01:00",
    "because": "b",
    "decided_by": "manager",
}


def test_every_kind_has_its_own_letters_and_says_what_it_is() -> None:
    prefixes = [kind.prefix for kind in KINDS.values()]

    assert len(set(prefixes)) == len(prefixes)
    assert all(len(kind.summary) > 20 for kind in KINDS.values())
    assert all(kind_of(kind.model) is kind for kind in KINDS.values())


def test_an_unknown_kind_is_answered_with_the_nearest() -> None:
    with pytest.raises(UnknownName) as caught:
        kind_named("facter")

    assert "Did you mean 'factor'?" in caught.value.remedy


def test_what_is_stored_is_what_was_said_and_reads_back_the_same() -> None:
    event = validate(KINDS["event"], "T1", {"when": "14/03/2026 18:30", "what": " Tea\r\nserved "})

    stored = encode(event)

    assert stored == {
        "when": {
            "earliest": "2026-03-14T18:30:00Z",
            "latest": "2026-03-14T18:30:00Z",
            "stated": "14/03/2026 18:30",
        },
        "what": "Tea\nserved",
    }
    assert decode(KINDS["event"], "T1", 1, stored) == event


def test_an_older_shape_is_lifted_before_it_is_read() -> None:
    newer = KINDS["event"].__class__("event", Event, "T", schema=2)
    rename = {("event", 1): lambda old: {"what": old["text"], "when": old["when"]}}

    event = decode(newer, "T1", 1, {"text": "Tea", "when": "14/03/2026"}, rename)

    assert isinstance(event, Event)
    assert event.what == "Tea"


@pytest.mark.parametrize(
    ("kind", "data", "field", "words"),
    [
        ("event", {"when": "14/03/2026"}, "what", "is missing"),
        ("event", {"when": "x", "what": "y"}, "when", "write it as"),
        ("event", {"when": "14/03/2026", "what": "  "}, "what", "is empty"),
        ("event", {"when": "14/03/2026", "what": "y", "wat": 1}, "wat", "did you mean 'what'"),
        ("event", {"when": "14/03/2026", "what": "a\u202eb"}, "what", "U+202E"),
        ("cause", {"statement": "s", "type": "thing"}, "type", "'omission'"),
        ("action", {"statement": "s", "owner": {"name": "A"}}, "owner.role", "is missing"),
        ("event", {"when": "14/03/2026", "what": "y", "evidence": ["x"]}, "evidence.0", "E3"),
        ("scope", {"title": "a\nb", "summary": "s"}, "title", "single line"),
        ("scope", {"title": "t" * 501, "summary": "s"}, "title", "longer than 500"),
        ("action", {"statement": "s", "owner": "Dana"}, "owner", '{"name": "…", "role": "…"}'),
        ("action", {"statement": "s", "due": "18/09/2026"}, "due", "Write it as 2026-09-18"),
        ("action", {"statement": "s", "findings": "FI1"}, "findings", "takes a list"),
        ("action", {"statement": 7}, "statement", "takes text"),
        ("safeguarding", {**WEIGHED, "at": "soon"}, "at", "as 2026-09-18T14:30:00+01:00"),
        ("safeguarding", {**WEIGHED, "at": "18/09/2026"}, "at", "needs a time of day"),
        ("safeguarding", {**WEIGHED, "at": "25/10/2026 01:30"}, "at", "came twice that night"),
        ("safeguarding", {**WEIGHED, "at": "29/03/2026 01:30"}, "at", "does not exist"),
        ("safeguarding", {**WEIGHED, "concern_raised": "maybe"}, "concern_raised", "true or false"),
    ],
)
def test_a_bad_field_is_named_and_explained(
    kind: str, data: dict[str, object], field: str, words: str
) -> None:
    with pytest.raises(InvalidEntry) as caught:
        validate(KINDS[kind], "T1", data)

    assert words in caught.value.problems[field]


@pytest.mark.parametrize(
    ("typed", "utc"),
    [
        ("14/07/2026 18:30", "2026-07-14T17:30:00+00:00"),
        ("2026-07-14T18:30", "2026-07-14T17:30:00+00:00"),
        ("14/01/2026 18:30", "2026-01-14T18:30:00+00:00"),
        ("2026-07-14T18:30:00.250+01:00", "2026-07-14T17:30:00.250000+00:00"),
        ("2026-10-25T01:30:00+01:00", "2026-10-25T00:30:00+00:00"),
    ],
)
def test_a_moment_typed_without_an_offset_is_a_time_in_england(typed: str, utc: str) -> None:
    held = validate(KINDS["safeguarding"], "SG1", {**WEIGHED, "at": typed})

    assert isinstance(held, SafeguardingDecision)
    assert held.at.isoformat() == utc


@pytest.mark.parametrize("secret", ["Beatrix", "31/02/2026 Beatrix"])
def test_an_error_never_repeats_what_was_written(secret: str) -> None:
    with pytest.raises(InvalidEntry) as caught:
        validate(KINDS["event"], "T1", {"when": secret, "what": 7, "who": [secret]})

    assert "Beatrix" not in str(caught.value) + caught.value.remedy


@pytest.mark.parametrize(
    ("kind", "data", "words"),
    [
        ("question", {"text": "Why?", "state": "answered"}, "answer in words"),
        ("question", {"text": "Why?", "state": "cannot be answered"}, "because"),
        ("action", {"statement": "s", "state": "implemented"}, "implemented_on"),
        (
            "action",
            {"statement": "s", "state": "communicated", "implemented_on": "2026-03-01"},
            "communicated_on",
        ),
        (
            "link",
            {"cause": "C1", "effect": "C1", "mechanism": "m", "confidence": "possible"},
            "itself",
        ),
        (
            "verification",
            {
                "measure": "M1",
                "on": "2026-03-01",
                "outcome": "met",
                "result": "r",
                "by": "Audit lead",
                "sampled": 5,
                "conforming": 6,
            },
            "more conformed",
        ),
        (
            "manager-review",
            {"role": "Registered manager", "at": "2026-03-01T09:00:00Z", "decision": "d"},
            "escalated_to",
        ),
        (
            "safeguarding",
            {
                "facts": "f",
                "concern_raised": True,
                "at": "2026-03-01T09:00:00Z",
                "because": "b",
                "decided_by": "Registered manager",
            },
            "raised_with",
        ),
    ],
)
def test_a_value_that_contradicts_itself_is_refused(
    kind: str, data: dict[str, object], words: str
) -> None:
    with pytest.raises(InvalidEntry, match=words):
        validate(KINDS[kind], "T1", data)


def test_references_are_found_on_every_field_that_makes_one() -> None:
    action = validate(
        KINDS["action"], "A1", {"statement": "s", "findings": ["FI1", "FI2"], "evidence": ["E1"]}
    )

    assert isinstance(action, Action)
    assert references(action) == (
        Reference("findings", "finding", "FI1"),
        Reference("findings", "finding", "FI2"),
        Reference("evidence", "evidence", "E1"),
    )


def test_every_reference_names_a_kind_that_exists() -> None:
    from workbench.domain.references import reference_fields

    named = {to for kind in KINDS.values() for _, to in reference_fields(kind.model)}

    assert named <= set(KINDS)
    assert {"evidence", "event", "cause", "finding", "action", "measure"} <= named
