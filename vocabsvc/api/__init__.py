"""JSON and RDF over HTTP."""
