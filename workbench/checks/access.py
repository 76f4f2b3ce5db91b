"""ACC: whether those who need to see a case can."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.context import Asked
from workbench.checks.registry import LEADERS, Hit, check
from workbench.domain.access import AccessList
from workbench.domain.commission import Commission

__all__ = ["investigator_not_on_access_list"]


@check(
    "ACC001",
    "investigator-not-on-access-list",
    severity="warns",
    accept_by=LEADERS,
    source="Need to know: an access list is for those who work on the case",
)
def investigator_not_on_access_list(asked: Asked) -> Iterator[Hit]:
    """The case has an access list, and an investigator of its commission is not on it.

    Why it matters:
        Somebody who investigates and cannot open the case works from copies. Copies in letters and
        folders are what an access list is there to prevent.

    Example:
        >>> from workbench.checks.examples import found
        >>> commission = ("commission", "CO1", {"terms": "How did the dose come to be late?",
        ...     "investigators": [{"name": "Robin Example", "role": "investigator"}]})
        >>> lead = {"role": "governance lead", "because": "keeps the list"}
        >>> found("ACC001", commission,
        ...     ("access", "AX1", {"kept_by": "governance lead", "grants": [lead]}))
        ['AX1']

    Instead:
        >>> robin = {"role": "investigator", "name": "Robin Example", "because": "investigates"}
        >>> found("ACC001", commission,
        ...     ("access", "AX1", {"kept_by": "governance lead", "grants": [lead, robin]}))
        []

    References:
        [Threat model](../threat-model.md#who-may-open-a-case): what an access list can do, and what
        it cannot.
    """
    listed, commission = asked.case.only(AccessList), asked.case.only(Commission)
    if listed is None or commission is None:
        return
    missing = [
        one.role for one in commission.investigators if not listed.admits(one.name, (one.role,))
    ]
    if missing:
        yield Hit(
            listed.id,
            f"Not on the access list, though they investigate: {', '.join(missing)}.",
        )
