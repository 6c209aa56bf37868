"""The catalogue of what is published: DCAT 3 for data portals, VoID for linked-data clients."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final
from urllib.parse import quote

from vocabsvc.formats.dcat import Pair, about, date, language_iri, licence_iri, media_type_iri, number, text
from vocabsvc.formats.prefixes import FOAF, SPDX, VOID
from vocabsvc.formats.rdf import encode_iri
from vocabsvc.model.dump import Dump, DumpFile
from vocabsvc.model.label import LangString
from vocabsvc.model.mapping import MappingSet
from vocabsvc.model.statement import Literal, Statement
from vocabsvc.model.vocabulary import Vocabulary
from vocabsvc.namespaces import DCAT, DCTERMS, OWL, RDF, SKOS, XSD

_TYPE = f"{RDF}type"
_MEDIA_TYPES = {"ttl": "text/turtle", "nt": "application/n-triples", "jsonld": "application/ld+json", "csv": "text/csv"}
_TITLES: Final = (("en", "Controlled vocabularies"), ("fr", "Vocabulaires contrôlés"))
_SSSOM_STANDARD = "https://w3id.org/sssom/"


class Catalogue:
    """Describes one snapshot, made at ``created`` (UTC, ISO 8601); ``dumps`` are of the editions that are served."""

    def __init__(
        self,
        vocabularies: Sequence[Vocabulary],
        dumps: Iterable[Dump],
        mapping_sets: Sequence[MappingSet],
        created: str,
    ) -> None:
        self._vocabularies = vocabularies
        self._dumps = {dump.vocabulary: dump for dump in dumps}
        self._mapping_sets = mapping_sets
        self._created = created

    def dcat(self, address: str) -> Iterator[Statement]:
        """Yield the catalogue: a dcat:Dataset per vocabulary and mapping set, the files, the two services.

        ``address`` is that of ``/``; every other begins with it.
        """
        catalogue, services = f"{address}catalogue", _services(address)
        datasets = [*self._datasets(address), *(_mapping_set_iri(address, one) for one in self._mapping_sets)]
        yield from about(
            catalogue,
            (_TYPE, f"{DCAT}Catalog"),
            *((f"{DCTERMS}title", text(title, lang)) for lang, title in _TITLES),
            (f"{DCTERMS}modified", date(self._created)),
            *((f"{DCTERMS}language", language_iri(lang)) for lang, _ in _TITLES),
            (f"{FOAF}homepage", address),
            *((f"{DCAT}dataset", dataset) for dataset in datasets),
            *((f"{DCAT}service", service) for service in services),
        )
        for vocabulary in self._vocabularies:
            yield from self._dataset(address, vocabulary)
            yield from self._distributions(address, vocabulary)
        for one in self._mapping_sets:
            yield from _mapping_set(address, one)
        for publisher in dict.fromkeys(one.publisher for one in self._vocabularies if one.publisher):
            agent = _publisher_iri(address, publisher)
            yield from about(agent, (_TYPE, f"{FOAF}Agent"), (f"{FOAF}name", Literal(publisher)))
        for service, (title, pairs) in services.items():
            served = ((f"{DCAT}servesDataset", dataset) for dataset in datasets)
            yield from about(
                service, (_TYPE, f"{DCAT}DataService"), (f"{DCTERMS}title", text(title, "en")), *pairs, *served
            )

    def void(self, address: str) -> Iterator[Statement]:
        """Yield the VoID description: a void:Dataset per vocabulary, a void:Linkset per mapping set."""
        datasets = [*self._datasets(address), *(_mapping_set_iri(address, one) for one in self._mapping_sets)]
        yield from about(
            f"{address}.well-known/void",
            (_TYPE, f"{VOID}DatasetDescription"),
            *((f"{DCTERMS}title", text(title, lang)) for lang, title in _TITLES),
            *((f"{FOAF}topic", dataset) for dataset in datasets),
        )
        for vocabulary in self._vocabularies:
            yield from self._dataset(address, vocabulary)
        for one in self._mapping_sets:
            yield from _mapping_set(address, one)

    def _datasets(self, address: str) -> Iterator[str]:
        return (dataset_iri(address, one.id) for one in self._vocabularies)

    def _dataset(self, address: str, vocabulary: Vocabulary) -> Iterator[Statement]:
        dump = self._dumps.get(vocabulary.id)
        dataset = dataset_iri(address, vocabulary.id)
        return about(
            dataset,
            (_TYPE, f"{DCAT}Dataset"),
            (_TYPE, f"{VOID}Dataset"),
            (f"{DCTERMS}identifier", Literal(vocabulary.id)),
            *((f"{DCTERMS}title", text(title.text, title.lang)) for title in _titles(vocabulary)),
            *_descriptions(vocabulary),
            (f"{DCTERMS}publisher", vocabulary.publisher and _publisher_iri(address, vocabulary.publisher)),
            *_licence(vocabulary.licence),
            (f"{DCAT}version", Literal(vocabulary.edition)),
            (f"{OWL}versionInfo", Literal(vocabulary.edition)),
            (f"{DCTERMS}issued", date(vocabulary.date)),
            (f"{DCTERMS}modified", date(vocabulary.loaded)),
            *((f"{DCTERMS}source", encode_iri(source)) for source in vocabulary.sources),
            *((f"{DCTERMS}language", language_iri(lang)) for lang in vocabulary.languages),
            (f"{DCTERMS}conformsTo", SKOS.removesuffix("#")),
            (f"{DCAT}landingPage", f"{address}vocabulary/{_quoted(vocabulary.id)}"),
            (f"{VOID}rootResource", vocabulary.uri),
            (f"{VOID}sparqlEndpoint", f"{address}sparql"),
            *(_counted(address, dump) if dump else ()),
            *((f"{DCAT}distribution", f"{dataset}/{file.ending}") for file in (dump.files if dump else ())),
        )

    def _distributions(self, address: str, vocabulary: Vocabulary) -> Iterator[Statement]:
        dump = self._dumps.get(vocabulary.id)
        if dump is not None:
            for file in dump.files:
                yield from _distribution(address, vocabulary, dump, file)


def dataset_iri(address: str, vocabulary: str) -> str:
    """Return the IRI of our dataset of a vocabulary: the vocabulary's own IRI is its publisher's."""
    return f"{address}catalogue#{_quoted(vocabulary)}"


def dump_address(address: str, dump: Dump, file: DumpFile | None = None) -> str:
    """Return where an edition, or one of its files, is answered."""
    edition = f"{address}dumps/{_quoted(dump.vocabulary)}/{dump.name}"
    return f"{edition}.{file.ending}" if file else edition


def _counted(address: str, dump: Dump) -> Iterator[Pair]:
    yield (f"{OWL}versionIRI", dump_address(address, dump))
    yield (f"{VOID}triples", number(dump.triples, "integer"))
    yield (f"{VOID}entities", number(dump.entities, "integer"))
    yield (f"{VOID}uriSpace", Literal(dump.uri_space))
    yield from ((f"{VOID}vocabulary", namespace) for namespace in dump.namespaces)
    rdf = (file for file in dump.files if file.ending != "csv")
    yield from ((f"{VOID}dataDump", dump_address(address, dump, file)) for file in rdf)


def _distribution(address: str, vocabulary: Vocabulary, dump: Dump, file: DumpFile) -> Iterator[Statement]:
    distribution = f"{dataset_iri(address, vocabulary.id)}/{file.ending}"
    media_type = _MEDIA_TYPES[file.ending.removesuffix(".gz")]
    packed = media_type_iri("application/gzip") if file.ending.endswith(".gz") else ""
    where = dump_address(address, dump, file)
    yield from about(
        distribution,
        (_TYPE, f"{DCAT}Distribution"),
        (f"{DCTERMS}title", Literal(f"{dump.name}.{file.ending}")),
        *_licence(vocabulary.licence),
        (f"{DCAT}mediaType", media_type_iri(media_type)),
        (f"{DCAT}compressFormat", packed),
        (f"{DCAT}byteSize", number(file.size, "nonNegativeInteger")),
        (f"{DCAT}accessURL", where),
        (f"{DCAT}downloadURL", where),
        (f"{SPDX}checksum", f"{distribution}/sha256"),
    )
    yield from about(
        f"{distribution}/sha256",
        (_TYPE, f"{SPDX}Checksum"),
        (f"{SPDX}algorithm", f"{SPDX}checksumAlgorithm_sha256"),
        (f"{SPDX}checksumValue", Literal(file.checksum, f"{XSD}hexBinary")),
    )


def _mapping_set(address: str, one: MappingSet) -> Iterator[Statement]:
    stated = dict(one.metadata)
    links = {(mapping.subject_id, mapping.predicate_id, mapping.object_id) for mapping in one.mappings}
    return about(
        _mapping_set_iri(address, one),
        (_TYPE, f"{DCAT}Dataset"),
        (_TYPE, f"{VOID}Linkset"),
        (f"{DCTERMS}identifier", Literal(one.mapping_set_id)),
        (f"{DCTERMS}title", Literal(stated.get("mapping_set_title", one.id))),
        (f"{DCTERMS}description", Literal(stated.get("mapping_set_description", ""))),
        *_licence(one.license),
        (f"{DCAT}version", Literal(stated.get("mapping_set_version", ""))),
        (f"{DCTERMS}issued", date(stated.get("publication_date", ""))),
        (f"{DCTERMS}conformsTo", _SSSOM_STANDARD),
        (f"{VOID}sparqlEndpoint", f"{address}sparql"),
        (f"{VOID}triples", number(len(links), "integer")),
        *((f"{VOID}linkPredicate", predicate) for predicate in sorted({predicate for _, predicate, _ in links})),
    )


def _services(address: str) -> dict[str, tuple[str, tuple[Pair, ...]]]:
    """Return IRI, title and description of each service."""
    return {
        f"{address}sparql": (
            "SPARQL endpoint",
            (
                (f"{DCAT}endpointURL", f"{address}sparql"),
                (f"{DCTERMS}conformsTo", "http://www.w3.org/TR/sparql11-protocol/"),
            ),
        ),
        f"{address}api/v1": (
            "REST API",
            ((f"{DCAT}endpointURL", f"{address}api/v1"), (f"{DCAT}endpointDescription", f"{address}openapi.json")),
        ),
    }


def _titles(vocabulary: Vocabulary) -> tuple[LangString, ...]:
    return vocabulary.titles or (LangString(vocabulary.id),)


def _descriptions(vocabulary: Vocabulary) -> Iterator[Pair]:
    count, deprecated = vocabulary.concept_count, vocabulary.deprecated_count
    sizes = f"Concepts: {count}, deprecated: {deprecated}."
    yield f"{DCTERMS}description", text(" ".join((sizes, *vocabulary.missing)), "en")
    yield f"{DCTERMS}description", text(f"Concepts\u00a0: {count}, obsolètes\u00a0: {deprecated}.", "fr")


def _licence(licence: str) -> Iterator[Pair]:
    iri = licence_iri(licence)
    yield (f"{DCTERMS}license", iri) if iri else (f"{DCTERMS}rights", Literal(licence))


def _publisher_iri(address: str, name: str) -> str:
    return f"{address}catalogue#publisher/{_quoted(name)}"


def _mapping_set_iri(address: str, one: MappingSet) -> str:
    return f"{address}catalogue#mappings/{_quoted(one.id)}"


def _quoted(text: str) -> str:
    return quote(text, safe="")
