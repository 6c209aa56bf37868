"""A store over any server that speaks the SPARQL 1.1 Protocol."""
