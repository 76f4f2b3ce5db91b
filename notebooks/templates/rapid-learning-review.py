# %% [markdown] tags=["guidance"]
# # Rapid learning review
#
# This notebook is for incidents of low to moderate harm that stand alone. It asks three questions:
# **what happened, what should change next time, and what will we implement this week?** An hour
# with the people who were there is usually enough; a page is usually enough to say it.
#
# Each step has its editor, with what the checks ask beside it. What you enter is kept in the case
# and not in this notebook. Where an editor says that it is asleep, choose **Run → Run All Cells**.
#
# Three things that hold all the way through:
#
# - **Ask how it made sense.** People did what fitted with what they knew, wanted and had to hand.
# - **People are references.** Write `P1` or `P4`, never a name. The only names in a record are
#   those of the people who own an action and those who sign.
# - **Stop when it is bigger than this.** If it has happened before, if an earlier action did not
#   hold, or if it does not add up: go back to triage and choose another depth.
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
# ## 1. What happened?

# %% [markdown] tags=["guidance"]
# **What this step is for.** To say in a few lines what happened, as those who were there tell it, and
# to put its moments in order.
#
# <details>
# <summary>What good looks like, an example, and the traps</summary>
#
# **What good looks like.** The person was asked first, in a way that works for them. Five to ten
# moments are enough. Each has somebody or something it is known from. Something went well; say so.
#
# **A small example**, which goes through all the steps. At a day service P1's picture book stayed in
# the minibus, and for an hour nobody knew that his ear hurt.
#
# > *10:05* the bus leaves with the book on the seat (driver's account). *11:10* P1 holds his ear; a
# > colleague draws an ear, and he nods (P2's account). *This worked, and is worth keeping.*
#
# **Ask yourself.** Where was the plan, and where were people's hands and eyes? Was it like this on
# good days too?
#
# **Traps.** Writing what people might have done. Collecting everything: this is the rapid review.
#
# </details>

# %% tags=["exhibit"]
# The review on one page
guide.rapid_review(case)

# %% tags=["exhibit"]
# What the review is about, and the incident as reported
guide.scope(case)

# %% tags=["exhibit"]
# What happened, in order
guide.timeline(case)

# %% [markdown] tags=["guidance"]
# *Room for your own words: add a cell below, for example on who was in the room and who was not.*

# %% [markdown] tags=["step:findings"]
# ## 2. What should change next time?

# %% [markdown] tags=["guidance"]
# **What this step is for.** To say what in the conditions made it likely, and what worked. One to
# three findings are plenty.
#
# <details>
# <summary>What good looks like, an example, and the traps</summary>
#
# **What good looks like.** Each finding says how things *are*, so that they can be changed, and names
# what it is known from. At least one says what is worth keeping.
#
# **A small example.**
#
# > *Area for improvement:* the book has no place of its own, so it travels where a hand is free.
# > *Good practice:* paper and pens lie on every table. Keep them.
#
# **Ask yourself.** If everybody in the room were replaced tomorrow, would it happen again? What
# made it easy for it to go right on other days?
#
# **Traps.** Ending with a person. “Be more careful” changes nothing that anybody could see. A list of
# ten: nobody will do them.
#
# </details>

# %% tags=["exhibit"]
# What was found
guide.findings(case)

# %% [markdown] tags=["guidance"]
# *Room for your own words: add a cell below, for example on what the person said about it.*

# %% [markdown] tags=["step:actions"]
# ## 3. What will we implement this week?

# %% [markdown] tags=["guidance"]
# **What this step is for.** To agree one or two changes that can be in place within seven days, who
# owns them, and how you will see that they did something.
#
# <details>
# <summary>What good looks like, an example, and the traps</summary>
#
# **What good looks like.** The change makes the right thing easier. Its owner has said yes. Somebody
# looks after four weeks, and has fixed beforehand what they want to see. People who were not in the
# room are told.
#
# **A small example.**
#
# > A pocket for the book is sewn to P1's bag (*day service lead, by 15 May*). *Measure:* mornings on
# > which the book is in the pocket at ten, each day for four weeks, at least 19 of 20.
#
# **Ask yourself.** Would this have changed that morning? Does it need to be done elsewhere too?
#
# **Traps.** “Remind staff.” An action without a day. Counting who was told in place of what changed.
#
# </details>

# %% tags=["exhibit"]
# What will change
guide.actions(case)

# %% [markdown] tags=["guidance"]
# *Room for your own words: add a cell below, for example on what was tried already.*

# %% [markdown] tags=["step:sign-off"]
# ## 4. Sign-off

# %% [markdown] tags=["guidance"]
# **What this step is for.** To let those who answer for it say that they stand behind it as it is.
#
# **To do it.** Read what is still open below, and settle or accept it. Then choose **Sign and export**
# above the notebook: there the case is approved in each role, the record is made, signed with a
# passphrase, and given out.
#
# <details>
# <summary>What good looks like, an example, and the traps</summary>
#
# **What good looks like.** Whoever signs has read it and asked whether this was deep enough. What the
# checks still say is settled, or accepted by name with a reason.
#
# **A small example.**
#
# > *Manager:* “I asked whether the other two services have pockets. They will by Friday.”
#
# **Ask yourself.** Has the person heard what changes? Who else would want to know?
#
# **Traps.** A rapid review of the fourth of its kind. Changing a word afterwards: any change to the
# case asks for the approvals again.
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
