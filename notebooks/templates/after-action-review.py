# %% [markdown] tags=["guidance"]
# # After-action review
#
# A talk among those who were there, led by somebody who was not: an hour, soon after, on something
# that went wrong *or* went well. Four questions: what did we expect, what happened, why was there
# a difference, and what do we learn?
#
# You need not know any code. Each step has a short guide, and below it what the case holds so far.
# What you enter is kept in the case and not in this notebook. Choose **Run → Run All Cells** to see
# the case as it stands now.
#
# Three things that hold all the way through:
#
# - **Everybody's view counts the same.** Nobody is judged here. If somebody may have been harmed
#   on purpose, stop: that is for another process.
# - **There may be no action.** To have understood it together can be enough, if you say so.
# - **People are references.** Write `P1` or `P4`, never a name.
#
# The four questions are given here from general knowledge of the method, and are unverified.
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
# ## 1. What it is about, and who was there

# %% [markdown] tags=["guidance"]
# **What this step is for.** To say in two lines what you look back at, and who sits round the table.
#
# **What good looks like.** Those who were there, across shifts and services. The person supported,
# or somebody they choose, if they wish; else their questions, asked beforehand. Somebody leads who
# has no stake in it. The manager's review and the safeguarding decision do not wait for it.
#
# **A small example.** *An evening at the swimming pool: the alarm rang, and everybody was out and dry
# in four minutes.*
#
# **Ask yourself.** Who is missing? Can everybody here speak freely with everybody else here?
#
# **Traps.** Waiting a month. A chair who was on shift. Thirty people.
#
# **To enter it:**
#
# ```sh
# workbench add C-0001 scope --json '{"title": "Four minutes at the pool",
#   "summary": "On 16 May the alarm rang at the pool. Everybody was out and dry in four minutes.",
#   "method": "After-action review on 18 May, led by the manager of another house."}'
# workbench add C-0001 involvement --json '{"person": "P1", "at": "2026-05-18T10:00:00+01:00",
#   "how": "at home, with photographs", "what": "Asked what it was like, and what she wants to know.",
#   "said": "“Loud. Then the towel.”"}'
# workbench add C-0001 question --json '{"text": "Why was it so loud?", "asked_by": "P1"}'
# ```
#
# **Checks that look here:** INC001 to INC005, PPL001 to PPL008, QUE001 to QUE004; `workbench rules
# PPL001` explains one.

# %% tags=["exhibit"]
# What it is about, and the incident as reported
guide.scope(case)

# %% tags=["exhibit"]
# The people: who took part and how, and how staff were looked after
guide.people(case)

# %% tags=["exhibit"]
# Questions asked
guide.questions(case)

# %% [markdown] tags=["guidance"]
# *Room for your own words: add a cell below, for example on the ground rules you agreed.*

# %% [markdown] tags=["step:expected"]
# ## 2. What did we expect?

# %% [markdown] tags=["guidance"]
# **What this step is for.** To hear what each of you thought would happen, and what it rested on: a
# plan, a habit, something said on the way.
#
# **What good looks like.** Several answers. Plans and procedures are there as evidence, in the
# version that was in force; so is what nobody had written down.
#
# **A small example.** *The plan said that P1 leaves first. P3 expected to carry her towel; P4 expected
# the pool staff to.*
#
# **Ask yourself.** What would a good end have looked like to the person?
#
# **Traps.** Only what the policy says. Knowing the ending: ask what you expected *then*.
#
# **To enter it.** Add your own words in a cell below, and what they rest on as evidence:
#
# ```sh
# workbench add C-0001 evidence --json '{"title": "Plan for the pool, version 3", "type": "plan",
#   "obtained_from": "House file", "obtained_at": "2026-05-17T09:00:00+01:00"}'
# ```
#
# **Checks that look here:** EVI001, PPL006; `workbench rules PPL006` explains one.

# %% tags=["exhibit"]
# What this is known from
guide.evidence(case)

# %% [markdown] tags=["guidance"]
# *Room for your own words: add a cell below with what each of you expected.*

# %% [markdown] tags=["step:happened"]
# ## 3. What happened?

# %% [markdown] tags=["guidance"]
# **What this step is for.** To put together what happened, in order, from everybody's corner.
#
# **What good looks like.** One person, one thing done, one time. What went well is on it. Where two
# accounts differ, both are kept.
#
# **A small example.** *14:02 the alarm rings. 14:03 P3 shows P1 the picture of the door. 14:06 all are
# outside, with towels.*
#
# **Ask yourself.** What did the person do? What did each of you see at that moment, and not see?
#
# **Traps.** Beginning with why. One voice that tells it for all.
#
# **To enter it:**
#
# ```sh
# workbench add C-0001 event --json '{"when": "16/05/2026 14:03", "went_well": true,
#   "what": "P3 shows P1 the picture of the door.", "who": ["P1", "P3"], "evidence": ["E1"]}'
# ```
#
# **Checks that look here:** TIM001 to TIM003, EVI001; `workbench rules TIM001` explains one.

# %% tags=["exhibit"]
# What happened, in order
guide.timeline(case)

# %% [markdown] tags=["guidance"]
# *Room for your own words: add a cell below.*

# %% [markdown] tags=["step:difference"]
# ## 4. Why was there a difference?

