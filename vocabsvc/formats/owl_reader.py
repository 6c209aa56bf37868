"""OWL classes read through owlready2, without any reasoning.

owlready2 is handed nothing but what describes classes, as N-Triples. Handed a whole ontology, it fetches what
that imports (``only_local`` or not), runs the Python module that it names, and stops at a number that is none.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import redirect_stderr
from io import BytesIO, StringIO

from owlready2 import And, Ontology, ThingClass, World
from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from vocabsvc.errors import UnreadableInput
from vocabsvc.formats.owl_class import OwlClass
from vocabsvc.model.label import LangString
from vocabsvc.namespaces import OWL, RDF, RDFS

_TYPE, _FIRST, _REST, _NIL = (NamedNode(f"{RDF}{name}") for name in ("type", "first", "rest", "nil"))
_CLASS, _DEPRECATED_CLASS, _DEPRECATED, _EQUIVALENT, _INTERSECTION = (
    NamedNode(f"{OWL}{name}")
    for name in ("Class", "DeprecatedClass", "deprecated", "equivalentClass", "intersectionOf")
)
_SUBCLASS = NamedNode(f"{RDFS}subClassOf")

# owlready2 splits lines at white space, of which an IRI may hold what is not ASCII (RFC 3987 §2.2, ucschar).
_HIDE = {ord(sign): 0xF0000 + ord(sign) for sign in map(chr, range(0xA0, 0x3001)) if sign.isspace()}
_SHOW = {hidden: sign for sign, hidden in _HIDE.items()}

# Not the ontology's own IRI: for that of Dublin Core, owlready2 reads a file of its own instead.
_BASE = "http://ontology.invalid/"
_TEXTS = "SELECT (STR(?s) AS ?class) (STR(?p) AS ?property) ?text { ?s ?p ?text . FILTER(ISLITERAL(?text)) }"
_TARGETS = "SELECT (STR(?s) AS ?class) (STR(?p) AS ?property) (STR(?o) AS ?iri) { ?s ?p ?o . FILTER(ISIRI(?o)) }"


def read_owl_classes(
    triples: Iterable[Triple], classes: Collection[str], annotations: Collection[str], name: str
) -> tuple[OwlClass, ...]:
    """Read ``classes`` with those of their annotations whose property is in ``annotations``; by IRI.

    A superclass need not be among ``classes``, and may have the class among its own superclasses. Nothing
    stays behind in the process, so that two ontologies do not see each other.

    Raises:
        UnreadableInput: a chain of nearly a thousand superclasses; ``name`` is the file's.
    """
    world = World()
    try:
        # What it prints of circular superclasses, the checks of vocabularies say better.
        with redirect_stderr(StringIO()):
            lines = "".join(_lines(tuple(triples), classes, annotations)).encode()
            ontology = world.get_ontology(_BASE).load(fileobj=BytesIO(lines), format="ntriples")
            texts, targets = _texts(world), _targets(world, annotations)
            entities = {iri: entity for entity in ontology.classes() if (iri := _iri(entity)) in classes}
            return tuple(_read(entities[iri], ontology, texts[iri], targets[iri]) for iri in sorted(entities))
    except RecursionError as error:
        raise UnreadableInput("its classes are nested too deeply", name) from error
    finally:
        world.close()


def _read(
    entity: ThingClass,
    ontology: Ontology,
    texts: Mapping[str, set[LangString]],
    targets: Mapping[str, set[str]],
) -> OwlClass:
    iri = _iri(entity)
    # Not is_a, which lacks a link of every circle.
    parents = ontology.get_parents_of(entity)
    superclasses = {*_named(parents), *_parts(parents)} or {*_parts(entity.equivalent_to)}
    return OwlClass(
        iri=iri,
        superclasses=tuple(sorted(superclasses - {iri})),
        equivalents=tuple(sorted({*_named(entity.equivalent_to)} - {iri})),
        texts={prop: tuple(sorted(said, key=lambda one: (one.lang, one.text))) for prop, said in texts.items()},
        targets={prop: tuple(sorted(said)) for prop, said in targets.items()},
    )


def _named(constructs: Iterable[object]) -> Iterator[str]:
    return (_iri(one) for one in constructs if isinstance(one, ThingClass))


def _parts(constructs: Iterable[object]) -> Iterator[str]:
    for one in constructs:
        if isinstance(one, And):
            yield from _named(one.Classes)


def _iri(entity: ThingClass) -> str:
    iri: str = entity.iri
    return iri.translate(_SHOW)


def _texts(world: World) -> Mapping[str, Mapping[str, set[LangString]]]:
    found: dict[str, dict[str, set[LangString]]] = defaultdict(lambda: defaultdict(set))
    for iri, prop, text in world.sparql(_TEXTS):
        if text.strip():
            found[iri.translate(_SHOW)][prop].add(LangString(text.strip(), getattr(text, "lang", "").lower()))
    return found


def _targets(world: World, annotations: Collection[str]) -> Mapping[str, Mapping[str, set[str]]]:
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for iri, prop, target in world.sparql(_TARGETS):
        if prop in annotations:
            found[iri.translate(_SHOW)][prop].add(target.translate(_SHOW))
    return found


def _lines(triples: Collection[Triple], classes: Collection[str], annotations: Collection[str]) -> Iterator[str]:
    """Return the N-Triples that owlready2 is handed; literals go without datatype, so that it converts none."""
    intersections = _intersections(triples)
    # It knows an IRI for a class only if told so.
    declared = {NamedNode(iri): None for iri in classes}
    for triple in triples:
        subject, predicate, target = triple.subject, triple.predicate, triple.object
        if not isinstance(subject, NamedNode) or subject.value not in classes:
            continue
        if predicate in {_SUBCLASS, _EQUIVALENT}:
            if isinstance(target, NamedNode) and not target.value.startswith(OWL):
                declared[target] = None
                yield _line(subject, predicate, target)
            elif isinstance(target, BlankNode) and target in intersections:
                declared |= dict.fromkeys(intersections[target])
                yield _line(subject, predicate, target)
                yield from _intersection_lines(target, intersections[target])
        elif predicate == _TYPE and target == _DEPRECATED_CLASS:
            yield _line(subject, _DEPRECATED, Literal("true"))
        elif predicate.value in annotations and isinstance(target, NamedNode):
            yield _line(subject, predicate, target)
        elif predicate.value in annotations and isinstance(target, Literal):
            yield _line(subject, predicate, Literal(target.value, language=target.language))
    for iri in declared:
        yield _line(iri, _TYPE, _CLASS)


def _intersections(triples: Iterable[Triple]) -> Mapping[BlankNode, tuple[NamedNode, ...]]:
    """Return the named classes in each intersection that has any; a list that leads back to itself ends there."""
    said: dict[NamedNode, dict[object, object]] = {_INTERSECTION: {}, _FIRST: {}, _REST: {}}
    for triple in triples:
        if isinstance(triple.subject, BlankNode) and triple.predicate in said:
            said[triple.predicate][triple.subject] = triple.object
    found: dict[BlankNode, tuple[NamedNode, ...]] = {}
    for construct, start in said[_INTERSECTION].items():
        cell, items = start, dict[object, object]()
        while cell in said[_FIRST] and cell not in items:
            items[cell] = said[_FIRST][cell]
            cell = said[_REST].get(cell)
        named = tuple(item for item in items.values() if isinstance(item, NamedNode))
        if named and isinstance(construct, BlankNode):
            found[construct] = named
    return found


def _intersection_lines(construct: BlankNode, parts: Sequence[NamedNode]) -> Iterator[str]:
    cells = [BlankNode(f"{construct.value}-{position}") for position in range(len(parts))]
    rests: list[BlankNode | NamedNode] = [*cells[1:], _NIL]
    yield _line(construct, _INTERSECTION, cells[0])
    for cell, part, rest in zip(cells, parts, rests, strict=True):
        yield _line(cell, _FIRST, part)
        yield _line(cell, _REST, rest)


def _line(subject: NamedNode | BlankNode, predicate: NamedNode, target: NamedNode | BlankNode | Literal) -> str:
    written = str(target) if isinstance(target, Literal) else str(target).translate(_HIDE)
    return f"{str(subject).translate(_HIDE)} {predicate} {written} .\n"
