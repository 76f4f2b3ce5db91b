# %% [markdown] tags=["guidance"]
# # Triage
#
# This notebook takes you through the first two days after an incident was reported: making people
# safe, deciding who must know, and deciding how deep to look. It takes about an hour. Each step has
# its editor, with what the checks ask beside it. What you enter is kept in the case and not in this
# notebook. Where an editor says that it is asleep, choose **Run → Run All Cells**.
#
# Three things that hold all the way through:
#
# - **People first, then paper.** Is the person safe, and who else could be harmed tonight?
# - **People are references.** Write `P1` or `P4`, never a name.
# - **What may apply, why, and who decides.** The workbench says these three things about the law.
#   The decision is always somebody's, with a reason and a time.
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
# ## 1. The incident as reported

# %% [markdown] tags=["guidance"]
# **What this step is for.** To read the report as it came, and to see which of the fields that
# every report must hold are empty.
#
# <details>
# <summary>What good looks like, an example, and the traps</summary>
#
# **What good looks like.** Nothing in the register is changed. What was missing is supplied here,
# with where it was taken from. A manager has seen it and said what follows.
#
# **A small example.** At a supported living house a bath was run at 47 °C; the worker felt it with
# a hand before P1 got in.
#
# > *Known risks*, empty in the register: “P1 does not always say when something hurts.” *Taken
# > from:* her support plan, version 4.
#
# **Ask yourself.** Who has spoken with the person since? Who saw it, and who only heard of it?
#
# **Traps.** Waiting for a better report before acting on this one. Leaving a near miss for next
# week: the bath is still there tonight.
#
# </details>

# %% tags=["exhibit"]
# The incident as it was reported
guide.incident(case)

# %% [markdown] tags=["guidance"]
# *Room for your own words: add a cell below, for example on how the person is now.*

# %% [markdown] tags=["step:triage"]
# ## 2. Triage

# %% [markdown] tags=["guidance"]
# **What this step is for.** To decide three things and to say why: what kind of incident it is,
# whether it could **harm someone else tonight**, and how deep to look.
#
# <details>
# <summary>What good looks like, an example, and the traps</summary>
#
# **What good looks like.** It is done within 24 to 48 hours of the report. The immediate actions are
# there, with who is safe because of them. Every service with the same conditions was alerted *and
# has said so back*. The register was looked through for the like.
#
# | depth | for | answers |
# |---|---|---|
# | rapid learning review | low to moderate harm, alone | what happened, what should change next time, what this week |
# | thematic review | incidents that cluster | what they have in common |
# | structured analysis | serious incidents | how it came about, link by link |
#
# The workbench proposes one from risk, harm, recurrence and safeguarding. You may choose another, and
# say why.
#
# **A small example.**
#
# > *Tonight:* yes. “Two more houses have valves of the same year.” *Alert:* both houses, at 16:10;
# > acknowledged by both shift leaders by 16:35. *Depth:* rapid learning review.
#
# **Ask yourself.** What is the worst that could credibly have come of it? What did we change after
# the last one, and did it hold? Who would be surprised not to have been told?
#
# **Traps.** Judging by harm alone: a near miss may show more. An alert that was sent and never
# answered. A depth chosen for the time people have.
#
# </details>

# %% tags=["exhibit"]
# What triage decided, and who was alerted
guide.triage(case)

# %% [markdown] tags=["guidance"]
# *Room for your own words: add a cell below, for example on what the person and the family were
# told, and what they would like to happen.*

# %% [markdown] tags=["step:duties"]
# ## 3. Duties and clocks

# %% [markdown] tags=["guidance"]
# **What this step is for.** To see which duties **may apply** to this incident and why, to put down
# what was decided by those who decide, and to know which clocks run.
#
# <details>
# <summary>What good looks like, an example, and the traps</summary>
#
# **What good looks like.** The facts that a duty turns on are among the circumstances of triage.
# Each duty in the table has a decision with a reason, or a name to ask. Whoever was harmed hears
# first, in person, from somebody they know, with an apology.
#
# **Three kinds of clock.** *Statutory*: the law. *Contractual*: a contract. *Local*: our own
# standard. The duty of candour has no number of days in law: “as soon as reasonably practicable”.
# The ten days that many have heard of are a term of the NHS Standard Contract.
#
# **Safeguarding.** Record the facts on each of three parts: (a) needs for care and support, (b) abuse
# or neglect, experienced or at risk of, (c) unable to protect themselves because of those needs.
# Record the referral. The verdict is the local authority's.
#
# **A small example.**
#
# > *CQC, 18(2)(b)* may apply because treatment was needed. *Decided by:* registered manager.
# > *Decision:* “Notified on 17 May.” *Because:* “The GP treated a scald to prevent lasting injury.”
#
# **Ask yourself.** Read down “What else to ask”: is any of it so? Who runs a process beside ours, and
# what must wait for it?
#
# **Traps.** Taking an apology for an admission; it is none. Waiting with safeguarding until the
# review is done. Entries marked *not verified*: look them up.
#
# </details>

# %% tags=["exhibit"]
# What may apply, who decides, and what was decided
guide.duties(case)

# %% tags=["exhibit"]
# Clocks that run
guide.clocks(case)

# %% tags=["exhibit"]
# The path of the case, and what comes next
guide.stages(case)

# %% [markdown] tags=["guidance"]
# *Room for your own words: add a cell below, for example on whom you asked about a duty. Then
# choose **Sign and export** above the notebook: the record of triage is made there, and signed.*
