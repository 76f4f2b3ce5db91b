# %% [markdown] tags=["guidance"]
# # Structured analysis
#
# This notebook takes you from an incident to a record that people can sign and rely on. It goes
# step by step: what you want to know, how you know it, what happened, what contributed, how it
# came about, what you found, what will change, and how you will see that it did.
#
# You need not know any code. Each step has a short guide, and below it what the case holds so far.
# What you enter is kept in the case and not in this notebook; the folded line above each exhibit
# only fetches it. Choose **Run → Run All Cells** to see the case as it stands now.
#
# Three things that hold all the way through:
#
# - **Ask how it made sense.** People did what fitted with what they knew, wanted and had to hand
#   at that moment. Find that out, and you have found something you can change.
# - **People are references.** Write `P1` or `P4`, never a name. List the name behind each reference
#   once, in step 1: it is kept apart, and a record in which it is found is not made. A name that is
#   not listed cannot be found.
# - **The person comes first and last.** Their questions open the case, their account is evidence,
#   and they hear the answers before a forum does.
#
# Guides like this one are for you. They do not appear in the record.

# %% tags=["parameters"]
case_id: str = ""  # The case, such as C-0001
as_of: int = 0  # 0 for the case as it stands now, or the entry to look back to
record_date: str = ""  # The day to look from, as 2026-09-18, or empty for today

# %% tags=["setup"]
# Opens the case
from workbench.notebooks import guide

case = guide.open_case(case_id, as_of, record_date)

# %% [markdown] tags=["step:scope"]
# ## 1. Scope and questions

# %% [markdown] tags=["guidance"]
# **What this step is for.** To say in a few lines what the case is about, where it ends, who is in
# it, and which questions it must answer. It also holds two decisions that cannot wait: the
# manager's review and the safeguarding decision.
#
# **What good looks like.** Somebody who knows nothing of the day can follow it. The first questions
# are those of the person and their family, in their words. What you will *not* look into is said
# as well, with who does.
#
# **A small example**, which goes through all the steps. At a supported living house an evening
# tablet stayed in its pack on a Saturday.
#
# > *P1's question:* “Who was meant to come?” *Her mother's:* “Is it because she lives with two
# > others now?” *Staff:* “How do I know it is my turn?”
#
# **Ask yourself.** Whose question is missing? Has the person been asked in a way that works for
# them: with pictures, an advocate, more time, another day?
#
# **Traps.** A scope that knows the answer already. Questions that only a lawyer would ask. Waiting
# with safeguarding until the analysis is done: record the facts and the referral now. Whether there
# is a duty to make enquiries is for the local authority to decide.
#
# **To enter it:**
#
# ```sh
# workbench add C-0001 scope --json '{"title": "An evening tablet left in its pack",
#   "summary": "On Saturday 16 May the 21:00 tablet of P1 stayed in its pack.",
#   "not_investigated": "The choice of medicine, which is with the GP."}'
# workbench add C-0001 person --json '{"role": "person supported"}'
# workbench add C-0001 name --json '{"person": "P1", "name": "First and last name"}'
# workbench add C-0001 question --json '{"text": "Who was meant to come?", "asked_by": "P1"}'
# workbench add C-0001 manager-review --json '{"role": "House manager",
#   "at": "2026-05-17T09:30:00+01:00", "decision": "Structured analysis: the third time this year.",
#   "escalated_to": "Head of community services"}'
# workbench add C-0001 safeguarding --json '{"facts": "Third missed dose; one short seizure.",
#   "concern_raised": true, "raised_with": "Local authority adult safeguarding team",
#   "at": "2026-05-17T10:15:00+01:00", "because": "P1 was harmed while she relied on our support.",
#   "decided_by": "Head of community services"}'
# ```
#
# `workbench kinds question` lists every field. **Checks that look here:** INC001 to INC005, PPL001
# to PPL008 and QUE001 to QUE004; `workbench rules INC002` explains one.

# %% tags=["exhibit"]
# What the case is about, and the incident as reported
guide.scope(case)

