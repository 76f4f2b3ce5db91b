"""The bytes of a sealed record: its seal, its signatures, whom they are trusted from.

Nothing here knows what an investigation is. The format is written down in
`docs/record-format.md`.
"""
