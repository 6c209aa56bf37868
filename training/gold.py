"""Mappings made by data centres, as questions with their right answers."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from vocabsvc.model.candidate import LocalTerm
from vocabsvc.services.mapper.known_names import KnownName

_NVS = "http://vocab.nerc.ac.uk/collection/"
_NAMES_ONLY = frozenset({"imos_toolbox"})
"""Sources whose long names were derived from the answer."""
MADE_FROM = {
    "argo_r03": frozenset({"R03", "r03-p01"}),
    "odatis_en_broader": frozenset({"OD1", "od1-p02-p03", "odatis_en_same"}),
    "odatis_en_same": frozenset({"OD1", "od1-p02-p03", "odatis_en_broader"}),
    "copernicus_instac": frozenset({"copernicus"}),
}
"""Published sets that hold the answers of a source: switched off while it is scored."""


@dataclass(frozen=True, slots=True)
class Question:
    """A term of a source; any of ``answers`` (IRIs of concepts in ``vocabulary``) is right."""

    source: str
    vocabulary: str
    term: LocalTerm
    answers: frozenset[str]


def read_gold(path: Path, vocabularies: Sequence[str] = ("P01", "P07", "P02")) -> list[Question]:
    """Return the questions in the order of the file, each once; deprecated answers are left out."""
    asked: dict[tuple[str, str, LocalTerm], frozenset[str]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if row["target_scheme"] not in vocabularies or row["target_status"] == "deprecated":
                continue
            term = LocalTerm(row["local_name"], row["long_name"], row["unit"])
            if row["source"] in _NAMES_ONLY:
                term = replace(term, long_name="")
            answer = f"{_NVS}{row['target_scheme']}/current/{row['target_id']}/"
            key = (row["source"], row["target_scheme"].lower(), term)
            asked[key] = asked.get(key, frozenset()) | {answer}
    return [Question(*key, answers) for key, answers in asked.items()]


def known_names(questions: Iterable[Question], words: Mapping[LocalTerm, Sequence[str]]) -> list[KnownName]:
    """Return what of the questions the model keeps: names, canonical words, units and answers."""
    return [
        KnownName(one.source, one.term.local_name, " ".join(words[one.term]), one.term.unit, answer)
        for one in questions
        for answer in sorted(one.answers)
    ]


def switched_off(sources: Iterable[str]) -> frozenset[str]:
    """Return the origins that may not help while the sources are scored."""
    off: set[str] = set()
    for source in sources:
        off |= {source} | MADE_FROM.get(source, frozenset())
    return frozenset(off)
