"""Long work: how far it is, which step runs, and what came of it."""

from __future__ import annotations

from typing import Final

from workbench.record.draft import Draft
from workbench.record.freeze import FrozenRecord
from workbench.server.handler import PageHandler, guarded
from workbench.server.import_pages import Imported
from workbench.server.refusals import remedy_on_page
from workbench.server.rendering import Page
from workbench.server.served import Served

__all__ = ["WorkHandler", "work_page"]

_AGAIN_AFTER: Final = 2


class WorkHandler(PageHandler):
    """A piece of long work."""

    @guarded
    async def get(self, token: str) -> None:
        """Show how far it is; with `still`, the page does not load itself again."""
        still = self.get_query_argument("still", "") == "yes"
        await self.show(lambda: work_page(self.served, token, still=still))


def work_page(served: Served, token: str, *, still: bool) -> Page:
    """Return the page of a piece of long work.

    Raises:
        NotFound: there is none.
    """
    work = served.works.get(token)
    values: dict[str, object] = {"work": work, "still": still, "made": _kind(work.result)}
    if not work.finished:
        return Page("work", work.what, values, refresh=None if still else _AGAIN_AFTER)
    if work.refused is not None:
        values["remedy"] = remedy_on_page(work.refused)
        return Page("work", f"Stopped: {work.what}", values)
    return Page("work", f"Done: {work.what}", values)


def _kind(result: object) -> str:
    if isinstance(result, FrozenRecord):
        return "record"
    if isinstance(result, Draft):
        return "draft"
    return "import" if isinstance(result, Imported) else ""
