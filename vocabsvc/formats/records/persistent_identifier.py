"""The persistent identifier of a resource, in any encoding."""

from vocabsvc.formats.element import Element
from vocabsvc.formats.persistent_identifier import persistent_iri
from vocabsvc.formats.records.lifting import Lifting
from vocabsvc.model.statement import Literal


def lift_persistent_identifier(lifting: Lifting, resource: str, element: Element, *texts: str) -> None:
    """Say the first of the texts that is a persistent identifier, as it should be cited."""
    for text in texts:
        if iri := persistent_iri(text):
            lifting.say(resource, "persistentId", Literal(iri), element, text)
            return
