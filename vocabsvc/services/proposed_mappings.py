"""The mapper's answers as an SSSOM mapping set, for a data manager to check and keep."""

import uuid
from collections.abc import Iterator, Sequence
from urllib.parse import quote

from vocabsvc import __version__
from vocabsvc.formats.sssom import write_sssom
from vocabsvc.formats.tsv import starts_formula
from vocabsvc.model.candidate import Candidate, LocalTerm, TermCandidates, TermKind
from vocabsvc.model.mapping import NO_TERM, Mapping, MappingSet
from vocabsvc.model.vocabulary import Vocabulary
from vocabsvc.namespaces import DEF, SEMAPV, SKOS
from vocabsvc.services.mapping_sets import MappingSets

UNSPECIFIED_LICENCE = "https://w3id.org/sssom/license/unspecified"

_EXTENSIONS = (
    '[{"slot_name": "ext_name", "property": "v:localName", "type_hint": "xsd:string"}, '
    '{"slot_name": "ext_status", "property": "v:status", "type_hint": "xsd:string"}, '
    '{"slot_name": "ext_unit", "property": "v:unit", "type_hint": "xsd:string"}]'
)
_LITERAL = ("subject_type", "rdfs literal")
_PROPOSED = ("ext_status", "proposed")


class ProposedMappings:
    """Writes proposals in the terms of what is loaded; names that have no IRI yet are literals."""

    def __init__(self, mapping_sets: MappingSets, vocabularies: Sequence[Vocabulary], base_uri: str) -> None:
        self._mapping_sets = mapping_sets
        self._vocabularies = {vocabulary.id.lower(): vocabulary for vocabulary in vocabularies}
        self._base_uri = base_uri

    def sssom(self, answers: Sequence[TermCandidates], targets: Sequence[str]) -> str:
        """Return SSSOM/TSV that is valid, names no author, and says ``proposed`` in every row.

        A term without a good candidate is mapped to ``sssom:NoTermFound`` once for each target; columns that are no
        parameter are left out, unless they have candidates. What would begin a formula in a spreadsheet stands in
        no cell: such a name is part of an IRI, and the optional slots stay empty.
        """
        wanted = [self._vocabularies[name] for target in targets if (name := target.strip().lower())]
        found = (mapping for answer in answers for mapping in self._mappings(answer, wanted))
        mappings = tuple(dict.fromkeys(found))
        return write_sssom(self._mapping_set(mappings, wanted), self._base_uri)

    def _mapping_set(self, mappings: Sequence[Mapping], targets: Sequence[Vocabulary]) -> MappingSet:
        namespaces = {vocabulary.id: vocabulary.uri for vocabulary in targets}
        prefixes = {"local": self._local, "v": DEF, **namespaces}
        used = {uri for mapping in mappings for uri in (mapping.subject_id, mapping.object_id, mapping.mapping_source)}
        for uri in sorted(used):
            prefixes |= self._prefix_of(uri, prefixes)
        return MappingSet(
            id="proposed",
            mapping_set_id=f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, repr(mappings))}",
            license=UNSPECIFIED_LICENCE,
            mappings=tuple(mappings),
            curie_map=tuple(prefixes.items()),
            metadata=(
                ("mapping_set_description", "Proposals of a program; nobody has checked them."),
                ("mapping_tool", "vocabsvc"),
                ("mapping_tool_version", __version__),
                ("extension_definitions", _EXTENSIONS),
            ),
        )

    @property
    def _local(self) -> str:
        return f"{self._base_uri}local/"

    def _prefix_of(self, uri: str, prefixes: dict[str, str]) -> dict[str, str]:
        if not uri or uri == NO_TERM or any(uri.startswith(namespace) for namespace in prefixes.values()):
            return {}
        fitting = (one for one in self._vocabularies.values() if uri.startswith(one.uri))
        vocabulary = next(fitting, None)
        if vocabulary is not None:
            return {vocabulary.id: vocabulary.uri}
        namespace = uri[: max(uri.rfind("/", 0, -1), uri.rfind("#")) + 1]
        return {f"ns{len(prefixes)}": namespace}

    def _mappings(self, answer: TermCandidates, targets: Sequence[Vocabulary]) -> Iterator[Mapping]:
        if not answer.no_match:
            for candidate in answer.candidates:
                yield self._mapping(answer.term, candidate)
        if answer.kind is TermKind.PARAMETER and (answer.no_match or not answer.candidates):
            for vocabulary in targets:
                yield self._none(answer.term, vocabulary)

    def _mapping(self, term: LocalTerm, candidate: Candidate) -> Mapping:
        subject_id, label, other = self._subject(term)
        return Mapping(
            subject_id=subject_id,
            predicate_id=candidate.predicate_id,
            object_id=candidate.uri,
            mapping_justification=candidate.mapping_justification,
            subject_label=label,
            object_label=_inert(candidate.pref_label.text),
            confidence=candidate.score,
            comment=_inert(candidate.explanation),
            other=other,
        )

    def _none(self, term: LocalTerm, vocabulary: Vocabulary) -> Mapping:
        subject_id, label, other = self._subject(term)
        return Mapping(
            subject_id=subject_id,
            predicate_id=f"{SKOS}exactMatch",
            object_id=NO_TERM,
            mapping_justification=f"{SEMAPV}CompositeMatching",
            subject_label=label,
            other=tuple(sorted((*other, ("object_source", f"{vocabulary.id}:")))),
        )

    def _subject(self, term: LocalTerm) -> tuple[str, str, tuple[tuple[str, str], ...]]:
        """Return IRI, label and further slots of a term: the IRI by which its centre's own set knows it, or none."""
        name = _line(term.local_name or term.long_name)
        slots = [_PROPOSED]
        slots += [("ext_name", text)] if (text := _inert(_line(term.long_name))) and term.local_name else []
        slots += [("ext_unit", text)] if (text := _inert(_line(term.unit))) else []
        known = (
            mapping.subject_id
            for mapping_set, mapping in self._mapping_sets.named(term.local_name)
            if mapping_set.id.lower() == term.centre.strip().lower()
        )
        subject_id = next(filter(None, known), "")
        if not subject_id and starts_formula(name):
            subject_id = self._local + quote(name, safe="")
        if not subject_id:
            slots.append(_LITERAL)
        return subject_id, _inert(name), tuple(sorted(slots))


def _line(text: str) -> str:
    return " ".join(text.split())


def _inert(text: str) -> str:
    return "" if starts_formula(text) else _line(text)
