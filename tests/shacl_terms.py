"""Turtle to plain terms, for tests of the engine."""

from collections.abc import Iterable
from typing import cast

from pyoxigraph import RdfFormat, Triple, parse

from vocabsvc.formats.rdf_writer import rdf_bytes
from vocabsvc.formats.statement import to_statement
from vocabsvc.model.statement import Statement
from vocabsvc.shacl import terms

PREFIXES = """
@prefix ex: <http://example.org/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
EX = "http://example.org/"


def triples_of(data: bytes, base: str) -> list[terms.Triple]:
    """The triples of a Turtle document; literals as written."""
    read = parse(data, RdfFormat.TURTLE, base_iri=base)
    statements = [to_statement(Triple(quad.subject, quad.predicate, quad.object)) for quad in read]
    return cast("list[terms.Triple]", statements)  # alike but for the name


def turtle(text: str) -> list[terms.Triple]:
    """The triples of a text, with the prefixes of the tests."""
    return triples_of((PREFIXES + text).encode(), EX)


def as_turtle(triples: Iterable[terms.Triple]) -> bytes:
    """Triples, those of a subject after each other, by the writer of the service."""
    statements = (Statement(*triple) for triple in cast("Iterable[Statement]", triples))
    return rdf_bytes(statements, "text/turtle", {})
