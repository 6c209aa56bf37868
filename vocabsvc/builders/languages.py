"""Languages (ISO 639-2) and countries (ISO 3166-1)."""

from vocabsvc.builders.graph import VocabularyGraph
from vocabsvc.builders.nvs import concept_uri
from vocabsvc.builders.own_lists import own_list, texts_of
from vocabsvc.builders.recipe import Container, Edition
from vocabsvc.builders.sources import SourceFolder
from vocabsvc.model.label import LangString

LANGUAGES = Container(
    "http://id.loc.gov/vocabulary/iso639-2", "Languages (ISO 639-2/B)", "Langues (ISO 639-2/B)", "ConceptScheme"
)
COUNTRIES = Container(
    "http://publications.europa.eu/resource/authority/country",
    "Countries (ISO 3166-1)",
    "Pays (ISO 3166-1)",
    "ConceptScheme",
)
LANGUAGE_SOURCES = (
    "http://www.loc.gov/standards/iso639-2/",
    "https://salsa.debian.org/iso-codes-team/iso-codes",
)
COUNTRY_SOURCES = ("https://github.com/unicode-org/cldr", "https://github.com/pycountry/pycountry")

_BETWEEN_NAMES = "; "


def fill_languages(_: SourceFolder, graph: VocabularyGraph) -> Edition:
    """Add the languages under their bibliographic codes; the other codes are alternative labels without language.

    Of several names the first is preferred.
    """
    for row in own_list("languages"):
        uri = f"{LANGUAGES.uri}/{row['bibliographic']}"
        names = {lang: row[lang].split(_BETWEEN_NAMES) for lang in ("en", "fr")}
        preferred = [LangString(found[0], lang) for lang, found in names.items()]
        graph.add_concept(uri, LANGUAGES.uri, preferred, [row["bibliographic"]])
        for lang, found in names.items():
            for name in found[1:]:
                graph.add_label(uri, "altLabel", LangString(name, lang))
        for code in (row["terminological"], row["two_letter"]):
            graph.add_label(uri, "altLabel", LangString(code))
    return Edition(
        missing=(
            "The codes qaa to qtz, which are for local use, are absent.",
            "French names are those of the Library of Congress, in the usual order of words.",
        )
    )


def fill_countries(_: SourceFolder, graph: VocabularyGraph) -> Edition:
    """Add the countries under their two letters; the IRI ends in the three, which the EU's publications office uses."""
    for row in own_list("countries"):
        uri = f"{COUNTRIES.uri}/{row['three_letter']}"
        names = [LangString(row["en"], "en"), LangString(row["fr"], "fr")]
        graph.add_concept(uri, COUNTRIES.uri, names, [row["two_letter"]])
        for name in texts_of(row["also_en"]):
            graph.add_label(uri, "altLabel", LangString(name, "en"))
        for code in (row["three_letter"], row["numeric"]):
            graph.add_label(uri, "hiddenLabel", LangString(code))
        graph.add_address(uri, concept_uri("C32", row["two_letter"]))
    return Edition(
        missing=(
            "Preferred names are those of Unicode CLDR; those of ISO are alternative labels, in English only.",
            "NVS has the same codes in C32; what else it has there is not known.",
            "Codes that were withdrawn are absent.",
        )
    )
