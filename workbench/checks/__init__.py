"""Checks on the quality of an investigation: a linter with stable codes."""
