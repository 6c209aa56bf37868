"""Evidence on the metadata of a collection as Markdown, to be put before those who certify it."""

from collections.abc import Iterator, Mapping

from vocabsvc.model.collection_evidence import INDICATORS_OF, REQUIREMENTS, CollectionEvidence, ConstraintCount, belongs
from vocabsvc.model.fair import FairState

_WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "title": "Evidence on metadata, for CoreTrustSeal 2023–2025",
        "made": "vocabsvc {version}, profiles {profiles}; assessed from {begun} to {ended}.",
        "records": "{records} records, {conforming} without violation; {unread} files without a readable record.",
        "keywords": "{linked} of {total} keywords ({share} %) lead to a term of a vocabulary.",
        "R10": "R10 Quality assurance",
        "R12": "R12 Discovery and identification",
        "R13": "R13 Reuse",
        "indicators": "| FAIR indicator | met | partly | not met | not assessed |",
        "constraints": "| check | what | severity | records concerned | failed | not assessed |",
        "violation": "violation",
        "warning": "warning",
        "info": "note",
        "note": "Checks that failed in no record and were assessed in all are counted, not listed: {fine} of {all}.",
    },
    "fr": {
        "title": "Preuves sur les métadonnées, pour CoreTrustSeal 2023–2025",
        "made": "vocabsvc {version}, profils {profiles}\u00a0; évaluation du {begun} au {ended}.",
        "records": "{records} fiches, dont {conforming} sans infraction\u00a0; {unread} fichiers sans fiche lisible.",
        "keywords": "{linked} mots-clés sur {total} ({share}\u00a0%) mènent à un terme d’un vocabulaire.",
        "R10": "R10 Assurance qualité",
        "R12": "R12 Découverte et identification",
        "R13": "R13 Réutilisation",
        "indicators": "| Indicateur FAIR | satisfait | en partie | non satisfait | non évalué |",
        "constraints": "| contrôle | objet | sévérité | fiches concernées | échecs | non évalué |",
        "violation": "infraction",
        "warning": "avertissement",
        "info": "remarque",
        "note": "Les contrôles évalués partout sans un échec sont comptés, non énumérés\u00a0: {fine} sur {all}.",
    },
}


def evidence_markdown(evidence: CollectionEvidence, language: str) -> str:
    """Return the evidence in ``language``, en or fr, by requirement."""
    return "\n".join(_lines(evidence, language)) + "\n"


def _lines(evidence: CollectionEvidence, language: str) -> Iterator[str]:
    words = _WORDS[language]
    yield f"# {words['title']}"
    yield ""
    yield words["made"].format(
        version=evidence.version, profiles=", ".join(evidence.profiles), begun=evidence.begun, ended=evidence.ended
    )
    yield words["records"].format(records=evidence.records, conforming=evidence.conforming, unread=evidence.unread)
    linked, total = evidence.keywords.linked, evidence.keywords.total
    if total:
        yield words["keywords"].format(linked=linked, total=total, share=round(100 * linked / total))
    for requirement in REQUIREMENTS:
        yield from ("", f"## {words[requirement]}", "")
        yield from _indicators(evidence, requirement, words)
        yield from _constraints(evidence, requirement, language)


def _indicators(evidence: CollectionEvidence, requirement: str, words: Mapping[str, str]) -> Iterator[str]:
    counted = [one for one in evidence.indicators if one.name[0] in INDICATORS_OF[requirement]]
    if counted:
        yield words["indicators"]
        yield "|---|---:|---:|---:|---:|"
    for one in counted:
        yield f"| {one.name} | {' | '.join(str(one.records[state]) for state in FairState)} |"
    if counted:
        yield ""


def _constraints(evidence: CollectionEvidence, requirement: str, language: str) -> Iterator[str]:
    words = _WORDS[language]
    found = [one for one in evidence.constraints if belongs(one.code, requirement)]
    listed = [one for one in found if one.failed or one.not_assessed]
    yield words["note"].format(fine=len(found) - len(listed), all=len(found))
    if listed:
        yield ""
        yield words["constraints"]
        yield "|---|---|---|---:|---:|---:|"
    for one in listed:
        yield _row(one, words, language)


def _row(one: ConstraintCount, words: Mapping[str, str], language: str) -> str:
    name = one.name.get(language, "").replace("|", "\\|")
    counts = f"{one.concerned} | {one.failed} | {one.not_assessed}"
    return f"| {one.constraint} | {name} | {words[one.severity]} | {counts} |"