# %% tags=["exhibit"]
# The people: who speaks for whom, how they took part, and how staff were looked after
guide.people(case)

# %% tags=["exhibit"]
# Questions asked
guide.questions(case)

# %% [markdown] tags=["guidance"]
# **The people**, from the first day on. Who may be told what, and who decides that? What does the
# person want to come of this? Enter every talk, visit and letter, and those that were declined or
# never arrived. A need for another format is entered once and followed until it is met. Offer
# support to everybody who was there; enter what was offered, and nothing about anybody's health.
#
# ```sh
# workbench add C-0001 representation --json '{"person": "P1", "advocate": "P6",
#   "sharing": [{"with_whom": "her mother", "agreed": "yes", "on": "2026-05-18"}],
#   "outcomes_wanted": ["That somebody always comes."]}'
# workbench add C-0001 involvement --json '{"person": "P1", "at": "2026-05-18T14:00:00+01:00",
#   "how": "at home, with her picture cards", "what": "Told what is known; asked for her questions.",
#   "needs": [{"need": "picture cards", "steps": ["identified", "recorded", "met"],
#   "met_by": "Her own cards, on the table."}], "said": "“Who was meant to come?”"}'
# workbench add C-0001 staff-support --json '{"person": "P3", "taken_up": "not yet answered",
#   "offered_at": "2026-05-17T12:00:00+01:00", "what": "A talk with somebody from another house."}'
# ```
#
# *Room for your own words: add a cell below this one, for example on how the person and the family
# wished to be involved.*

# %% [markdown] tags=["step:evidence"]
# ## 2. Evidence

# %% [markdown] tags=["guidance"]
# **What this step is for.** To list what you know from, so that every later statement can say
# “because of this”.
#
# **What good looks like.** Several kinds of source: records, plans *in the version in force that
# day*, rotas, logs, conversations, something you went and watched. The person's own account is
# among them. Each has a source and a date on which you received it.
#
# **A small example.**
#
# > E1 MAR sheet, May · E2 rota and shift-change list · E3 P1's own account, told with her picture
# > cards · E4 an evening shift change, watched on 29 May.
#
# **Ask yourself.** What would I expect to see if I were wrong, and have I looked? What have I only
# been told? Have I seen the work as it is done, or only as it is written down?
#
# **Traps.** Statements taken in place of conversations: they save time and lose the why. Notes that
# nobody has read back. Clocks: ask what each log's clock showed, above all in the nights in March
# and October when the clocks change.
#
# **To enter it.** A file that you attach is kept with its fingerprint, so that a later change shows.
#
# ```sh
# workbench add C-0001 evidence --attach mar-may.pdf --json '{"title": "MAR sheet, May 2026",
#   "type": "care record", "obtained_from": "House manager",
#   "obtained_at": "2026-05-19T10:00:00+01:00"}'
# workbench add C-0001 evidence --file own-account.json
# ```
#
# Longer texts, and any with an apostrophe, are easier in a file. `own-account.json` holds:
#
# ```json
# {"title": "P1 tells of that evening, with her picture cards",
#  "type": "person's own account", "account_of": "P1",
#  "told_by": ["pictures, symbols or objects"]}
# ```
#
# A conversation is an interview as well as evidence: who was there, how soon, and whether they
# agreed the notes. Somebody who uses no words tells too: `told_by` says how, `understood_with` who
# knows them, and the description keeps what was seen apart from what it was taken to mean.
#
# ```sh
# workbench add C-0001 interview --json '{"person": "P3", "at": "2026-05-20T10:00:00+01:00",
#   "how": "face to face, in a quiet room", "notes_agreed_on": "2026-05-22", "evidence": ["E5"]}'
# ```
#
# **Checks that look here:** EVI001 to EVI003, PPL005 and PPL006; `workbench rules EVI002` explains
# one.

# %% tags=["exhibit"]
# What the case is known from
guide.evidence(case)

# %% tags=["exhibit"]
# Which plan was in force that day, and what it said
guide.plans(case)

