"""Linked data: IRIs that answer, the catalogue, the dumps."""
