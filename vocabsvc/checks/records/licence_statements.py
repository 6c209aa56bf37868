"""What a record says about licences: words and addresses, wherever an encoding puts them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vocabsvc.checks.records.view import RecordView
from vocabsvc.formats.licences.address import licence_at, licence_of_id
from vocabsvc.formats.licences.wording import licence_named
from vocabsvc.model.licence import Licence
from vocabsvc.model.record import text_of

_URL = re.compile(r"https?://[^\s<>\"'()]+|SDN:L08:\w*:\w+")
_TEXTS = ("otherConstraint", "useLimitation")


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement on the rights in ``resource``: the ``element`` that makes it, its words, and its addresses."""

    resource: str
    element: int
    words: str
    addresses: tuple[str, ...]
    identifier: str = ""

    @property
    def named(self) -> Licence | None:
        """The licence that the words name, addresses apart."""
        return licence_named(_URL.sub(" ", self.words))

    @property
    def linked(self) -> tuple[Licence, ...]:
        """The licences that addresses lead to."""
        found = [licence_at(address) for address in (*self.addresses, *_URL.findall(self.words))]
        told = [licence_of_id(self.identifier)] if self.identifier else []
        return tuple(dict.fromkeys([one for one in found if one is not None] + told))


def statements(view: RecordView) -> Iterator[Statement]:
    """Yield the statements of an ISO or EML record, in document order of their kinds."""
    for node in dict.fromkeys(view.facts.nodes("Constraints")):
        for resource in view.facts.subjects(node, "constraints"):
            for name in _TEXTS:
                yield from _paired(view, resource, node, name)
            yield from _licence_parts(view, resource, node)
            for reference in view.facts.texts(node, "licenceReference"):
                yield from _licence_parts(view, resource, reference)


def _paired(view: RecordView, resource: str, node: str, name: str) -> Iterator[Statement]:
    """Yield texts with the addresses that the same element gives."""
    texts = view.facts.facts(node, name)
    links: dict[int, list[str]] = {}
    for fact in view.facts.facts(node, f"{name}Uri"):
        links.setdefault(fact.element, []).append(text_of(fact.object))
    for fact in texts:
        yield Statement(resource, fact.element, text_of(fact.object), tuple(links.pop(fact.element, ())))
    for element, addresses in links.items():
        yield Statement(resource, element, "", tuple(addresses))


def _licence_parts(view: RecordView, resource: str, node: str) -> Iterator[Statement]:
    """Yield what the parts of a licence say together: names, addresses, identifier."""
    names = view.facts.facts(node, "licenceName")
    links = view.facts.facts(node, "licenceUri")
    identifier = view.facts.text(node, "licenceId")
    first = next(iter((*names, *links)), None)
    if first is not None:
        words = " / ".join(text_of(fact.object) for fact in names)
        yield Statement(resource, first.element, words, tuple(text_of(fact.object) for fact in links), identifier)
