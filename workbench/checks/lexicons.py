"""The words that narratives are searched for, and what excuses them.

They are adjusted to sentences in `tests/checks/wording`, and measured there with others
(`docs/checks/wording.md`). The lists start from the Learning Response Review and Improvement Tool
(LRRIT, dimensions 4, 6 and 7) and the Five Rules of Causation.
"""

from __future__ import annotations

from typing import Final

from workbench.checks.words import EQUIPMENT, lexicon

__all__ = ["BLAME", "HINDSIGHT", "LABELS", "RULES", "WORKERS"]

_THE: Final = r"(?:(?:the|a|an|any|all|his|her|their|its|our|your|this|that|some|more|clear) )*"
_BE: Final = (
    r"(?: (?:is|are|was|were|be|been|being|became|becomes?|gets?|got|can|could|has|have|had|"
    r"very|quite|often|always|so|too|just|really|still|also|more|particularly|increasingly))+"
)
_SOMEBODY: Final = (
    r"(?:P\d+|she|he|they|who|the (?:person|man|woman|resident|client|patient|tenant))"
)
_PEOPLE: Final = (
    r"(?:person|individual|man|woman|residents?|clients?|patients?|tenants?|service users?|"
    r"behaviou?rs?|lady|gentleman|girl|boy|lad|chap|character|young (?:man|woman|person))"
)
WORKERS: Final = (
    r"(?:staff|workers?|managers?|seniors?|nurses?|carers?|teams?|drivers?|colleagues|everyone|"
    r"everybody)"
)
_SERVICES: Final = (
    r"(?:staff|workers?|managers?|nurses?|teams?|service|provider|organisation|trust|agency|house|"
    r"home|unit|ward|contractor|company|department|board|practice|surgery|premises|hospital)"
)
RULES: Final = (
    r"(?:polic(?:y|ies)|procedures?|standards?|schedules?|protocols?|regulations?|guidance|"
    r"guidelines?|contracts?|requirements?|law|checklists?|hygiene)"
)
_WORK: Final = (
    r"(?:leadership|governance|management|oversight|supervision|controls?|culture|planning|"
    r"communication|handovers?|recording|record[- ]keeping|monitoring)"
)
_HEALTH: Final = (
    r"(?:appetite|balance|blood (?:flow|supply|pressure|sugar)|circulation|concentration|"
    r"co-?ordination|dentition|diet|digestion|dexterity|energy|eyesight|fitness|grip|health|"
    r"hearing|intake|(?:heart|kidney|lung|liver|bowel) function|memory|mobility|oxygen|posture|"
    r"prognosis|sensation|sight|skin|sleep|speech|swallow|teeth|tolerance|muscle tone|veins|vision)"
)
_SURROUNDINGS: Final = (
    r"(?:air|beds?|copy|daylight|handrails?|harvest|length|lifts?|parking|photocopy|photograph|"
    r"picture|pressure|print|rain|ramps?|room|samples?|scan|size|snow|sound|space|specimens?|"
    r"stairs|sun|sunlight|toilets?|ventilation|view|visibility|water|weather|width|windows?)"
)
_PLAIN: Final = (
    rf"(?:{_HEALTH}|{_SURROUNDINGS})(?! (?:assessments?|care|charts?|checks?|hygiene|management|"
    r"monitoring|plans?|planning|policy|practice|records?|recording|screening|support|training))"
)
_MONEY: Final = r"(?:balance|change|credit|data|evidence|funds|money)"
_IMAGE: Final = (
    r"(?:copy|fax|image|photocopy|photograph|picture|print|recording|scan|ultrasound|x-ray)"
)

