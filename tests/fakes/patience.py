"""How long a test waits for what it expects of a page."""

__all__ = ["PATIENCE"]

PATIENCE = 60_000
"""Milliseconds within which it must show, on the busiest machine."""
