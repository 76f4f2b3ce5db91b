"""PPL: the people an investigation concerns take part in it, and are looked after."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.analysis.participation import (
    affected_staff,
    format_needs,
    has_own_account,
    people_supported,
    support_offered_to,
)
from workbench.checks.context import Asked
from workbench.checks.registry import LEADERS, SIGNATORIES, Hit, Severity, check
from workbench.domain.people import Interview, Involvement, Representation
from workbench.domain.people_words import AccessibleStep, Capacity, Consent

__all__ = [
    "best_interests_without_capacity_decision",
    "format_need_not_met",
    "interview_notes_not_agreed",
    "nobody_to_speak_for_them",
    "own_account_missing",
    "person_not_involved",
    "representation_missing",
    "staff_without_support",
]


@check(
    "PPL001",
    "person-not-involved",
    severity="blocks",
    gate="comment",
    accept_by=LEADERS,
    source="PSIRF: compassionate engagement and involvement; CQC 2016; Mazars 2015",
)
def person_not_involved(asked: Asked) -> Iterator[Hit]:
    """Nothing says how the person supported was told, asked or included.

    Why it matters:
        It happened to them. In about two thirds of the investigations that Mazars read in 2015
        no family took part, and CQC found involvement in 12 per cent of reports. An entry that
        they declined, or could not be reached, counts: it shows that somebody tried, and how.

        It blocks a thematic review and a structured analysis, and warns in a rapid learning review:
        involvement is in proportion to the response, and learning of the first days is not to wait
        for a conversation. The person is still owed it; what the law asks is asked in every tier.

    Example:
        >>> from workbench.checks.examples import found
        >>> person = ("person", "P1", {"role": "person supported"})
        >>> found("PPL001", person)
        ['P1']

    Instead:
        >>> visit = {"person": "P1", "at": "2026-03-16T14:00:00+00:00", "how": "at home",
        ...     "what": "Told what is known so far, and asked what she wants looked into."}
        >>> found("PPL001", person, ("involvement", "IV1", visit))
        []

    References:
        Patient Safety Incident Response Framework (PSIRF), first aim, and third: considered and
        proportionate responses; CQC, *Learning, candour and accountability* (2016); Mazars,
        *Independent review of deaths* (2015).
    """
    involved = {one.person for one in asked.case.all(Involvement)}
    for person in people_supported(asked.case):
        if person.id not in involved:
            yield Hit(
                person.id,
                "No entry says how the person was told, asked or included. Add one, also where "
                "they declined or could not be reached.",
                "What would taking part look like for this person?",
                lighter=Severity.WARNS if asked.rapid else None,
            )


@check(
    "PPL002",
    "representation-missing",
    severity="warns",
    accept_by=LEADERS,
    source="Mental Capacity Act 2005, sections 1 to 4",
)
def representation_missing(asked: Asked) -> Iterator[Hit]:
    """Nothing says how the person decides, who speaks with them, and what may be shared.

    Why it matters:
        Whom may the investigator talk to, and about what? A person is presumed to decide that
        for themselves. Families are told too much or nothing where nobody has asked.

    Example:
        >>> from workbench.checks.examples import found
        >>> person = ("person", "P1", {"role": "person supported"})
        >>> found("PPL002", person)
        ['P1']

    Instead:
        >>> found("PPL002", person, ("representation", "RP1", {"person": "P1",
        ...     "sharing": [{"with_whom": "her sister", "agreed": "yes", "on": "2026-03-16"}]}))
        []

    References:
        Mental Capacity Act 2005, sections 1 to 4; whether the person can take a decision, and
        who decides if they cannot, is for those the Act names.
    """
    held = {one.person for one in asked.case.all(Representation)}
    for person in people_supported(asked.case):
        if person.id not in held:
            yield Hit(
                person.id,
                "No entry says how the person decides, with whom findings may be shared, and who "
                "speaks with them.",
            )


@check(
    "PPL003",
    "format-need-not-met",
    severity="warns",
    accept_by=LEADERS,
    source="Accessible Information Standard: identify, record, flag, share, meet",
)
def format_need_not_met(asked: Asked) -> Iterator[Hit]:
    """A need for another format was identified, and nothing says that it was met.

    Why it matters:
        A letter that cannot be read tells nobody anything. A need that is only written down is
        a need that the next letter forgets.

    Example:
        >>> from workbench.checks.examples import found
        >>> visit = {"person": "P1", "at": "2026-03-16T14:00:00+00:00", "what": "Told the news.",
        ...     "needs": [{"need": "Easy Read", "steps": ["identified", "recorded"]}]}
        >>> found("PPL003", ("involvement", "IV1", visit))
        ['IV1']

    Instead:
        >>> met = {"need": "Easy Read", "steps": ["identified", "met"],
        ...     "met_by": "An Easy Read letter, gone through together."}
        >>> found("PPL003", ("involvement", "IV1", visit), ("involvement", "IV2", {**visit,
        ...     "at": "2026-03-20T14:00:00+00:00", "needs": [met]}))
        []

    References:
        Accessible Information Standard: needs are identified, recorded, flagged, shared and met.
    """
    for entry, need in format_needs(asked.case):
        if not need.met:
            reached = max(need.steps, key=list(AccessibleStep).index, default="identified")
            yield Hit(
                entry.id,
                f"A format need of {entry.person} has come as far as '{reached}' and is not met. "
                "Meet it, and say how in 'met_by'.",
                excerpt=need.need,
            )


@check(
    "PPL004",
    "staff-without-support",
    severity="warns",
    accept_by=LEADERS,
    source="NPSA report outline: support for staff; PSIRF: those affected",
)
def staff_without_support(asked: Asked) -> Iterator[Hit]:
    """Somebody from the service was there, and nothing says that support was offered to them.

    Why it matters:
        People who were there carry it. They remember and tell more where they feel safe, and
        they are also the ones who will make the changes.

    Example:
        >>> from workbench.checks.examples import found
        >>> there = (("person", "P2", {"role": "staff"}),
        ...     ("event", "T1", {"when": "14/03/2026", "what": "P2 rang 999.", "who": ["P2"]}))
        >>> found("PPL004", *there)
        ['P2']

    Instead:
        >>> found("PPL004", *there, ("staff-support", "SS1", {"person": "P2",
        ...     "offered_at": "2026-03-15T09:00:00+00:00",
        ...     "what": "A talk with somebody outside the line; time off."}))
        []

    References:
        Patient Safety Incident Response Framework: those affected include staff; NPSA report
        outline, *support for staff*.
    """
    offered = support_offered_to(asked.case)
    for person in affected_staff(asked.case):
        if person.id not in offered:
            yield Hit(
                person.id,
                "Nothing says that support was offered. Offer it and record what was offered; "
                "whether it is taken up is theirs to decide.",
            )


@check(
    "PPL005",
    "interview-notes-not-agreed",
    severity="warns",
    accept_by=SIGNATORIES,
    source="Good practice in investigation interviews, unverified as a rule",
)
def interview_notes_not_agreed(asked: Asked) -> Iterator[Hit]:
    """The person who was interviewed has not agreed the notes, and nothing says why.

    Why it matters:
        Notes are what somebody heard. Read back, they become what the other person said, and
        often more comes to mind.

    Example:
        >>> from workbench.checks.examples import found
        >>> talk = {"person": "P2", "at": "2026-03-18T10:00:00+00:00", "how": "face to face"}
        >>> found("PPL005", ("interview", "IW1", talk))
        ['IW1']

    Instead:
        >>> found("PPL005", ("interview", "IW1", {**talk, "notes_agreed_on": "2026-03-20"}),
        ...     ("interview", "IW2", {**talk, "not_agreed_because": "On long leave since."}))
        []

    References:
        Good practice in investigation interviews; unverified as a rule, so it can be accepted.
    """
    for interview in asked.case.all(Interview):
        if interview.notes_agreed_on is None and interview.not_agreed_because is None:
            yield Hit(
                interview.id,
                "Nothing says that the notes were agreed. Read them back, and enter the day in "
                "'notes_agreed_on' or the reason in 'not_agreed_because'.",
            )


@check(
    "PPL006",
    "own-account-missing",
    severity="warns",
    accept_by=LEADERS,
    source="The person's own voice, also without words, as evidence; unverified as a rule",
)
def own_account_missing(asked: Asked) -> Iterator[Hit]:
    """No account of the person supported, in words or otherwise, is among the evidence.

    Why it matters:
        Everybody else's record of that day is somebody else's. People who use no words tell too:
        by what they do, where they go, what they turn from. Note what was seen apart from what
        somebody who knows them took it to mean.

    Example:
        >>> from workbench.checks.examples import found
        >>> person = ("person", "P1", {"role": "person supported"})
        >>> found("PPL006", person)
        ['P1']

    Instead:
        >>> found("PPL006", person, ("evidence", "E1", {"title": "P1 at the bath-room door",
        ...     "type": "person's own account", "account_of": "P1",
        ...     "description": "Stops at the door, pulls back her hand, looks at the hoist.",
        ...     "told_by": ["observed behaviour"], "understood_with": "keyworker of six years"}))
        []

    References:
        CQC, *Learning, candour and accountability* (2016), on reports in which nobody hears the
        person or the family.
    """
    for person in people_supported(asked.case):
        if not has_own_account(asked.case, person):
            yield Hit(
                person.id,
                "The person's own account is not among the evidence. Add it as evidence of the "
                "type 'person's own account'; 'told_by' says how it was given, without words too.",
                "How does this person tell people things?",
            )


@check(
    "PPL007",
    "best-interests-without-capacity-decision",
    severity="warns",
    accept_by=LEADERS,
    source="Mental Capacity Act 2005, sections 1 and 4",
)
def best_interests_without_capacity_decision(asked: Asked) -> Iterator[Hit]:
    """Something was shared in the person's best interests, without a decision on capacity.

    Why it matters:
        Best interests come in only for a decision that the person lacks capacity to take.
        Otherwise the answer to 'may we tell your sister?' is theirs.

    Example:
        >>> from workbench.checks.examples import found
        >>> shared = {"with_whom": "her sister", "agreed": "best interests", "on": "2026-03-16",
        ...     "decided_by": "social worker", "because": "Her sister knows her routines."}
        >>> found("PPL007", ("representation", "RP1", {"person": "P1", "sharing": [shared]}))
        ['RP1']

    Instead:
        >>> lacks = {"decision": "sharing the review with her sister",
        ...     "outcome": "lacks capacity", "assessed_on": "2026-03-16",
        ...     "assessed_by": "social worker"}
        >>> found("PPL007", ("representation", "RP1", {"person": "P1", "sharing": [shared],
        ...     "capacity": [lacks]}))
        []

    References:
        Mental Capacity Act 2005, section 1(5) and section 4.
    """
    without = (Capacity.LACKS, Capacity.FLUCTUATES)
    for held in asked.case.all(Representation):
        on_best_interests = any(one.agreed is Consent.BEST_INTERESTS for one in held.sharing)
        if on_best_interests and not any(one.outcome in without for one in held.capacity):
            yield Hit(
                held.id,
                "Sharing was decided in the person's best interests, and no entry under "
                "'capacity' says that they could not take that decision. Add it, or ask them.",
            )


@check(
    "PPL008",
    "nobody-to-speak-for-them",
    severity="advises",
    accept_by=SIGNATORIES,
    source="Advocacy in investigations, unverified as a rule",
)
def nobody_to_speak_for_them(asked: Asked) -> Iterator[Hit]:
    """The person lacked capacity for a decision, and no attorney, deputy or advocate is named.

    Why it matters:
        Somebody should be there who has only this person's side to think of. Whether there is a
        duty to arrange an advocate is for the local authority or the NHS body to decide.

    Example:
        >>> from workbench.checks.examples import found
        >>> held = {"person": "P1", "capacity": [{"decision": "taking part in the review",
        ...     "outcome": "lacks capacity", "assessed_on": "2026-03-16",
        ...     "assessed_by": "social worker"}]}
        >>> found("PPL008", ("representation", "RP1", held))
        ['RP1']

    Instead:
        >>> found("PPL008", ("representation", "RP1", {**held, "advocate": "P5"}))
        []

    References:
        Mental Capacity Act 2005 on independent advocates and Care Act 2014 on advocacy may
        apply; unverified here as to when.
    """
    for held in asked.case.all(Representation):
        lacked = any(one.outcome is Capacity.LACKS for one in held.capacity)
        if lacked and not (held.attorney or held.deputy or held.advocate):
            yield Hit(
                held.id,
                "No attorney, deputy or advocate is named for somebody who could not take a "
                "decision on their own.",
                "Who is there with only this person's side to think of?",
            )
