# %% [markdown] tags=["guidance"]
# # After-action review
#
# A talk among those who were there, led by somebody who was not: an hour, soon after, on something
# that went wrong *or* went well. Four questions: what did we expect, what happened, why was there
# a difference, and what do we learn?
#
# You need not know any code. Each step has a short guide, and below it its editor with what the
# checks ask. What you enter is kept in the case and not in this notebook. Where an editor says that
# it is asleep, choose **Run → Run All Cells**.
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
# <details>
# <summary>What good looks like, an example, and the traps</summary>
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
# </details>

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
# **To enter it.** Add your own words in a cell below, and what they rest on as evidence.
#
# <details>
# <summary>What good looks like, an example, and the traps</summary>
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
# </details>

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
# <details>
# <summary>What good looks like, an example, and the traps</summary>
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
# </details>

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
# <details>
# <summary>What good looks like, an example, and the traps</summary>
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
# </details>

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
# <details>
# <summary>What good looks like, an example, and the traps</summary>
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
# </details>

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
# <details>
# <summary>What good looks like, an example, and the traps</summary>
#
# **What good looks like.** Short sentences, words that people use, one thing to try.
#
# **A small example.** *“When the alarm rang, you knew the door. We keep the picture.”*
#
# **Ask yourself.** Would everybody who was there put their hand to it?
#
# **Traps.** Minutes. Names of colleagues where a condition is meant.
#
# </details>

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
# **To do it.** Read what is still open below, and settle or accept it. Then choose **Sign and export**
# above the notebook: there the case is approved in each role, the record is made, signed with a
# passphrase, and given out.
#
# <details>
# <summary>What good looks like, an example, and the traps</summary>
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
# </details>

# %% tags=["exhibit"]
# Who approved
guide.sign_off(case)

# %% tags=["exhibit"]
# The path of the case, and what comes next
guide.stages(case)

# %% [markdown] tags=["guidance"]
# *Room for your own words: add a cell below, for example a word of thanks.*
