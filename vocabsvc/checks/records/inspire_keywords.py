"""Checks on the keywords that European rules ask for: INSPIRE themes, monitoring, high-value datasets."""

import re
from collections.abc import Iterator

from vocabsvc.checks.records.edits import replacement
from vocabsvc.checks.records.view import Fault, Gap, RecordView
from vocabsvc.model.constraint import Message
from vocabsvc.model.folding import fold_words
from vocabsvc.model.record import text_of

_THEMES = "inspire-themes"
_TITLE = "GEMET - INSPIRE themes, version 1.0"
_PUBLISHED = "2008-06-01"
_NO_THEMES: Message = {
    "en": "The INSPIRE themes are not loaded: the keywords were not looked up.",
    "fr": "Les thèmes INSPIRE ne sont pas chargés : les mots-clés n’ont pas été recherchés.",
}
_CODE_LISTS = {
    "priority-data-set": ("http://inspire.ec.europa.eu/metadata-codelist/PriorityDataset", "2018-04-04"),
    "spatial-scope": ("http://inspire.ec.europa.eu/metadata-codelist/SpatialScope", "2019-05-22"),
}
_PARTS = {
    "keyword": {"en": "a keyword has no address in the list", "fr": "un mot-clé n’a pas d’adresse dans la liste"},
    "date": {"en": "the date is not that of the list", "fr": "la date n’est pas celle de la liste"},
    "title": {"en": "the title has no address", "fr": "le titre n’a pas d’adresse"},
}
_LEGISLATION = re.compile(r"https?://data\.europa\.eu/eli/reg_impl/2023/138(?:/oj)?/?")
_CATEGORIES = "hvd-categories"
_CATEGORY_LANGUAGES = {"en", "fr"}  # that the labels of the list are in
_OTHER_LANGUAGE: Message = {
    "en": "These categories are known here in English and French: this keyword was not looked up.",
    "fr": "Ces catégories sont connues ici en anglais et en français\u00a0: ce mot-clé n’a pas été recherché.",
}
_CATEGORY = re.compile(r"https?://data\.europa\.eu/bna/c_[0-9a-f]{8}/?")


def no_inspire_theme(view: RecordView) -> Iterator[Fault | Gap]:
    """Find datasets and series without a keyword that is an INSPIRE theme, by address or by label in any language."""
    elements = view.facts.elements
    loaded = {name for node in view.facts.nodes("Record") for name in view.facts.texts(node, "loaded")}
    for resource in (*view.facts.nodes("Dataset"), *view.facts.nodes("Series")):
        groups = view.facts.texts(resource, "keywordGroup")
        keywords = [node for group in groups for node in view.facts.texts(group, "keyword")]
        concepts = (uri for node in keywords for uri in view.facts.texts(node, "concept"))
        if any(view.facts.text(uri, "scheme") == _THEMES for uri in concepts):
            continue
        yield Fault(element=elements[resource]) if _THEMES in loaded else Gap(elements[resource], _NO_THEMES)


def undated_inspire_themes(view: RecordView) -> Iterator[Fault | Gap]:
    """Find citations of the INSPIRE themes without their date of publication."""
    elements = view.facts.elements
    for group in view.facts.nodes("IsoKeywordGroup"):
        if view.facts.text(group, "scheme") != _THEMES:
            continue
        for citation in view.facts.texts(group, "thesaurus"):
            dates = view.facts.texts(citation, "thesaurusDate")
            said = {(view.facts.text(date, "issued"), view.facts.text(date, "issuedType")) for date in dates}
            if (_PUBLISHED, "publication") not in said:
                shown = ", ".join(" ".join(filter(None, one)) for one in sorted(said))
                title = view.facts.text(group, "thesaurusTitle")
                yield Fault(element=elements[citation], value=shown or title, expected=(f"{_PUBLISHED} publication",))


