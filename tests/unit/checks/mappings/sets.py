"""Mapping sets and concepts to check, of our own making."""

from collections.abc import Iterable

from vocabsvc.checks.check import Gap
from vocabsvc.checks.mappings.check import Fault
from vocabsvc.checks.mappings.view import KnownConcepts, MappingView
from vocabsvc.formats.sssom import read_sssom
from vocabsvc.model.concept import Concept
from vocabsvc.model.label import LangString
from vocabsvc.model.mapping import MappingSet

BASE = "https://hub.example/id/"
SEA, GAS = "https://sea.example/", "https://gas.example/"
HEADER = f"""\
#mapping_set_id: https://hub.example/mappings/centre
#license: https://creativecommons.org/licenses/by/4.0/
#curie_map:
#  centre: centre/
#  gas: {GAS}
#  sea: {SEA}
"""
COLUMNS = ("subject_id", "subject_label", "predicate_id", "object_id", "mapping_justification")
LINE = 8
"""Where the first row stands."""


def mapping_set(*rows: str, more: Iterable[str] = (), header: str = "", name: str = "centre") -> MappingSet:
    """Read rows such as ``centre:1 exactMatch sea:SALT``, with what stands in the columns ``more`` after them."""
    columns = [*COLUMNS, *more]
    text = HEADER + header + "\t".join(columns) + "\n"
    for row in rows:
        subject, predicate, target, *rest = row.split(" ", 2 + len(columns) - len(COLUMNS))
        label = subject.partition(":")[2]
        cells = [subject, label, f"skos:{predicate}", target, "semapv:UnspecifiedMatching", *rest]
        text += "\t".join(cells + [""] * (len(columns) - len(cells))) + "\n"
    return read_sssom(text.encode(), f"mappings/{name}.sssom.tsv", BASE)


def concept(code: str, label: str = "", unit: str = "", namespace: str = SEA, **more: object) -> Concept:
    """Return a concept of the vocabulary ``sea`` or ``gas``."""
    fields: dict[str, object] = {
        "pref_labels": (LangString(label, "en"),) if label else (),
        "units": (unit,) if unit else (),
        **more,
    }
    return Concept(f"{namespace}{code}", "sea" if namespace == SEA else "gas", **fields)  # type: ignore[arg-type]


def view(one: MappingSet, *concepts: Concept, others: Iterable[MappingSet] = ()) -> MappingView:
    return MappingView(one, KnownConcepts.of(concepts), [one, *others], BASE)


def places(found: Iterable[Fault | Gap]) -> list[tuple[int, str, str]]:
    """Return line, slot and value of each fault."""
    faults = [one for one in found if isinstance(one, Fault)]
    return [(one.mapping.line if one.mapping else 0, one.slot, one.value) for one in faults]