# %% [markdown] tags=["guidance"]
# **The plans in force.** Support plan, risk assessment, behaviour support plan: enter the version
# that staff could have had that day, and what it said on the point. Enter the one that came after
# as well, with its own dates. Where there was no plan, that is a factor.
#
# ```sh
# workbench add C-0001 plan-in-force --json '{"type": "support plan", "person": "P1",
#   "version": "4", "in_force_from": "2025-11-03", "said": "Evening tablet at 21:00, with tea.",
#   "evidence": ["E1"]}'
# ```
#
# **Checks that look here:** MET004, MET008, MET009; `workbench rules MET004` explains one.
#
# *Room for your own words: add a cell below, for example on what could not be obtained and why.*

# %% [markdown] tags=["step:timeline"]
# ## 3. Timeline

# %% [markdown] tags=["guidance"]
# **What this step is for.** To tell what happened, in order, with a source for each event and no
# more certainty than you have.
#
# **What good looks like.** One person, one thing done, one time. Times may be wide: “between 20:30
# and 21:15”, “before 06:00”, “about 14:00” are honest. When something was *written down* stands
# beside when it *happened*. What went well is on it too.
#
# **A small example.**
#
# > Between 20:30 and 21:15 P3 and P4 hand over in the kitchen. P3: “I said the 21:00 was still to
# > do.” P4: “I heard about the bath and the visitor.” *Two accounts, two events, each naming the
# > other.*
#
# **Ask yourself.** What did the person do and feel between the events? Where is it silent, and does
# anybody know why? Would everybody on it recognise that day?
#
# **Traps.** Smoothing out two accounts that differ: keep both, and say later which you follow and
# why. “Nobody noticed”: write what people *did* see. Telling it backwards from the ending.
#
# **To enter it:**
#
# ```sh
# workbench add C-0001 event --json '{"when": "between 16/05/2026 20:30 and 16/05/2026 21:15",
#   "what": "P3 and P4 hand over in the kitchen while P1 talks to them.",
#   "who": ["P1", "P3", "P4"], "evidence": ["E2"]}'
# workbench add C-0001 event --json '{"when": {"stated": "16/05/2026 21:00",
#   "recorded_at": "2026-05-17T08:05:00+01:00"}, "what": "The tablet stays in its pack.",
#   "evidence": ["E1"]}'
# workbench add C-0001 gap --json '{"after": "T2", "before": "T3",
#   "explanation": "P1 was asleep; the night check at 02:00 is on the sheet.", "evidence": ["E1"]}'
# ```
#
# **Checks that look here:** EVI001, TIM001 to TIM003; `workbench rules TIM001` explains one.

# %% tags=["exhibit"]
# What happened, in order
guide.timeline(case)

# %% tags=["exhibit"]
# From each early warning to the step up, and how long it took
guide.escalation(case)

# %% [markdown] tags=["guidance"]
# **The escalation.** For each early warning: at what point was somebody to act, and what came of
# it? Name the events; the delays are worked out from them, as surely as the times are known. Leave
# a threshold out if nobody had set one. A step that never came says so, and why.
#
# ```sh
# workbench add C-0001 escalation-step --json '{"warning": "A dose stands open at 21:00",
#   "warning_event": "T2", "threshold": "Open for an hour: ring the on-call manager",
#   "step": "The on-call manager is rung", "within_hours": 1,
#   "not_taken": "Neither P3 nor P4 had it on a list."}'
# ```
#
# **Checks that look here:** MET001, MET007; `workbench rules MET001` explains one.
#
# *Room for your own words: add a cell below, for example on who has gone through the timeline with
# you and what they corrected.*

# %% [markdown] tags=["step:factors"]
# ## 4. Contributory factors

