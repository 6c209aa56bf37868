"""The IRIs of concepts: SKO-16."""

from collections.abc import Iterator

from vocabsvc.checks.check import Gap
from vocabsvc.checks.vocabulary.check import Fault
from vocabsvc.checks.vocabulary.view import VocabularyView

NOT_HTTP = {
    "en": "the IRI of a concept is not an HTTP one",
    "fr": "l’IRI d’un concept n’est pas une IRI HTTP",
}
NO_IRI = {
    "en": "an IRI has characters that no IRI may have",
    "fr": "une IRI contient des caractères interdits dans une IRI",
}
TWO_SCHEMES = {
    "en": "a concept is named with both http and https",
    "fr": "un concept est désigné à la fois en http et en https",
}
NOTHING_FOLLOWED = {
    "en": "whether the IRIs can be followed, as nothing is fetched",
    "fr": "si les IRI mènent quelque part, car rien n’est téléchargé",
}

_HTTP, _HTTPS = "http://", "https://"


def unusable_iri(view: VocabularyView) -> Iterator[Fault | Gap]:
    """An IRI is not one that a browser can follow, or one concept has two.

    What it checks:
        The IRIs of concepts begin with http:// or https://; no IRI in the file has spaces or other forbidden
        characters; and none stands there with http in one place and https in another. Whether something
        answers at the address is never asked.

    Why it matters:
        IRIs are compared sign by sign. A space or an s too many makes another concept of it, which no mapping
        knows.

    Example:
        <urn:x:temperature> a skos:Concept ; skos:inScheme : ; skos:prefLabel "Temperature"@en .

    References:
        RFC 3987 §2.2: https://www.rfc-editor.org/rfc/rfc3987#section-2.2
        qSKOS: HTTP URI scheme violation
    """
    for concept in view.concepts:
        if not concept.uri.startswith((_HTTP, _HTTPS)):
            yield Fault(NOT_HTTP, concept.uri, concept.uri)
    for iri in view.repaired_iris:
        yield Fault(NO_IRI, value=iri)
    named = {concept.uri: concept.uri for concept in view.concepts}
    for concept, link in view.links:
        named.setdefault(link.target, concept.uri)
    for iri, concept_uri in named.items():
        plain = f"{_HTTP}{iri.removeprefix(_HTTPS)}"
        if iri.startswith(_HTTPS) and plain in named:
            yield Fault(TWO_SCHEMES, concept_uri, iri)
    yield Gap(NOTHING_FOLLOWED)
