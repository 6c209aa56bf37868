"""Do the SHACL engines find the same in a record?"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from vocabsvc.checks.engine import Engine, Finding
from vocabsvc.formats.records.reading import read_records
from vocabsvc.namespaces import DEF, SHAPES
from vocabsvc.services.validation.validation import Validation


@dataclass(frozen=True, slots=True)
class EngineDifference:
    """What one engine finds and another does not, at the element with this path."""

    engine: str
    constraint: str
    xpath: str
    path: str
    value: str


class EngineComparison:
    """Runs several engines, by name, over the facts that ``validation`` has of a record."""

    def __init__(self, validation: Validation, engines: Mapping[str, Engine]) -> None:
        self._validation = validation
        self._engines = dict(engines)

    def differences(self, data: bytes, profiles: Sequence[str], source: str = "") -> Iterator[EngineDifference]:
        """Yield what not all engines find in the records of a document.

        Raises:
            InvalidRequest: a profile that is not loaded.
            UnreadableRecord: not a readable metadata record.
        """
        selection = self._validation.select(profiles)
        for record in read_records(data, source, max_bytes=self._validation.max_record_bytes).records:
            graph, index = self._validation.known(record)
            nodes = index.elements
            found = {name: Counter(engine.run(graph.facts, selection.shapes)) for name, engine in self._engines.items()}
            for name, findings in found.items():
                others = [other for one, other in found.items() if one != name]
                alone = {finding for other in others for finding in (findings - other)}
                for finding in sorted(alone, key=str):
                    yield _difference(name, finding, graph.source_map.xpath(nodes[finding.focus_node]))


def _difference(engine: str, finding: Finding, xpath: str) -> EngineDifference:
    path = (finding.path or "").removeprefix(DEF)
    value = finding.value if isinstance(finding.value, str) else finding.value.lexical if finding.value else ""
    return EngineDifference(engine, finding.constraint.removeprefix(SHAPES), xpath, path, value)
