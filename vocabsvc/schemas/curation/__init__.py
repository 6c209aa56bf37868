"""Mappings as they stand, and decisions on them, as JSON."""