# %% [markdown] tags=["guidance"]
# **What this step is for.** To find the conditions that made the outcome more likely, and those
# that made it less likely.
#
# **What good looks like.** Each factor is a plain statement of what *was so*, with its evidence. All
# three lenses have been looked through: **workforce, environment, communication**. If one shows
# nothing, you say so and why. At least one factor helped.
#
# **A small example.**
#
# > *Communication:* the shift-change list has no line for doses still to be given. *Environment:*
# > handover is in the kitchen at bath time. *Workforce:* three of five weekend shifts had somebody
# > new to the house. *Helped:* P1's pack has a window, so the tablet was found at 08:00.
#
# **Ask yourself.** What did people know, want and have open to them? Was it like this on good days
# too? What usually catches it?
#
# **Traps.** Judging words. “Handover was bad” cannot be mended; “handover is in the kitchen while
# people wait for tea” can. Naming a person's trait. Filling every group because it is there: an
# empty group is a finding too.
#
# **To enter it:**
#
# ```sh
# workbench add C-0001 factor --json '{"lens": "communication", "group": "task",
#   "statement": "The shift-change list has no line for doses still to be given.",
#   "evidence": ["E2"]}'
# workbench add C-0001 factor --json '{"lens": "environment", "group": "equipment",
#   "statement": "The pack has a window, so the tablet was found at 08:00.",
#   "effect": "mitigated", "evidence": ["E1"]}'
# workbench add C-0001 lens-consideration --json '{"lens": "workforce",
#   "because": "Two people were on shift, as planned; both know the house well."}'
# ```
#
# **Checks that look here:** FAC001, FAC002, WRD002 to WRD004; `workbench rules WRD002` explains one.

# %% tags=["exhibit"]
# What contributed, and what helped
guide.factors(case)

# %% tags=["exhibit"]
# Who was there to do the work
guide.shifts(case)

# %% tags=["exhibit"]
# Who owns what, between people and organisations
guide.ownership(case)

# %% tags=["exhibit"]
# The same factors under another framework
guide.crosswalk(case)

# %% [markdown] tags=["guidance"]
# **Ask everything twice**: what made it more likely, and what made it less? Then say how factors
# worked on each other. If you speak of the workforce, put the **shift picture** beside it; where
# more than one team or organisation has a part, write down **who owns what**, and whom either side
# rings when an answer is slow. “Nobody had agreed it” is an answer.
#
# ```sh
# workbench add C-0001 factor --id F1 --json '{"works_with": ["F2"],
#   "interaction": "In a full kitchen people go down the list, and the list ended."}'
# workbench add C-0001 shift --json '{"service": "The house", "planned": 3, "actual": 2,
#   "period": "between 16/05/2026 14:00 and 16/05/2026 22:00", "agency": 1,
#   "one_to_one_planned_hours": 6, "one_to_one_delivered_hours": 4,
#   "competencies": "One of the two had given medicines here before.", "evidence": ["E2"]}'
# workbench add C-0001 ownership --json '{"what": "New packs from the pharmacy",
#   "organisation": "Pharmacy", "role": "Dispensing team", "escalate_after": "one working day",
#   "escalation_route": "The house manager rings the pharmacist in charge.", "evidence": ["E4"]}'
# ```
#
# `workbench frameworks` shows the groups, with what to look for in each, and what they are called
# in SEIPS, in the Yorkshire framework or in the London Protocol.
#
# **Checks that look here:** FAC003, FAC004, MET003, MET005, MET008; `workbench rules MET003`
# explains one.
#
# *Room for your own words: add a cell below, for example on how the factors worked on each other.*

# %% [markdown] tags=["step:fishbone"]
# ## 5. Fishbone

# %% [markdown] tags=["guidance"]
# **What this step is for.** To lay the factors out around one problem at a time, so that a team can
# stand before it and say what is missing.
#
# **What good looks like.** One care or service delivery problem is one fish. Its head says what
# happened or did not, in one sentence. The bones hold the factors that you have evidence for.
#
# **A small example.**
#
# > *Head:* “The 21:00 dose was not given by either shift.” *Bones with something on them:* task,
# > working conditions, team. *Six bones stay empty, and that is fine.*
#
# **Ask yourself.** Is this one problem or two? Shown to the people who were there, what do they add?
# What would P1 put on it?
#
# **Traps.** Two problems in one fish: nobody can tell which factor belongs to which. Forcing a
# factor into every bone. Taking the picture for the explanation: it groups, the next step explains.
#
# **To enter it:** write the problem, then name it on each factor that belongs to it.
#
# ```sh
# workbench add C-0001 problem --json '{"statement": "The 21:00 dose was given by neither shift.",
#   "events": ["T2"]}'
# workbench add C-0001 factor --id F1 --json '{"problem": "B1"}'
# ```
#
# **Checks that look here:** FAC002; `workbench rules FAC002` explains it.

