"""Do the online resources of a record lead somewhere, and say how?"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from vocabsvc.checks.records.view import Fault, RecordView
from vocabsvc.formats.protocol import (
    DOWNLOADS,
    GENERAL,
    SERVICES,
    VIEWS,
    Protocol,
    names_layer,
    protocol_named,
    protocol_of,
)
from vocabsvc.model.record import Fact, text_of
from vocabsvc.model.report import Action, Edit

_WITH_LAYERS = frozenset({Protocol.WMS, Protocol.WMTS, Protocol.WFS, Protocol.WCS})
_GIVES_DATA = frozenset({"download", "offlineAccess", "order", "fileAccess", "downloadRegistration", "enclosure"})
_PAGES = frozenset({"information", "completeMetadata", "search", "browsing", ""})
_AGREE = (
    frozenset({Protocol.OPENDAP, Protocol.THREDDS, Protocol.ERDDAP, Protocol.SUBSET, Protocol.DOWNLOAD}),
    *(frozenset({Protocol.ESRI, one}) for one in (*SERVICES, Protocol.KML, Protocol.TILES)),
    frozenset({Protocol.KML, Protocol.WMS}),
    frozenset({Protocol.TILES, Protocol.WMTS}),
    frozenset({Protocol.ATOM, Protocol.DOWNLOAD}),
    frozenset({Protocol.KML, Protocol.DOWNLOAD}),
    frozenset({Protocol.DOWNLOAD, Protocol.FTP}),
    frozenset({Protocol.CONTEXT, Protocol.DOWNLOAD}),
)
"""Protocols that one address may serve, or that records take for each other."""


@dataclass(frozen=True, slots=True)
class _OnlineResource:
    node: str
    element: int
    address: str
    protocol: str
    name: str
    function: str
    description: str
    protocol_fact: Fact | None

    @property
    def kinds(self) -> set[Protocol]:
        found = {protocol_named(self.protocol) if self.protocol else None, protocol_of(self.address)}
        return {kind for kind in found if kind is not None}

    @property
    def gives_data(self) -> bool:
        kinds = self.kinds
        return self.function in _GIVES_DATA or (
            bool(kinds & DOWNLOADS) and self.function not in {"search", "completeMetadata"}
        )

    @property
    def is_page(self) -> bool:
        kinds = self.kinds
        return Protocol.DOI in kinds or (
            self.function in _PAGES
            and kinds <= {Protocol.LINK, Protocol.OTHER}
            and self.address.lower().startswith("http")
        )


def duplicates(view: RecordView) -> Iterator[Fault]:
    """Find online resources that say what another one above said."""
    given = _by_record(view)
    for record in view.facts.nodes("IsoRecord"):
        seen: set[tuple[str, ...]] = set()
        for one in given.get(record, ()):
            address = one.address.partition("://")[2].rstrip("/")
            key = (address.casefold(), one.protocol.casefold(), one.name, one.function, one.description)
            if address and key in seen:
                prop = view.graph.source_map.parents[one.element]
                edit = Edit(view.graph.source_map.xpath(prop), Action.REMOVE)
                yield Fault(element=one.element, value=one.address, edits=(edit,))
            seen.add(key)


def unknown_protocols(view: RecordView) -> Iterator[Fault]:
    """Find protocols that nobody else calls so; expected is what the address shows."""
    for one in _all(view):
        if one.protocol and one.protocol_fact is not None and protocol_named(one.protocol) is None:
            shown = protocol_of(one.address)
            expected = (shown.value,) if shown is not None else ()
            yield Fault(element=one.protocol_fact.element, value=one.protocol, expected=expected, focus=one.element)


def protocol_against_address(view: RecordView) -> Iterator[Fault]:
    """Find protocols that contradict the address."""
    for one in _all(view):
        named, shown = protocol_named(one.protocol) if one.protocol else None, protocol_of(one.address)
        if named is None or one.protocol_fact is None:
            continue
        if named is Protocol.FTP and shown is not Protocol.FTP and one.address.lower().startswith("http"):
            shown = shown or Protocol.LINK
        if shown is not None and not _agree(named, shown):
            yield Fault(
                element=one.protocol_fact.element, value=one.protocol, expected=(shown.value,), focus=one.element
            )


def unnamed_layers(view: RecordView) -> Iterator[Fault]:
    """Find services that hold many layers, given for a dataset without the name of one."""
    for one in _all(view, "DataRecord"):
        services = one.kinds & _WITH_LAYERS
        if services and not one.name and one.function != "information" and not names_layer(one.address):
            yield Fault(element=one.element, value=min(services).value, focus=one.element)


def without_data(view: RecordView) -> Iterator[Fault]:
    """Find records on data of which no online resource gives the data."""
    yield from _without(view, lambda one: one.gives_data)


def without_page(view: RecordView) -> Iterator[Fault]:
    """Find records on data of which no online resource is a page about them."""
    yield from _without(view, lambda one: one.is_page)


def without_view_service(view: RecordView) -> Iterator[Fault]:
    """Find records on data without a view service."""
    yield from _without(view, lambda one: bool(one.kinds & VIEWS))


def without_download_service(view: RecordView) -> Iterator[Fault]:
    """Find records on data without a download service."""
    services = DOWNLOADS - {Protocol.DOWNLOAD, Protocol.FILE}
    yield from _without(view, lambda one: bool(one.kinds & services))


def _without(view: RecordView, wanted: Callable[[_OnlineResource], bool]) -> Iterator[Fault]:
    given = _by_record(view)
    for record in view.facts.nodes("DataRecord"):
        if not any(wanted(one) for one in given.get(record, ())):
            yield Fault(element=view.facts.elements[record])


def _agree(named: Protocol, shown: Protocol) -> bool:
    if named is shown or named in GENERAL:
        return shown is not Protocol.FTP or named not in {Protocol.LINK, Protocol.API}
    if named is Protocol.DOI or shown is Protocol.DOI:
        return shown is Protocol.DOI and named not in SERVICES
    return any({named, shown} <= together for together in _AGREE)


def _all(view: RecordView, kind: str = "IsoRecord") -> Iterator[_OnlineResource]:
    given = _by_record(view)
    for record in view.facts.nodes(kind):
        yield from given.get(record, ())


def _by_record(view: RecordView) -> Mapping[str, list[_OnlineResource]]:
    elements = view.facts.elements
    return {
        record: [_read(view, node, elements[node]) for node in view.facts.texts(record, "onlineResource")]
        for record in view.facts.nodes("Record")
    }


def _read(view: RecordView, node: str, element: int) -> _OnlineResource:
    protocol = next(iter(view.facts.facts(node, "protocol")), None)
    return _OnlineResource(
        node,
        element,
        view.facts.text(node, "linkage"),
        text_of(protocol.object) if protocol is not None else "",
        view.facts.text(node, "name"),
        view.facts.text(node, "function"),
        view.facts.text(node, "description"),
        protocol,
    )
