"""Which column holds what: the headings that French and English tables have."""

from collections.abc import Mapping, Sequence

from vocabsvc.model.candidate import LocalTerm
from vocabsvc.model.folding import fold_words

FIELDS: Mapping[str, tuple[str, ...]] = {
    "local_name": (
        "local name", "nom local", "short name", "nom court", "code", "parameter code", "code parametre",
        "code du parametre", "mnemonic", "mnemonique", "variable", "variable name", "nom variable", "nom de variable",
        "nom de la variable", "column", "colonne", "name", "nom", "parameter", "parametre", "parameters", "parametres",
        "parameter name", "nom parametre", "nom du parametre",
    ),
    "long_name": (
        "long name", "nom long", "full name", "nom complet", "label", "libelle", "libelle long", "intitule",
        "designation", "title", "titre", "parameter name", "nom parametre", "nom du parametre", "variable name",
        "nom de variable", "nom de la variable", "name", "nom", "parameter", "parametre", "description", "definition",
    ),
    "unit": (
        "unit", "units", "unite", "unites", "unite s", "unit s", "uom", "unit of measure", "units of measure",
        "unite de mesure", "unites de mesure",
    ),
    "centre": (
        "centre", "center", "data centre", "data center", "centre de donnees", "institution", "provider", "fournisseur",
    ),
    "standard_name": ("standard name", "nom standard", "cf standard name", "cf name", "nom cf", "nom standard cf"),
    "method": (
        "method", "methode", "methods", "methodes", "analytical method", "methode analytique", "methode d analyse",
        "methode de mesure", "measurement method", "protocol", "protocole", "technique",
    ),
    "instrument": (
        "instrument", "instruments", "instrumentation", "sensor", "capteur", "sonde", "appareil", "device", "equipment",
        "equipement",
    ),
}  # fmt: skip
"""Field of a local term to its headings as folded words, the surest first."""


def fields_of(headings: Sequence[str]) -> dict[str, str]:
    """Return which heading holds each field; a heading holds one, and what holds none is left out.

    A ``name`` beside a ``code`` is the long name, alone it is the local one.
    """
    by_words = {" ".join(fold_words(heading)): heading for heading in reversed(headings)}
    found: dict[str, str] = {}
    for field, known in FIELDS.items():
        fitting = (by_words[words] for words in known if words in by_words)
        heading = next((one for one in fitting if one not in found.values()), None)
        if heading is not None:
            found[field] = heading
    return found


def term_of(fields: Mapping[str, str], cells: Mapping[str, str]) -> LocalTerm:
    """Return the term in the ``cells`` by heading, of which ``fields`` tells the meaning."""
    texts = {field: cells.get(heading, "").strip() for field, heading in fields.items()}
    return LocalTerm(
        local_name=texts.get("local_name", ""),
        long_name=texts.get("long_name", ""),
        unit=texts.get("unit", ""),
        centre=texts.get("centre", ""),
        standard_name=texts.get("standard_name", ""),
        method=texts.get("method", ""),
        instrument=texts.get("instrument", ""),
    )