# %% tags=["exhibit"]
# One fishbone for each problem
guide.fishbones(case)

# %% [markdown] tags=["guidance"]
# *Room for your own words: add a cell below, for example on what the team added when they saw it.*

# %% [markdown] tags=["step:causes"]
# ## 6. Causes

# %% [markdown] tags=["guidance"]
# **What this step is for.** To say how the conditions led to the outcome, link by link, so that
# somebody else can follow and disagree.
#
# **What good looks like.** Each link reads as a sentence: *this* led to *that*, because … It says
# how sure you are, what supports it, and what speaks against it. Behind everything a person did
# stands a condition that made it the sensible thing to do.
#
# **The five rules of causation**, in short:
#
# 1. Show cause *and* effect, and the way from one to the other.
# 2. Describe; do not judge. No “careless”, no “poorly”.
# 3. Behind every human act there is a cause. Look for it.
# 4. Behind every step off the procedure there is a cause too.
# 5. Something *not done* is a cause only where there was a duty to do it. Name the duty.
#
# **A small example.**
#
# > A list with no line for doses still to be given led to a handover without the 21:00 tablet,
# > because P3 went down the list and the list ended (probable).
#
# **Ask yourself.** Would it have happened without this? Did all of them have to come together, or
# was any one enough? If I stop here: why here?
#
# **Traps.** One root: there is hardly ever one. Ending with a person: that is where to ask on.
# What somebody *could have* done explains nothing; what they saw, wanted and had open to them does.
#
# **To enter it.** Word each cause so that it fits after “led to”.
#
# ```sh
# workbench add C-0001 cause --json '{"type": "condition", "factors": ["F1"], "evidence": ["E2"],
#   "statement": "A list with no line for doses still to be given",
#   "stop_reason": "The list belongs to the house, which can change it."}'
# workbench add C-0001 cause --json '{"statement": "The handover without the 21:00 tablet",
#   "type": "human action", "combination": "all", "events": ["T1"], "evidence": ["E2"]}'
# workbench add C-0001 link --json '{"cause": "C1", "effect": "C2", "confidence": "probable",
#   "mechanism": "P3 went down the list, and the list ended", "evidence": ["E2", "E4"]}'
# ```
#
# **Checks that look here:** GRA001 to GRA010, EVI002, EVI003; `workbench rules GRA005` explains one.

# %% tags=["exhibit"]
# How it came about
guide.causes(case)

# %% tags=["exhibit"]
# Asking why, and reading it back
guide.whys(case)

# %% tags=["exhibit"]
# What had to come together, and which actions break it
guide.cut_sets(case)

# %% tags=["exhibit"]
# What stood between hazard and person
guide.barriers(case)

# %% [markdown] tags=["guidance"]
# **Three other ways to look at it.** The *whys* come from the graph: read each chain back with
# “therefore”, aloud; where it does not hold, a link is missing. *What had to come together* shows
# which causes were enough as a group, once you have said of each effect whether it needed “all” or
# “any” of its causes, and which groups no action breaks. *Barriers* ask what stood in the way: was
# it absent, not used, or used and did not hold, and **why**? Enter those that held, too.
#
# ```sh
# workbench add C-0001 barrier --json '{"hazard": "A missed tablet", "target": "P1",
#   "what": "Count of open doses at handover", "state": "not used", "causes": ["C1"],
#   "why": "Handover is in the kitchen; the packs are upstairs.", "evidence": ["E4"]}'
# ```
#
# **Checks that look here:** MET002, MET006, MET008; `workbench rules MET006` explains one.
#
# *Room for your own words: add a cell below, for example on another explanation that you weighed,
# and why you follow this one.*

# %% [markdown] tags=["step:findings"]
# ## 7. Findings

