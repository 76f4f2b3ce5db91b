"""The closed lists of words that values are built from, one enumeration a list."""

from __future__ import annotations

from enum import StrEnum

__all__ = [
    "ActionState",
    "BarrierState",
    "CauseType",
    "Circumstance",
    "ClockKind",
    "Combination",
    "Confidence",
    "Decision",
    "EvidenceRating",
    "EvidenceType",
    "FactorEffect",
    "FindingType",
    "Horizon",
    "Lens",
    "OwnershipTime",
    "PersonRole",
    "PhysicalHarm",
    "PlanType",
    "PsychologicalHarm",
    "QuestionState",
    "SeipsElement",
    "Strength",
    "Tier",
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
    SUPERVISION = "supervision record"
    COMPETENCY = "competency check"
    TEMPLATE = "template or form"
    PATHWAY = "pathway document"
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


class SeipsElement(StrEnum):
    """The six elements of a work system in SEIPS, by which factor frameworks are compared."""

    PERSONS = "persons"
    TASKS = "tasks"
    TOOLS = "tools"
    ORGANISATION = "organisation"
    INTERNAL = "internal-environment"
    EXTERNAL = "external-environment"


class BarrierState(StrEnum):
    """What a barrier between a hazard and a person did that day."""

    ABSENT = "absent"
    NOT_USED = "not used"
    DID_NOT_HOLD = "used and did not hold"
    HELD = "held"


class OwnershipTime(StrEnum):
    """Whether an ownership is how it was at the time, or was agreed since."""

    AT_THE_TIME = "at the time"
    AGREED = "agreed since"


class PlanType(StrEnum):
    """What kind of plan was in force."""

    SUPPORT = "support plan"
    RISK = "risk assessment"
    PBS = "positive behaviour support plan"
    HEALTH = "health plan"
    CRISIS = "early-warning or crisis plan"
    OTHER = "other plan"


class RestrictionType(StrEnum):
    """What kind of restriction it is; the first four are force (Use of Force Act 2018, s.1)."""

    PHYSICAL = "physical restraint"
    MECHANICAL = "mechanical restraint"
    CHEMICAL = "chemical restraint"
    ISOLATION = "isolation"
    SURROUNDINGS = "locked or changed surroundings"
    MONITORING = "increased monitoring"
    COMMUNITY = "limited access to the community"
    CONTACT = "limited contact with others"
    BELONGINGS = "limited food, money or belongings"
    OTHER = "other"

    @property
    def is_force(self) -> bool:
        """True for physical, mechanical and chemical restraint, and for isolation."""
        return self in list(RestrictionType)[:4]


class ReviewDecision(StrEnum):
    """What was decided when a restriction was looked at again."""

    CONTINUE = "continue"
    REDUCE = "reduce"
    END = "end"


class EvidenceRating(StrEnum):
    """How much evidence of a quality somebody sees."""

    GOOD = "good evidence"
    SOME = "some evidence"
    LITTLE = "little evidence"


class Tier(StrEnum):
    """How deep an incident is looked into, in proportion: three tiers, the lightest first."""

    RAPID = "rapid learning review"
    THEMATIC = "thematic review"
    STRUCTURED = "structured analysis"


class Likelihood(StrEnum):
    """How likely it is to happen again (VA National Center for Patient Safety), most likely first.

    Frequent: several times a year. Occasional: several times in one to two years. Uncommon: once
    in two to five years. Remote: once in five to thirty years.
    """

    FREQUENT = "frequent"
    OCCASIONAL = "occasional"
    UNCOMMON = "uncommon"
    REMOTE = "remote"


class Circumstance(StrEnum):
    """A fact that the register has no column for, and on which a duty may turn."""

    DIED = "the person died"
    LASTING = "impairment lasting 28 days or more"
    STRUCTURE = "change to the structure of the body"
    PAIN = "prolonged pain"
    DISTRESS = "prolonged psychological harm"
    LIFE = "shortened life expectancy"
    TREATED = "treatment needed to prevent death or lasting injury"
    ABUSE = "abuse or neglect, or an allegation of it"
    POLICE = "reported to the police, or looked into by them"
    LIBERTY = "request or application to deprive the person of liberty"
    SERVICE = "events that keep the service from running safely"
    DETAINED = "liable to be detained under the Mental Health Act"
    ABSENT = "unauthorised absence from a secure unit"
    ADULT_UNIT = "under 18 in an adult psychiatric unit for over 48 hours"
    MH_UNIT = "in a mental health unit"
    FORCE = "force used: restraint or isolation"
    WORKER = "a worker died or had a specified injury"
    WEEK = "a worker incapacitated for over seven days"
    DAYS = "a worker incapacitated for over three days"
    DISEASE = "a work-related disease diagnosed"
    HOSPITAL = "somebody not at work taken directly to hospital"
    AT_HOSPITAL = "somebody not at work with a specified injury at a hospital"
    LEARNING_DISABILITY = "learning disability"
    AUTISTIC = "autistic"
    CHILD = "under 18"
    CONTRACT = "service under the NHS Standard Contract"
    CORONER = "the coroner was told or looks into the death"
    FUTURE_DEATHS = "coroner's report to prevent future deaths received"
    HOMICIDE = "homicide after contact with mental health services"
    CUSTODY = "in prison or police custody"


class ClockKind(StrEnum):
    """Who set a clock: the law, a contract, or the organisation itself."""

    STATUTORY = "statutory"
    CONTRACTUAL = "contractual"
    LOCAL = "local"
