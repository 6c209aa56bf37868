"""Which mappings are asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from vocabsvc.formats.identifier import iri_spellings, read_citation
from vocabsvc.model.concept import local_name
from vocabsvc.model.decision import CuratedMapping, MappingStatus
from vocabsvc.model.folding import fold


@dataclass(frozen=True)
class MappingFilter:
    """What a mapping must be; an empty field asks nothing.

    ``subject`` and ``object`` are IRIs in any spelling, identifiers as they are cited (``SDN:P01::PSALST01``,
    ``P01:PSALST01``), codes, or whole labels without regard to case and accents.
    """

    mapping_set: str = ""
    subject: str = ""
    object: str = ""
    status: MappingStatus | None = None

    def passes(self, mapping: CuratedMapping) -> bool:
        """Tell whether a mapping is one of those."""
        row = mapping.row
        return (
            (self.status is None or mapping.status is self.status)
            and (not self.subject or self._is_subject(row.subject_id, row.subject_label))
            and (not self.object or self._is_object(row.object_id, row.object_label))
        )

    @cached_property
    def _is_subject(self) -> Callable[[str, str], bool]:
        return _means(self.subject)

    @cached_property
    def _is_object(self) -> Callable[[str, str], bool]:
        return _means(self.object)


def _means(text: str) -> Callable[[str, str], bool]:
    cited = read_citation(text)
    iris = {*cited.uris, *iri_spellings(text)}
    code, vocabulary, label = cited.code.lower(), cited.vocabulary.lower(), fold(text)

    def is_meant(iri: str, its_label: str) -> bool:
        if iri in iris or fold(its_label) == label:
            return True
        return bool(code) and local_name(iri).lower() == code and vocabulary in iri.lower()

    return is_meant
