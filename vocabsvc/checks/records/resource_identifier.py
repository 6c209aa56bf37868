"""Identifiers of a resource: how a DOI is written, and whose identifier it is."""

from collections.abc import Iterator

from vocabsvc.checks.records.view import Fault, RecordView
from vocabsvc.formats.element import Element, attributes, local_name
from vocabsvc.formats.persistent_identifier import doi_iri
from vocabsvc.model.record import Fact, text_of
from vocabsvc.model.report import Action, Edit

_CITED = "https://doi.org/"


def doi_written_otherwise(view: RecordView) -> Iterator[Fault]:
    """Find DOIs that are not written as they are cited; one whose place names its register may be bare."""
    for fact in _addresses(view):
        text = text_of(fact.object)
        doi = doi_iri(text)
        if doi and not text.startswith(_CITED) and not _has_register(view.document.elements[fact.element]):
            edit = Edit(view.graph.source_map.xpath(fact.element), Action.REPLACE, doi)
            yield Fault(element=fact.element, value=text, expected=(doi,), edits=(edit,), safe=True)


def same_as_record(view: RecordView) -> Iterator[Fault]:
    """Find resources of an ISO record that have the identifier of the record itself."""
    for record in view.facts.nodes("IsoRecord"):
        own = set(view.facts.texts(record, "metadataId"))
        for resource in view.facts.texts(record, "describes"):
            for fact in view.facts.facts(resource, "resourceId"):
                text = text_of(fact.object)
                if text and text in own:
                    yield Fault(element=fact.element, value=text)


def _addresses(view: RecordView) -> Iterator[Fact]:
    for name, predicate in (("Resource", "resourceId"), ("OnlineResource", "linkage")):
        for node in view.facts.nodes(name):
            yield from view.facts.facts(node, predicate)


def _has_register(element: Element) -> bool:
    """Tell whether a code space (ISO) or system (EML) says beside a DOI that it is one."""
    if any(name == "system" and "doi" in value.casefold() for name, value in attributes(element)):
        return True
    code = element.getparent()
    identifier = None if code is None else code.getparent()
    return identifier is not None and any(local_name(sibling) == "codeSpace" for sibling in identifier)
