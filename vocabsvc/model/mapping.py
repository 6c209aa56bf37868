"""SSSOM mappings; fields carry the slot names of the SSSOM model (https://w3id.org/sssom/)."""

from dataclasses import dataclass, field

from vocabsvc.namespaces import SSSOM

NO_TERM = f"{SSSOM}NoTermFound"
"""Stands where the other vocabulary has nothing that fits."""


@dataclass(frozen=True, slots=True)
class Mapping:
    """One SSSOM mapping with its entity references expanded to IRIs.

    ``subject_id`` and ``object_id`` are ``""`` of what is a literal, that is, has a label only. ``subject_label``
    is the name in the centre's own spelling. ``confidence`` is in [0, 1] or ``None``. ``other`` carries the
    file's further non-empty columns by name, so that nothing read is lost. ``line`` is where the row begins in
    its file, 0 for one from elsewhere; it does not make two mappings different.
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
    line: int = field(default=0, compare=False)

    @property
    def asserts(self) -> bool:
        """Whether subject and object are related as said, and not just not: both have an IRI, nothing is negated."""
        return self.leads and bool(self.subject_id)

    @property
    def leads(self) -> bool:
        """Whether the subject, an IRI or a name alone, is mapped to a concept, and not just not."""
        negated = ("predicate_modifier", "Not") in self.other
        return not negated and self.object_id not in {"", NO_TERM} and self.subject_id != NO_TERM

    def slot(self, name: str) -> str:
        """Return the text of a slot that has no field, ``""`` where it is empty."""
        return dict(self.other).get(name, "")


@dataclass(frozen=True, slots=True)
class MappingSet:
    """An SSSOM mapping set; ``id`` is the stem of its file (``coriolis``) and names the centre.

    ``curie_map`` holds prefix and namespace as written: a namespace without a scheme is relative to the
    hub's ``base_uri``. ``metadata`` carries the header's further slots: text as written, structures as JSON.
    ``file`` and ``columns`` tell where it was read from; they do not make two sets different.
    """

    id: str
    mapping_set_id: str
    license: str
    mappings: tuple[Mapping, ...]
    curie_map: tuple[tuple[str, str], ...] = ()
    metadata: tuple[tuple[str, str], ...] = ()
    file: str = field(default="", compare=False)
    columns: tuple[str, ...] = field(default=(), compare=False)

    def header(self, name: str) -> str:
        """Return the text of a slot of the set that has no field, ``""`` where it is empty."""
        return dict(self.metadata).get(name, "")
