"""The statements of one vocabulary while it is built, and their one order."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Final

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple

from vocabsvc.formats.rdf import encode_iri, serialise_rdf
from vocabsvc.model.box import BoundingBox
from vocabsvc.model.label import LangString
from vocabsvc.namespaces import ADDRESS, DCTERMS, DEF, OWL, RDF, SKOS, XSD

HUB: Final = "ftp://hub.invalid/"
"""Stands for ``base_uri`` while building; written as relative IRIs, resolved by whoever loads the file.

Its scheme is one that no publisher uses, and that ``urllib`` knows how to resolve against.
"""

_TYPE, _DEPRECATED = f"{RDF}type", f"{OWL}deprecated"
_BROADER, _NARROWER, _RELATED = f"{SKOS}broader", f"{SKOS}narrower", f"{SKOS}related"
_SAME, _REPLACED_BY, _REPLACES = f"{OWL}sameAs", f"{DCTERMS}isReplacedBy", f"{DCTERMS}replaces"
_INVERSE = {_NARROWER: _BROADER, _REPLACES: _REPLACED_BY}
_SYMMETRIC = {_RELATED, _SAME}
_ORDER = (
    _TYPE, f"{SKOS}inScheme", f"{SKOS}notation", f"{SKOS}prefLabel", f"{SKOS}altLabel", f"{SKOS}hiddenLabel",
    _DEPRECATED, _REPLACED_BY,
)  # fmt: skip
PREFIXES = {"dcterms": DCTERMS, "owl": OWL, "skos": SKOS, "v": DEF}

Node = tuple[str, NamedNode | Literal]


@dataclass(slots=True)
class VocabularyGraph:
    """What is known of the concepts of a vocabulary; the same facts give the same bytes, in any order added.

    A link within the vocabulary is stated once: the narrower concept has ``skos:broader``, the replaced
    one ``dcterms:isReplacedBy``, and a symmetric link stands on the concept whose IRI sorts first.
    """

    _concepts: dict[str, set[Node]] = field(default_factory=dict)
    _members: dict[str, str] = field(default_factory=dict)
    _containers: dict[str, set[Node]] = field(default_factory=dict)

    @property
    def concepts(self) -> Collection[str]:
        """The IRIs of the concepts added so far."""
        return self._concepts.keys()

    @property
    def deprecated_count(self) -> int:
        """How many concepts are deprecated."""
        return sum(any(predicate == _DEPRECATED for predicate, _ in said) for said in self._concepts.values())

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that preferred labels are in."""
        said = (node for nodes in self._concepts.values() for node in nodes)
        labels = (term for predicate, term in said if predicate == f"{SKOS}prefLabel")
        return tuple(sorted({term.language for term in labels if isinstance(term, Literal) and term.language}))

    def add_container(self, uri: str, kind: str, titles: Iterable[LangString], within: str = "") -> None:
        """Add a ``skos:Collection`` or ``skos:ConceptScheme``; ``kind`` is one of these two names.

        ``within`` is a collection, added before, that holds this one.
        """
        said = self._containers.setdefault(uri, {(_TYPE, NamedNode(f"{SKOS}{kind}"))})
        said |= {(f"{DCTERMS}title", _literal(title)) for title in titles}
        if within:
            self._containers[within].add((f"{SKOS}member", NamedNode(uri)))

    def add_concept(
        self,
        uri: str,
        container: str,
        pref_labels: Iterable[LangString],
        notations: Iterable[str] = (),
        *,
        deprecated: bool = False,
    ) -> None:
        """Add a concept to a container that was added before."""
        said = self._concepts.setdefault(uri, set())
        self._members[uri] = container
        said.add((_TYPE, NamedNode(f"{SKOS}Concept")))
        for label in pref_labels:
            self.add_label(uri, "prefLabel", label)
        said |= {(f"{SKOS}notation", Literal(notation)) for notation in notations}
        if deprecated:
            said.add((_DEPRECATED, Literal("true", datatype=NamedNode(f"{XSD}boolean"))))

    def add_label(self, uri: str, kind: str, label: LangString) -> None:
        """Add a ``prefLabel``, ``altLabel`` or ``hiddenLabel``; an empty one is nothing."""
        text = label.text.strip()
        if text:
            self._concepts[uri].add((f"{SKOS}{kind}", _literal(LangString(text, label.lang))))

    def add_term(self, uri: str, name: str, text: str) -> None:
        """Add a text under one of our own terms (``unit``, ``canonicalUnit``); an empty one is nothing."""
        if text.strip():
            self._concepts[uri].add((f"{DEF}{name}", Literal(text.strip())))

    def add_box(self, uri: str, box: BoundingBox) -> None:
        """Add the four sides of a bounding box."""
        decimal = NamedNode(f"{XSD}decimal")
        sides = {"west": box.west, "east": box.east, "south": box.south, "north": box.north}
        self._concepts[uri] |= {
            (f"{DEF}{side}", Literal(_decimal(degrees), datatype=decimal)) for side, degrees in sides.items()
        }

    def add_link(self, uri: str, predicate: str, target: str) -> None:
        """Add a link from a concept; a target that is no concept of this vocabulary is kept as it is."""
        if target in self._concepts:
            if predicate in _INVERSE:
                uri, predicate, target = target, _INVERSE[predicate], uri
            elif predicate in _SYMMETRIC:
                uri, target = sorted((uri, target))
        if uri != target:
            self._concepts[uri].add((predicate, NamedNode(target)))

    def add_address(self, uri: str, address: str) -> None:
        """Add another IRI or web address under which a concept is cited; an empty one is nothing."""
        if address:
            self._concepts[uri].add((ADDRESS, NamedNode(encode_iri(address))))

    def triples(self) -> list[Triple]:
        """Return all statements: the containers, then each concept after its membership, by IRI."""
        found = [triple for uri in sorted(self._containers) for triple in _sorted(uri, self._containers[uri])]
        for uri in sorted(self._concepts):
            container, said = self._members[uri], set(self._concepts[uri])
            if (_TYPE, NamedNode(f"{SKOS}ConceptScheme")) in self._containers[container]:
                said.add((f"{SKOS}inScheme", NamedNode(container)))
            else:
                found.append(Triple(NamedNode(container), NamedNode(f"{SKOS}member"), NamedNode(uri)))
            found += _sorted(uri, said)
        return found

    def serialise(self, syntax: RdfFormat) -> bytes:
        """Return the statements; IRIs below ``HUB`` come out relative."""
        return serialise_rdf(self.triples(), syntax, PREFIXES, relative_to=HUB)


def _sorted(uri: str, said: Iterable[Node]) -> list[Triple]:
    def rank(node: Node) -> tuple[int, str, str]:
        predicate, term = node
        return (_ORDER.index(predicate) if predicate in _ORDER else len(_ORDER), predicate, str(term))

    return [Triple(NamedNode(uri), NamedNode(predicate), term) for predicate, term in sorted(said, key=rank)]


def _decimal(degrees: float) -> str:
    """Return an xsd:decimal, which has no exponent; a tenth of a micrometre is precise enough."""
    whole, _, fraction = f"{degrees:.12f}".partition(".")
    return f"{whole}.{fraction.rstrip('0') or '0'}"


def _literal(label: LangString) -> Literal:
    return Literal(label.text, language=label.lang) if label.lang else Literal(label.text)
