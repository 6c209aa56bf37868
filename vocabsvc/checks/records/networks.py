"""What networks of marine data ask of records: EMSO, EMODnet, ODATIS."""

import re
from collections.abc import Iterator

from vocabsvc.checks.records.view import Fault, RecordView

_EMSO = re.compile(r"\bEMSO\b")
_EMODNET = re.compile(r"\bEMODnet\b", re.IGNORECASE)
_ODATIS = re.compile(r"\bodatis\b", re.IGNORECASE)
_TERMS = re.compile(r"/collection/(?:P01|P06|L05|L22|L35)/|SDN:(?:P01|P06|L05|L22|L35):", re.IGNORECASE)
_ORIGINATORS = {"originator", "author", "principalInvestigator", "owner", "custodian", "resourceProvider"}
_INVESTIGATORS = {"principalInvestigator", "author", "originator"}
_LACKS = (
    ("no party has an EDMO code", "aucun intervenant n’a de code EDMO"),
    ("no principal investigator has an e-mail or ORCID", "aucun responsable scientifique n’a de courriel ou d’ORCID"),
    ("no term of P01, P06, L05, L22 or L35 is cited", "aucun terme de P01, P06, L05, L22 ou L35 n’est cité"),
)


def emso_codes(view: RecordView) -> Iterator[Fault]:
    """Find what EMSO asks for and a record that cites EMSO lacks."""
    if not any(_EMSO.search(text) for text in _words(view)):
        return
    parties = list(dict.fromkeys(view.facts.nodes("Party")))
    people = [node for node in parties if _INVESTIGATORS & set(_roles(view, node))]
    reached = any(view.facts.texts(node, name) for node in people for name in ("email", "individualId", "userId"))
    links = (
        text for node in view.facts.nodes("Keyword") for text in (*view.facts.texts(node, "uri"), _code(view, node))
    )
    met = (
        any(view.facts.texts(node, "edmoCode") for node in parties),
        reached,
        any(_TERMS.search(link) for link in links),
    )
    for (english, french), fine in zip(_LACKS, met, strict=True):
        if not fine:
            message = {
                "en": f"The record cites EMSO, but {english}.",
                "fr": f"La fiche cite EMSO, mais {french}.",
            }
            yield from (Fault(element=element, message=message) for element in _resources(view))


def uncoded_originator(view: RecordView) -> Iterator[Fault]:
    """Find resources of which no originator has an EDMO code, in records that cite EMODnet."""
    if not any(_EMODNET.search(text) for text in _words(view)):
        return
    elements = view.facts.elements
    for kind in ("Dataset", "Series", "EmlDataset"):
        for resource in view.facts.nodes(kind):
            links = ("citedParty", "resourceContact", "creator")
            nodes = [node for name in links for node in view.facts.texts(resource, name)]
            makers = [node for node in nodes if _ORIGINATORS & set(_roles(view, node)) or kind == "EmlDataset"]
            if not any(view.facts.texts(node, "edmoCode") for node in makers):
                yield Fault(element=elements[resource])


def outside_odatis(view: RecordView) -> Iterator[Fault]:
    """Find records that name the pole ODATIS nowhere in keywords, thesauri or parties."""
    if not any(_ODATIS.search(text) for text in _words(view)):
        yield from (Fault(element=element) for element in _resources(view))


def _words(view: RecordView) -> Iterator[str]:
    """Yield what keywords, their thesauri and organisations are called."""
    for kind, names in (
        ("Keyword", ("label", "uri")),
        ("KeywordGroup", ("thesaurusTitle",)),
        ("ThesaurusCitation", ("uri", "identifier")),
        ("Party", ("organisationName", "organisationId")),
    ):
        for node in dict.fromkeys(view.facts.nodes(kind)):
            for name in names:
                yield from view.facts.texts(node, name)


def _resources(view: RecordView) -> Iterator[int]:
    elements = view.facts.elements
    yield from (elements[node] for node in view.facts.nodes("Resource"))


def _roles(view: RecordView, party: str) -> list[str]:
    return view.facts.texts(party, "role")


def _code(view: RecordView, keyword: str) -> str:
    return "".join(f"SDN:{name}:" for name in view.facts.texts(keyword, "codeVocabulary"))
