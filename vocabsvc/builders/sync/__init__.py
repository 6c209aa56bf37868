"""Vocabulary folders kept equal to what a NERC Vocabulary Server, or a server like it, gives now."""
