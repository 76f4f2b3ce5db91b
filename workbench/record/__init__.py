"""Runs notebooks into records, and freezes, signs, issues and verifies these records."""
