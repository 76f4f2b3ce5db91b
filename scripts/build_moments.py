"""Write `widgets/fixtures/moments.json`, or compare with `--check`.

Times local to England around the nights on which the clocks change, as instants, and instants as
local times. What the kernel and the page make of them is tested on both sides.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from generated import keep

from workbench.domain.when import LONDON

FIXTURE = Path(__file__).parent.parent / "widgets" / "fixtures" / "moments.json"

LOCAL = (
    "2026-01-15T09:00",
    "2026-03-28T23:59",
    "2026-03-29T00:59",
    "2026-03-29T01:00",
    "2026-03-29T01:30",
    "2026-03-29T01:59",
    "2026-03-29T02:00",
    "2026-07-01T18:30",
    "2026-10-25T00:59",
    "2026-10-25T01:00",
    "2026-10-25T01:30",
    "2026-10-25T01:59",
    "2026-10-25T02:00",
    "2026-12-31T23:59",
    "1970-06-01T12:00",
)
"""The clocks go forward on 29 March 2026 and back on 25 October. All of 1970 was on summer time."""

INSTANTS = (
    "2026-01-15T09:00:00Z",
    "2026-03-29T00:59:00Z",
    "2026-03-29T01:00:00Z",
    "2026-06-30T23:30:00Z",
    "2026-10-25T00:30:00Z",
    "2026-10-25T01:30:00Z",
    "2026-10-25T02:00:00Z",
    "1970-06-01T11:00:00Z",
)


def fixture() -> str:
    """Return the fixture as JSON."""
    held = {
        "zone": str(LONDON),
        "from_local": [
            {"local": text, "moments": moments_of(datetime.fromisoformat(text))} for text in LOCAL
        ],
        "to_local": [shown(datetime.fromisoformat(text)) for text in INSTANTS],
    }
    return json.dumps(held, indent=2) + "\n"


def moments_of(local: datetime) -> list[str]:
    """Return the instants that a clock in England showed as `local`: none, one, or two in order.

    Found by trying every offset that England has had, not by the way the workbench does it.
    """
    hours = (timedelta(0), timedelta(hours=1), timedelta(hours=2))
    tried = sorted((local - offset).replace(tzinfo=UTC) for offset in hours)
    return [
        one.astimezone(LONDON).isoformat()
        for one in tried
        if one.astimezone(LONDON).replace(tzinfo=None) == local
    ]


def shown(instant: datetime) -> dict[str, str]:
    """Return an instant with what a clock in England shows at it."""
    local = instant.astimezone(LONDON)
    return {
        "moment": instant.isoformat().replace("+00:00", "Z"),
        "local": local.strftime("%Y-%m-%dT%H:%M"),
        "zoned": local.isoformat(),
    }


if __name__ == "__main__":
    raise SystemExit(keep({FIXTURE: fixture()}, sys.argv[1:]))
