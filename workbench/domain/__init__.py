"""Frozen values, vocabulary and published frameworks: what an investigation is made of."""
