# %% [markdown] tags=["guidance"]
# # Review of a restrictive practice
#
# This notebook takes you through a restriction on somebody's life: what it is, why it is there, what
# else was weighed, how the person takes part, and when it ends. It makes a record of its own, which
# people sign. Use it after a complaint, after an incident in which force was used, or when the
# monthly register shows a restriction that has stayed.
#
# You need not know any code. Each step has a short guide, and below it what the case holds so far.
# Choose **Run → Run All Cells** to see the case as it stands now.
#
# - **It is their life.** The first voice in the case is that of the person who lives with it.
# - **It ends.** Every restriction has a day on which somebody looks at it, and a day on which it
#   lapses unless it is agreed anew.
# - **People are references.** Write `P1` or `P4`, never a name.
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
# ## 1. What this is about

# %% [markdown] tags=["guidance"]
# **What this step is for.** To say which restriction is looked at and why now, who is in the case,
# and what has to be answered.
#
# **What good looks like.** The person's own question comes first, in their words or shown without
# words. Whoever speaks with them or for them is named by reference. What is *not* looked at is said.
#
# **A small example**, which goes through all the steps. Since two men asked P1 for money in town,
# P1 goes out in the evening with a worker only. Her mother complains: nobody ever said for how long.
#
# > *P1:* “When can I go to bingo by myself?” *Her mother:* “Who decided this, and who looks at it?”
#
# **Ask yourself.** Does the person know that this is being looked at? Who could help them to say
# what they want? Is there a safeguarding concern that cannot wait?
#
# **Traps.** Looking only at whether the form was filled in. Treating the complaint as the problem.
# One rule for a whole house: it is a restriction for each person it touches.
#
# **To enter it:**
#
# ```sh
# workbench add C-0001 scope --json '{"title": "Evenings in town with a worker only",
#   "summary": "Since March P1 goes out in the evening with a worker only. It had no end."}'
# workbench add C-0001 question --json '{"text": "When can I go to bingo by myself?",
#   "asked_by": "P1"}'
# ```
#
# **Checks that look here:** INC001 to INC005, PPL001, PPL002 and QUE001; `workbench rules PPL001`
# explains one.

# %% tags=["exhibit"]
# What the case is about, and what was reported
guide.scope(case)

# %% tags=["exhibit"]
# Who speaks for whom, and how people took part
guide.people(case)

# %% tags=["exhibit"]
# Questions asked
guide.questions(case)

# %% [markdown] tags=["guidance"]
# *Room for your own words: add a cell below, for example on how the person was asked, and by whom.*

# %% [markdown] tags=["step:grounds"]
# ## 2. What it is known from

# %% [markdown] tags=["guidance"]
# **What this step is for.** To gather what shows how the restriction came about and how it is lived:
# the plan in force, notes, the person's account, what you have seen yourself.
#
# **What good looks like.** You have been there at the hour when the restriction bites. The plan is
# the version in force that day. What the person shows without words counts, with who understood it.
# You have looked through the three lenses, **workforce, environment, communication**: many
# restrictions make up for a shift that is short, a door that is wrong, or words that did not arrive.
#
# **A small example.**
#
# > E1 support plan of 2 March · E2 P1's account, with her map of town · E3 an evening in town,
# > watched on 9 April. *Workforce:* one worker for two people after 19:00. *Environment:* the bus
# > stop is where the men wait.
#
# **Ask yourself.** What happened just before the restriction began? What has happened since? Who
# else lives with it, though nobody decided it for them?
#
# **Traps.** Counting quiet weeks as proof that it is needed. Knowing it from the plan alone.
#
# **To enter it:**
#
# ```sh
# workbench add C-0001 evidence --json '{"title": "An evening in town, watched on 9 April",
#   "type": "observation", "obtained_at": "2026-04-09T22:00:00+01:00"}'
# workbench add C-0001 factor --json '{"lens": "workforce", "group": "working-conditions",
#   "statement": "After 19:00 one worker supports two people.", "evidence": ["E1"]}'
# workbench add C-0001 lens-consideration --json '{"lens": "communication",
#   "because": "P1 and the evening team know each other well; her signs are in the plan."}'
# ```
#
# **Checks that look here:** EVI001, FAC001 and FAC002; `workbench rules FAC001` explains one.

# %% tags=["exhibit"]
# What the case is known from
guide.evidence(case)

# %% tags=["exhibit"]
# What contributed, and what helped
guide.factors(case)

# %% [markdown] tags=["guidance"]
# *Room for your own words: add a cell below, for example on what you saw.*

# %% [markdown] tags=["step:restrictions"]
# ## 3. The restriction

