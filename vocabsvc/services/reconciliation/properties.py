"""The properties of entities: what queries heed, and what cells can be filled with."""

from collections.abc import Iterator, Sequence

from vocabsvc.model.folding import fold
from vocabsvc.model.label import LangString
from vocabsvc.model.reconciliation import EntityProperty
from vocabsvc.model.vocabulary import GLOSSARY, Vocabulary
from vocabsvc.services.reconciliation.types import UNITS, begins

MAPPED_IN = "mapped:"
"""Before the id of a vocabulary: the concepts of it that a concept is mapped to."""


def _both(english: str, french: str) -> tuple[LangString, ...]:
    return (LangString(english, "en"), LangString(french, "fr"))


_FIXED = (
    EntityProperty(
        "unit",
        _both("Unit", "Unité"),
        _both("Unit of measure; in queries any spelling, such as degC", "Unité de mesure ; toute graphie, comme degC"),
        asks=True,
        vocabulary=UNITS,
    ),
    EntityProperty(
        "long_name",
        _both("Long name", "Nom long"),
        _both("In queries: what the column is called in words", "Pour chercher : le nom en toutes lettres"),
        asks=True,
        fills=False,
    ),
    EntityProperty(
        "method",
        _both("Method", "Méthode"),
        _both("In queries: how it was measured or computed", "Pour chercher : comment c’est mesuré ou calculé"),
        asks=True,
        fills=False,
    ),
    EntityProperty(
        "instrument",
        _both("Instrument", "Instrument"),
        _both("In queries: what measured it, such as CTD", "Pour chercher : ce qui l’a mesuré, comme CTD"),
        asks=True,
        fills=False,
    ),
    EntityProperty(
        "centre",
        _both("Data centre", "Centre de données"),
        _both("In queries: whose name it is, such as coriolis", "Pour chercher : à qui est ce nom, comme coriolis"),
        asks=True,
        fills=False,
    ),
    EntityProperty(
        "standard_name",
        _both("CF standard name", "Nom standard CF"),
        _both("In queries: the standard name in the file", "Pour chercher : le nom standard dans le fichier"),
        asks=True,
        fills=False,
    ),
    EntityProperty(
        "notation",
        _both("Code", "Code"),
        _both("The code, such as SDN:P01::TEMPPR01", "Le code, comme SDN:P01::TEMPPR01"),
        asks=True,
    ),
    EntityProperty("uri", _both("IRI", "IRI"), _both("The address of the concept", "L’adresse du concept")),
    EntityProperty(
        "pref_label_en", _both("English label", "Libellé anglais"), _both("Preferred label", "Libellé préférentiel")
    ),
    EntityProperty(
        "pref_label_fr", _both("French label", "Libellé français"), _both("Preferred label", "Libellé préférentiel")
    ),
    EntityProperty(
        "alt_label",
        _both("Other labels", "Autres libellés"),
        _both("Alternative and hidden labels", "Libellés alternatifs et cachés"),
    ),
    EntityProperty("definition", _both("Definition", "Définition"), _both("Where it is loaded", "Si elle est chargée")),
    EntityProperty(
        "status", _both("Status", "Statut"), _both("current or deprecated", "current ou deprecated (obsolète)")
    ),
    EntityProperty(
        "replaced_by",
        _both("Replaced by", "Remplacé par"),
        _both("What to use instead of a deprecated concept", "À utiliser à la place d’un concept obsolète"),
    ),
    EntityProperty(
        "broader",
        _both("Broader", "Plus large"),
        _both("Broader concepts, in any vocabulary", "Concepts plus larges, de tout vocabulaire"),
    ),
    EntityProperty(
        "vocabulary", _both("Vocabulary", "Vocabulaire"), _both("Its id, such as P01", "Son identifiant, comme P01")
    ),
    EntityProperty(
        "local_name",
        _both("Names at the data centres", "Noms dans les centres de données"),
        _both("From the mapping sets, as centre: name", "Tirés des correspondances : centre puis nom"),
    ),
)  # fmt: skip


class EntityProperties:
    """All properties over what is loaded: one more for each vocabulary that concepts are mapped to."""

    def __init__(self, vocabularies: Sequence[Vocabulary]) -> None:
        self._all = {one.id: one for one in (*_FIXED, *_mapped_in(vocabularies))}

    def find(self, id: str) -> EntityProperty | None:  # noqa: A002 - the contract's word
        """Return the property with an id."""
        return self._all.get(id)

    def named(self, prefix: str) -> tuple[EntityProperty, ...]:
        """Return those whose id or name has a word that begins with the text, all of them for ``""``."""
        begun = fold(prefix)
        return tuple(one for one in self._all.values() if begins(begun, (one.id, *(name.text for name in one.names))))

    def proposed(self, vocabulary: str) -> tuple[EntityProperty, ...]:
        """Return those that cells of concepts of a vocabulary can be filled with; of any for ``""``."""
        own = f"{MAPPED_IN}{vocabulary}".lower()
        return tuple(one for one in self._all.values() if one.fills and one.id.lower() != own)


def _mapped_in(vocabularies: Sequence[Vocabulary]) -> Iterator[EntityProperty]:
    for one in vocabularies:
        if not (one.local or one.auxiliary) and one.id != GLOSSARY:
            yield EntityProperty(
                f"{MAPPED_IN}{one.id}",
                _both(f"Mapped in {one.id}", f"Correspondances dans {one.id}"),
                one.titles,
                vocabulary=one.id,
            )
