"""Heads of cases that signed records noted: what the ledger must still go back to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from workbench.domain.case import Head
from workbench.record.places import read_record
from workbench.record.seal.trust import TrustList
from workbench.record.seal.verify import verify
from workbench.record.stale import case_of
from workbench.workspace.folder import Workspace

__all__ = ["noted_heads"]


def noted_heads(
    workspace: Workspace, trust: TrustList | None, at: datetime
) -> Mapping[str, tuple[Head, ...]]:
    """Return the heads of each case that records in the workspace state, all of them.

    Only a record that is unaltered and that somebody on the trust list has signed is a witness: the
    chain of entries alone shows neither that entries were cut off its end nor that it was written
    anew.
    """
    if trust is None:
        return {}
    noted: dict[str, tuple[Head, ...]] = {}
    for path in sorted(workspace.records.rglob("*.html")):
        report = verify(read_record(path), trust, at=at)
        if report.manifest is None or not any(signer.counts for signer in report.signers):
            continue
        case_id = case_of(report.manifest)
        head = Head(report.manifest.case.seq, report.manifest.case.head)
        noted[case_id] = (*noted.get(case_id, ()), head)
    return noted