# %% [markdown] tags=["guidance"]
# **What this step is for.** To find what made it come out better, or worse, than expected.
#
# **What good looks like.** Conditions, not people's traits: what was so that day, and is it so on
# other days? What helped stands beside what hindered.
#
# **A small example.** *Helped: the picture hung at the pool too. Hindered: the alarm is beside the bench
# where P1 sits.*
#
# **Ask yourself.** What would have had to be different for it to go the other way?
#
# **Traps.** Stopping at somebody who was quick, or slow. “Luck”: ask what luck was made of.
#
# **To enter it:**
#
# ```sh
# workbench add C-0001 factor --json '{"lens": "environment", "group": "equipment",
#   "statement": "The picture of the door hung at the pool as well.", "effect": "mitigated",
#   "evidence": ["E1"]}'
# workbench add C-0001 lens-consideration --json '{"lens": "workforce",
#   "because": "As many staff as planned; all had been to this pool before."}'
# ```
#
# **Checks that look here:** FAC001, FAC002, WRD002 to WRD004; `workbench rules FAC001` explains one.

# %% tags=["exhibit"]
# What helped, and what hindered
guide.factors(case)

# %% [markdown] tags=["guidance"]
# *Room for your own words: add a cell below.*

# %% [markdown] tags=["step:learned"]
# ## 5. What do we learn?

# %% [markdown] tags=["guidance"]
# **What this step is for.** To say what you keep, what you would do in another way, and who should
# hear of it. An action only where something has to change.
#
# **What good looks like.** Each thing learned is a finding. Good practice is one. Where there is
# no action, the reason stands beside it. Where there is one, it has an owner, a date and a measure.
#
# **A small example.** *Good practice: pictures hang where they are needed. No action: they stay.*
#
# **Ask yourself.** What will you do tomorrow that you did not do yesterday? Who else swims there?
#
# **Traps.** An action because a form has a box for it. “Share the learning.” A talk that leaves no
# trace, or a list that nobody owns.
#
# **To enter it:**
#
# ```sh
# workbench add C-0001 finding --json '{"type": "good practice", "factors": ["F1"],
#   "statement": "Pictures hang where they are needed, not only at home. Keep them."}'
# workbench add C-0001 finding --json '{"factors": ["F2"],
#   "statement": "The alarm is beside the bench where P1 sits.",
#   "not_acted_on_because": "P1 chose another bench the same day."}'
# ```
#
# **Checks that look here:** FND001, FND002, ACT001 to ACT004; `workbench rules FND001` explains one.

# %% tags=["exhibit"]
# What was learned
guide.findings(case)

# %% tags=["exhibit"]
# What will change, if anything
guide.actions(case)

# %% [markdown] tags=["guidance"]
# *Room for your own words: add a cell below.*

# %% [markdown] tags=["step:summaries"]
# ## 6. Telling others

# %% [markdown] tags=["guidance"]
# **What this step is for.** To tell it in one page: to the person in easy words, and to colleagues
# who were not there. Those who were there read it first.
#
# **What good looks like.** Short sentences, words that people use, one thing to try.
#
# **A small example.** *“When the alarm rang, you knew the door. We keep the picture.”*
#
# **Ask yourself.** Would everybody who was there put their hand to it?
#
# **Traps.** Minutes. Names of colleagues where a condition is meant.
#
# **To enter it:**
#
# ```sh
# workbench draft C-0001
# workbench add C-0001 comment --json '{"role": "staff", "at": "2026-05-20T16:00:00+01:00",
#   "reply": "no comment"}'
# workbench add C-0001 summary --json '{"audience": "staff learning", "title": "Four minutes",
#   "paragraphs": ["Everybody was out in four minutes.", "Pictures hung where they were needed."]}'
# ```
#
# **Checks that look here:** SUM001 to SUM006, CMT001 to CMT004; `workbench rules SUM001` explains one.

# %% tags=["exhibit"]
# The summaries, as their readers see them
guide.summaries(case)

# %% tags=["exhibit"]
# What people said about the draft, and the answers
guide.comments(case)

# %% [markdown] tags=["guidance"]
# *Room for your own words: add a cell below.*

# %% [markdown] tags=["step:sign-off"]
# ## 7. Sign-off

# %% [markdown] tags=["guidance"]
# **What this step is for.** To let people in their roles say that they stand behind it.
#
# **What good looks like.** They have read it. What the checks still ask is settled, or accepted with
# a reason that a stranger would follow. There need be no action, and no causal graph.
#
# **A small example.** *Accepted: nothing is known of the 20 minutes before the alarm; nobody asks it.*
#
# **Ask yourself.** Is this still the right kind of review, or has it shown something that asks for
# more?
#
# **Traps.** Signing for somebody else. Changing a word afterwards.
#
# **To do it:**
#
# ```sh
# workbench check C-0001 --gate approve
# workbench approve C-0001 --as investigator --words "I led the review, and this is what was said."
# ```
#
# **Checks that look here:** GOV001 and GOV002; `workbench rules` lists them all.

# %% tags=["exhibit"]
# Who approved
guide.sign_off(case)

# %% [markdown] tags=["guidance"]
# *Room for your own words: add a cell below, for example a word of thanks.*
