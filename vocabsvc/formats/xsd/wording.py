"""The faults in English and French."""

from collections.abc import Mapping, Sequence

from vocabsvc.model.xsd import Text, XsdFault

_SHOWN = 80
_MOST_NAMED = 8

# {subject} is the element, or the attribute with its element; {expected} a list, which is empty in the shorter form.
_SENTENCES: Mapping[XsdFault, tuple[str, str]] = {
    XsdFault.NOT_ALLOWED: ("{subject} is not allowed here", "{subject} n’est pas permis ici"),
    XsdFault.MISPLACED: (
        "{subject} is not allowed here; first is expected {later}, which comes only later",
        "{subject} n’est pas permis ici ; il faut d’abord {later}, qui ne vient que plus loin",
    ),
    XsdFault.REPEATED: (
        "{subject} is not allowed here once more",
        "{subject} n’est pas permis ici une fois de plus",
    ),
    XsdFault.WRONG_NAMESPACE: (
        "{subject} is in the namespace {namespace}, but must be in {wanted}",
        "{subject} est dans l’espace de noms {namespace}, mais doit être dans {wanted}",
    ),
    XsdFault.MISSING: ("{subject} is incomplete", "{subject} est incomplet"),
    XsdFault.UNKNOWN_ROOT: (
        "The schema knows no record {subject}",
        "Le schéma ne connaît pas de fiche {subject}",
    ),
    XsdFault.UNKNOWN_TYPE: (
        "{subject} has the type {type} (xsi:type), which no schema at hand declares",
        "{subject} a le type {type} (xsi:type), qu’aucun schéma disponible ne déclare",
    ),
    XsdFault.UNSUITABLE_TYPE: (
        "{subject} has the type {type} (xsi:type), which cannot stand here",
        "{subject} a le type {type} (xsi:type), qui ne peut figurer ici",
    ),
    XsdFault.ABSTRACT: (
        "{subject} is only a placeholder: use one of the elements that stand for it",
        "{subject} n’est qu’abstrait : il faut un des éléments qui le remplacent",
    ),
    XsdFault.VALUE: (
        "{subject} has the value {value}, which is not {wanted}",
        "{subject} a la valeur {value}, qui n’est pas {wanted}",
    ),
    XsdFault.NOT_LISTED: (
        "{subject} has the value {value}, which is not in the list",
        "{subject} a la valeur {value}, qui n’est pas dans la liste",
    ),
    XsdFault.SPACES: (
        "{subject} has spaces or line breaks around the value {value}, which are not allowed here",
        "{subject} a des espaces ou des sauts de ligne autour de la valeur {value}, ce qui n’est pas permis ici",
    ),
    XsdFault.PATTERN: (
        "{subject} has the value {value}, which is not of the form {wanted}",
        "{subject} a la valeur {value}, qui n’est pas de la forme {wanted}",
    ),
    XsdFault.LENGTH: (
        "{subject} has the value {value}, which has not the length that is asked for ({wanted})",
        "{subject} a la valeur {value}, qui n’a pas la longueur demandée ({wanted})",
    ),
    XsdFault.RANGE: (
        "{subject} has the value {value}, which is out of range (limit: {wanted})",
        "{subject} a la valeur {value}, qui est hors limites (limite : {wanted})",
    ),
    XsdFault.FIXED: (
        "{subject} has the value {value}, but must have the value {wanted}",
        "{subject} a la valeur {value}, mais doit avoir la valeur {wanted}",
    ),
    XsdFault.DUPLICATE_ID: (
        "{subject} has the identifier {value}, which another element of the record has too",
        "{subject} a l’identifiant {value}, qu’un autre élément de la fiche a déjà",
    ),
    XsdFault.DUPLICATE_KEY: (
        "{subject} repeats the key {value}, which must be unique",
        "{subject} répète la clé {value}, qui doit être unique",
    ),
    XsdFault.UNKNOWN_KEY: (
        "{subject} refers to {value}, which is not in the record",
        "{subject} renvoie à {value}, qui n’est pas dans la fiche",
    ),
    XsdFault.TEXT_NOT_ALLOWED: (
        "{subject} holds the text {value}, where only elements are allowed",
        "{subject} contient le texte {value}, alors que seuls des éléments sont permis",
    ),
    XsdFault.ELEMENTS_NOT_ALLOWED: (
        "{subject} holds the element {inner}, where only text is allowed",
        "{subject} contient l’élément {inner}, alors que seul du texte est permis",
    ),
    XsdFault.NOT_EMPTY: ("{subject} must be empty", "{subject} doit être vide"),
    XsdFault.NOT_NILLABLE: (
        "{subject} says that it has no value (xsi:nil), which is not allowed here",
        "{subject} indique une absence de valeur (xsi:nil), ce qui n’est pas permis ici",
    ),
    XsdFault.ATTRIBUTE_NOT_ALLOWED: (
        "{name} must not have {attribute}",
        "{name} ne doit pas avoir {attribute}",
    ),
    XsdFault.ATTRIBUTE_MISSING: ("{name} lacks {attribute}", "Il manque {attribute} à {name}"),
    XsdFault.OTHER: (
        "The schema processor says: {original}",
        "Le processeur de schémas indique (en anglais) : {original}",
    ),
}
_EMPTY = ("{subject} is empty; it must be {wanted}", "{subject} est vide ; ce doit être {wanted}")
_EMPTY_TEXT = ("{subject} is empty; it must have a value", "{subject} est vide ; il faut une valeur")
_EMPTY_LISTED = ("{subject} is empty", "{subject} est vide")
_ONE_MISSING = ("{expected} is missing in {subject}", "Il manque {expected} dans {subject}")
_SOME_MISSING = (
    "{subject} is incomplete; next must come: {expected}",
    "{subject} est incomplet ; il doit y avoir ensuite : {expected}",
)
_EXPECTED = ("; expected: {expected}.", " ; attendu : {expected}.")
_END = (".", ".")
_WITH_EXPECTED = frozenset({XsdFault.NOT_ALLOWED, XsdFault.REPEATED, XsdFault.NOT_LISTED})
_VALUES = frozenset({XsdFault.VALUE, XsdFault.PATTERN, XsdFault.LENGTH, XsdFault.RANGE, XsdFault.NOT_LISTED})


