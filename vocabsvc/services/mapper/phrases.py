"""What is said of candidates, in English and French; a phrase has places for what it is about."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases of one language."""

    words: str
    no_words: str
    no_unit: str
    unit_other: str
    unit_unknown: str
    unit_amount: str
    unit_converts: str
    unit_same: str
    no_name: str
    published: str
    through: str
    means: str
    group: str
    code: str
    clash: str
    no_clash: str
    clashing: Mapping[str, str]
    method: str
    general: str
    own: str
    own_through: str
    unit_spelled: str
    unit_symbols: str
    unit_size: str
    unit_near: str


ENGLISH = Phrases(
    words="its label has {words}",
    no_words="its label has none of the words",
    no_unit="no unit is given",
    unit_other="it is measured in {spelled}, and {unit} is of another kind",
    unit_unknown="nothing is known of how {unit} fits",
    unit_amount="{unit} is of the same kind of concentration as its unit {spelled}",
    unit_converts="{unit} converts to its unit {spelled}",
    unit_same="it is measured in {unit}",
    no_name="no name like this is known to be mapped to it",
    published="published mapping of another centre ({whose}): {name}, confidence {confidence:.2f}",
    through=" through ",
    means="{whose} means this by {name}",
    group="labels with these words are mostly in its P02 group",
    code="its code or label is spelled like the name",
    clash="another {kinds} is named",
    no_clash="medium, direction, statistic and numbers do not contradict",
    clashing={"medium": "medium", "direction": "direction", "statistic": "statistic", "amount": "amount"},
    method="it names a method",
    general="it is a general code that names no method",
    own="published mapping of this centre: {name}, confidence {confidence:.2f}",
    own_through="published mapping of this centre by way of {path}, confidence {confidence:.2f}",
    unit_spelled="the unit {unit!r}: spelled the same",
    unit_symbols="the unit {unit!r}: the same symbols in another spelling",
    unit_size="the unit {unit!r}: another unit of the same size",
    unit_near="the unit {unit!r}: another unit that it converts to",
)

FRENCH = Phrases(
    words="son libellé contient {words}",
    no_words="son libellé ne contient aucun de ces mots",
    no_unit="aucune unité n’est donnée",
    unit_other="il se mesure en {spelled}, et {unit} est d’une autre nature",
    unit_unknown="on ne sait pas si {unit} convient",
    unit_amount="{unit} est une concentration de même nature que son unité {spelled}",
    unit_converts="{unit} se convertit en son unité {spelled}",
    unit_same="il se mesure en {unit}",
    no_name="on ne connaît aucun nom semblable qui lui corresponde",
    published="correspondance publiée par un autre centre ({whose}) : {name}, confiance {confidence:.2f}",
    through=" puis ",
    means="{whose} le désigne par {name}",
    group="les libellés qui ont ces mots sont surtout dans son groupe P02",
    code="son code ou son libellé s’écrit comme le nom",
    clash="le nom indique autre chose : {kinds}",
    no_clash="milieu, direction, statistique et nombres ne contredisent pas",
    clashing={"medium": "milieu", "direction": "direction", "statistic": "statistique", "amount": "quantité"},
    method="il nomme une méthode",
    general="c’est un code général, qui ne nomme aucune méthode",
    own="correspondance publiée par ce centre : {name}, confiance {confidence:.2f}",
    own_through="correspondance publiée par ce centre en passant par {path}, confiance {confidence:.2f}",
    unit_spelled="l’unité {unit!r} : écrite de même",
    unit_symbols="l’unité {unit!r} : les mêmes symboles, écrits autrement",
    unit_size="l’unité {unit!r} : une autre unité de même grandeur",
    unit_near="l’unité {unit!r} : une autre unité, en laquelle elle se convertit",
)
