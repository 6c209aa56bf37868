"""Messages for shapes that have none, in English and French."""

from collections.abc import Mapping
from typing import Final

from vocabsvc.shacl.terms import LANG_STRING, Literal, Term, show

_TEXTS: Final[Mapping[str, tuple[str, str]]] = {
    "Class": ("is no instance of {}", "n’est pas une instance de {}"),
    "Datatype": ("is no valid literal of {}", "n’est pas un littéral valide de {}"),
    "NodeKind": ("is not of the kind {}", "n’est pas du genre {}"),
    "MinCount": ("has fewer than {} values", "a moins de {} valeurs"),
    "MaxCount": ("has more than {} values", "a plus de {} valeurs"),
    "MinExclusive": ("is not greater than {}", "n’est pas supérieur à {}"),
    "MinInclusive": ("is less than {}, or not comparable", "est inférieur à {}, ou non comparable"),
    "MaxExclusive": ("is not less than {}", "n’est pas inférieur à {}"),
    "MaxInclusive": ("is greater than {}, or not comparable", "est supérieur à {}, ou non comparable"),
    "MinLength": ("has fewer than {} characters", "compte moins de {} caractères"),
    "MaxLength": ("has more than {} characters", "compte plus de {} caractères"),
    "Pattern": ("does not match {}", "ne correspond pas à {}"),
    "LanguageIn": ("is in none of the languages {}", "n’est dans aucune des langues {}"),
    "UniqueLang": ("has several values in one language", "a plusieurs valeurs dans une langue"),
    "Equals": ("must have the same values as {}", "doit avoir les mêmes valeurs que {}"),
    "Disjoint": ("shares a value with {}", "partage une valeur avec {}"),
    "LessThan": ("is not less than the value of {}", "n’est pas inférieur à la valeur de {}"),
    "LessThanOrEquals": ("is greater than the value of {}", "est supérieur à la valeur de {}"),
    "Not": ("conforms to {}, and must not", "est conforme à {}, et ne doit pas l’être"),
    "And": ("does not conform to all of {}", "n’est pas conforme à tous parmi {}"),
    "Or": ("conforms to none of {}", "n’est conforme à aucun parmi {}"),
    "Xone": ("does not conform to exactly one of {}", "n’est pas conforme à exactement un parmi {}"),
    "Node": ("does not conform to {}", "n’est pas conforme à {}"),
    "QualifiedMinCount": ("has fewer than {} values of the shape", "a moins de {} valeurs de la forme"),
    "QualifiedMaxCount": ("has more than {} values of the shape", "a plus de {} valeurs de la forme"),
    "Closed": ("has a property that is not among {}", "a une propriété qui n’est pas parmi {}"),
    "HasValue": ("lacks the value {}", "n’a pas la valeur {}"),
    "In": ("is not among {}", "n’est pas parmi {}"),
}


def messages_of(component: str, said: Term | str) -> tuple[Literal, ...]:
    """Return what a constraint component says of a value or a node; ``said`` is its parameter."""
    english, french = _TEXTS[component]
    shown = said if isinstance(said, str) and " " in said else show(said)
    return (
        Literal(f"The value {english.format(shown)}.", LANG_STRING, "en"),
        Literal(f"La valeur {french.format(shown)}.", LANG_STRING, "fr"),
    )
