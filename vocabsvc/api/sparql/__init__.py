"""SPARQL 1.1 Protocol, Service Description: the endpoint under its addresses."""
