"""What the addresses in a record answer when they are tried."""

from collections.abc import Iterable
from typing import Protocol

from vocabsvc.model.link import LinkAnswer
from vocabsvc.model.record import Fact, FactIndex, RecordGraph, text_of
from vocabsvc.model.statement import Literal
from vocabsvc.services.validation.term_facts import said


class LinkChecker(Protocol):
    """Tries addresses; may be shared by threads."""

    def answer(self, address: str) -> LinkAnswer | None:
        """Return what an address answers, ``None`` for one that is not tried."""


class LinkFacts:
    """A ``FactSource`` about online resources; the only one that asks the network, by way of its checker."""

    def __init__(self, checker: LinkChecker) -> None:
        self._checker = checker

    def of(self, index: FactIndex, _graph: RecordGraph) -> Iterable[Fact]:
        """Return the status of each address, and the address with https that one with http leads to."""
        for node in dict.fromkeys(index.nodes("OnlineResource")):
            for link in index.facts(node, "linkage")[:1]:
                address = text_of(link.object)
                answer = self._checker.answer(address)
                if answer is None:
                    continue
                yield said(node, "linkStatus", Literal(str(answer.status)), link, address)
                if _is_secured(address, answer.address):
                    yield said(node, "linkMoved", Literal(answer.address), link, address)


def _is_secured(before: str, after: str) -> bool:
    """Tell whether an address only got an s."""
    scheme, _, rest = before.partition("://")
    return scheme.lower() == "http" and after.rstrip("/") == f"https://{rest}".rstrip("/")
