"""The NVS façade: addresses, profiles and bodies of the NERC Vocabulary Server, over what is loaded here."""
