"""Invented cases and an invented register, and the way to play them through the workbench."""