# %% [markdown] tags=["guidance"]
# **What this step is for.** To say in plain words what you conclude, and to answer the questions
# from step 1.
#
# **What good looks like.** Each finding rests on causes, factors or evidence that the reader can
# look up. Some say where to improve, at least one says what worked and is worth keeping. If you
# decide not to act on one, the reason stands beside it.
#
# **A small example.**
#
# > *Area for improvement:* doses still to be given have no place in the handover, so they depend on
# > somebody saying them aloud in a busy kitchen. *Good practice:* packs with a window; keep them.
#
# **Ask yourself.** Would the people concerned call it fair? Can P1 understand her answer? Does it say
# how things *are*, or only what somebody might have done?
#
# **Traps.** Findings that nobody could have disagreed with before you began. Answers to questions
# that nobody asked. “Cannot be answered” is an answer, if you say why.
#
# **To enter it:**
#
# ```sh
# workbench add C-0001 finding --json '{"causes": ["C1"], "factors": ["F1"],
#   "statement": "Doses still to be given have no place in the handover.",
#   "evidence": ["E2", "E4"]}'
# workbench add C-0001 finding --json '{"type": "good practice", "factors": ["F2"],
#   "statement": "Packs with a window show what is left. Keep them.", "evidence": ["E1"]}'
# workbench add C-0001 question --id Q1 --json '{"state": "answered", "findings": ["FI1"],
#   "answer": "P3 until 21:00, then P4. Each thought that it was with the other."}'
# ```
#
# **Checks that look here:** FND001, FND002, QUE001, WRD002, WRD003; `workbench rules FND001`
# explains one.

# %% tags=["exhibit"]
# What was found
guide.findings(case)

# %% tags=["exhibit"]
# What went well
guide.went_well(case)

# %% [markdown] tags=["guidance"]
# *Room for your own words: add a cell below, for example on what the person said when they heard
# the findings.*

# %% [markdown] tags=["step:actions"]
# ## 8. Actions

# %% [markdown] tags=["guidance"]
# **What this step is for.** To agree what will change, who answers for it, by when, and what will
# show that it worked. Fix that measure **before** the action starts.
#
# **What good looks like.** At least one action makes the right thing easier, rather than asking
# people to try harder. The owner has said yes. The people who do the work helped to shape it.
#
# | holds by itself | helps people | rests on people |
# |---|---|---|
# | take steps out, standardise, a screen that will not close, a leader on the spot | a checklist, a second person, software, less to juggle | training, a new policy, a second look, a notice |
#
# Training and policy have their place: say what, for whom, by when and how you will see it.
#
# **A small example.**
#
# > The shift-change screen shows doses not yet signed and stays open until each has a name (*digital
# > records lead, by 31 July*). *Measure:* doses given within their hour, from 52 of 60 to at least 59
# > of 60, sampled weekly for four weeks by the manager of another house.
#
# **Ask yourself.** Would this have changed that evening? What will people stop doing to make room
# for it? Who might be worse off?
#
# **Traps.** “Remind staff.” Actions that no finding asks for. A measure that counts the training
# and not the practice. An owner who is a team.
#
# **To enter it:**
#
# ```sh
# workbench add C-0001 action --json '{"approach": "forcing-function",
#   "statement": "The shift-change screen stays open until each dose has a name beside it.",
#   "owner": {"name": "Sunniva Halloway", "role": "Digital records lead"},
#   "due": "2026-07-31", "findings": ["FI1"], "causes": ["C1"]}'
# workbench add C-0001 measure --json '{"action": "A1",
#   "statement": "Doses given within their hour", "baseline": "52 of 60",
#   "target": "at least 59 of 60", "plan": {"method": "file sampling",
#   "detail": "Fifteen doses drawn by lot each Monday for four weeks.",
#   "responsible": "Manager of another house", "review_on": "2026-09-04",
#   "sample_size": 15, "weeks": 4}}'
# workbench add C-0001 restriction --json '{"person": "P1",
#   "what": "Medicine cupboard kept locked.", "rationale": "A child visits on Sundays.", "alternatives_considered": "A lockable drawer.",
#   "persons_involvement": "P1 chose the place of the key.", "starts_on": "2026-05-20",
#   "review_on": "2026-06-20"}'
# ```
#
# **Checks that look here:** ACT001 to ACT011, RES001 to RES011, WRD001; `workbench rules ACT003`
# explains one.

