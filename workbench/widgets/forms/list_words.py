"""The closed lists of the domain in words: a label for each value, and help where it needs it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final, TypeAlias

from workbench.domain.commission import OtherProcess
from workbench.domain.people_words import (
    AccessibleStep,
    Audience,
    Capacity,
    Consent,
    Reply,
    Response,
    TakeUp,
    Telling,
)
from workbench.domain.vocabulary import (
    ActionState,
    BarrierState,
    CauseType,
    Circumstance,
    Combination,
    Confidence,
    EvidenceRating,
    EvidenceType,
    FactorEffect,
    FindingType,
    Horizon,
    Lens,
    Likelihood,
    OwnershipTime,
    PersonRole,
    PhysicalHarm,
    PlanType,
    QuestionState,
    RestrictionType,
    ReviewDecision,
    Tier,
    VerificationMethod,
    VerificationOutcome,
)
from workbench.domain.when import Precision
from workbench.widgets.forms.form import Choice

__all__ = ["WORDED", "word_for", "words_of"]

_Words: TypeAlias = Mapping[StrEnum, tuple[str, str]]


def words_of(words: type[StrEnum]) -> tuple[Choice, ...]:
    """Return the values of a closed list as choices, in its order."""
    return tuple(Choice(str(value), *_said(words, value)) for value in words)


def word_for(value: StrEnum) -> Choice:
    """Return one value of a closed list as a choice."""
    return Choice(str(value), *_said(type(value), value))


def _said(words: type[StrEnum], value: StrEnum) -> tuple[str, str]:
    label, help_ = WORDED[words].get(value, ("", ""))
    return label or _sentence(str(value)), help_


def _sentence(value: str) -> str:
    return f"{value[0].upper()}{value[1:]}"


_CAUSES: Final[_Words] = {
    CauseType.OUTCOME: ("The outcome", "What the investigation sets out to explain."),
    CauseType.EVENT: ("An event", "Something that happened, not done by anybody."),
    CauseType.ACTION: (
        "Something somebody did",
        "It needs a cause of its own: what made it the sensible thing to do?",
    ),
    CauseType.DEVIATION: (
        "Work done another way than written",
        "It needs a cause of its own: what made the other way the workable one?",
    ),
    CauseType.OMISSION: (
        "Something that was not done",
        "It counts as a cause only where there was a duty to do it.",
    ),
    CauseType.CONDITION: ("A condition", "How things were: a rota, a room, a form, a plan."),
}

_EVIDENCE: Final[_Words] = {
    EvidenceType.CARE_RECORD: ("", "Daily notes, charts, health records."),
    EvidenceType.PLAN: ("", "A support plan, risk assessment or behaviour support plan."),
    EvidenceType.POLICY: ("Policy or procedure", ""),
    EvidenceType.ACCOUNT: ("Somebody's account", "What a member of staff or the family told."),
    EvidenceType.OWN_ACCOUNT: (
        "The person's own account",
        "What the person supported told or showed, with or without words.",
    ),
    EvidenceType.INTERVIEW: ("Notes of an interview", ""),
    EvidenceType.OBSERVATION: ("Observation", "What was seen on a visit: the place, the work."),
    EvidenceType.ROTA: ("Rota or shift record", ""),
    EvidenceType.CORRESPONDENCE: ("Letters, emails or messages", ""),
    EvidenceType.DEVICE_LOG: ("Log of a device or system", "Call bell, telephone, door, sensor."),
    EvidenceType.OTHER: ("Something else", "Say what it is in the title."),
}

_STATES: Final[_Words] = {
    ActionState.OPEN: ("Open", "It is still to be done."),
    ActionState.IMPLEMENTED: ("Implemented", "The change is made. Give the date."),
    ActionState.COMMUNICATED: (
        "Implemented and communicated",
        "The people it concerns know of it. Give the date, and who.",
    ),
    ActionState.VERIFIED: (
        "Verified",
        "A check met the target that was set before. Enter that check as well.",
    ),
    ActionState.NOT_EFFECTIVE: (
        "Not effective",
        "It was done, and the check showed that it did not work. Another action follows.",
    ),
}

_RESTRICTIONS: Final[_Words] = {
    RestrictionType.PHYSICAL: ("", "Being held, or kept from moving. This is force."),
    RestrictionType.MECHANICAL: ("", "A belt, splint or other device. This is force."),
    RestrictionType.CHEMICAL: ("", "Medicine given to control behaviour. This is force."),
    RestrictionType.ISOLATION: ("", "Kept alone and not free to leave. This is force."),
    RestrictionType.SURROUNDINGS: ("", "Locked doors or cupboards, sensors, things taken away."),
    RestrictionType.MONITORING: ("", "Watched or checked on more than others are."),
    RestrictionType.COMMUNITY: ("", "Not going out, or only with somebody."),
    RestrictionType.CONTACT: ("", "Visits, telephone or internet."),
    RestrictionType.OTHER: ("Something else", ""),
}

_HARM: Final[_Words] = {
    PhysicalHarm.NONE: ("No harm", ""),
    PhysicalHarm.LOW: ("Low harm", ""),
    PhysicalHarm.MODERATE: ("Moderate harm", ""),
    PhysicalHarm.SEVERE: ("Severe harm", ""),
    PhysicalHarm.FATAL: ("Death", ""),
}

_LIKELY: Final[_Words] = {
    Likelihood.FREQUENT: ("", "Several times a year."),
    Likelihood.OCCASIONAL: ("", "Several times in one to two years."),
    Likelihood.UNCOMMON: ("", "Once in two to five years."),
    Likelihood.REMOTE: ("", "Once in five to thirty years."),
}

_TIERS: Final[_Words] = {
    Tier.RAPID: ("", "Low to moderate harm, and it stands alone: about an hour with those there."),
    Tier.THEMATIC: ("", "It has happened before, or in several places: looked at together."),
    Tier.STRUCTURED: ("", "Serious harm, or it does not add up: every step, in depth."),
}

_PRECISIONS: Final[_Words] = {
    Precision.MINUTE: ("At this time", "To the minute, from a clock or a log."),
    Precision.HOUR: ("About this time", "Give or take half an hour."),
    Precision.DAY: ("Some time on this day", "The day is known, the time of day is not."),
    Precision.BETWEEN: ("Between two times", "Not earlier than one, not later than the other."),
    Precision.BEFORE: ("Before this time", "How long before is not known."),
    Precision.AFTER: ("After this time", "How long after is not known."),
}

_CIRCUMSTANCES: Final[_Words] = {
    Circumstance.LASTING: ("", "Of the senses, of movement, or of the mind."),
    Circumstance.PAIN: ("", "Lasting 28 days or more."),
    Circumstance.DISTRESS: ("", "Lasting 28 days or more."),
    Circumstance.SERVICE: ("", "Too few staff, or no power, water or alarms."),
    Circumstance.DETAINED: ("", "Whether or not they were in hospital."),
    Circumstance.LEARNING_DISABILITY: ("The person has a learning disability", ""),
    Circumstance.AUTISTIC: ("The person is autistic", ""),
    Circumstance.CHILD: ("The person is under 18", ""),
    Circumstance.CUSTODY: ("The person was in prison or police custody", ""),
    Circumstance.MH_UNIT: ("It happened in a mental health unit", ""),
}

_PROCESSES: Final[_Words] = {
    OtherProcess.POLICE: ("Police investigation", ""),
    OtherProcess.CORONER: ("Coroner: inquest", ""),
    OtherProcess.LEDER: ("", "Learning from lives and deaths."),
    OtherProcess.NHS_TRUST: ("An NHS trust's own review", ""),
    OtherProcess.REGULATOR: ("Regulator", "Such as the Care Quality Commission."),
    OtherProcess.EMPLOYMENT: ("Employment process", "It stays apart from this investigation."),
    OtherProcess.OTHER: ("Another process", "Say which one it is."),
}

WORDED: Final[Mapping[type[StrEnum], _Words]] = MappingProxyType(
    {
        AccessibleStep: {
            AccessibleStep.IDENTIFIED: ("", "Somebody asked, or noticed, what the person needs."),
            AccessibleStep.RECORDED: ("", "It stands in the person's record."),
            AccessibleStep.FLAGGED: ("", "It stands out there."),
            AccessibleStep.SHARED: ("", "Those who need to know, know."),
            AccessibleStep.MET: ("", "It was done. Say how."),
        },
        ActionState: _STATES,
        Audience: {
            Audience.EASY_READ: (
                "The person supported (Easy Read)",
                "Short sentences, one idea each.",
            ),
            Audience.STAFF_LEARNING: ("Staff", "What was learned, on one page."),
            Audience.FAMILY: ("The family", ""),
        },
        BarrierState: {
            BarrierState.ABSENT: ("It was not there", ""),
            BarrierState.NOT_USED: ("It was there and was not used", ""),
            BarrierState.DID_NOT_HOLD: ("It was used and did not hold", ""),
            BarrierState.HELD: ("It held", "Worth knowing what made it hold."),
        },
        Capacity: {
            Capacity.HAS: ("Has capacity for this decision", ""),
            Capacity.LACKS: (
                "Lacks capacity for this decision",
                "It needs an assessment: when, by whom.",
            ),
            Capacity.NOT_ASSESSED: ("Not assessed", "Capacity is then presumed."),
            Capacity.FLUCTUATES: ("Comes and goes", "It needs an assessment: when, by whom."),
        },
        CauseType: _CAUSES,
        Circumstance: _CIRCUMSTANCES,
        Combination: {
            Combination.ALL: (
                "All of them together",
                "Without any one of them it would not have come.",
            ),
            Combination.ANY: ("Any one alone", "Each would have been enough by itself."),
        },
        Confidence: {
            Confidence.ESTABLISHED: ("", "Evidence shows it, and nothing speaks against it."),
            Confidence.PROBABLE: ("", "More speaks for it than against."),
            Confidence.POSSIBLE: ("", "It fits, and little shows it yet."),
        },
        Consent: {
            Consent.YES: ("Yes, they agreed", ""),
            Consent.NO: ("No, they did not agree", ""),
            Consent.BEST_INTERESTS: (
                "Decided in their best interests",
                "They lacked capacity for this decision. Say who decided, and why.",
            ),
        },
        EvidenceRating: {},
        EvidenceType: _EVIDENCE,
        FactorEffect: {
            FactorEffect.CONTRIBUTED: (
                "It contributed",
                "It made the outcome more likely, or worse.",
            ),
            FactorEffect.MITIGATED: (
                "It helped",
                "It made the outcome less likely, or less severe.",
            ),
        },
        FindingType: {
            FindingType.IMPROVEMENT: ("", "Something to change; actions come from it."),
            FindingType.GOOD_PRACTICE: ("", "Something that worked and is to be kept."),
        },
        Horizon: {
            Horizon.IMMEDIATE: ("Makes things safe now", ""),
            Horizon.LONGER_TERM: ("Changes how things work, for longer", ""),
        },
        Lens: {
            Lens.WORKFORCE: ("", "Staffing, skills, supervision, hours, how the work is set up."),
            Lens.ENVIRONMENT: ("", "The place, equipment, noise, layout, time of day."),
            Lens.COMMUNICATION: ("", "Between people, shifts, services; with the person."),
        },
        Likelihood: _LIKELY,
        OtherProcess: _PROCESSES,
        OwnershipTime: {
            OwnershipTime.AT_THE_TIME: ("How it was at the time", ""),
            OwnershipTime.AGREED: ("Agreed since", ""),
        },
        PersonRole: {
            PersonRole.SUPPORTED: ("", "The person whose care or support this is about."),
            PersonRole.FAMILY: ("Family or friend", ""),
            PersonRole.PROFESSIONAL: ("Professional from elsewhere", "GP, nurse, social worker."),
            PersonRole.OTHER: ("Somebody else", ""),
        },
        PhysicalHarm: _HARM,
        PlanType: {
            PlanType.CRISIS: ("Early-warning or crisis plan", ""),
        },
        Precision: _PRECISIONS,
        QuestionState: {
            QuestionState.OPEN: ("Open", "Not answered yet."),
            QuestionState.PARTLY: ("", "Say what is still unknown, and why."),
            QuestionState.CANNOT: ("", "Say why not."),
        },
        Reply: {
            Reply.COMMENT: ("They commented", ""),
            Reply.NONE: ("They had no comment", ""),
            Reply.NOT_REACHED: ("They could not be reached", ""),
        },
        Response: {
            Response.DECLINED: (
                "Declined",
                "An invitation that was declined counts; it may come again.",
            ),
            Response.NOT_REACHED: ("Could not be reached", "Say what was tried."),
        },
        RestrictionType: _RESTRICTIONS,
        ReviewDecision: {
            ReviewDecision.CONTINUE: ("It goes on as it is", "Set the day of the next review."),
            ReviewDecision.REDUCE: ("It becomes less", "Say what is left of it."),
            ReviewDecision.END: ("It ends", ""),
        },
        TakeUp: {},
        Telling: {
            Telling.SPOKEN: ("In spoken words", ""),
            Telling.WRITTEN: ("In writing", ""),
            Telling.SIGNED: ("In sign language or signs", ""),
            Telling.PICTURES: ("With pictures, symbols or objects", ""),
            Telling.OBSERVED: (
                "By what they did, as it was seen",
                "Say who knows the person and said what it meant.",
            ),
            Telling.DEVICE: ("With a communication aid", ""),
        },
        Tier: _TIERS,
        VerificationMethod: {
            VerificationMethod.RE_AUDIT: ("Re-audit", "The same audit as before, done again."),
            VerificationMethod.FILE_SAMPLING: (
                "File sampling",
                "So many files or charts each week.",
            ),
            VerificationMethod.OBSERVATION: ("Observation", "Watching the work as it is done."),
            VerificationMethod.TREND: ("Trend", "A number followed over time."),
            VerificationMethod.FEEDBACK: ("Feedback", "What the person, family and staff say."),
        },
        VerificationOutcome: {
            VerificationOutcome.MET: ("The target was met", ""),
            VerificationOutcome.NOT_MET: (
                "The target was not met",
                "That is a result too: what is tried next?",
            ),
            VerificationOutcome.INSUFFICIENT: ("Too little to tell yet", ""),
        },
    }
)
"""The words of each list; where a value has no label of its own, the value itself is its label.

Each list has its own mapping: two values of two lists may be the same text, and so the same key.
"""
