"""The closed lists of words that values are built from, one enumeration a list."""

from __future__ import annotations

from enum import StrEnum

__all__ = [
    "ActionState",
    "CauseType",
    "Combination",
    "Confidence",
    "Decision",
    "EvidenceType",
    "FactorEffect",
    "FindingType",
    "Horizon",
    "Lens",
    "PersonRole",
    "PhysicalHarm",
    "PsychologicalHarm",
    "QuestionState",
    "Strength",
    "VerificationMethod",
    "VerificationOutcome",
]


class PhysicalHarm(StrEnum):
    """Physical harm on the Learn from Patient Safety Events (LFPSE) scale."""

    NONE = "none"
    LOW = "low"
    MODERATE = "moderate"
    SEVERE = "severe"
    FATAL = "fatal"

    @property
    def code(self) -> int:
        """The LFPSE code, which descends: 5 is no harm and 1 is fatal."""
        return 5 - list(PhysicalHarm).index(self)


class PsychologicalHarm(StrEnum):
    """Psychological harm on the LFPSE scale, which has no fatal level."""

    NONE = "none"
    LOW = "low"
    MODERATE = "moderate"
    SEVERE = "severe"

    @property
    def code(self) -> int:
        """The LFPSE code, which descends: 4 is no harm and 1 is severe."""
        return 4 - list(PsychologicalHarm).index(self)


class PersonRole(StrEnum):
    """What somebody is to the case; people are otherwise known only by their reference."""

    SUPPORTED = "person supported"
    FAMILY = "family"
    ADVOCATE = "advocate"
    STAFF = "staff"
    MANAGER = "manager"
    PROFESSIONAL = "professional"
    OTHER = "other"


class EvidenceType(StrEnum):
    """What kind of thing a piece of evidence is."""

    CARE_RECORD = "care record"
    PLAN = "plan"
    POLICY = "policy"
    ACCOUNT = "account"
    OWN_ACCOUNT = "person's own account"
    INTERVIEW = "interview"
    OBSERVATION = "observation"
    ROTA = "rota"
    TRAINING = "training record"
    CORRESPONDENCE = "correspondence"
    AUDIT = "audit"
    DEVICE_LOG = "device log"
    OTHER = "other"


class Lens(StrEnum):
    """The three lenses every investigation looks through."""

    WORKFORCE = "workforce"
    ENVIRONMENT = "environment"
    COMMUNICATION = "communication"


class FactorEffect(StrEnum):
    """Whether a factor made the outcome more likely, or less."""

    CONTRIBUTED = "contributed"
    MITIGATED = "mitigated"


class CauseType(StrEnum):
    """What a node of the causal graph is."""

    OUTCOME = "outcome"
    EVENT = "event"
    ACTION = "human action"
    DEVIATION = "deviation from procedure"
    OMISSION = "omission"
    CONDITION = "condition"


class Combination(StrEnum):
    """How the causes of one effect work: all of them together, or any one alone."""

    ALL = "all"
    ANY = "any"


class Confidence(StrEnum):
    """How sure the investigator is of a causal link."""

    ESTABLISHED = "established"
    PROBABLE = "probable"
    POSSIBLE = "possible"


class FindingType(StrEnum):
    """What a finding says: where to improve, or what worked and should be kept."""

    IMPROVEMENT = "area for improvement"
    GOOD_PRACTICE = "good practice"


class QuestionState(StrEnum):
    """How far a question has been answered."""

    OPEN = "open"
    ANSWERED = "answered"
    PARTLY = "partly answered"
    CANNOT = "cannot be answered"


class Horizon(StrEnum):
    """Whether an action makes things safe now, or changes the system for longer."""

    IMMEDIATE = "immediate"
    LONGER_TERM = "longer-term"


class Strength(StrEnum):
    """How much an action depends on people remembering (VA National Center for Patient Safety)."""

    STRONGER = "stronger"
    INTERMEDIATE = "intermediate"
    WEAKER = "weaker"


class ActionState(StrEnum):
    """How far an action has come; *implemented* is not yet *communicated*, nor *verified*."""

    OPEN = "open"
    IMPLEMENTED = "implemented"
    COMMUNICATED = "communicated"
    VERIFIED = "verified"
    NOT_EFFECTIVE = "not effective"


class VerificationMethod(StrEnum):
    """How it will be checked that practice changed."""

    RE_AUDIT = "re-audit"
    FILE_SAMPLING = "file sampling"
    OBSERVATION = "observation"
    TREND = "trend"
    FEEDBACK = "feedback"


class VerificationOutcome(StrEnum):
    """What a verification showed against the target that was set before."""

    MET = "met"
    NOT_MET = "not met"
    INSUFFICIENT = "insufficient data"


class Decision(StrEnum):
    """What somebody decided when asked to sign off a case."""

    APPROVED = "approved"
    RETURNED = "returned"
