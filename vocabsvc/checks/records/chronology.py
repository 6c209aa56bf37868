"""Dates of a resource against each other, its status and the present."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from difflib import get_close_matches

from vocabsvc.checks.records.view import Fault, RecordView
from vocabsvc.model.record import Fact, text_of
from vocabsvc.model.report import Action, Edit

_PAST_DATES = frozenset(
    {"", "creation", "publication", "revision", "lastUpdate", "lastRevision", "adopted", "distribution"}
)
_POSITIONS = ("begin", "end", "instant")
_INDETERMINATE = ("after", "before", "now", "unknown")
_WITHOUT_DATE = frozenset({"now", "unknown"})
_BESIDE_A_DATE = {
    "en": "{value} stands beside a date: one of them is too many.",
    "fr": "{value} figure à côté d’une date\u00a0: l’un des deux est de trop.",
}
_FIRST_YEAR = 1700
_YEAR = timedelta(days=366)
_STALE = timedelta(days=2 * 366)
_ENDED = frozenset({"completed", "historicalArchive", "obsolete"})
_NOT_BEGUN = frozenset({"planned", "required", "proposed", "pending"})
_AHEAD = re.compile(
    r"forecast|predict|projection|projected|scenario|\bRCP|\bSSP|CMIP|prévision|prédiction|scénario",
    re.IGNORECASE,
)
_LONG_AGO = re.compile(
    r"pal[ae]{1,2}o|paléo|archae|archéo|holocene|holocène|pleistocene|pléistocène|sediment|sédiment|fossil|geolog|géolog"
    r"|histor|century|siècle|\bBP\b|ice core|carotte",
    re.IGNORECASE,
)


def dated_ahead(view: RecordView) -> Iterator[Fault]:
    """Find dates of creation, publication or revision in the future."""
    for node in view.facts.nodes("CitationDate"):
        if view.facts.text(node, "dateType") in _PAST_DATES:
            for fact in view.facts.facts(node, "valueEarliest"):
                if _moment(fact) > view.now:
                    yield Fault(element=fact.element, value=fact.given)


def misused_indeterminate(view: RecordView) -> Iterator[Fault]:
    """Find indeterminate positions that GML does not know, or that stand beside a date."""
    for node in view.facts.nodes("TemporalExtent"):
        for position in _POSITIONS:
            for fact in view.facts.facts(node, f"{position}Indeterminate"):
                text = text_of(fact.object)
                if text not in _INDETERMINATE:
                    meant = get_close_matches(text.casefold(), _INDETERMINATE, 1) or _INDETERMINATE
                    is_case = text.casefold() in _INDETERMINATE
                    place = f"{view.graph.source_map.xpath(fact.element)}/@{fact.attribute}"
                    edits = (Edit(place, Action.REPLACE, meant[0]),) if is_case else ()
                    yield Fault(element=fact.element, value=text, expected=tuple(meant), edits=edits, safe=is_case)
                elif text in _WITHOUT_DATE and view.facts.facts(node, position):
                    yield Fault(element=fact.element, value=text, message=_BESIDE_A_DATE)


def implausible_period(view: RecordView) -> Iterator[Fault]:
    """Find periods before instruments or after next year, where the record does not speak of such times."""
    for node in view.facts.nodes("TemporalExtent"):
        words = _words(view, node)
        for position in _POSITIONS:
            for fact in view.facts.facts(node, f"{position}Earliest"):
                moment = _moment(fact)
                too_early = moment.year < _FIRST_YEAR and not _LONG_AGO.search(words)
                too_late = moment > view.now + _YEAR and not _AHEAD.search(words)
                if too_early or too_late:
                    yield Fault(element=fact.element, value=fact.given)


def published_before_begin(view: RecordView) -> Iterator[Fault]:
    """Find resources of an ISO record published before their data begin."""
    for resource in view.facts.nodes("IsoResource"):
        begins = [
            _moment(fact)
            for period in view.facts.texts(resource, "temporalExtent")
            for position in ("begin", "instant")
            for fact in view.facts.facts(period, f"{position}Earliest")
        ]
        if not begins or _AHEAD.search(_told(view, resource)):
            continue
        for fact in view.facts.facts(resource, "publicationLatest"):
            if _moment(fact) < min(begins):
                yield Fault(element=fact.element, value=fact.given)


def outdated_status(view: RecordView) -> Iterator[Fault]:
    """Find a status that the period of the data contradicts."""
    for resource in view.facts.nodes("IsoResource"):
        periods = view.facts.texts(resource, "temporalExtent")
        is_open = any("now" in view.facts.texts(period, "endIndeterminate") for period in periods)
        ends = [_moment(fact) for period in periods for fact in view.facts.facts(period, "endLatest")]
        for fact in view.facts.facts(resource, "status"):
            status = text_of(fact.object)
            stale = status == "onGoing" and not is_open and bool(ends) and max(ends) < view.now - _STALE
            begun = status in _NOT_BEGUN and bool(ends) and max(ends) < view.now
            if (status in _ENDED and is_open) or stale or begun:
                yield Fault(element=fact.element, value=status)


def _moment(fact: Fact) -> datetime:
    return datetime.fromisoformat(text_of(fact.object))


def _words(view: RecordView, period: str) -> str:
    return " ".join(_told(view, resource) for resource in view.facts.subjects(period, "temporalExtent"))


def _told(view: RecordView, resource: str) -> str:
    """Return title, abstract and keywords."""
    told = view.facts.texts(resource, "title") + view.facts.texts(resource, "abstract")
    for group in view.facts.texts(resource, "keywordGroup"):
        for keyword in view.facts.texts(group, "keyword"):
            told += view.facts.texts(keyword, "label")
    return " ".join(told)
