"""The rules of the models in words for a form: what each says, and beside which field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

__all__ = ["RULES", "Rule"]


@dataclass(frozen=True, slots=True)
class Rule:
    """How a problem of the domain (a regular expression) is put, and beside which field.

    `field` is within whatever the problem is about, and empty for that itself.
    """

    problem: str
    field: str
    message: str


RULES: Final = (
    Rule("^an answered question needs", "answer", "Write the answer in words."),
    Rule(
        "^a question that is .* needs the reason",
        "because",
        "Say why it is answered only partly, or cannot be.",
    ),
    Rule("^a file that is kept has both", "sha256", "Choose the file again; not all of it came."),
    Rule(
        "^an account by observed behaviour",
        "understood_with",
        "Say who knows the person and said what it meant: a role, such as keyworker.",
    ),
    Rule(
        "needs 'assessed_on' and 'assessed_by'",
        "assessed_on",
        "Give the day of the assessment, and below it who assessed (a role). Without an "
        "assessment a person is presumed to have capacity.",
    ),
    Rule(
        "^a best-interests decision needs",
        "because",
        "Say why it was in the person's best interests, and who decided (a role).",
    ),
    Rule("^a need that is met needs", "met_by", "Say what was done to meet it."),
    Rule(
        "^'first_captured_at' is after",
        "first_captured_at",
        "This is after the conversation. Leave it out, or check both times.",
    ),
    Rule("^say who commented", "person", "Choose who it was; under More, a group of people."),
    Rule(
        "^a comment needs its 'text'",
        "text",
        "Write what they said, or choose above that they had no comment.",
    ),
    Rule("^an answer needs 'answered_by'", "answered_by", "Say who answered: a role."),
    Rule(
        "^a step with an event was taken",
        "not_taken",
        "The step is on the timeline, so it was taken. Leave this out, or the event.",
    ),
    Rule("^'threshold_event' needs", "threshold", "Say what was reached at that event."),
    Rule(
        "^its last day in force is before",
        "in_force_to",
        "The last day is before the first. Check both.",
    ),
    Rule(
        "^more people are from an agency",
        "agency",
        "This is more than were there. Check both numbers.",
    ),
    Rule("^a factor works with others", "works_with", "Choose other factors than this one."),
    Rule("^say in 'interaction'", "interaction", "Say how they worked on each other."),
    Rule("^a cause cannot lead to itself", "effect", "Choose another cause than the first."),
    Rule("^an action that is .* the date", "implemented_on", "Give the day on which it was done."),
    Rule(
        "needs 'communicated_on' and",
        "communicated_on",
        "Give the day on which it was made known, and below it to whom.",
    ),
    Rule("^'conforming' needs", "sampled", "Say how many were looked at."),
    Rule("^more conformed", "conforming", "This is more than were looked at. Check both numbers."),
    Rule("^a process that is 'other'", "detail", "Say which process it is."),
    Rule(
        "^say to whom it was escalated",
        "escalated_to",
        "Say to whom it was escalated; if it was not, say below why not.",
    ),
    Rule("^a concern that was raised needs", "raised_with", "Say with whom it was raised."),
    Rule(
        "^an acknowledgement needs both",
        "acknowledged_at",
        "Say both when they said that it arrived, and who said so.",
    ),
    Rule(
        "^it was acknowledged before",
        "acknowledged_at",
        "This is before it was sent. Check both times.",
    ),
    Rule(
        "^'time_limit' lies before",
        "time_limit",
        "This is before the day on which it began. Check both days.",
    ),
    Rule("^'stopped_at' lies before", "stopped_at", "This is before it began. Check both times."),
    Rule(
        "^'use_of_force' answers an item twice",
        "use_of_force",
        "One item is answered twice. Put both answers together.",
    ),
    Rule(
        "^a restriction that ends has no",
        "next_review",
        "It ends, so leave out the next review and the day it lapses.",
    ),
    Rule(
        "^a restriction that goes on needs", "next_review", "Give the day on which it is next seen."
    ),
    Rule(
        "^the next review and the time limit lie",
        "next_review",
        "The next review, and the day it lapses, come after the day of this review.",
    ),
    Rule("^say in 'reduced_to'", "reduced_to", "Say what is left of the restriction."),
    Rule(
        "^whoever keeps the list must be on it",
        "grants",
        "Add the role that keeps the list to those who may see the case.",
    ),
    Rule(
        "^needs an earliest or a latest time",
        "",
        "Give a time or a day; where it is not known, before or after what it was.",
    ),
    Rule("^the earliest time is after", "latest", "This is before the earlier time. Swap them."),
    Rule(
        "^came twice",
        "",
        "The clocks went back that night, so this time came twice. Say which it was: the first "
        "(summer time) or the second (winter time).",
    ),
    Rule(
        "^does not exist: the clocks",
        "",
        "The clocks went forward that night, so this time never came. Give the time as a clock "
        "showed it after the change.",
    ),
    Rule("^(has a day and no time|needs a time of day)", "", "Add the time of day, such as 18:30."),
    Rule("^is a time where a day", "", "Give the day alone, such as 14/03/2026."),
    Rule("^has no such time of day", "", "Check the time: hours run to 23 and minutes to 59."),
    Rule("^is not a day of the calendar", "", "There is no such day. Write day, month, year."),
    Rule("^is not in a year from", "", "Check the year; write it with four digits."),
)
"""In the order of the kinds; the first that fits is taken."""
