"""Faults on purpose: loads that are killed, and the proof that what is left can be served."""