BLAME: Final = lexicon(
    (
        r"(?:failed|failing|fails|fail|failures?) to(?! thrive)",
        r"fail(?:ed|ing|s) (?:him|her|them|us|P\d+|his family|her family|the family|"
        r"the (?:person|man|woman))",
        r"fail(?:ed|ing|s) in (?:its|their|his|her) (?:duty|duties|responsibilit(?:y|ies))",
        r"failures? (?:of|in|by)",
        r"failings?(?= (?:of|in|by|at|were|was|are|is|that)\b|[.,;])",
        r"(?:did|does|do)(?: not|n['’]t)(?: \w+ly)? "
        r"(?:follow|comply|adhere|act|escalate|report|recogni[sz]e|ensure|assess)",
        r"(?:did|does|do)(?: not|n['’]t) [^.;,]{1,60} as (?:required|instructed|expected)",
        r"(?:did|does|do)(?: not|n['’]t) bother|bothered to",
        r"omitted to",
        r"overlook(?:ed|ing)",
        r"deficien(?:t|tly|cy|cies)",
        r"shortcomings?|lapses? (?:in|of)|blunder(?:ed|s)?|errors? of judge?ment",
        r"(?:systemic|organi[sz]ational|management|communication|service|safeguarding|individual|"
        r"staff|team|repeated|multiple|serious|significant) failures?",
        r"(?:abysmal|amateurish|appalling|atrocious|blatant|cavalier|deplorable|disappointing|"
        r"dreadful|feeble|flagrant|haphazard|half-hearted|indefensible|inept|irresponsible|"
        r"lackadaisical|lamentable|obstructive|pitiful|rude|slovenly|uncaring|unhelpful|woeful)"
        r"(?:ly)?",
        r"(?:botched|bungled|mishandled|mismanag(?:ed|ement)|misjudged)",
        r"cut(?:ting)? corners|dropped the ball|did nothing|no excuse|not good enough",
        r"(?:no|without) (?:proper|adequate|effective|meaningful|sufficient)",
        r"(?:slow|reluctant|unwilling) to (?:act|respond|escalate|recogni[sz]e|refer|report)",
        r"ashamed|shame on|culpab(?:le|ility)",
        r"(?:chaotic|disorgani[sz]ed|dismissive)",
        r"(?:contrary to|in contravention of|(?:not|n['’]t) in line with) (?:the |our |local )?"
        rf"{RULES}",
        r"(?<=not )fit for purpose|unfit for purpose",
        r"turn(?:ed|ing)? a blind eye",
        r"(?:basic|elementary|silly|stupid|serious|avoidable) (?:mistakes?|errors?)",
        r"(?:nobody|no one|no-one) (?:took|accepted) (?:responsibility|ownership)",
        r"(?:decisions?|judge?ments?) (?:was|were) (?:\w+ )?(?:wrong|flawed)",
        r"neglect(?:ed|ing|ful|fully|s to)",
        r"careless(?:ly|ness)?",
        r"complacen(?:t|tly|cy)",
        r"negligen(?:t|tly|ce)",
        r"incompeten(?:t|tly|ce)",
        r"laz(?:y|ily|iness)",
        r"(?:sloppy|sloppily|slapdash|shambolic|shoddy|sub-?standard|sub-?optimal|inattentive|inexcusabl[ey]|"
        r"unforgivabl[ey]|disgraceful(?:ly)?|thoughtless(?:ly|ness)?|"
        r"reckless(?:ly|ness)?|wilful(?:ly)?|unsatisfactory|shameful(?:ly)?)",
        r"(?<!felt )(?<!feel )(?<!feeling )poorly(?= \w+(?:ed|en|wn|un|ade|ld)\b)",
        r"poor(?:er|est)?",
        r"bad(?= (?:judge?ment|practice|decisions?|management|planning|attitude|handovers?)\b)",
        r"badly(?= (?:managed|supervised|planned|run|written|handled|led|organi[sz]ed|designed|"
        r"trained|communicated|recorded|kept)\b)",
        rf"(?:weak|ineffective)(?:(?: and|,) \w+)?(?= {_WORK}\b)",
        rf"{_WORK}(?: of [^.;,]{{1,40}})? (?:is|was|were) (?:too |very )?(?:weak|ineffective)",
        r"inadequa(?:te|tely|cy)",
        r"insufficient(?:ly)?",
        r"unacceptabl[ey]",
        r"unprofessional(?:ly)?",
        r"lack(?:ed|ing|s)?(?: of)?",
        rf"non-?complian(?:t|ce)(?= with [^.;]{{0,50}}\b{RULES}\b)",
        rf"{_SERVICES}{_BE} non-?compliant",
        r"breach(?:ed|es)?",
        r"violat(?:ed|es|ing|ions?)",
        r"disregard(?:ed|s|ing)?",
        r"ignor(?:ed|es|ing)",
        r"refus(?:ed|es|al|ing)(?= to (?!be\b)| of\b|\s*[.,;:!?)]|\s*$| (?:and|by|when|because)\b|"
        r" (?:(?:all|any|his|her|their|the|further|oral|personal|medical) )*(?:medication|"
        r"medicines?|meds|tablets?|doses?|treatment|care|support|help|food|meals?|fluids?|"
        r"observations?|assessment|examination|entry|access|injections?|insulin|contact)\b)",
        r"human error",
        r"(?:loss of|lost) situation(?:al)? awareness",
        r"(?:to|is|are|was|were|be|being) blamed?",
        r"blam(?:e|es|ed|ing) (?:the|him|her|them|staff|P\d+)",
        r"at fault",
        r"fell (?:well |far )?(?:below|short of) (?:\w+ ){0,2}(?:standards?|expectations?|what)",
        r"let (?:him|her|them|P\d+|the family|his family|her family) down",
        r"dereliction",
        r"inaction",
    ),
    ("poor|inadequa|insufficien|lack", "", rf"(?:{_THE})?(?:[\w-]+ )?{_PLAIN}"),
    ("insufficien|lack", "", _MONEY),
    ("lack", "", r"(?:feeling|movement|strength|exercise|company)"),
    ("poor", rf"\b{_IMAGE}\b[^.;,]{{0,40}}", r"quality"),
    ("poor", "", r"control of (?:his|her|their)"),
    ("poor|inadequa|insufficien|unaccept", rf"\b{_PLAIN}(?: in \w+| of \w+)?{_BE}(?: of)?", ""),
    ("lack", "", r"(?:the )?(?:mental )?(?:capacity|ability to)"),
    (
        "ignor",
        "",
        rf"{_THE}(?:each other|one another|doorbell|drizzle|snow|storm|noises?|sounds?|music|"
        r"television|tv|radio|rain|heat|cold|wind|dogs?|cats?|birds?|jokes?|pain|game|crowd|traffic)",
    ),
    ("ignor", r"\b(?:cat|dog|bird|horse|rabbit)s?(?: \w+)?", ""),
    (
        "refus",
        r"\b(?:permission|applications?|claims?|requests?|appeals?|bids?|funding|visas?|"
        r"insurance)(?: [^.;,]{1,40})? (?:was|were|is|has been|had been)",
        "",
    ),
    ("breach", "", r"(?:of|in) (?:the )?(?:\w+ )?(?:wall|bank|dam|hull|fence|embankment)"),
    ("breach", r"\bdata", ""),
    (r"fail|(?:did|do)(?: not|n)", r"\bwe", ""),
    ("deficien", r"\b(?:iron|vitamin(?: \w+)?|immune|folate|zinc|hormone|enzyme|protein)", ""),
    ("overlook", r"\b(?:rooms?|windows?|house|flat|balcony|garden|terrace)(?: that| which)?", ""),
    (
        r"d(?:id|oes|o)\S*(?: not)? recogni",
        "",
        rf"{_THE}(?:(?:agency|new|night|own) )*(?:worker|man|woman|voice|face|house|room|place|"
        r"name|photograph|picture|him|her|them|anyone|anybody)",
    ),
    (r"d(?:id|oes|o)\S*(?: not)? act", "", r"differently|alone|out"),
    (
        "failures? (?:of|in)",
        "",
        rf"{_THE}(?:heart|kidneys?|liver|lungs?|organs?|crops?|shunt|"
        r"valve|graft|catheter|cannula|stitches|treatment)",
    ),
    (
        r"d(?:id|oes|o)\S*(?: not)? report",
        "",
        rf"{_THE}(?:pain|nausea|discomfort|symptoms?|"
        r"feeling|dizziness|side effects?)",
    ),
    (
        r"d(?:id|oes|o)\S*(?: not)? follow",
        "",
        rf"{_THE}(?:conversation|story|ball|dog|film|"
        r"talk|joke|group|path|signs?|road|map)",
    ),
)
"""Words that judge people, teams, organisations or systems."""

