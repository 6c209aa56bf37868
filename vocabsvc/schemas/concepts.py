"""Concepts as JSON, alone and in lists."""

from collections.abc import Sequence
from dataclasses import asdict

from pydantic import BaseModel

from vocabsvc.model.change import ChangeKind, ConceptChange
from vocabsvc.model.concept import ConceptRef, ConceptVersion, LinkedConcept, Status
from vocabsvc.model.label import by_language, choose_label
from vocabsvc.model.mapping import Mapping
from vocabsvc.model.match import Page
from vocabsvc.schemas.vocabularies import VocabularyOut
from vocabsvc.services.concepts import ConceptDetail

Languages = Sequence[str]
"""Language tags in order of preference."""


class ConceptRefOut(BaseModel):
    """A concept in a list; ``pref_label`` is null where the concept is not loaded."""

    uri: str
    notation: str | None
    pref_label: str | None
    lang: str | None
    vocabulary: str | None
    deprecated: bool
    status: Status

    @classmethod
    def of(cls, ref: ConceptRef, languages: Languages) -> "ConceptRefOut":
        """Build from the model, with the label in the first language that has one."""
        label = choose_label(ref.pref_labels, languages)
        return cls(
            uri=ref.uri,
            notation=ref.notation or None,
            pref_label=label.text if label else None,
            lang=(label.lang or None) if label else None,
            vocabulary=ref.vocabulary or None,
            deprecated=ref.deprecated,
            status=ref.status,
        )


class ConceptPageOut(BaseModel):
    """A page of concepts; ``total`` is exact."""

    total: int
    results: list[ConceptRefOut]

    @classmethod
    def of(cls, page: Page[ConceptRef], languages: Languages) -> "ConceptPageOut":
        """Build from the model."""
        return cls(total=page.total, results=[ConceptRefOut.of(ref, languages) for ref in page.items])


class LabelsOut(BaseModel):
    """Labels by language tag; ``und`` where the source gives none."""

    pref: dict[str, str]
    alt: dict[str, list[str]]
    hidden: dict[str, list[str]]


class LinkOut(BaseModel):
    """A link to a concept of another vocabulary, or of none that is loaded."""

    predicate: str
    uri: str
    pref_label: str | None
    vocabulary: str | None
    status: Status

    @classmethod
    def of(cls, link: LinkedConcept, languages: Languages) -> "LinkOut":
        """Build from the model."""
        ref = ConceptRefOut.of(link.target, languages)
        return cls(
            predicate=link.predicate,
            uri=ref.uri,
            pref_label=ref.pref_label,
            vocabulary=ref.vocabulary,
            status=ref.status,
        )


class MappingOut(BaseModel):
    """A published mapping with SSSOM's slot names."""

    subject_id: str
    subject_label: str
    predicate_id: str
    object_id: str
    object_label: str
    mapping_justification: str
    confidence: float | None
    mapping_source: str
    comment: str

    @classmethod
    def of(cls, mapping: Mapping) -> "MappingOut":
        """Build from the model."""
        return cls(**{name: getattr(mapping, name) for name in cls.model_fields})


class BoxOut(BaseModel):
    """Degrees; ``west`` greater than ``east`` crosses the antimeridian."""

    west: float
    east: float
    south: float
    north: float


class SourceOut(BaseModel):
    """Where a concept comes from."""

    vocabulary: str
    title: dict[str, str]
    publisher: str
    sources: list[str]
    edition: str
    date: str
    licence: str
    loaded: str


class DeprecationOut(BaseModel):
    """What stands in for a deprecated concept; ``note`` is by language, and says so where nothing is known to."""

    replaced_by: list[ConceptRefOut]
    note: dict[str, str] | None

    @classmethod
    def of(cls, refs: Sequence[ConceptRef], languages: Languages) -> "DeprecationOut":
        """Build from the model."""
        return cls(
            replaced_by=[ConceptRefOut.of(ref, languages) for ref in refs],
            note=None if refs else {"en": "no replacement known", "fr": "aucun remplaçant connu"},
        )


class ConceptVersionOut(BaseModel):
    """Which version of the concept this is; null and empty where the source does not say."""

    number: str | None
    date: str | None
    current: str | None
    others: list[str]

    @classmethod
    def of(cls, version: ConceptVersion) -> "ConceptVersionOut":
        """Build from the model."""
        return cls(
            number=version.number or None,
            date=version.date or None,
            current=version.current or None,
            others=list(version.others),
        )


class ConceptChangeOut(BaseModel):
    """What an edition changed in the concept, as in the list of changes; ``loaded`` is in UTC."""

    edition: str
    loaded: str
    kind: ChangeKind
    what: list[str]

    @classmethod
    def of(cls, told: ConceptChange) -> "ConceptChangeOut":
        """Build from the model."""
        edition, change = told.edition, told.change
        return cls(edition=edition.name, loaded=edition.loaded, kind=change.kind, what=list(change.what))


class ConceptOut(BaseModel):
    """A concept with its surroundings named."""

    uri: str
    vocabulary: str
    notations: list[str]
    labels: LabelsOut
    definition: dict[str, str] | None
    status: Status
    replaced_by: str | None
    deprecation: DeprecationOut | None
    version: ConceptVersionOut
    broader: list[ConceptRefOut]
    narrower_count: int
    related: list[ConceptRefOut]
    links: list[LinkOut]
    units: list[ConceptRefOut]
    mappings: list[MappingOut]
    box: BoxOut | None
    collections: list[str]
    history: list[ConceptChangeOut]
    source: SourceOut

    @classmethod
    def of(cls, detail: ConceptDetail, languages: Languages) -> "ConceptOut":
        """Build from the model, related labels in the first language that has one."""
        concept = detail.concept
        definitions = {lang: texts[0] for lang, texts in by_language(concept.definitions).items()}
        vocabulary = VocabularyOut.of(detail.source).model_dump()
        return cls(
            uri=concept.uri,
            vocabulary=concept.vocabulary,
            notations=list(concept.notations),
            labels=LabelsOut(
                pref={lang: texts[0] for lang, texts in by_language(concept.pref_labels).items()},
                alt=by_language(concept.alt_labels),
                hidden=by_language(concept.hidden_labels),
            ),
            definition=definitions or None,
            status=concept.status,
            replaced_by=concept.replaced_by[0] if concept.replaced_by else None,
            deprecation=DeprecationOut.of(detail.replaced_by, languages)
            if concept.status is Status.DEPRECATED
            else None,
            version=ConceptVersionOut.of(concept.version),
            broader=[ConceptRefOut.of(ref, languages) for ref in detail.broader],
            narrower_count=detail.narrower_count,
            related=[ConceptRefOut.of(ref, languages) for ref in detail.related],
            links=[LinkOut.of(link, languages) for link in detail.links],
            units=[ConceptRefOut.of(ref, languages) for ref in detail.units],
            mappings=[MappingOut.of(mapping) for mapping in detail.mappings],
            box=BoxOut(**asdict(concept.box)) if concept.box else None,
            collections=list(concept.collections),
            history=[ConceptChangeOut.of(change) for change in detail.history],
            source=SourceOut(vocabulary=concept.vocabulary, **vocabulary),
        )
