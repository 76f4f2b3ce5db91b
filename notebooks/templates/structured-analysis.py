# %% [markdown] tags=["guidance"]
# # Structured analysis
#
# This notebook takes you from an incident to a record that people can sign and rely on. It goes
# step by step: what you want to know, how you know it, what happened, what contributed, how it
# came about, what you found, what will change, and how you will see that it did.
#
# You need not know any code. Each step has a short guide, and below it its editor with what the
# checks ask. What you enter is kept in the case and not in this notebook. Where an editor says that
# it is asleep, choose **Run → Run All Cells**.
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
# <details>
# <summary>What good looks like, an example, and the traps</summary>
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
# </details>

# %% tags=["exhibit"]
# What the case is about, and the incident as reported
guide.scope(case)

# %% tags=["exhibit"]
# The commission: what was agreed to look into, who does it, and what runs beside
guide.commission(case)

# %% tags=["exhibit"]
# Duties that may apply, who decides them, and the steps taken
guide.duties(case)

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
# *Room for your own words: add a cell below this one, for example on how the person and the family
# wished to be involved.*

# %% [markdown] tags=["step:evidence"]
# ## 2. Evidence

# %% [markdown] tags=["guidance"]
# **What this step is for.** To list what you know from, so that every later statement can say
# “because of this”.
#
# **To enter it.** A file that you attach is kept with its fingerprint, so that a later change shows.
#
# <details>
# <summary>What good looks like, an example, and the traps</summary>
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
# A conversation is an interview as well as evidence: who was there, how soon, and whether they
# agreed the notes. Somebody who uses no words tells too: enter how they told it and who
# knows them well; the description keeps what was seen apart from what it was taken to mean.
#
# </details>

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
# *Room for your own words: add a cell below, for example on what could not be obtained and why.*

# %% [markdown] tags=["step:timeline"]
# ## 3. Timeline

# %% [markdown] tags=["guidance"]
# **What this step is for.** To tell what happened, in order, with a source for each event and no
# more certainty than you have.
#
# <details>
# <summary>What good looks like, an example, and the traps</summary>
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
# </details>

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
# *Room for your own words: add a cell below, for example on who has gone through the timeline with
# you and what they corrected.*

# %% [markdown] tags=["step:factors"]
# ## 4. Contributory factors

# %% [markdown] tags=["guidance"]
# **What this step is for.** To find the conditions that made the outcome more likely, and those
# that made it less likely.
#
# <details>
# <summary>What good looks like, an example, and the traps</summary>
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
# </details>

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
# Each group says what to look for in it, and what it is called in SEIPS, in the Yorkshire framework
# and in the London Protocol.
#
# *Room for your own words: add a cell below, for example on how the factors worked on each other.*

# %% [markdown] tags=["step:fishbone"]
# ## 5. Fishbone

# %% [markdown] tags=["guidance"]
# **What this step is for.** To lay the factors out around one problem at a time, so that a team can
# stand before it and say what is missing.
#
# **To enter it.** Write the problem, then place each factor that belongs to it on a bone.
#
# <details>
# <summary>What good looks like, an example, and the traps</summary>
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
# </details>

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
# **To enter it.** Word each cause so that it fits after “led to”.
#
# <details>
# <summary>What good looks like, an example, and the traps</summary>
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
# </details>

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
# *Room for your own words: add a cell below, for example on another explanation that you weighed,
# and why you follow this one.*

# %% [markdown] tags=["step:findings"]
# ## 7. Findings

# %% [markdown] tags=["guidance"]
# **What this step is for.** To say in plain words what you conclude, and to answer the questions
# from step 1.
#
# <details>
# <summary>What good looks like, an example, and the traps</summary>
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
# </details>

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
# <details>
# <summary>What good looks like, an example, and the traps</summary>
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
# </details>

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
# <details>
# <summary>What good looks like, an example, and the traps</summary>
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
# </details>

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
# **To do it.** **Sign and export** above the notebook makes the draft. It holds no names, and nothing
# that is private to one person; it says on every page that it is not approved. Read it once yourself
# before you hand it on.
#
# <details>
# <summary>What good looks like, an example, and the traps</summary>
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
# </details>

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
# <details>
# <summary>What good looks like, an example, and the traps</summary>
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
# </details>

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
# **To do it.** Read what is still open below, and settle or accept it. Then choose **Sign and export**
# above the notebook: there the case is approved in each role, the record is made, signed with a
# passphrase, and given out.
#
# <details>
# <summary>What good looks like, an example, and the traps</summary>
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
# </details>

# %% tags=["exhibit"]
# How well this was looked into
guide.quality(case)

# %% tags=["exhibit"]
# Who approved
guide.sign_off(case)

# %% tags=["exhibit"]
# The path of the case, and what comes next
guide.stages(case)

# %% [markdown] tags=["guidance"]
# *Room for your own words: add a cell below, for example a word of thanks, or how the people
# concerned will hear about what happens next.*
