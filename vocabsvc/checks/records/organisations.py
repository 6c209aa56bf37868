"""Do the organisations and countries of a record agree with the lists that they come from?"""

import re
from collections.abc import Iterator

from vocabsvc.checks.records.edits import replacement
from vocabsvc.checks.records.view import Fault, Gap, RecordView
from vocabsvc.formats.organisation_name import same_organisation
from vocabsvc.model.record import text_of

_LIKE_A_CODE = re.compile(r"[A-Z]{2,3}")
_NO_EDMO = {
    "en": "The organisation was not looked up: EDMO is not loaded.",
    "fr": "L’organisme n’a pas été recherché\u00a0: EDMO n’est pas chargé.",
}
_NO_COUNTRIES = {
    "en": "The country was not looked up: the list of countries is not loaded.",
    "fr": "Le pays n’a pas été recherché\u00a0: la liste des pays n’est pas chargée.",
}
_OUTDATED = {
    "en": "The EDMO entry {value} is out of date; its successor is {expected}.",
    "fr": "L’entrée {value} d’EDMO est périmée ; elle est remplacée par {expected}.",
}
_OUTDATED_ALONE = {
    "en": "The EDMO entry {value} is out of date, and EDMO names no successor.",
    "fr": "L’entrée {value} d’EDMO est périmée, et EDMO n’indique pas de successeur.",
}


def unknown_edmo_codes(view: RecordView) -> Iterator[Fault | Gap]:
    """Find EDMO codes that EDMO does not have, or no longer uses."""
    for party in _parties(view):
        for code in view.facts.facts(party, "edmoCode"):
            value = code.given or text_of(code.object)
            match view.facts.text(party, "edmoStatus"):
                case "":
                    yield Gap(code.element, _NO_EDMO, value)
                case "unknown":
                    yield Fault(element=code.element, value=value)
                case "deprecated":
                    successors = tuple(view.facts.texts(party, "edmoSuccessor"))
                    message = _OUTDATED if successors else _OUTDATED_ALONE
                    yield Fault(element=code.element, value=value, expected=successors, message=message)
            break


def other_edmo_names(view: RecordView) -> Iterator[Fault | Gap]:
    """Find organisations whose name has nothing in common with those of their EDMO entry."""
    for party in _parties(view):
        names = view.facts.facts(party, "organisationName")
        known = view.facts.texts(party, "edmoName")
        if not names or not view.facts.facts(party, "edmoCode"):
            continue
        if not view.facts.text(party, "edmoStatus"):
            yield Gap(names[0].element, _NO_EDMO, text_of(names[0].object))
        elif known and not any(
            not text_of(name.object) or same_organisation(text_of(name.object), one) for name in names for one in known
        ):
            yield Fault(element=names[0].element, value=text_of(names[0].object), expected=tuple(known[:1]))


def known_to_edmo(view: RecordView) -> Iterator[Fault]:
    """Find organisations without identifier that EDMO has by another or the same spelling."""
    for party in _parties(view):
        if view.facts.text(party, "organisationId") or view.facts.text(party, "edmoCode"):
            continue
        for match in view.facts.facts(party, "edmoMatch"):
            yield Fault(element=match.element, value=match.given, expected=(text_of(match.object),))


def unknown_countries(view: RecordView) -> Iterator[Fault | Gap]:
    """Find country codes that ISO 3166 does not have."""
    for party in _parties(view):
        codes = view.facts.facts(party, "countryCode")
        written = [one for one in view.facts.facts(party, "country") if _LIKE_A_CODE.fullmatch(text_of(one.object))]
        for fact in (*codes, *written)[:1]:
            meant = tuple(view.facts.texts(party, "countryMatch"))
            match view.facts.text(party, "countryStatus"):
                case "":
                    yield Gap(fact.element, _NO_COUNTRIES, text_of(fact.object))
                case "unknown":
                    edits = (replacement(view, fact, meant[0]),) if meant else ()
                    yield Fault(element=fact.element, value=text_of(fact.object), expected=meant, edits=edits)


def _parties(view: RecordView) -> Iterator[str]:
    yield from dict.fromkeys(view.facts.nodes("Party"))
