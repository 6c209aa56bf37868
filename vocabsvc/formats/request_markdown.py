"""Requests for terms as Markdown, to be pasted into an issue where the publisher of P01 takes requests."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from vocabsvc.model.candidate import Candidate
from vocabsvc.model.term_request import ComponentSource, MissingStatus, MissingTerm, Occurrence, TermComponent

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&@$]|:(?=//))")
_SPEAKS_AGAINST = -0.3
_MOST_REASONS = 3

TEXTS: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "title": "New P01 term: {name}",
        "doubtful": "P01 may have it already: decide on the first near miss before anything is requested.",
        "existing": "P01 has a concept with this very label: {uri}",
        "label": "Proposed label",
        "incomplete": "Not complete: what stands in ⟨angle brackets⟩ must be told first.",
        "parts": "Parts of the label",
        "unit": "Unit",
        "unit_known": "given as {given}: {notation} ({label})",
        "unit_unknown": "given as {given}; no P06 unit is spelled like it",
        "unit_none": "none given",
        "unplaced": "Words of the name that are in no part: {words}",
        "name": "Name as given",
        "evidence": "Near misses in P01",
        "against": "against it: {reasons}",
        "near_none": "none",
        "met": "Met in",
        "times": "{source}, {times} times",
        "once": "{source}",
        "asked": "asked by {who}, {first} to {last}",
        "suggested": "P01 has: {texts}",
        "worded": "said by “{said}”, worded as in P01",
        "own_words": "said by “{said}”, in its own words; no label of P01 says just this",
        "from_unit": "follows from the unit",
        "context": "told by the standard name, the instrument or the other columns",
        "usage": "not said; all labels of P01 with this object agree",
        "open": "not told",
        "not_said": "not told; a label may do without",
        "property": "property", "statistic": "statistic", "object": "object", "basis": "basis", "matrix": "matrix",
        "phase": "phase", "method": "method",
    },
    "fr": {
        "title": "Nouveau terme P01 : {name}",
        "doubtful": "P01 l’a peut-être déjà : décider du premier concept voisin avant toute demande.",
        "existing": "P01 a un concept qui porte exactement ce libellé : {uri}",
        "label": "Libellé proposé",
        "incomplete": "Incomplet : ce qui est entre ⟨chevrons⟩ reste à préciser.",
        "parts": "Parties du libellé",
        "unit": "Unité",
        "unit_known": "donnée comme {given} : {notation} ({label})",
        "unit_unknown": "donnée comme {given} ; aucune unité de P06 ne s’écrit ainsi",
        "unit_none": "non donnée",
        "unplaced": "Mots du nom qui ne sont dans aucune partie : {words}",
        "name": "Nom tel que donné",
        "evidence": "Concepts voisins dans P01",
        "against": "contre lui (en anglais) : {reasons}",
        "near_none": "aucun",
        "met": "Rencontré dans",
        "times": "{source}, {times} fois",
        "once": "{source}",
        "asked": "demandé par {who}, du {first} au {last}",
        "suggested": "P01 a : {texts}",
        "worded": "dit par « {said} », avec les mots de P01",
        "own_words": "dit par « {said} », avec ses propres mots ; aucun libellé de P01 ne dit exactement cela",
        "from_unit": "découle de l’unité",
        "context": "dit par le nom standard, l’instrument ou les autres colonnes",
        "usage": "non dit ; tous les libellés de P01 qui ont cet objet s’accordent",
        "open": "non précisé",
        "not_said": "non précisé ; un libellé peut s’en passer",
        "property": "propriété", "statistic": "statistique", "object": "objet", "basis": "rapporté à",
        "matrix": "milieu", "phase": "phase", "method": "méthode",
    },
}  # fmt: skip
"""The words around a request; its label is in English, the language of P01."""

_SOURCES: Final[Mapping[ComponentSource, str]] = {
    source: "from_unit" if source is ComponentSource.UNIT else source.value for source in ComponentSource
}


def requests_markdown(found: Iterable[MissingTerm], languages: Iterable[str]) -> Iterator[str]:
    """Yield the text of each request in the first language that we have, else in English; no name becomes markup."""
    language = next((one for one in languages if one in TEXTS), "en")
    texts = TEXTS[language]
    for number, one in enumerate(found):
        spoken = replace(one, near_misses=tuple(near.spoken(language) for near in one.near_misses))
        yield ("\n" if number else "") + "\n".join(_lines(spoken, texts)) + "\n"


def _lines(one: MissingTerm, texts: Mapping[str, str]) -> Iterator[str]:
    term, draft = one.unmatched.term, one.draft
    yield f"## {texts['title'].format(name=_text(term.long_name or term.standard_name or term.local_name))}"
    yield ""
    if one.status is MissingStatus.DOUBTFUL:
        yield f"**{texts['doubtful']}**\n"
    yield f"**{texts['label']}**: {_text(draft.label)}"
    yield ""
    if draft.existing:
        yield texts["existing"].format(uri=f"<{draft.existing}>") + "\n"
    elif draft.open:
        yield texts["incomplete"] + "\n"
    yield f"**{texts['parts']}**\n"
    for part in draft.components:
        yield f"- {texts[part.kind.value]}: {_part(part, texts)}"
    if draft.unplaced:
        yield "\n" + texts["unplaced"].format(words=_text(", ".join(draft.unplaced)))
    yield f"\n**{texts['unit']}**: {_unit(one, texts)}"
    names = (term.centre, term.local_name, term.long_name, term.standard_name, term.method, term.instrument)
    yield f"\n**{texts['name']}**: {_text(' · '.join(filter(None, names)))}"
    yield f"\n**{texts['evidence']}**\n"
    for near in one.near_misses:
        yield f"- {_near(near, texts)}"
    if not one.near_misses:
        yield f"- {texts['near_none']}"
    yield f"\n**{texts['met']}**\n"
    for met in one.unmatched.occurrences:
        yield f"- {_met(met, texts)}"


def _part(part: TermComponent, texts: Mapping[str, str]) -> str:
    how = texts[_SOURCES[part.source]].format(said=_text(part.said))
    suggested = texts["suggested"].format(texts=_text("; ".join(part.suggestions))) if part.suggestions else ""
    return ". ".join(filter(None, (f"{_text(part.text)} ({how})" if part.text else how, suggested)))


def _unit(one: MissingTerm, texts: Mapping[str, str]) -> str:
    unit = one.draft.unit
    if not unit.given:
        return texts["unit_none"]
    which = "unit_known" if unit.uri else "unit_unknown"
    return texts[which].format(given=_text(unit.given), notation=_text(unit.notation), label=_text(unit.label))


def _near(near: Candidate, texts: Mapping[str, str]) -> str:
    said = f"{_text(near.notation)} {_text(near.pref_label.text)} ({near.score:.2f})"
    reasons = "; ".join([one.text for one in near.evidence if one.weight < _SPEAKS_AGAINST][:_MOST_REASONS])
    return f"{said}; {texts['against'].format(reasons=_text(reasons))}" if reasons else said


def _met(met: Occurrence, texts: Mapping[str, str]) -> str:
    place = texts["times" if met.times > 1 else "once"].format(source=_text(met.source), times=met.times)
    who = texts["asked"].format(who=_text(met.asked_by or "?"), first=met.first, last=met.last) if met.first else ""
    return "; ".join(filter(None, (place, who)))


def _text(text: str) -> str:
    """Return a text as Markdown shows it, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
