"""Conducting a case: moving it from stage to stage, opening it, and keeping it."""