def message(fault: XsdFault, expected: Sequence[str], value: str, words: Mapping[str, Text | str]) -> Text:
    """Return the sentence; ``words`` fill it, those that differ by language are texts."""
    english, french = _sentence(fault, expected, value)
    listed = {"en": _listed(expected, "or", "more"), "fr": _listed(expected, "ou", "autres")}
    shown = {"en": f"‘{clipped(value)}’", "fr": f"« {clipped(value)} »"}
    filling = {"expected": listed, "value": shown, **words}
    ends = _EXPECTED if fault in _WITH_EXPECTED and expected else _END
    return {"en": _filled(english + ends[0], filling, "en"), "fr": _filled(french + ends[1], filling, "fr")}


def named_attributes(names: Sequence[str]) -> Text:
    """Return attributes with their article."""
    if len(names) == 1:
        return {"en": f"the attribute {names[0]}", "fr": f"l’attribut {names[0]}"}
    listed = {"en": _listed(names, "and", "more"), "fr": _listed(names, "et", "autres")}
    return {"en": f"the attributes {listed['en']}", "fr": f"les attributs {listed['fr']}"}


def clipped(value: str) -> str:
    """Return a value on one line, cut where it gets long."""
    line = " ".join(value.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"


def _sentence(fault: XsdFault, expected: Sequence[str], value: str) -> tuple[str, str]:
    if fault is XsdFault.MISSING and expected:
        return _ONE_MISSING if len(expected) == 1 else _SOME_MISSING
    if fault in _VALUES and not value.strip():
        if fault is XsdFault.NOT_LISTED:
            return _EMPTY_LISTED
        return _EMPTY if fault is XsdFault.VALUE else _EMPTY_TEXT
    return _SENTENCES[fault]


def _filled(sentence: str, words: Mapping[str, Text | str], lang: str) -> str:
    return sentence.format_map({name: text if isinstance(text, str) else text[lang] for name, text in words.items()})


def _listed(names: Sequence[str], last: str, more: str) -> str:
    shown = list(names[:_MOST_NAMED])
    if len(names) > _MOST_NAMED:
        return f"{', '.join(shown)}, … ({len(names) - _MOST_NAMED} {more})"
    return f"{', '.join(shown[:-1])} {last} {shown[-1]}" if len(shown) > 1 else "".join(shown)
