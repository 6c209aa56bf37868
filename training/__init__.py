"""Learns the model of the mapper from names that data centres have mapped; no part of the served program."""
