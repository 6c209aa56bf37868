"""Controlled vocabularies, mappings and metadata validation for ocean data hubs."""

__version__ = "0.1.0"
