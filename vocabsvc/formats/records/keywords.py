"""Keywords of an ISO record and the thesauri that they are from."""

from collections.abc import Mapping

from vocabsvc.formats.element import Element, local_name
from vocabsvc.formats.records.lifting import Lifting
from vocabsvc.model.statement import Literal

SDN_LISTS: Mapping[str, str] = {
    "SDN_CountryCode": "C32",
    "SDN_DataCategoryCode": "C77",
    "SDN_DeviceCategoryCode": "L05",
    "SDN_EDMERPCode": "EDMERP",
    "SDN_MarsdenCode": "C37",
    "SDN_ParameterDiscoveryCode": "P02",
    "SDN_PlatformCategoryCode": "L06",
    "SDN_PlatformCode": "C17",
    "SDN_PortCode": "C38",
    "SDN_WaterBodyCode": "C19",
}
"""The vocabulary that an element of the SeaDataNet profiles takes its codes from."""


def lift_keywords(lifting: Lifting, resource: str, element: Element) -> None:
    """Lift the groups of keywords inside an identification section."""
    groups = lifting.objects(
        resource, "keywordGroup", element, "descriptiveKeywords", "KeywordGroup", "IsoKeywordGroup"
    )
    for group, inside in groups:
        lifting.codes(group, "keywordType", inside, "type")
        lifting.texts(group, "thesaurusTitle", inside, "thesaurusName/*/title")
        _lift_thesaurus(lifting, group, inside)
        for keyword in lifting.every(inside, "keyword"):
            node = lifting.node(keyword, "Keyword", "IsoKeyword")
            lifting.say(group, "keyword", node, keyword)
            lifting.texts(node, "label", keyword, ".", translated="labelTranslation")
            lifting.iris(node, "uri", keyword)
            _lift_code(lifting, node, keyword)


def _lift_thesaurus(lifting: Lifting, group: str, inside: Element) -> None:
    citations = lifting.objects(group, "thesaurus", inside, "thesaurusName", "ThesaurusCitation")
    for citation, cited in citations:
        lifting.texts(citation, "citedTitle", cited, "title")
        lifting.texts(citation, "citedAlternateTitle", cited, "alternateTitle")
        lifting.texts(citation, "thesaurusIdentifier", cited, "identifier/*/code")
        for linked in ("title", "identifier/*/code"):
            for prop in lifting.every(cited, linked):
                lifting.iris(citation, "thesaurusUri", prop)
        for node, date in lifting.objects(citation, "thesaurusDate", cited, "date", "ThesaurusDate"):
            lifting.texts(node, "issued", date, "date")
            lifting.codes(node, "issuedType", date, "dateType")


def _lift_code(lifting: Lifting, keyword: str, element: Element) -> None:
    for child in lifting.every(element, "*"):
        vocabulary = SDN_LISTS.get(local_name(child))
        code = child.get("codeListValue", "").strip()
        if vocabulary and code:
            lifting.say(keyword, "code", Literal(code), child, attribute="codeListValue")
            lifting.say(keyword, "codeVocabulary", Literal(vocabulary), child)
