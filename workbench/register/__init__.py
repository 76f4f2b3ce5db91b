"""Incidents from other systems: read, mapped, validated, and kept apart from the ledger."""
