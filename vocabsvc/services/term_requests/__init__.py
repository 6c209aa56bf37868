"""Requests for terms that P01 does not have."""
