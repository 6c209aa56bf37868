"""SSSOM mappings; fields carry the slot names of the SSSOM model (https://w3id.org/sssom/)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mapping:
    """One SSSOM mapping with its entity references expanded to IRIs.

    ``subject_label`` is the name in the centre's own spelling. ``confidence`` is in [0, 1] or ``None``.
    ``other`` carries the file's further non-empty columns by name, so that nothing read is lost.
    """

    subject_id: str
    predicate_id: str
    object_id: str
    mapping_justification: str
    subject_label: str = ""
    object_label: str = ""
    confidence: float | None = None
    mapping_source: str = ""
    comment: str = ""
    other: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class MappingSet:
    """An SSSOM mapping set; ``id`` is the stem of its file (``coriolis``) and names the centre.

    ``curie_map`` holds prefix and namespace as written: a namespace without a scheme is relative to the
    hub's ``base_uri``. ``metadata`` carries the header's further slots: text as written, structures as JSON.
    """

    id: str
    mapping_set_id: str
    license: str
    mappings: tuple[Mapping, ...]
    curie_map: tuple[tuple[str, str], ...] = ()
    metadata: tuple[tuple[str, str], ...] = ()
