"""Validation reports in the forms that people and programs read."""
