"""The closed lists of words about the part that people have in an investigation."""

from __future__ import annotations

from enum import StrEnum

__all__ = [
    "AccessibleStep",
    "Audience",
    "Capacity",
    "Consent",
    "Reply",
    "Response",
    "TakeUp",
    "Telling",
]


class Capacity(StrEnum):
    """What was found on one decision at one time; a person is presumed to have capacity.

    Mental Capacity Act 2005, sections 1 to 3.
    """

    HAS = "has capacity"
    LACKS = "lacks capacity"
    NOT_ASSESSED = "not assessed"
    FLUCTUATES = "fluctuates"


class Consent(StrEnum):
    """Whether something about a person may be shared, and on what footing."""

    YES = "yes"
    NO = "no"
    BEST_INTERESTS = "best interests"


class AccessibleStep(StrEnum):
    """The five steps of the Accessible Information Standard for a need, in their order."""

    IDENTIFIED = "identified"
    RECORDED = "recorded"
    FLAGGED = "flagged"
    SHARED = "shared"
    MET = "met"


class Response(StrEnum):
    """What came of inviting somebody to take part."""

    TOOK_PART = "took part"
    DECLINED = "declined"
    NOT_REACHED = "could not be reached"


class TakeUp(StrEnum):
    """Whether support that was offered was taken up."""

    TAKEN_UP = "taken up"
    DECLINED = "declined"
    NOT_YET = "not yet answered"


class Reply(StrEnum):
    """What somebody who was shown a draft had to say about it."""

    COMMENT = "comment"
    NONE = "no comment"
    NOT_REACHED = "could not be reached"


class Audience(StrEnum):
    """For whom a summary is written."""

    EASY_READ = "easy read"
    STAFF_LEARNING = "staff learning"
    FAMILY = "family"


class Telling(StrEnum):
    """How an account was given: in words, or in another way that was seen and understood."""

    SPOKEN = "spoken"
    WRITTEN = "written"
    SIGNED = "signed"
    PICTURES = "pictures, symbols or objects"
    OBSERVED = "observed behaviour"
    DEVICE = "communication aid"
