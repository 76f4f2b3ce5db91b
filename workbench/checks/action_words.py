"""The words that actions are searched for: those that leave open what will be different.

The lists start from the Learning Response Review and Improvement Tool (LRRIT, dimension 7), and are
measured as those in `lexicons.py`.
"""

from __future__ import annotations

from typing import Final

from workbench.checks.lexicons import RULES, WORKERS
from workbench.checks.words import lexicon

__all__ = ["BROAD", "EMPTY", "OPENING"]

EMPTY: Final = lexicon(
    (
        r"remind(?:ed|ing|s)?",
        r"(?<!automatic )(?<!electronic )(?<!alarm )reminders?",
        r"reinforc(?:e|ing)(?: with| to)?(?: the)? "
        rf"(?:importance|messages?|need|expectations?|{RULES}|{WORKERS}|good practice)",
        r"reiterat(?:e|ed|ing)",
        r"re-?circulat(?:e|ed|ing)",
        r"(?:rais|increas|improv|heighten)(?:e|ing)(?: [\w’'-]+){0,3} awareness",
        r"vigilant|vigilance",
        r"(?:take|taking) (?:more |greater |extra )?care"
        r"(?! (?:homes?|plans?|records?|staff|workers?)\b)",
        r"be more (?!than\b)\w+|more (?:careful|mindful|attentive)|(?:be|being) mindful",
        r"where (?:possible|appropriate|practicable)|as (?:appropriate|necessary)",
        r"(?:emphasi[sz](?:e|ing)|stress(?:ing)?) (?:to|the)\b",
        r"(?:be |been |are )?made aware",
        rf"encourag(?:e|ed|ing) (?:all |the )?{WORKERS}",
        rf"{WORKERS} (?:to|must|will|should) (?:always |ensure they )?"
        r"(?:follow|adhere|comply|be aware)",
        rf"to the attention of (?:all |the )?{WORKERS}",
        r"as soon as possible",
        r"asap",
    )
)
"""Words of an action that only asks people to remember or to try harder."""

BROAD: Final = lexicon(
    (
        r"(?:shar|circulat|disseminat)(?:e|ing)(?: the)?(?: \w+)? (?:learning|lessons?)|"
        r"(?:learning|lessons) (?:to be |will be |is |are )?shared",
        r"circulat(?:e|ed|ing)|memos?|bulletins?",
        rf"{WORKERS} (?:to|must|will|should) (?:all )?(?:read|ensure|check)",
        r"double[- ]check(?:s|ed|ing)?",
        r"ensur(?:e|ing) (?:compliance|adherence|good practice|best practice)",
        r"consideration (?:to be |will be |should be |is )given",
        r"(?:strengthen|promot|embed|cascad|highlight|liais|familiari[sz])(?:s|e|ing|ed)?",
        r"oversight|feedback",
        r"(?:put up|display)(?: an?)? (?:notices?|signs?)",
        rf"(?:advis|alert|brief|inform|instruct|notify|tell)(?:e|ing)? (?:all |the )?{WORKERS}",
        rf"{WORKERS} (?:to|will|should) be (?:advised|alerted|briefed|informed|instructed|"
        r"notified|told)",
        r"(?:provide|offer|give) (?:more |further |additional )?(?:support|guidance|clarity) "
        r"(?:to|for)",
        r"(?:address|look(?:ing)? (?:at|into))(?: the)? (?:\w+ )?(?:issues?|concerns?|levels?|"
        r"problems?)",
        r"(?:re-?train(?:ed|ing)?|refreshers?)",
        r"(?<!by )train(?:ed|ing)?(?! (?:room|station|worker))|e-?learning",
        r"(?:discuss(?:ed|ion)?|raised?) (?:[\w-]+ ){0,3}?(?:at|in)(?: the| a| each| our)?"
        rf"(?: next)? (?:{WORKERS} meetings?|handovers?|huddles?)",
        rf"(?:ensur(?:e|ing)|mak(?:e|ing) sure)(?: that)?(?: all| every)? {WORKERS}",
        r"supervision",
        r"e-?mail",
        r"posters?",
        r"(?:update|review|revise|amend|rewrite)(?: the| our| its)?(?: [\w-]+){0,4} "
        r"(?:polic(?:y|ies)|procedures?|guidance|guidelines?|protocols?)",
        r"(?:polic(?:y|ies)|procedures?|guidance|guidelines?|protocols?) (?:to|will|should) be "
        r"(?:reviewed|updated|revised|amended|rewritten)",
        r"improv(?:e|ing|ed) (?:the |our )?(?:communication|record[- ]keeping|documentation|"
        r"team ?work|culture|practice|handovers?)",
        rf"(?:speak|talk) (?:to|with) (?:the |all )?{WORKERS}",
        r"explor(?:e|ing) (?:options|ways|whether|the (?:possibility|option|use))",
        r"reflect(?:ion|ive)?",
        r"(?:to|and|will|continue to|staff|managers?) monitor|monitoring",
        r"(?:to|and|will) consider|considering",
        r"ongoing",
    )
)
"""Words of an action that can be right, and often leave open what will be different."""

OPENING: Final = lexicon(
    (
        r"^(?:address|consider|continue|enhance|explore|improve|look (?:at|into)|maintain|monitor|"
        r"promote|review|strengthen|support)\b",
    )
)
"""What an action of the same kind may begin with."""
