"""The profiles in which NVS describes things."""

from collections.abc import Mapping
from dataclasses import dataclass

from vocabsvc.formats.nvs_context import PREFIXES
from vocabsvc.formats.rdf_writer import RDF_TYPES
from vocabsvc.namespaces import RDF

JSON = "application/json"
JSON_LD = "application/ld+json"
HTML = "text/html"
_READABLE = (*RDF_TYPES, HTML)
_TYPE = f"{RDF}type"


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """A view of a thing, of which there is one each; ``media_types`` are what it is offered in, the default first.

    ``prefixes`` name the namespaces whose properties it keeps; all of them where there are none.
    """

    token: str
    uri: str
    media_types: tuple[str, ...]
    prefixes: tuple[str, ...] = ()

    def keeps(self, predicate: str) -> bool:
        """Tell whether a property belongs to the profile."""
        if not self.prefixes or predicate == _TYPE:
            return True
        return any(predicate.startswith(PREFIXES[prefix]) for prefix in self.prefixes)


NVS = Profile("nvs", "https://w3id.org/profile/nvs-col", _READABLE)
SKOS = Profile("skos", "https://www.w3.org/TR/skos-reference/", (*_READABLE, JSON), ("skos",))
VOCPUB = Profile(
    "vocpub", "https://w3id.org/profile/vocpub", _READABLE, ("skos", "dc", "dce", "owl", "rdfs", "prov", "reg")
)
DD = Profile("dd", "https://w3id.org/profile/dd", (JSON,))
ALT = Profile("alt", "http://www.w3.org/ns/dx/conneg/altr", (JSON, *RDF_TYPES))

PROFILES: Mapping[str, Profile] = {one.token: one for one in (NVS, SKOS, VOCPUB, DD, ALT)}
"""By token, the default first."""