# %% tags=["exhibit"]
# What will change
guide.actions(case)

# %% tags=["exhibit"]
# Restrictions on somebody's life, and their reviews
guide.restrictions(case)

# %% [markdown] tags=["guidance"]
# *Room for your own words: add a cell below, for example on options that were weighed and left.*

# %% [markdown] tags=["step:assurance"]
# ## 9. Assurance

# %% [markdown] tags=["guidance"]
# **What this step is for.** To see whether practice changed, and whether every part of the case
# holds on to the next: question → evidence → event → factor → cause → finding → action → measure →
# verification.
#
# **What good looks like.** Four different words are kept apart. **Open**: agreed. **Implemented**: it
# is in place. **Communicated**: those who need to know do know. **Verified**: somebody looked, and
# practice had changed. Completed is not verified.
#
# **A small example.**
#
# > *First four weeks:* 51 of 60, target not met; the screen came up too late in the shift, and was
# > moved. *Second four weeks:* 60 of 60. *Both stay in the record.*
#
# **Ask yourself.** Did somebody look who has no stake in it? Is the sample large enough to say
# anything? What does P1 say: has it become different for her?
#
# **Traps.** “All staff have been emailed.” A result of 5 out of 5. Setting the target after the
# count. Hiding a first result that did not come up to it; that one teaches most. “Insufficient data”
# is an honest result.
#
# **To enter it:**
#
# ```sh
# workbench add C-0001 verification --json '{"measure": "M1", "on": "2026-09-04", "outcome": "met",
#   "result": "60 of 60 doses within their hour, in the second four weeks.",
#   "by": "Manager of another house", "sampled": 60, "conforming": 60, "evidence": ["E7"]}'
# workbench add C-0001 action --id A1 --json '{"state": "verified",
#   "implemented_on": "2026-07-20", "communicated_on": "2026-07-27",
#   "communicated_to": "both shifts, and P1 and her mother"}'
# ```
#
# **Checks that look here:** ACT005, ACT007 and REF001; `workbench rules ACT007` explains one.

# %% tags=["exhibit"]
# How it will show
guide.assurance(case)

# %% tags=["exhibit"]
# From questions to results, joined up
guide.thread(case)

# %% [markdown] tags=["guidance"]
# *Room for your own words: add a cell below, for example on what you will look at again, and when.*

# %% [markdown] tags=["step:comments"]
# ## 10. Comments on the draft

# %% [markdown] tags=["guidance"]
# **What this step is for.** To let those whom it concerns say what is wrong or missing, before
# anybody approves it: the person, their family or an advocate, and the staff who were there.
#
# **What good looks like.** Everybody was asked, in a way that works for them, and had time. Every
# comment has an answer: what was changed, or why nothing was. No comment, and nobody reached, are
# written down as well.
#
# **A small example.**
#
# > *Her mother:* “It was not the first evening. It was the second.” *Answer:* “The sheet shows both.
# > T2 now says Friday and Saturday.” *P4:* no comment.
#
# **Ask yourself.** Who will read about themselves here? Who should sit beside them when they do? What
# did a comment show about how we worked?
#
# **Traps.** A week in August. A draft by post, and nothing else. Answering “noted”. Smoothing the
# comment: keep their words.
#
# **To do it.** A draft holds no names, and nothing that is private to one person; it says on every
# page that it is not approved. Read it once yourself before you hand it on.
#
# ```sh
# workbench draft C-0001
# workbench add C-0001 comment --json '{"role": "family", "at": "2026-09-09T17:00:00+01:00",
#   "about": "T2", "text": "It was not the first evening. It was the second.",
#   "answer": "The sheet shows both; T2 says so now.", "answered_by": "investigator",
#   "changed": ["T2"]}'
# workbench add C-0001 comment --json '{"person": "P4", "at": "2026-09-10T12:00:00+01:00",
#   "reply": "no comment"}'
# ```
#
# **Checks that look here:** CMT001 to CMT004; `workbench rules CMT001` explains one.

