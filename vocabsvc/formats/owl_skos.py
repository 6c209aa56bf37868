"""What OWL classes are in SKOS, whichever properties the publisher annotates them with."""

import re
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import unquote

from pyoxigraph import Literal, NamedNode, Triple

from vocabsvc.formats.curie import is_iri
from vocabsvc.formats.owl_class import OBO, OBO_IN_OWL, OwlClass
from vocabsvc.model.label import LangString
from vocabsvc.namespaces import DC, DCTERMS, OWL, RDF, RDFS, SKOS

_PREF_LABEL, _ALT_LABEL, _HIDDEN_LABEL = (f"{SKOS}{kind}Label" for kind in ("pref", "alt", "hidden"))
_LABEL = f"{RDFS}label"
_EQUAL_NAMES = (f"{OBO_IN_OWL}hasExactSynonym", f"{OBO}IAO_0000118")
"""The second is "alternative label"."""
_OTHER_NAMES = tuple(
    f"{OBO_IN_OWL}{name}"
    for name in ("hasRelatedSynonym", "hasBroadSynonym", "hasNarrowSynonym", "hasSynonym", "hasAlternativeId")
)
"""What a class may be looked for by without being called so; a broad synonym names more than the class."""
_DEFINITIONS = (f"{SKOS}definition", f"{OBO}IAO_0000115", f"{RDFS}comment")
_NOTATIONS = (
    f"{SKOS}notation",
    f"{OBO_IN_OWL}id",
    f"{DC}identifier",
    f"{DCTERMS}identifier",
)
_DEPRECATED = f"{OWL}deprecated"
_REPLACED_BY = f"{OBO}IAO_0100001"
_CONSIDER, _XREF = f"{OBO_IN_OWL}consider", f"{OBO_IN_OWL}hasDbXref"
_OBSOLETE = f"{OBO_IN_OWL}ObsoleteClass"
"""What OBO put obsolete classes below before owl:deprecated."""

ANNOTATIONS = frozenset(
    {_PREF_LABEL, _ALT_LABEL, _LABEL, *_EQUAL_NAMES, *_OTHER_NAMES, *_DEFINITIONS, *_NOTATIONS}
    | {_DEPRECATED, _REPLACED_BY, _CONSIDER, _XREF}
)
"""The properties of classes that are read here."""

_OBO_CODE = re.compile(r"([A-Za-z]+(?:_[A-Za-z]+)*)[:_]([0-9]+)")
_SHORTEST_NUMBER = 5  # outside OBO's own namespace, where sample_1 is no code


def skos_triples(classes: Sequence[OwlClass], scheme: str) -> Iterator[Triple]:
    """Return what SKOS says of classes that it has words for; ``scheme`` is the ontology's IRI or ``""``.

    Statements of a class that are SKOS already are not repeated. A class without a label is called by the last
    step of its IRI, as editors of ontologies show it.
    """
    codes = _Codes(classes)
    known = {one.iri for one in classes}
    if scheme:
        yield _triple(scheme, f"{RDF}type", NamedNode(f"{SKOS}ConceptScheme"))
    for one in classes:
        deprecated = _is_deprecated(one)
        broader = tuple(iri for iri in one.superclasses if iri != _OBSOLETE)
        yield _triple(one.iri, f"{RDF}type", NamedNode(f"{SKOS}Concept"))
        if scheme:
            yield _triple(one.iri, f"{SKOS}inScheme", NamedNode(scheme))
        if scheme and not deprecated and known.isdisjoint(broader):
            yield _triple(scheme, f"{SKOS}hasTopConcept", NamedNode(one.iri))
        if deprecated:
            yield _triple(one.iri, _DEPRECATED, Literal(value=True))
        for predicate, label in (*_labels(one), *_definitions(one)):
            yield _triple(one.iri, predicate, Literal(label.text, language=label.lang or None))
        for notation in _notations(one):
            yield _triple(one.iri, f"{SKOS}notation", Literal(notation))
        for iri in broader:
            yield _triple(one.iri, f"{SKOS}broader", NamedNode(iri))
        for predicate, iri in dict.fromkeys(_links(one, codes)):
            yield _triple(one.iri, predicate, NamedNode(iri))


