"""Words that a search for names has to know: titles, and names that are everyday words too."""

from __future__ import annotations

from typing import Final

__all__ = ["EVERYDAY_WORDS", "MONTHS", "PLACE_WORDS", "SHORT_WORDS", "TITLES"]

_TITLES = "mr mrs ms miss mx dr prof professor sir dame rev lord lady"

_PLACE_WORDS = (
    "avenue centre close cottage court gardens grove hall hospital house lane lodge place road "
    "street surgery unit view villa ward way"
)

_EVERYDAY = """
able angel art autumn baker ball banks barber bath bell berry best bill bird bishop
black blank blue bond booth bright brook brown bull bush butler carter chance charity chase child
christian church clay close constant cook court cross dale daily dawn day dean early east english
faith farmer field fisher flower ford forest foster fox frank gold good grace grant gray green grey
guy hall hand hardy harmony hart hay hazel head heath heather hill holiday home hope house hunt
hunter joy judge king knight lake lamb lane law leaf little long love major mark
marsh mason miller mills moon north olive page park parks pat patience penny pepper pike plant
pool pope porter price prince prior read reed rice rich ring rivers rob rose rowan rush
sage sandy savage sharp shepherd short small smart snow south spring stone strong sue summer summers
swift town
trainer tree vale violet wade walker wall walls ward waters way weeks wells west white will wing
winter wise wood woods worth young
"""

_SHORT = "am an as at be by do go he if in is it me my no of oh ok on or so to up us we"

TITLES: Final = frozenset(_TITLES.split())
"""Words before a name that say nothing about whose it is."""

MONTHS: Final = frozenset(
    ["january", "february", "march", "april", "may", "june", "july", "august"]
)
"""Months that are names too: alone, they are taken for the month."""

PLACE_WORDS: Final = frozenset(_PLACE_WORDS.split())
"""Words after an everyday word that make it a place, as in *Rowan House*."""

EVERYDAY_WORDS: Final = frozenset(_EVERYDAY.split())
"""Names that are also words a record uses: alone, they count only where written as a name."""

SHORT_WORDS: Final = frozenset(_SHORT.split())
"""Words of two letters that begin sentences: alone, none of them is taken for a name."""
