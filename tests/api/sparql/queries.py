"""What several clients ask."""

LABELS = "SELECT ?label { ?c <http://www.w3.org/2004/02/skos/core#prefLabel> ?label FILTER(LANG(?label) = 'fr') }"
TRIPLES = "CONSTRUCT WHERE { ?s ?p 'Chemistry'@en }"
EXISTS = "ASK { ?s a <http://www.w3.org/2004/02/skos/core#Concept> }"