_PERFECT: Final = (
    r"(?: (?:been|\w+ly|not|also|then|first|never|simply|all|both|at least|perhaps|since))*"
    r" (?!(?:bed|red|need|seed|feed|shed|speed|weed|reed|breed|hundred|kindred)\b)"
    r"(?:\w+ed|been|begun|bought|broken|brought|built|called|caught|chosen|come|cut|dealt|done|"
    r"drawn|driven|drunk|eaten|fallen|fed|felt|found|given|gone|got|grown|had|heard|held|hidden|"
    r"kept|known|laid|led|left|lent|let|lost|made|meant|met|paid|put|read|ridden|risen|rung|run|"
    r"said|seen|sent|set|shown|shut|slept|sought|spent|spoken|stood|stuck|taken|taught|thought|"
    r"told|understood|woken|won|worn|written)\b"
)

HINDSIGHT: Final = lexicon(
    (
        r"(?:should|could|would|ought)(?: not|n['’]t)?(?: \w+ly| also| well| perhaps)?(?: to)?"
        rf"(?: have|['’]ve)(?={_PERFECT})",
        r"(?:might|may)(?: not| well)* have(?= [^.;]{0,60}\b(?:sooner|earlier|different(?:ly)?|"
        r"prevented|avoided|averted)\b)",
        r"if only",
        r"if [^.;]{1,80} had [^.;]{1,80} (?:might|could) (?:not )?have",
        r"had (?!to\b|been\b|not been\b)(?:the|a|an|staff|they|he|she|it|this|that|someone|anyone|"
        r"somebody|anybody|P\d+|his|her|their)\b[^,.;]{1,80}, [^.;]{0,60}\b(?:would|might|could)",
        r"missed (?:\w+ ){0,3}opportunit(?:y|ies)",
        r"opportunit(?:y|ies)\b(?: [^.;]{1,60})? (?:(?:was|were|had been|being) )?missed",
        r"despite (?:[\w’'-]+ ){0,4}(?:guidance|guidelines?|polic(?:y|ies)|procedures?|protocols?|"
        r"training|instructions?|plans?|advice|warnings?)",
        r"despite (?:having been|being) (?:\w+ly )?(?:trained|told|warned|advised|aware|reminded)",
        r"despite the fact",
        r"(?:is|are|was|were) expected (?:to|that)",
        r"(?:is|are|was|were) supposed to",
        r"needed to have",
        r"need(?: not|n['’]t) have",
        r"(?:chances?|moments?)(?: to [^.;]{1,60})? (?:(?:was|were|had been|being) )?missed",
        r"every (?:chance|opportunity) to",
        r"(?:signs|clues|evidence) (?:was|were) (?:all )?there",
        r"too late to|until it was too late|too little,? too late",
        r"missed (?:the|a|every|any|another) chances?",
        r"(?:only )?a matter of time|waiting to happen|(?:was|were) bound to|inevitabl[ey]",
        r"would (?:still )?be (?:alive|here|safe|well)",
        r"unheeded|needless(?:ly)?|alarm bells",
        r"(?:red flags?|warning signs) (?:were|was|had been|went) "
        r"(?:missed|ignored|there|unnoticed)",
        r"must have (?:known|reali[sz]ed|seen|heard|noticed|been aware)",
        r"in retrospect",
        r"(?:in|with)(?: the benefit of)? hindsight",
        r"looking back,",
        r"(?:is|was|were|been|made it) obvious(?= (?:that|to|from)\b|[.,;])",
        r"(?:preventable|avoidable|foreseeable)",
    ),
    (r"would\b.*(?:have|['’]ve)$", "", r"(?:liked|loved|preferred|enjoyed|wished)"),
    (
        r"\w+ expected",
        r"\b(?:visitors?|guests?|weather|baby|delivery|parcel|bus|train|"
        r"temperatures?)(?: \w+)?",
        "",
    ),
    (
        r"\w+ expected to",
        "",
        r"(?:arrive|return|come|live|die|last|rise|fall|open|close|reach|"
        r"start|end|go|be (?:born|back|home|ready|dry|warm|cold|wet))",
    ),
    (r"\w+ supposed to", "", r"be (?:fun|a surprise|good|warm|dry)"),
    (r"despite\b.*\bplans?$", "", r"(?:by|of) (?:the )?(?:council|family|landlord)"),
)
"""Words that look back from the outcome at what did not happen."""

