"""Keywords of an EML resource and the thesauri that they are from."""

from vocabsvc.formats.element import Element
from vocabsvc.formats.records.eml.references import objects
from vocabsvc.formats.records.eml.text import lift_attribute, lift_texts
from vocabsvc.formats.records.lifting import Lifting

_GROUP = ("KeywordGroup", "EmlKeywordGroup")


def lift_keywords(lifting: Lifting, resource: str, element: Element) -> None:
    """Lift the sets of keywords; in EML each keyword has a type of its own."""
    for group, inside in objects(lifting, resource, "keywordGroup", element, "keywordSet", *_GROUP):
        lift_texts(lifting, group, "thesaurusTitle", inside, "keywordThesaurus")
        for keyword in lifting.every(inside, "keyword"):
            node = lifting.node(keyword, "Keyword", "EmlKeyword")
            lifting.say(group, "keyword", node, keyword)
            lift_texts(lifting, node, "label", keyword, ".", translated="labelTranslation")
            lift_attribute(lifting, node, "keywordType", keyword, "keywordType")
