"""Somebody who types an event into the editor of the timeline."""

from __future__ import annotations

from playwright.sync_api import Locator

__all__ = ["begin", "save", "told"]


def begin(timeline: Locator, what: str) -> None:
    """Type an event, and leave it unsaved."""
    timeline.get_by_role("button", name="Add event").click()
    timeline.get_by_label("Date", exact=True).fill("2026-03-14")
    timeline.get_by_label("Time", exact=True).fill("19:30")
    told(timeline).fill(what)


def told(timeline: Locator) -> Locator:
    """The field for what happened."""
    return timeline.get_by_label("What happened?")


def save(editor: Locator) -> None:
    """Press the button that saves a form."""
    editor.get_by_role("button", name="Save", exact=True).click()