# %% [markdown] tags=["guidance"]
# **What this step is for.** To set down each restriction so that a stranger could say whether it is
# still right today.
#
# **What good looks like.** *Rationale:* what happened, and to whom harm may come. *Alternatives
# considered:* what was tried, for how long, and what came of it. *The person's involvement:* what
# they chose, or why that was not possible. *Least restrictive:* what stays open to them. *Time limit*
# and *review date*, two different days. *What would make it less*, said on the first day.
#
# **A small example.**
#
# > *Least restrictive, because:* only evenings and only in town; days and friends stay as they were.
# > *What would make it less:* two weeks without contact from the two men. *Review:* P1 says, “I want
# > to go to bingo by myself.” *Reduced to:* one worker at the bus stop, on Fridays.
#
# **Ask yourself.** Would we do this to somebody without a disability? Does it protect the person, or
# the rota? Is the risk met at its source, for example by a referral about the two men?
#
# **Traps.** “For safety”, without whose and from what. A review that copies the last one. A locked
# door that has become furniture. Force that is written up as support: record it, with what came
# before and what was tried.
#
# **To enter it:**
#
# ```sh
# workbench add C-0001 restriction --json '{"person": "P1", "starts_on": "2026-03-20",
#   "what": "Goes out in the evening with a worker only", "type": "limited access to the community",
#   "rationale": "Two men asked P1 for money in town on three evenings.",
#   "alternatives_considered": "Telephone check-ins, tried for two weeks.",
#   "persons_involvement": "P1 chose the worker and the evenings.",
#   "least_restrictive_because": "Only evenings and only in town.",
#   "reduction_plan": "Two weeks without contact: to bingo alone.",
#   "capacity": "P1 can decide on going out; assessed with her on 18 March.",
#   "review_on": "2026-04-17", "time_limit": "2026-06-20"}'
# workbench add C-0001 restriction-review --json '{"restriction": "R1", "on": "2026-04-17",
#   "decision": "reduce", "because": "No contact for three weeks.", "by": "House manager",
#   "persons_view": "I want to go to bingo by myself.",
#   "reduced_to": "A worker at the bus stop on Fridays", "next_review": "2026-05-15"}'
# ```
#
# `workbench kinds restriction` lists every field, with those on a use of force. **Checks that look
# here:** RES001 to RES011; `workbench rules RES009` explains one.

# %% tags=["exhibit"]
# The restrictions, their reviews, and any use of force
guide.restrictions(case)

# %% [markdown] tags=["guidance"]
# *Room for your own words: add a cell below, for example on what the person showed or said when they
# saw this page.*

# %% [markdown] tags=["step:changes"]
# ## 4. What was found, and what will change

# %% [markdown] tags=["guidance"]
# **What this step is for.** To say what the review concludes, and what will be different: for this
# person, and for others who live with the same rule.
#
# **What good looks like.** The action meets the risk at its source and gives something back to the
# person. It has a named owner and a day. What will show that it worked is fixed first. A finding
# that nobody acts on is accepted by somebody, by name.
#
# **A small example.**
#
# > *Finding:* the restriction made up for one worker after 19:00. *Action:* a second worker on Friday
# > evenings (*more staff*). *Measure:* evenings in town that P1 chose, from 1 to 4 a month.
#
# **Ask yourself.** What does the person get back, and when? Which other restrictions have the same
# reason? Who scored the action, and did the person?
#
# **Traps.** Training as the only answer. Measuring that the form is complete, and not that the
# person's life is wider. A partner's action without a way to move it on.
#
# **To enter it:**
#
# ```sh
# workbench add C-0001 finding --json '{"statement": "The restriction makes up for one worker.",
#   "factors": ["F1"], "evidence": ["E1"]}'
# workbench add C-0001 action --json '{"statement": "A second worker in town on Friday evenings.",
#   "owner": {"name": "Sunniva Halloway", "role": "Head of services"}, "due": "2026-05-29",
#   "findings": ["FI1"], "approach": "staffing-workload"}'
# workbench add C-0001 faces --json '{"action": "A1", "role": "P1 and her mother",
#   "feasibility": 4, "acceptability": 5, "cost_benefit": 4, "effectiveness": 4,
#   "sustainability": 3, "because": "Good while the money lasts."}'
# workbench add C-0001 measure --json '{"action": "A1", "statement": "Evenings P1 chose to be in town",
#   "baseline": "1 a month", "target": "4 a month", "plan": {"method": "feedback",
#   "detail": "P1 marks them on her calendar with her keyworker.",
#   "responsible": "Manager of another house", "review_on": "2026-08-31"}}'
# ```
#
# **Checks that look here:** FND001 to FND003, ACT001 to ACT011; `workbench rules ACT009` explains
# one.

# %% tags=["exhibit"]
# What was found
guide.findings(case)

# %% tags=["exhibit"]
# What will change
guide.actions(case)

# %% tags=["exhibit"]
# How it will show
guide.assurance(case)

# %% [markdown] tags=["guidance"]
# *Room for your own words: add a cell below, for example on what was weighed and left.*

# %% [markdown] tags=["step:sign-off"]
# ## 5. Sign-off

# %% [markdown] tags=["guidance"]
# **What this step is for.** To let people look at how well this was looked into, and then say in
# their own words that they stand behind it.
#
# **What good looks like.** Somebody who did not investigate rates each dimension and says why. The
# person has seen the page, in a form that suits them, before it is signed. Whoever signs has asked at
# least one hard question.
#
# **A small example.**
#
# > *D1, good evidence:* P1 drew the map and chose the evenings. *Manager:* “I asked why it had no end,
# > and have set one for the four other restrictions in this house.”
#
# **Ask yourself.** What would I say to the person about this? What am I signing for, and what not?
#
# **Traps.** Rating everything as good. Signing for somebody else. Changing a word afterwards: it
# asks for all approvals again.
#
# **To do it:**
#
# ```sh
# workbench add C-0001 quality-rating --json '{"dimension": "D1", "rating": "good evidence",
#   "because": "P1 drew the map and chose the evenings.", "name": "Ingrid Pellow",
#   "role": "governance lead", "at": "2026-05-06T10:00:00+01:00"}'
# workbench quality C-0001
# workbench check C-0001 --gate approve
# workbench approve C-0001 --as investigator --words "I gathered and weighed the evidence."
# ```
#
# Then the record is made with `workbench freeze`, signed with `workbench sign`, and given out with
# `workbench issue`. **Checks that look here:** QUA001, QUA002, GOV001 and GOV002; `workbench rules
# QUA001` explains one.

# %% tags=["exhibit"]
# How well this was looked into
guide.quality(case)

# %% tags=["exhibit"]
# Who approved
guide.sign_off(case)

# %% [markdown] tags=["guidance"]
# *Room for your own words: add a cell below, for example on how the person will hear what comes next.*
