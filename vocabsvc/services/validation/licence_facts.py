"""Which addresses of licences in a record are in none of the lists that they seem to be of."""

import re
from collections.abc import Iterable
from typing import Protocol

from vocabsvc.model.concept import Concept
from vocabsvc.model.record import Fact, FactIndex, RecordGraph, text_of
from vocabsvc.model.statement import Literal
from vocabsvc.model.vocabulary import Vocabulary
from vocabsvc.services.validation.term_facts import said

_LISTS = (
    (
        "SPDX",
        re.compile(r"^https?://(?:www\.)?spdx\.org/licenses/([A-Za-z0-9.+-]+?)(?:\.html|\.json|\.txt)?/?(?:#.*)?$"),
        "",
    ),
    ("L08", re.compile(r"(?:SDN:L08:[^:/]*:|/collection/L08/current/)([A-Za-z0-9]+)/?$"), "/"),
)
_PROPERTIES = ("otherConstraint", "otherConstraintUri", "useLimitation", "useLimitationUri", "licenceUri")
_CLASSES = ("Constraints", "LicenceReference")


class LicenceTerms(Protocol):
    """What is asked of ``LoadedTerms``."""

    def vocabulary(self, name: str) -> Vocabulary | None:
        """Return the loaded vocabulary with this id, or ``None``."""

    def concept(self, uri: str, /) -> Concept | None:
        """Return a concept, or ``None``."""


class LicenceFacts:
    """A ``FactSource`` about addresses in SPDX and NVS L08, as far as these are loaded."""

    def __init__(self, terms: LicenceTerms) -> None:
        self._terms = terms

    def of(self, index: FactIndex, _graph: RecordGraph) -> Iterable[Fact]:
        """Return the addresses that lead to no entry."""
        for node in dict.fromkeys(node for name in _CLASSES for node in index.nodes(name)):
            for name in _PROPERTIES:
                for fact in index.facts(node, name):
                    if self._is_unknown(text_of(fact.object)):
                        yield said(node, "unknownLicence", Literal(text_of(fact.object)), fact)

    def _is_unknown(self, address: str) -> bool:
        for name, pattern, end in _LISTS:
            found = pattern.search(address)
            listed = self._terms.vocabulary(name) if found else None
            if found and listed is not None:
                return self._terms.concept(f"{listed.uri}{found[1]}{end}") is None
        return False
