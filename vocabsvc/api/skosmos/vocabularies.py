"""What is loaded: vocabularies, their schemes and classes, and how much is in them."""

from collections.abc import Iterator, Sequence

from vocabsvc.api.skosmos.answers import Body
from vocabsvc.api.skosmos.asked import Asked, default_language
from vocabsvc.api.skosmos.contexts import BASE, ONKI, STATISTICS, VOCABULARY, iri
from vocabsvc.model.label import UNDETERMINED, LangString, choose_label
from vocabsvc.model.vocabulary import Vocabulary
from vocabsvc.namespaces import DCTERMS, RDFS, SKOS
from vocabsvc.services.schemes import SKOS_CONCEPT, ConceptClass
from vocabsvc.store.labels.base import ALTERNATIVE, HIDDEN, PREFERRED

_COLLECTION = f"{SKOS}Collection"
_PROPERTIES = {PREFERRED: "skos:prefLabel", ALTERNATIVE: "skos:altLabel", HIDDEN: "skos:hiddenLabel"}
_LANGUAGE_NAMES = {
    "en": {"de": "German", "en": "English", "es": "Spanish", "fr": "French", "it": "Italian", "nl": "Dutch"},
    "fr": {"de": "allemand", "en": "anglais", "es": "espagnol", "fr": "français", "it": "italien", "nl": "néerlandais"},
}


def vocabularies(asked: Asked) -> Body:
    """List every vocabulary by its id."""
    lang = asked.required("lang")
    found = sorted(asked.services.concepts.vocabularies(), key=lambda one: one.id)
    return {
        "@context": {
            "rdfs": RDFS,
            "onki": ONKI,
            "title": {"@id": "rdfs:label", "@language": lang},
            "vocabularies": "onki:hasVocabulary",
            "id": "onki:vocabularyIdentifier",
            "uri": "@id",
            "@base": asked.address("vocabularies"),
        },
        "uri": "",
        "vocabularies": [{"uri": one.id, "id": one.id, "title": _title(one, lang)} for one in found],
    }


def vocabulary(asked: Asked) -> Body:
    """Describe one vocabulary."""
    one = asked.vocabulary
    schemes = asked.browsing.schemes.schemes(one.id)
    return {
        "@context": {
            **VOCABULARY,
            "dct": DCTERMS,
            "uri": "@id",
            "type": "@type",
            "conceptschemes": "onki:hasConceptScheme",
            "id": "onki:vocabularyIdentifier",
            "defaultLanguage": "onki:defaultLanguage",
            "languages": "onki:language",
            "label": "rdfs:label",
            "prefLabel": "skos:prefLabel",
            "title": "dct:title",
            "@language": asked.language,
            "@base": asked.address(f"{one.id}/"),
        },
        "uri": "",
        "id": one.id,
        "marcSource": "",
        "title": _title(one, asked.language),
        "defaultLanguage": default_language(one),
        "languages": list(one.languages),
        "conceptschemes": [
            {**_named("title", scheme.titles, asked.tag), "uri": scheme.uri, "type": "skos:ConceptScheme"}
            for scheme in schemes
        ],
    }


def types(asked: Asked) -> Body:
    """List the classes of all vocabularies."""
    lang = asked.required("lang")
    names = [one.id for one in asked.services.concepts.vocabularies()]
    return _types(asked, names, lang, asked.address(""))


def vocabulary_types(asked: Asked) -> Body:
    """List the classes of one vocabulary."""
    name = asked.vocabulary.id
    return _types(asked, [name], asked.language, asked.address(f"{name}/"))


def vocabulary_statistics(asked: Asked) -> Body:
    """Count concepts and collections."""
    one = asked.vocabulary
    groups = asked.browsing.groups.groups(one.id, asked.tag)
    body: dict[str, object] = {
        "@context": {
            **STATISTICS,
            "concepts": "void:classPartition",
            "label": "rdfs:label",
            "class": iri("void:class"),
            "subTypes": iri("void:class"),
            "count": "void:entities",
            "@language": asked.language,
            "@base": asked.address(f"{one.id}/"),
        },
        "uri": "",
        "id": one.id,
        "title": _title(one, asked.language),
        "concepts": {
            "class": SKOS_CONCEPT,
            "label": "Concept",
            "count": one.concept_count,
            "deprecatedCount": one.deprecated_count,
        },
        "subTypes": [
            {
                "type": found.uri,
                "count": found.count,
                "deprecatedCount": found.deprecated_count,
                **_named("label", found.labels, asked.tag),
            }
            for found in asked.browsing.schemes.classes(one.id)
        ],
    }
    if groups:
        body["conceptGroups"] = {
            "class": _COLLECTION,
            "label": "Collection",
            "count": len(groups),
            "deprecatedCount": 0,
        }
    return body


def label_statistics(asked: Asked) -> Body:
    """Count labels by language and property; those without language are ``und``."""
    one = asked.vocabulary
    counts = asked.browsing.labels.counts(one.id)
    return {
        "@context": {
            **STATISTICS,
            "void-ext": "http://ldf.fi/void-ext#",
            "languages": "void-ext:languagePartition",
            "language": "void-ext:language",
            "properties": "void:propertyPartition",
            "labels": "void:triples",
            "@base": asked.address(f"{one.id}/"),
            "literal": {"@id": "rdfs:label", "@language": asked.language},
        },
        "uri": "",
        "id": one.id,
        "title": _title(one, asked.language),
        "languages": [
            {
                "language": tag or UNDETERMINED,
                **_language_name(tag, asked.tag),
                "properties": [
                    {"property": shown, "labels": counts[tag, field]}
                    for field, shown in _PROPERTIES.items()
                    if (tag, field) in counts
                ],
            }
            for tag in sorted({tag for tag, field in counts if field in _PROPERTIES})
        ],
    }


def _types(asked: Asked, names: Sequence[str], lang: str, base: str) -> Body:
    return {
        "@context": {
            **BASE,
            "rdfs": RDFS,
            "onki": ONKI,
            "label": "rdfs:label",
            "superclass": iri("rdfs:subClassOf"),
            "types": "onki:hasType",
            "@language": lang,
            "@base": base,
        },
        "uri": "",
        "types": list(_all_types(asked, names, lang.lower())),
    }


def _all_types(asked: Asked, names: Sequence[str], tag: str) -> Iterator[Body]:
    yield {"uri": SKOS_CONCEPT, "label": "Concept"}
    if any(asked.browsing.groups.groups(name, tag) for name in names):
        yield {"uri": _COLLECTION, "label": "Collection"}
    found: dict[str, ConceptClass] = {}
    for name in names:
        found |= {one.uri: one for one in asked.browsing.schemes.classes(name)}
    for one in found.values():
        above = {"superclass": one.superclasses[0]} if one.superclasses else {}
        yield {"uri": one.uri, **_named("label", one.labels, tag), **above}


def _named(key: str, labels: Sequence[LangString], tag: str) -> dict[str, str]:
    label = choose_label(labels, (tag,))
    return {key: label.text} if label else {}


def _title(one: Vocabulary, lang: str) -> str:
    label = choose_label(one.titles, (lang.lower(),))
    return label.text if label else one.id


def _language_name(tag: str, shown: str) -> dict[str, str]:
    name = _LANGUAGE_NAMES.get(shown, {}).get(tag)
    return {"literal": name} if name else {}
