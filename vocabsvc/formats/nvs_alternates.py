"""The profile ``alt``: which views of a thing there are (W3C Alternate Representations data model)."""

import json
from collections.abc import Iterator

from vocabsvc.formats.nvs_context import PREFIXES
from vocabsvc.formats.nvs_profile import NVS, PROFILES, Profile
from vocabsvc.model.statement import Literal, Statement
from vocabsvc.namespaces import DCTERMS, RDF

_ALTR = PREFIXES["ns0"]


def alternates_json(uri: str) -> bytes:
    """Return tokens only, as pyLDAPI does."""
    return json.dumps(
        {"uri": uri, "profiles": list(PROFILES), "default_profile": NVS.token}, ensure_ascii=False
    ).encode()


def alternates(uri: str) -> Iterator[Statement]:
    """Yield one representation for each profile and media type."""
    nodes = {
        (profile.token, kind): f"_:{profile.token}{number}"
        for profile in PROFILES.values()
        for number, kind in enumerate(profile.media_types)
    }
    yield from (Statement(uri, f"{_ALTR}hasRepresentation", node) for node in nodes.values())
    yield Statement(uri, f"{_ALTR}hasDefaultRepresentation", f"_:{NVS.token}0")
    for (token, kind), node in nodes.items():
        yield from _representation(node, PROFILES[token], kind)


def _representation(node: str, profile: Profile, kind: str) -> Iterator[Statement]:
    yield Statement(node, f"{RDF}type", f"{_ALTR}Representation")
    yield Statement(node, f"{DCTERMS}conformsTo", profile.uri)
    yield Statement(node, f"{DCTERMS}format", Literal(kind))
