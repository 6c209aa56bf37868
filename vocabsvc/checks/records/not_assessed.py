"""What no check looked at in a record, so that silence about it is not taken for praise."""

from collections.abc import Iterator

from vocabsvc.checks.records.view import Gap, RecordView
from vocabsvc.formats.element import is_primitive, namespace
from vocabsvc.model.constraint import Message
from vocabsvc.model.record import text_of


def references(view: RecordView) -> Iterator[Gap]:
    """Yield the elements that refer to content outside the document (STR-17)."""
    nodes = view.facts.elements
    for node in view.facts.nodes("Reference"):
        target = view.facts.text(node, "href")
        if not target.startswith("#"):  # else STR-18 says that there is nothing
            yield Gap(nodes[node], _REFERENCE, target)


def unlifted(view: RecordView) -> Iterator[Gap]:
    """Yield the elements that no fact was taken from; those of one name have one message (STR-21)."""
    places = view.graph.source_map
    coded = {places.parents[code.element] for code in view.graph.code_values}
    left = (element for element in view.graph.unlifted if element not in coded)  # a code was compared with its list
    for element in dict.fromkeys(_property(view, element) for element in left):
        yield Gap(element, _UNLIFTED, places.names[element])


def _property(view: RecordView, element: int) -> int:
    """Return the property that a bare value of ISO stands in: its own name, CharacterString, says nothing."""
    if is_primitive(namespace(view.document.elements[element])):
        return view.graph.source_map.parents[element]
    return element


def unjudged_codes(view: RecordView) -> Iterator[Gap]:
    """Yield the values of code lists that are not at hand, or all where no code list is (STR-11)."""
    if not view.graph.code_values:
        return
    record = view.facts.nodes("Record")[0]
    if not view.facts.texts(record, "judgedCodes"):
        yield Gap(view.graph.code_values[0].element, _NO_LISTS)
        return
    for node in view.facts.nodes("Element"):
        for fact in view.facts.facts(node, "unjudgedCode"):
            yield Gap(fact.element, _CODE, text_of(fact.object))


_REFERENCE: Message = {
    "en": "This element only refers to {value}, which was not looked into.",
    "fr": "Cet élément ne fait que renvoyer à {value}, dont le contenu n’a pas été examiné.",
}
_UNLIFTED: Message = {
    "en": "Nothing inside {value} was looked at: no check here knows this element.",
    "fr": "Rien de ce que contient {value} n’a été examiné\N{NO-BREAK SPACE}: aucun contrôle ne connaît cet élément.",
}
_NO_LISTS: Message = {
    "en": "Values of code lists were not compared with their lists: none is loaded.",
    "fr": "Les valeurs de listes de codes n’ont pas été comparées\N{NO-BREAK SPACE}: aucune liste n’est chargée.",
}
_CODE: Message = {
    "en": "{value} is of a code list that is not at hand, and was not compared with it.",
    "fr": "{value} vient d’une liste de codes dont on ne dispose pas, et n’y a pas été comparé.",
}