# %% tags=["exhibit"]
# What people said about the draft, and the answers
guide.comments(case)

# %% [markdown] tags=["guidance"]
# *Room for your own words: add a cell below, for example on how people were asked, and what you
# would do in another way next time.*

# %% [markdown] tags=["step:summaries"]
# ## 11. Summaries

# %% [markdown] tags=["guidance"]
# **What this step is for.** To tell what the record says to those who will not read it: one page in
# easy words for the person, and one for the team. They are part of the record.
#
# **What good looks like.** *Easy words:* “you” and “we”; one idea a sentence; words that people use.
# It says sorry, what was found, and what will be different. *For staff:* what happened, what made
# it likely, what worked, what is different from today, and one thing to try. Each fits on a page.
#
# **A small example.**
#
# > *Easy words:* “Your tablet was late. Two staff had two jobs at once. Now a screen shows who comes.”
#
# **Ask yourself.** Has somebody it is for read it, and told it back? Would a colleague talk about it
# over tea? Which picture belongs beside each paragraph, when you print it?
#
# **Traps.** The record made shorter, in the same words. “Lessons have been learned.” Naming a colleague
# where a condition is meant. Trusting a formula: counts are a hint, people are the test.
#
# **To enter it:**
#
# ```sh
# workbench add C-0001 summary --json '{"audience": "easy read", "title": "Your late tablet",
#   "paragraphs": ["Your tablet was late.", "Two staff had two jobs at once. We are sorry.",
#   "Now a screen shows who comes."], "tested_with": "two people who check Easy Read",
#   "tested_on": "2026-09-08"}'
# workbench add C-0001 summary --json '{"audience": "staff learning", "title": "Two jobs at once",
#   "paragraphs": ["A dose stayed in its pack: handover and the bath fell in one half hour.",
#   "Try it: which doses are still to be given on your list tonight?"]}'
# ```
#
# **Checks that look here:** SUM001 to SUM006; `workbench rules SUM003` explains one.

# %% tags=["exhibit"]
# The summaries, as their readers see them
guide.summaries(case)

# %% [markdown] tags=["guidance"]
# *Room for your own words: add a cell below, for example on how and when the page was given to the
# person.*

# %% [markdown] tags=["step:sign-off"]
# ## 12. Sign-off

# %% [markdown] tags=["guidance"]
# **What this step is for.** To let three people say, each in their own words, that they stand behind
# this case as it is now: the investigator, the manager who answers for the actions, and the
# governance lead who tested the reasoning.
#
# **What good looks like.** Whoever signs has read it, has asked at least one hard question, and says
# what their signature means. Warnings that stay are accepted by name, with a reason that a stranger
# would follow.
#
# **A small example.**
#
# > *Governance lead:* “I asked why the first result fell short and am content with the answer. I
# > have not judged the choice of medicine.”
#
# **Ask yourself.** Have the person and the family seen the parts that concern them? What am I
# signing for, and what not?
#
# **Traps.** Signing for somebody else. Changing a word afterwards: any change to the case asks for
# all three approvals again, and rightly so.
#
# **To do it:** look at what the checks say, settle or accept it, then approve.
#
# ```sh
# workbench check C-0001 --gate approve
# workbench accept C-0001 TIM003 T2 --as investigator \
#   --reason "Found at the morning count, and written down at once."
# workbench approve C-0001 --as investigator --words "I gathered and weighed the evidence."
# ```
#
# Then the record is made with `workbench freeze`, signed with `workbench sign`, and given out with
# `workbench issue`. **Checks that look here:** GOV001 and GOV002; `workbench rules` lists them all.

# %% tags=["exhibit"]
# How well this was looked into
guide.quality(case)

# %% tags=["exhibit"]
# Who approved
guide.sign_off(case)

# %% [markdown] tags=["guidance"]
# *Room for your own words: add a cell below, for example a word of thanks, or how the people
# concerned will hear about what happens next.*