_ON_THEM: Final = (
    r"(?=\s*(?:[.,;:!?)]|$)| (?:and|or|but|with|about|at|when|all|during|in|on|towards?|for|"
    r"because|after|before|as|again|today)\b)"
)
LABELS: Final = lexicon(
    (
        rf"(?:challenging|difficult|demanding|disruptive|manipulative)(?: and \w+)? {_PEOPLE}"
        r"(?! (?:foundation|team|service))",
        rf"{_SOMEBODY}{_BE}(?: [\w-]+){{0,3}}? (?:challenging|difficult|demanding|disruptive|"
        r"aggressive|violent|unpredictable|volatile|lazy|abusive|unmanageable|uncontrollable|"
        r"out of control|awkward|naughty|childish|needy|stubborn|obstinate|spiteful|sly)"
        rf"{_ON_THEM}",
        r"non[- ]?complian(?:t|ce)",
        r"un-?co-?operative",
        r"attention[- ]seek(?:ing|ers?)",
        r"(?:seek(?:s|ing)?|sought|want(?:s|ed|ing)?|crav(?:es|ed|ing)) attention",
        r"for attention|get(?:s|ting)? attention",
        r"play(?:s|ed|ing)? (?:the )?staff off",
        r"danger to (?:himself|herself|themselves|others|staff)",
        r"big baby|babyish|like a (?:child|baby|toddler)",
        r"outbursts?|fits? of (?:temper|rage|anger)|lash(?:ed|es|ing) out|prone to violence",
        r"misbehav(?:ed|es|ing|iour)|acting up|showing off",
        r"(?:bad|inappropriate|problem|problematic|unacceptable|disturbed) behaviou?rs?",
        r"behaviou?ral (?:issues|problems)",
        r"an? (?:\w+ )?(?:schizophrenic|epileptic|diabetic|addict|alcoholic|cripple|invalid)"
        r"(?= (?:who|and|with|man|woman)\b|[.,;])",
        r"retarded|mentally handicapped|bed-?blockers?|AWOL",
        r"faking|putting it on|crocodile tears",
        r"(?:mind|brain) of an?",
        r"aggressive (?:tendenc(?:y|ies)|episodes?|behaviou?rs?)",
        r"one of (?:his|her|their) (?:episodes|moods|turns)",
        r"refus(?:es|ed|ing) to (?:engage|comply|co-?operate|participate)",
        r"abscond(?:ed|s|ing|ers?|ments?|ence)?|absconsions?",
        r"manipulative(?:ly)?",
        rf"manipulat(?:es|ed|ing)(?= (?:[\w-]+ ){{0,3}}(?:{WORKERS}|people|others|us|family)\b)",
        rf"{_SOMEBODY}(?:{_BE})? (?:kick(?:ed|s|ing) off|play(?:ed|s|ing) up)",
        r"acting out",
        r"wheelchair[- ]bound",
        r"confined to (?:a|his|her|the) wheelchair",
        r"suffer(?:s|ed|ing)? (?:from|with)",
        r"mental age",
        r"(?:low|high)[- ]functioning",
        r"frequent flyers?",
        r"(?:is|was) an? (?:\w+ )?(?:feeder|runner|biter|hitter|screamer|wanderer|spitter)",
        r"(?:tantrums?|feral|unprovoked)",
        r"(?:for no|without any)(?: apparent| good| obvious| clear)? reason",
        r"over nothing",
        r"(?:just|only|purely|simply|all) behaviou?ral",
    ),
    ("non", "", rf"with [^.;]{{0,50}}\b{RULES}"),
    ("non", rf"\b{_SERVICES}{_BE}", ""),
    (
        "acting out",
        "",
        r"(?:a|the|his|her|their|its|some) (?:\w+ )?(?:scene|story|part|play|role|"
        r"tale|dance)s?",
    ),
    ("suffer", rf"\b{EQUIPMENT}", ""),
    ("for no|without any", rf"\b{EQUIPMENT}\b[^.;,]*", ""),
    (r"(?:seek|want)\w* attention", r"\bmedical|\burgent", ""),
    (
        "for attention",
        r"\b(?:asked|asks|asking|wait(?:ed|s)|due|waiting|flagged|queue|list|needed)",
        "",
    ),
)
"""Words that label a person instead of saying what they did, felt or needed."""