class _Codes:
    """Which class an id means that stands as text where an IRI should: ``ENVO:00000015``, ``ENVO_00000015``."""

    def __init__(self, classes: Iterable[OwlClass]) -> None:
        self._namespaces: dict[str, str] = {}
        self._iris: dict[str, str] = {}
        for one in classes:
            self._iris |= {text.text: one.iri for prop in _NOTATIONS for text in one.texts.get(prop, ())}
            code = _OBO_CODE.fullmatch(_last_step(one.iri))
            if code and one.iri.endswith(code[0]):
                self._namespaces.setdefault(code[1], one.iri.removesuffix(code[2]))

    def iri(self, text: str) -> str:
        """Return an IRI, ``""`` where the text is none; what no class here begins with is taken for OBO's."""
        if text in self._iris:
            return self._iris[text]
        if code := _OBO_CODE.fullmatch(text):
            return self._namespaces.get(code[1], f"{OBO}{code[1]}_") + code[2]
        return _address(text)


def _labels(one: OwlClass) -> Iterator[tuple[str, LangString]]:
    preferred = {label.lang: label.text for label in one.texts.get(_PREF_LABEL, ())}
    surplus: list[LangString] = []
    for label in sorted(one.texts.get(_LABEL, ()), key=lambda label: not label.lang):
        if label.lang in preferred or (not label.lang and label.text in preferred.values()):
            surplus.append(label)
        else:
            preferred[label.lang] = label.text
            yield _PREF_LABEL, label
    if not preferred:
        preferred[""] = _last_step(one.iri)
        yield _PREF_LABEL, LangString(preferred[""])
    used = set(preferred.values())
    equal = [label for label in (*surplus, *_texts(one, _EQUAL_NAMES)) if label.text not in used]
    yield from ((_ALT_LABEL, label) for label in dict.fromkeys(equal))
    used |= {label.text for label in (*equal, *one.texts.get(_ALT_LABEL, ()))}
    other = [label for label in _texts(one, _OTHER_NAMES) if label.text not in used]
    yield from ((_HIDDEN_LABEL, label) for label in dict.fromkeys(other))


def _definitions(one: OwlClass) -> Iterator[tuple[str, LangString]]:
    """Return those of the first property that there is; SKOS's own need not be said again."""
    prop = next((prop for prop in _DEFINITIONS if prop in one.texts), _DEFINITIONS[0])
    if prop != _DEFINITIONS[0]:
        yield from ((_DEFINITIONS[0], text) for text in one.texts[prop])


def _notations(one: OwlClass) -> Iterator[str]:
    if _NOTATIONS[0] not in one.texts:
        stated = (text.text for text in _texts(one, _NOTATIONS) if not _address(text.text))
        yield next(stated, None) or _code(one.iri)


def _links(one: OwlClass, codes: _Codes) -> Iterator[tuple[str, str]]:
    # Two classes with the same members are the same concept; owl:sameAs would make one resource of them.
    yield from ((f"{SKOS}exactMatch", iri) for iri in one.equivalents)
    for prop, predicate in ((_REPLACED_BY, f"{DCTERMS}isReplacedBy"), (_CONSIDER, f"{RDFS}seeAlso")):
        expanded = (codes.iri(text.text) for text in one.texts.get(prop, ()))
        yield from ((predicate, iri) for iri in (*one.targets.get(prop, ()), *expanded) if iri not in {"", one.iri})
    addresses = (_address(text.text) for text in one.texts.get(_XREF, ()))
    yield from ((f"{RDFS}seeAlso", iri) for iri in (*one.targets.get(_XREF, ()), *addresses) if iri)


def _is_deprecated(one: OwlClass) -> bool:
    return _OBSOLETE in one.superclasses or any(text.text in {"true", "1"} for text in one.texts.get(_DEPRECATED, ()))


def _texts(one: OwlClass, properties: Iterable[str]) -> Iterator[LangString]:
    return (text for prop in properties for text in one.texts.get(prop, ()))


def _address(text: str) -> str:
    return text if text.startswith(("http://", "https://")) and is_iri(text) else ""


def _last_step(iri: str) -> str:
    step = re.split(r"[/#]", iri.rstrip("/#"))[-1]
    return unquote(step.rpartition(":")[2] if step == iri else step).strip() or iri


def _code(iri: str) -> str:
    """Return the last step of an IRI, written as OBO writes ids: ``ENVO_00000015`` as ``ENVO:00000015``."""
    step = _last_step(iri)
    code = _OBO_CODE.fullmatch(step)
    if code and (iri.startswith(OBO) or len(code[2]) >= _SHORTEST_NUMBER):
        return f"{code[1]}:{code[2]}"
    return step


def _triple(subject: str, predicate: str, target: NamedNode | Literal) -> Triple:
    return Triple(NamedNode(subject), NamedNode(predicate), target)
