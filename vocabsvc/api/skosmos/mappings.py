"""What a concept is mapped to, in the form of JSKOS."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from vocabsvc.api.skosmos.answers import Body
from vocabsvc.api.skosmos.asked import Asked, Refusal
from vocabsvc.api.skosmos.contexts import BASE, shorten
from vocabsvc.api.skosmos.data import to_json_ld
from vocabsvc.errors import UnknownName
from vocabsvc.model.concept import ConceptRef
from vocabsvc.model.label import UNDETERMINED, LangString, choose_label
from vocabsvc.model.vocabulary import Vocabulary
from vocabsvc.namespaces import DCTERMS, OWL, RDFS, SKOS
from vocabsvc.services.concepts import ConceptDetail

_INVERSE = {f"{SKOS}broadMatch": f"{SKOS}narrowMatch", f"{SKOS}narrowMatch": f"{SKOS}broadMatch"}
_NO_MAPPINGS = {f"{DCTERMS}isReplacedBy", f"{DCTERMS}replaces"}
_TYPE_LABELS: Mapping[str, Mapping[str, str]] = {
    f"{SKOS}exactMatch": {"en": "Exact match", "fr": "Correspondance exacte"},
    f"{SKOS}closeMatch": {"en": "Close match", "fr": "Correspondance proche"},
    f"{SKOS}broadMatch": {"en": "Broader match", "fr": "Correspondance générique"},
    f"{SKOS}narrowMatch": {"en": "Narrower match", "fr": "Correspondance spécifique"},
    f"{SKOS}relatedMatch": {"en": "Related match", "fr": "Correspondance associée"},
    f"{SKOS}broader": {"en": "Broader, in another vocabulary", "fr": "Générique, dans un autre vocabulaire"},
    f"{SKOS}related": {"en": "Related, in another vocabulary", "fr": "Associé, dans un autre vocabulaire"},
    f"{OWL}sameAs": {"en": "Same as", "fr": "Identique à"},
    f"{RDFS}seeAlso": {"en": "See also", "fr": "Voir aussi"},
}


@dataclass(frozen=True, slots=True)
class _Target:
    """What a concept is mapped to; ``name`` is known where it is a loaded concept, or where the mapping tells."""

    predicate: str
    concept: ConceptRef
    name: LangString | None


def mappings(asked: Asked) -> Body:
    """List the links of a concept that leave its vocabulary, and the published mappings it is part of."""
    uri = asked.required("uri")
    try:
        concept = asked.browsing.hierarchy.find(asked.vocabulary.id, uri)
    except UnknownName:
        raise Refusal(404, "Bad Request", "no concept found with given uri") from None
    detail = asked.services.concepts.detail(concept.uri)
    language = (asked.text("clang") or asked.language).lower()
    external = asked.flag("external", default=True)
    found = dict.fromkeys(_targets(detail, language, asked.browsing.hierarchy.ref, external=external))
    return {
        "@context": BASE,
        "mappings": [_mapping(asked, detail, one) for one in sorted(found, key=_order)],
        "graph": to_json_ld(asked.browsing.neighbourhood.around(concept.uri, asked.vocabulary.id)),
    }


def _targets(
    detail: ConceptDetail, language: str, find: Callable[[str], ConceptRef], *, external: bool
) -> Iterator[_Target]:
    own = detail.concept
    linked = {link.target.uri: link.target for link in detail.links}
    for link in detail.links:
        if link.predicate not in _NO_MAPPINGS:
            named = link.target.pref_labels if external or link.target.vocabulary == own.vocabulary else ()
            yield _Target(link.predicate, link.target, choose_label(named, (language,)))
    for mapping in detail.mappings:
        inward = mapping.object_id == own.uri
        uri = mapping.subject_id if inward else mapping.object_id
        text = mapping.subject_label if inward else mapping.object_label
        predicate = _INVERSE.get(mapping.predicate_id, mapping.predicate_id) if inward else mapping.predicate_id
        ref = linked.get(uri) or find(uri)
        named = ref.pref_labels if external or ref.vocabulary == own.vocabulary else ()
        yield _Target(predicate, ref, choose_label(named, (language,)) or (LangString(text) if text else None))


def _order(one: _Target) -> tuple[str, str, str]:
    return one.predicate, one.concept.vocabulary, one.concept.uri


def _mapping(asked: Asked, detail: ConceptDetail, one: _Target) -> Body:
    target, own = one.concept, detail.concept.uri
    home = asked.services.concepts.vocabulary(target.vocabulary) if target.vocabulary else None
    notation = target.notation or None
    return {
        "uri": own,
        "notation": notation,
        "type": [shorten(one.predicate)],
        "prefLabel": one.name.text if one.name else target.uri,
        "from": {"memberSet": [{"uri": own}]},
        "to": {
            "memberSet": [
                {
                    "uri": target.uri,
                    **({"notation": notation} if notation else {}),
                    **({"prefLabel": {one.name.lang or UNDETERMINED: one.name.text}} if one.name else {}),
                }
            ]
        },
        "hrefLink": f"/concept?uri={quote(target.uri, safe='')}" if home else target.uri,
        "lang": one.name.lang if one.name else "",
        "vocabName": _vocabulary_name(home, target.uri, asked.tag),
        "typeLabel": _type_label(one.predicate, asked.tag),
        "fromScheme": {"uri": detail.source.uri},
        **({"toScheme": {"uri": home.uri}} if home else {}),
    }


def _vocabulary_name(home: Vocabulary | None, uri: str, tag: str) -> str:
    title = choose_label(home.titles, (tag,)) if home else None
    if home:
        return title.text if title else home.id
    try:
        return urlsplit(uri).hostname or ""
    except ValueError:  # an address with a broken port or bracket is an IRI all the same
        return ""


def _type_label(predicate: str, tag: str) -> str:
    labels = _TYPE_LABELS.get(predicate, {})
    return labels.get(tag) or labels.get("en") or shorten(predicate)
