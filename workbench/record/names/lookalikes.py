"""Letters of other scripts that look like Latin ones, as the Latin ones.

The pairs are those of Unicode Technical Standard 39, "Unicode Security Mechanisms", that matter for
names in a record: Cyrillic, Greek, Armenian, and small capitals.
"""

from __future__ import annotations

import unicodedata
from typing import Final

__all__ = ["as_latin"]

_ALIKE = (
    ("АВЕКМНОРСТУХІЈЅԚԜҺӀЗҮ", "ABEKMHOPCTYXIJSQWHIZY"),
    ("авекмнорстухіјѕԛԝһӏԁүѵг", "abekmhopctyxijsqwhldyvr"),
    ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹϺ", "ABEZHIKMNOPTYXCM"),
    ("αβεηικμνορτυχϲγωϳ", "abenikuvoptuxcywj"),
    ("օսոհյցզԱՕՍ", "ounhjgqUOU"),
    ("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢɑɡıℓ", "abcdefghijklmnoprstuvwyzagil"),
)

_LATIN: Final = str.maketrans(
    {theirs: ours for script in _ALIKE for theirs, ours in zip(*script, strict=True)}
)


def as_latin(text: str) -> str:
    """Return `text` with each letter that looks like a Latin one as that one, accents apart."""
    if text.isascii():
        return text
    latin = unicodedata.normalize("NFD", text).translate(_LATIN)
    return (
        latin if unicodedata.normalize("NFC", latin) != unicodedata.normalize("NFC", text) else text
    )
