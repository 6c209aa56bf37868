"""What a value of an XML Schema type looks like, for people."""

from vocabsvc.model.xsd import Text

_NUMBER = ("a number, with a decimal point", "un nombre, avec un point décimal")
_INTEGER = ("a whole number", "un nombre entier")
_ID = (
    "an identifier (letters, digits, - _ ., not beginning with a digit)",
    "un identifiant (lettres, chiffres, - _ ., sans chiffre au début)",
)
_DATE = ("a date such as 2024-05-31, 2024-05 or 2024", "une date comme 2024-05-31, 2024-05 ou 2024")
_FULL_DATE = ("a date such as 2024-05-31", "une date comme 2024-05-31")
_DATE_TIME = ("a date with time such as 2024-05-31T12:00:00Z", "une date avec heure comme 2024-05-31T12:00:00Z")
_EITHER_DATE = ("a date, with or without time", "une date, avec ou sans heure")

# Built-in types of XML Schema 1.0 part 2, then types of ISO, GML and EML by their local name.
_WORDS = {
    "date": _FULL_DATE,
    "dateTime": _DATE_TIME,
    "time": ("a time such as 12:00:00", "une heure comme 12:00:00"),
    "gYear": ("a year", "une année"),
    "gYearMonth": ("a year and month such as 2024-05", "une année et un mois comme 2024-05"),
    "duration": ("a duration such as P1Y or PT12H", "une durée comme P1Y ou PT12H"),
    "boolean": ("true or false", "true ou false"),
    "decimal": _NUMBER,
    "double": _NUMBER,
    "float": _NUMBER,
    "integer": _INTEGER,
    "int": _INTEGER,
    "long": _INTEGER,
    "short": _INTEGER,
    "nonNegativeInteger": ("a whole number, 0 or more", "un nombre entier, 0 ou plus"),
    "positiveInteger": ("a whole number, 1 or more", "un nombre entier, 1 ou plus"),
    "anyURI": ("an address (URI)", "une adresse (URI)"),
    "language": ("a language tag such as en or fr-CA", "une étiquette de langue comme fr ou fr-CA"),
    "ID": _ID,
    "IDREF": _ID,
    "NCName": _ID,
    "QName": ("a name, perhaps with a prefix", "un nom, avec ou sans préfixe"),
    "NMTOKEN": ("a word without spaces", "un mot sans espace"),
    "Date_Type": _DATE,
    "yearDate": ("a year or a date such as 2024-05-31", "une année ou une date comme 2024-05-31"),
    "calDate": _DATE,
    "TimePositionUnion": _EITHER_DATE,
    "TimePositionType": _EITHER_DATE,
    "NonEmptyStringType": ("a text that is not empty", "un texte non vide"),
    "doubleList": ("numbers with spaces between them", "des nombres séparés par des espaces"),
    "UomIdentifier": ("a unit or its address", "une unité ou son adresse"),
    "UomIdentifierType": ("a unit or its address", "une unité ou son adresse"),
}


def in_words(type_name: str) -> Text:
    """Return what a value has to be; of types that are not known here, by their name."""
    local = type_name.rpartition("}")[2].rpartition(":")[2]
    if local in _WORDS:
        english, french = _WORDS[local]
        return {"en": english, "fr": french}
    if not local:
        return {"en": "what the schema asks for", "fr": "conforme au schéma"}
    return {"en": f"of the type {local}", "fr": f"du type {local}"}