def untitled_inspire_themes(view: RecordView) -> Iterator[Fault]:
    """Find citations of the INSPIRE themes under another title than theirs, where none is under that."""
    groups = [one for one in view.facts.nodes("IsoKeywordGroup") if view.facts.text(one, "scheme") == _THEMES]
    given = [title for group in groups for title in view.facts.facts(group, "thesaurusTitle")]
    titles = [title for title in given if text_of(title.object)]
    if not any(fold_words(text_of(title.object)) == fold_words(_TITLE) for title in titles):
        for title in titles:
            edits = (replacement(view, title, _TITLE),)
            yield Fault(element=title.element, value=text_of(title.object), expected=(_TITLE,), edits=edits)


def monitoring_group(view: RecordView) -> Iterator[Fault | Gap]:
    """Find groups for INSPIRE monitoring without addresses or with another date."""
    elements = view.facts.elements
    for group in view.facts.nodes("IsoKeywordGroup"):
        known = _CODE_LISTS.get(view.facts.text(group, "scheme"))
        if known is None:
            continue
        address, published = known
        for keyword in view.facts.texts(group, "keyword"):
            if not _https(view.facts.text(keyword, "uri")).startswith(_https(address) + "/"):
                yield _fault(elements[keyword], "keyword", f"{address}/…")
        for citation in view.facts.texts(group, "thesaurus"):
            dates = [
                text
                for date in view.facts.texts(citation, "thesaurusDate")
                for text in view.facts.texts(date, "issued")
            ]
            if published not in dates:
                yield _fault(elements[citation], "date", published)
            if _https(address) not in {_https(uri).rstrip("/") for uri in view.facts.texts(citation, "thesaurusUri")}:
                yield _fault(elements[citation], "title", address)


def no_legislation(view: RecordView) -> Iterator[Fault | Gap]:
    """Find resources where no keyword, and no constraint, links to the regulation on high-value datasets."""
    yield from _unlinked(view, _LEGISLATION, ("uri", "otherConstraintUri", "useLimitationUri"))


def no_category(view: RecordView) -> Iterator[Fault | Gap]:
    """Find resources where no keyword is a category of high-value datasets, by address or by a label in their list."""
    elements = view.facts.elements
    groups = [one for one in view.facts.nodes("IsoKeywordGroup") if view.facts.text(one, "scheme") == _CATEGORIES]
    listed = [node for group in groups for node in view.facts.texts(group, "keyword")]
    concepts = (uri for node in listed for uri in view.facts.texts(node, "concept"))
    if _links(view, _CATEGORY, ("uri",)) or any(view.facts.text(uri, "scheme") == _CATEGORIES for uri in concepts):
        return
    languages = {view.facts.text(record, "language")[:2].lower() for record in view.facts.nodes("Record")}
    unread = listed and not languages & _CATEGORY_LANGUAGES
    for resource in view.facts.nodes("IsoResource"):
        yield Gap(elements[listed[0]], _OTHER_LANGUAGE) if unread else Fault(element=elements[resource])


def _unlinked(view: RecordView, form: re.Pattern[str], names: tuple[str, ...]) -> Iterator[Fault | Gap]:
    for resource in () if _links(view, form, names) else view.facts.nodes("IsoResource"):
        yield Fault(element=view.facts.elements[resource])


def _links(view: RecordView, form: re.Pattern[str], names: tuple[str, ...]) -> bool:
    nodes = (*view.facts.nodes("IsoKeyword"), *view.facts.nodes("Constraints"))
    links = (text for node in nodes for name in names for text in view.facts.texts(node, name))
    return any(form.fullmatch(link) for link in links)


def _fault(element: int, part: str, expected: str) -> Fault:
    said = _PARTS[part]
    message = {
        "en": f"The group is not as INSPIRE monitoring wants it: {said['en']} ({{expected}}).",
        "fr": f"Le groupe n’est pas tel que le veut le suivi INSPIRE\u00a0: {said['fr']} ({{expected}}).",
    }
    return Fault(element=element, expected=(expected,), message=message)


def _https(uri: str) -> str:
    return uri.replace("http://", "https://", 1)
