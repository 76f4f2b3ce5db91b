"""Heads of cases that records noted: what the ledger must still begin with."""

from __future__ import annotations

import re
from collections.abc import Mapping

from workbench.domain.case import Head
from workbench.record.places import read_record
from workbench.record.seal.reading import Altered, open_record
from workbench.workspace.folder import Workspace

__all__ = ["noted_heads"]

_CASE = re.compile(r"^(C-[0-9]{4,6})-")


def noted_heads(workspace: Workspace) -> Mapping[str, Head]:
    """Return the furthest head of each case that an unaltered record in the workspace states.

    The chain of entries alone does not show that entries were cut off its end; a head that a
    signed record carries does.
    """
    heads: dict[str, Head] = {}
    for path in sorted(workspace.records.glob("*.html")):
        try:
            manifest = open_record(read_record(path)).seal.manifest
        except Altered:
            continue
        match = _CASE.match(manifest.id)
        noted = Head(manifest.case.seq, manifest.case.head)
        if match and noted.seq >= heads.get(match[1], Head(0, "")).seq:
            heads[match[1]] = noted
    return heads
