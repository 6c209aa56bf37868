"""Do the identifiers of persons and organisations prove themselves?"""

import re
from collections.abc import Iterator

from vocabsvc.checks.records.edits import replacement
from vocabsvc.checks.records.view import Fault, RecordView
from vocabsvc.formats.check_digits import is_iso_7064, is_ror, sixteen_digits
from vocabsvc.model.record import Fact, text_of

_ORCID = re.compile(r"orcid|[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]$", re.IGNORECASE)
_ORCID_PAGE = "https://orcid.org/"
_ROR = re.compile(r"(?:^|//|\.)ror(?:\.org/|:)\s*([^/?#\s]*)", re.IGNORECASE)
_ROR_PAGE = "https://ror.org/"
_ISNI = re.compile(r"isni", re.IGNORECASE)

_FORM = {
    "en": "The ORCID is not written as the address of its page: {expected}.",
    "fr": "L’ORCID n’est pas écrit comme l’adresse de sa page\u00a0: {expected}.",
}
_ROR_FORM = {
    "en": "The ROR identifier is not written as the address of its page: {expected}.",
    "fr": "L’identifiant ROR n’est pas écrit comme l’adresse de sa page\u00a0: {expected}.",
}


def wrong_orcids(view: RecordView) -> Iterator[Fault]:
    """Find ORCIDs whose check digit is wrong, and those that are not written in full."""
    for fact in _identifiers(view, "individualId"):
        text = text_of(fact.object)
        if not _ORCID.search(text) or text.rstrip("/ ").lower().endswith("orcid.org"):
            continue
        digits = sixteen_digits(text)
        if not digits or not is_iso_7064(digits):
            yield Fault(element=fact.element, value=text)
        elif text != f"{_ORCID_PAGE}{digits}":
            yield _written_otherwise(view, fact, f"{_ORCID_PAGE}{digits}", _FORM)


def wrong_organisation_identifiers(view: RecordView) -> Iterator[Fault]:
    """Find ROR and ISNI identifiers whose check digits are wrong, and ROR identifiers not written in full."""
    for fact in _identifiers(view, "organisationId"):
        text = text_of(fact.object)
        if ror := _ROR.search(text):
            code = ror[1].lower()
            if not is_ror(code):
                yield Fault(element=fact.element, value=text)
            elif text.rstrip("/") != f"{_ROR_PAGE}{code}":
                yield _written_otherwise(view, fact, f"{_ROR_PAGE}{code}", _ROR_FORM)
        elif _ISNI.search(text):
            digits = sixteen_digits(text)
            if not digits or not is_iso_7064(digits):
                yield Fault(element=fact.element, value=text)


def _identifiers(view: RecordView, name: str) -> Iterator[Fact]:
    for party in dict.fromkeys(view.facts.nodes("Party")):
        yield from view.facts.facts(party, name)


def _written_otherwise(view: RecordView, fact: Fact, right: str, message: dict[str, str]) -> Fault:
    return Fault(
        element=fact.element,
        value=text_of(fact.object),
        expected=(right,),
        edits=(replacement(view, fact, right),),
        safe=True,
        message=message,
    )
