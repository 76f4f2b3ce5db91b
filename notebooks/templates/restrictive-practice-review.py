# %% [markdown] tags=["guidance"]
# # Review of a restrictive practice
#
# This notebook takes you through a restriction on somebody's life: what it is, why it is there, what
# else was weighed, how the person takes part, and when it ends. It makes a record of its own, which
# people sign. Use it after a complaint, after an incident in which force was used, or when the
# monthly register shows a restriction that has stayed.
#
# You need not know any code. Each step has a short guide, and below it its editor with what the
# checks ask. What you enter is kept in the case and not in this notebook. Where an editor says that
# it is asleep, choose **Run → Run All Cells**.
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
# <details>
# <summary>What good looks like, an example, and the traps</summary>
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
# </details>

# %% tags=["exhibit"]
# What the case is about, and what was reported
guide.scope(case)

# %% tags=["exhibit"]
# The commission: what was agreed to look into, who does it, and what runs beside
guide.commission(case)

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
# <details>
# <summary>What good looks like, an example, and the traps</summary>
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
# </details>

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
# <details>
# <summary>What good looks like, an example, and the traps</summary>
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
# </details>

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
# <details>
# <summary>What good looks like, an example, and the traps</summary>
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
# </details>

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
# **To do it.** Read what is still open below, and settle or accept it. Then choose **Sign and export**
# above the notebook: there the case is approved in each role, the record is made, signed with a
# passphrase, and given out.
#
# <details>
# <summary>What good looks like, an example, and the traps</summary>
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
# *Room for your own words: add a cell below, for example on how the person will hear what comes next.*
