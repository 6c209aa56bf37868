"""Keywords of an ISO record and the thesauri that they are from."""

from vocabsvc.formats.element import Element
from vocabsvc.formats.records.lifting import Lifting


def lift_keywords(lifting: Lifting, resource: str, element: Element) -> None:
    """Lift the groups of keywords inside an identification section."""
    groups = lifting.objects(resource, "keywordGroup", element, "descriptiveKeywords", "KeywordGroup")
    for group, inside in groups:
        lifting.codes(group, "keywordType", inside, "type")
        lifting.texts(group, "thesaurusTitle", inside, "thesaurusName/*/title")
        for keyword in lifting.every(inside, "keyword"):
            node = lifting.node(keyword, "Keyword")
            lifting.say(group, "keyword", node, keyword)
            lifting.texts(node, "label", keyword, ".", translated="labelTranslation")
            lifting.iris(node, "uri", keyword)
