"""Does a record cite the regulations that it must, as they are cited?"""

import re
from collections.abc import Iterator

from vocabsvc.checks.records.edits import replacement
from vocabsvc.checks.records.regulation_titles import is_official, official_title
from vocabsvc.checks.records.view import Fault, RecordView
from vocabsvc.model.record import Fact, text_of

_INTEROPERABILITY = re.compile(r"1089 ?/ ?2010|reg-1089-2010|reg/2010/1089")
_METADATA = re.compile(r"1205 ?/ ?2008|reg-1205-2008|reg/2008/1205")
_ACT = re.compile(r"(?<![0-9/])[0-9]{3,4} ?/ ?[0-9]{3,4}(?![0-9])")  # Directive 2007/2/EC is none of them
_PUBLISHED = "2010-12-08"
_CDI_PUBLISHED = "2008-12-04"
_TRUE = {"true", "1"}
_LINKS = ("specificationUri", "specificationReference")
_TYPE = {
    "en": "The date of the regulation is that of its publication, not of {value}.",
    "fr": "La date du règlement est celle de sa publication, et non de {value}.",
}


def without_interoperability(view: RecordView) -> Iterator[Fault]:
    """Find records on data that say nothing about Regulation (EU) No 1089/2010."""
    for record in view.facts.nodes("DataRecord"):
        results = view.facts.texts(record, "conformance")
        if not any(_cites(view, result, _INTEROPERABILITY) for result in results):
            yield Fault(element=view.facts.elements[record])


def interoperability_date(view: RecordView) -> Iterator[Fault]:
    """Find citations of that regulation with another date than that of its publication, where none has that one."""
    citing = (one for one in dict.fromkeys(view.facts.nodes("Conformance")) if _cites(view, one, _INTEROPERABILITY))
    faults = [_misdated(view, result) for result in citing]
    if None not in faults:
        yield from filter(None, faults)


def interoperability_title(view: RecordView) -> Iterator[Fault]:
    """Find citations of that regulation under another title than an official one, where none is under that.

    Nothing is said of records in languages whose title is not known.
    """
    for language, cited in _citations(view):
        if not any(is_official(text_of(title.object)) for title in cited):
            yield from (_mistitled(view, title, language) for title in cited)


def interoperability_language(view: RecordView) -> Iterator[Fault]:
    """Find official titles of that regulation in other languages than the record's, where none is in that."""
    for language, cited in _citations(view):
        if not any(is_official(text_of(title.object), language) for title in cited):
            yield from (_mistitled(view, title, language) for title in cited if is_official(text_of(title.object)))


def without_cdi_metadata(view: RecordView) -> Iterator[Fault]:
    """Find records without the result on Regulation (EC) No 1205/2008 that SeaDataNet asks for."""
    for record in view.facts.nodes("DataRecord"):
        if not any(_is_cdi_result(view, result) for result in view.facts.texts(record, "conformance")):
            yield Fault(element=view.facts.elements[record])


def _is_cdi_result(view: RecordView, result: str) -> bool:
    dates = (date for node in view.facts.texts(result, "specificationDate") for date in view.facts.texts(node, "value"))
    return (
        _cites(view, result, _METADATA)
        and any(date.startswith(_CDI_PUBLISHED) for date in dates)
        and view.facts.text(result, "pass") in _TRUE
    )


def _cites(view: RecordView, result: str, regulation: re.Pattern[str]) -> bool:
    links = (text for name in _LINKS for text in view.facts.texts(result, name))
    titles = view.facts.texts(result, "specificationTitle")
    return any(map(regulation.search, links)) or any(_names(title, regulation) for title in titles)


def _names(title: str, regulation: re.Pattern[str]) -> bool:
    """Tell whether a title is of a regulation, and not of an act that amends it, which names it after itself."""
    found, first = regulation.search(title), _ACT.search(title)
    return found is not None and (first is None or found.start() <= first.start())


def _citations(view: RecordView) -> Iterator[tuple[str, list[Fact]]]:
    """Yield the language of a record, if the title in it is known, and the titles by which it names the regulation."""
    for record in view.facts.nodes("DataRecord"):
        results = view.facts.texts(record, "conformance")
        titles = (title for result in results for title in view.facts.facts(result, "specificationTitle"))
        cited = [title for title in titles if _names(text_of(title.object), _INTEROPERABILITY)]
        language = view.facts.text(record, "language")
        if official_title(language):
            yield language, cited


def _mistitled(view: RecordView, title: Fact, language: str) -> Fault:
    official = official_title(language)
    edits = (replacement(view, title, official),)
    return Fault(element=title.element, value=text_of(title.object), expected=(official,), edits=edits)


def _misdated(view: RecordView, result: str) -> Fault | None:
    nodes = view.facts.texts(result, "specificationDate")
    dates = [date for node in nodes for date in view.facts.facts(node, "value")]
    types = [kind for node in nodes for kind in view.facts.facts(node, "dateType")]
    focus = view.facts.elements[result]
    if dates and not any(text_of(date.object).startswith(_PUBLISHED) for date in dates):
        return _fault(view, dates[0], _PUBLISHED, focus)
    if types and not any(text_of(kind.object) == "publication" for kind in types):
        return _fault(view, types[0], "publication", focus, _TYPE)
    return None


def _fault(view: RecordView, fact: Fact, right: str, focus: int, message: dict[str, str] | None = None) -> Fault:
    return Fault(
        element=fact.element,
        value=fact.given or text_of(fact.object),
        expected=(right,),
        edits=(replacement(view, fact, right),),
        focus=focus,
        message=message,
    )
