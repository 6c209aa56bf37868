"""The glossary is edited by hand: what a slip of the hand could spoil."""

import hashlib
import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from vocabsvc.formats.rdf import parse_rdf
from vocabsvc.formats.skos import SkosDocument, read_skos
from vocabsvc.formats.vocabulary_toml import read_vocabulary_toml
from vocabsvc.model.concept import Concept
from vocabsvc.model.folding import fold
from vocabsvc.model.label import LangString
from vocabsvc.model.vocabulary import VocabularyDescription

FOLDER = Path(__file__).resolve().parents[2] / "vocabularies" / "glossary"
SCHEME = "https://hub.example/id/glossary/"
SUBJECT = re.compile(r"^<([^>]*)>", re.MULTILINE)
IRI = re.compile(r"<([^<>\s]*)>")

PAIRS = [
    ("température de surface de la mer", "sea surface temperature"),
    ("salinité pratique", "practical salinity"),
    ("masse d'eau", "water mass"),
    ("marée", "tide"),
    ("hauteur significative des vagues", "significant wave height"),
    ("anomalie de hauteur de la mer", "sea level anomaly"),
    ("énergie cinétique tourbillonnaire", "eddy kinetic energy"),
    ("glace de mer", "sea ice"),
    ("fréquence de Brunt-Väisälä", "Brunt-Väisälä frequency"),
    ("oxygène dissous", "dissolved oxygen"),
    ("sels nutritifs", "nutrients"),
    ("carbone organique particulaire", "particulate organic carbon"),
    ("carbone organique dissous", "dissolved organic carbon"),
    ("matières en suspension", "suspended particulate matter"),
    ("matière organique dissoute colorée", "coloured dissolved organic matter"),
    ("alcalinité totale", "total alkalinity"),
    ("protoxyde d'azote", "nitrous oxide"),
    ("sulfate", "sulphate"),
    ("polychlorobiphényles", "polychlorinated biphenyls"),
    ("chlorophylle a", "chlorophyll-a"),
    ("phéopigments", "phaeopigments"),
    ("réflectance de télédétection", "remote sensing reflectance"),
    ("éclairement descendant", "downwelling irradiance"),
    ("couleur de l'océan", "ocean colour"),
    ("picoeucaryotes", "picoeukaryotes"),
    ("œufs de poissons", "fish eggs"),
    ("coquille Saint-Jacques", "great scallop"),
    ("herbiers marins", "seagrass"),
    ("production primaire", "primary production"),
    ("bathymétrie", "bathymetry"),
    ("trait de côte", "coastline"),
    ("granulométrie", "grain size"),
    ("pression atmosphérique", "atmospheric pressure"),
    ("vapeur d'eau", "water vapour"),
    ("bouteille Niskin", "Niskin bottle"),
    ("piège à sédiments", "sediment trap"),
    ("filet à plancton", "plankton net"),
    ("sondeur multifaisceau", "multibeam echosounder"),
    ("marégraphe", "tide gauge"),
    ("planeur sous-marin", "underwater glider"),
    ("navire océanographique", "research vessel"),
    ("eau interstitielle", "pore water"),
    ("plateau continental", "continental shelf"),
    ("golfe de Gascogne", "Bay of Biscay"),
    ("mer Égée", "Aegean Sea"),
    ("étalonnage", "calibration"),
    ("indicateur de qualité", "quality flag"),
    ("série temporelle", "time series"),
    ("débit", "discharge"),
    ("nœud", "knot"),
    ("courantomètre électromagnétique", "electromagnetic current meter"),
    ("sonde de célérité", "sound velocity sensor"),
    ("benne Van Veen", "Van Veen grab"),
    ("spectromètre gamma", "gamma-ray spectrometer"),
    ("récepteur AIS", "Automatic Identification System receivers"),
    ("dispositif de concentration de poissons", "fish aggregating device"),
    ("navire de forage", "drillship"),
    ("ballon captif", "tethered balloon"),
    ("aéroglisseur", "hovercraft"),
    ("bouée dérivante à drogue", "drogued drifter"),
    ("métaux dissous", "dissolved metals"),
    ("mercure total", "total mercury"),
    ("benzo(a)pyrène", "benzo(a)pyrene"),
    ("hexachlorobenzène", "hexachlorobenzene"),
    ("dibutylétain", "dibutyltin"),
    ("acide okadaïque", "okadaic acid"),
    ("acides gras polyinsaturés", "polyunsaturated fatty acids"),
    ("peroxyde d'hydrogène", "hydrogen peroxide"),
    ("déchets de plage", "beach litter"),
    ("flux solaire", "downwelling shortwave flux"),
    ("grandes longueurs d'onde", "longwave"),
    ("température de brillance", "brightness temperature"),
    ("angle zénithal", "zenith angle"),
    ("roulis", "roll"),
    ("pilonnement", "heave"),
    ("nombre d'onde", "wavenumber"),
    ("houle primaire", "primary swell"),
    ("lisière de glace", "ice edge"),
    ("anomalie de Bouguer", "Bouguer anomaly"),
    ("masse volumique apparente", "bulk density"),
    ("spéléothèmes", "speleothems"),
    ("fonction de courant barotrope", "barotropic streamfunction"),
    ("mer des Tchouktches", "Chukchi Sea"),
    ("détroit d'Ormuz", "Strait of Hormuz"),
    ("golfe de Botnie", "Gulf of Bothnia"),
    ("Escaut occidental", "Western Scheldt"),
    ("mer de Java", "Java Sea"),
    ("lac Supérieur", "Lake Superior"),
    ("milligramme par mètre cube par jour", "milligram per cubic metre per day"),
    ("mètre carré par hertz", "square metre per hertz"),
    ("watt par mètre carré par stéradian", "watt per square metre per steradian"),
    ("degré Celsius par mètre", "degree Celsius per metre"),
    ("églefin", "haddock"),
    ("flet", "flounder"),
    ("couteaux", "razor clams"),
    ("goéland argenté", "herring gull"),
    ("béluga", "beluga"),
    ("indice foliaire", "leaf area index"),
    ("capture par unité d'effort", "catch per unit effort"),
    ("diffusion latérale", "side scatter"),
    ("érosion côtière", "coastal erosion"),
    ("grands prédateurs", "top predators"),
    ("éclairement sous-marin", "underwater irradiance"),
    ("balise de suivi", "tracking tag"),
    ("bordigue", "fixed fish trap"),
    ("dessalure", "freshening"),
    ("hydrométrie", "streamflow"),
    ("eau précipitable", "precipitable water"),
    ("observatoire", "observatory"),
    ("occupation du sol", "land cover"),
    ("oiseaux d'eau", "waterbirds"),
    ("sciences omiques", "omics"),
    ("sondeur atmosphérique", "atmospheric sounder"),
    ("usages de la mer", "maritime activities"),
    ("zones mortes", "dead zones"),
    ("déversements", "spills"),
    ("salinité de fond", "bottom salinity"),
    ("analyseur de nutriments", "nutrient analyser"),
    ("biocénoses", "biocoenoses"),
    ("intégrité des fonds marins", "sea-floor integrity"),
    ("produits élaborés", "derived products"),
]
"""French and English as a native would write them, checked by hand."""

CODES = [
    ("TEMP", "température de l'eau"), ("PSAL", "salinité pratique"), ("DOXY", "oxygène dissous"),
    ("CPHL", "chlorophylle a"), ("CHLA", "chlorophylle a"), ("NTRA", "nitrate"), ("PHOS", "phosphate"),
    ("SLCA", "silicate"), ("TURB", "turbidité"), ("SSH", "hauteur de la surface de la mer"),
    ("ADT", "topographie dynamique"), ("MES", "matières en suspension"), ("SPM", "matières en suspension"),
    ("COP", "carbone organique particulaire"), ("POC", "carbone organique particulaire"),
    ("COD", "carbone organique dissous"), ("DOC", "carbone organique dissous"), ("Rrs", "réflectance de télédétection"),
    ("Kd490", "coefficient d'atténuation diffuse"), ("PAR", "rayonnement photosynthétiquement actif"),
    ("pCO2", "pression partielle de dioxyde de carbone"), ("AT", "alcalinité totale"),
    ("DIC", "carbone inorganique dissous"), ("DMS", "diméthylsulfure"), ("DGPS", "GPS différentiel"),
    ("AWS", "station météorologique automatique"), ("BaP", "benzo(a)pyrène"), ("DTX", "dinophysistoxine"),
    ("LAI", "indice foliaire"), ("CPUE", "capture par unité d'effort"), ("kn", "nœud"), ("m.s-1", "mètre par seconde"),
    ("µmol.L-1", "micromole par litre"), ("ind.m-2", "nombre par mètre carré"),
]  # fmt: skip


@pytest.fixture(scope="module")
def description() -> VocabularyDescription:
    return read_vocabulary_toml((FOLDER / "vocabulary.toml").read_bytes(), "vocabulary.toml")


@pytest.fixture(scope="module")
def text() -> str:
    return (FOLDER / "glossary.ttl").read_text("utf-8")


@pytest.fixture(scope="module")
def document(text: str) -> SkosDocument:
    read = parse_rdf(text.encode(), "glossary.ttl", SCHEME.removesuffix("glossary/"))
    assert read.repaired_iris == ()
    return read_skos(read.triples, "glossary")


@pytest.fixture(scope="module")
def entries(document: SkosDocument) -> tuple[Concept, ...]:
    return document.concepts


def labels(entry: Concept) -> tuple[LangString, ...]:
    return (*entry.pref_labels, *entry.alt_labels, *entry.hidden_labels)


def preferred(entry: Concept, language: str) -> str:
    return next(label.text for label in entry.pref_labels if label.lang == language)


def test_it_is_described_as_it_is(description: VocabularyDescription, document: SkosDocument, text: str) -> None:
    assert description.own
    assert description.checksum == hashlib.sha256(text.encode()).hexdigest()
    assert description.vocabulary.concept_count == len(document.concepts) >= 600
    assert description.vocabulary.deprecated_count == 0
    assert document.uri == SCHEME
    assert set(document.titles) == set(description.vocabulary.titles)


def test_iris_are_relative_ascii_and_in_order(text: str) -> None:
    prefixes = [line for line in text.splitlines() if line.startswith("@prefix")]
    statements = "\n".join(line for line in text.splitlines() if not line.startswith("@prefix"))
    assert len(prefixes) == 2
    slugs = SUBJECT.findall(statements)
    assert slugs[0] == "glossary/"
    assert slugs == sorted(set(slugs))
    for iri in IRI.findall(statements):
        assert re.fullmatch(r"glossary/([a-z0-9]+(-[a-z0-9]+)*)?", iri), iri


def test_each_entry_has_one_preferred_label_in_french_and_english(entries: tuple[Concept, ...]) -> None:
    for entry in entries:
        assert sorted(label.lang for label in entry.pref_labels) == ["en", "fr"], entry.uri
        assert {label.lang for label in entry.alt_labels} <= {"en", "fr"}, entry.uri
        assert {label.lang for label in entry.hidden_labels} <= {""}, entry.uri


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_two_entries_have_the_same_preferred_label(entries: tuple[Concept, ...], language: str) -> None:
    counts = Counter(fold(preferred(entry, language)) for entry in entries)
    assert [label for label, count in counts.items() if count > 1] == []


def test_an_entry_says_each_label_once(entries: tuple[Concept, ...]) -> None:
    for entry in entries:
        spelled = {fold(label.text) for label in (*entry.pref_labels, *entry.alt_labels)}
        codes = [fold(label.text) for label in entry.hidden_labels]
        assert len(set(codes)) == len(codes), entry.uri
        assert spelled.isdisjoint(codes), entry.uri
        for language in ("en", "fr"):
            said = [fold(x.text) for x in (*entry.pref_labels, *entry.alt_labels) if x.lang == language]
            assert len(set(said)) == len(said), entry.uri


def test_labels_are_plain_text(text: str, entries: tuple[Concept, ...]) -> None:
    for written in re.findall(r'"([^"]*)"', text):  # as written: reading strips
        assert written == written.strip() != "", written
        assert "  " not in written, written
        assert unicodedata.is_normalized("NFC", written), written
        assert written.isprintable(), written
    for entry in entries:
        for label in labels(entry):
            assert not re.search(r"[<>&{}\\|;]|Ã", label.text), label


def test_nothing_else_is_said_of_an_entry(text: str) -> None:
    said = set(re.findall(r"(?:^\t|; )(\S+:\S+) ", text, re.MULTILINE))
    assert said == {
        "dcterms:title", "dcterms:creator", "skos:inScheme", "skos:topConceptOf", "skos:broader",
        "skos:prefLabel", "skos:altLabel", "skos:hiddenLabel",
    }  # fmt: skip


def test_the_hierarchy_is_whole(text: str, entries: tuple[Concept, ...]) -> None:
    above = {entry.uri: entry.broader for entry in entries}
    for uri, broader in above.items():
        assert all(parent in above for parent in broader), uri
        passed, ahead = {uri}, list(broader)
        while ahead:
            parent = ahead.pop()
            assert parent != uri, uri
            if parent not in passed:
                passed.add(parent)
                ahead += above[parent]
    top = {f"{SCHEME.removesuffix('glossary/')}{slug}" for slug in re.findall(r"<([^>]+)> a [^.]*?topConceptOf", text)}
    assert top == {uri for uri, broader in above.items() if not broader}


@pytest.mark.parametrize(("french", "english"), PAIRS)
def test_known_pairs(entries: tuple[Concept, ...], french: str, english: str) -> None:
    assert {fr: preferred(entry, "en") for entry in entries if (fr := preferred(entry, "fr")) == french} == {
        french: english
    }


@pytest.mark.parametrize(("code", "french"), CODES)
def test_codes_that_are_typed(entries: tuple[Concept, ...], code: str, french: str) -> None:
    entry = next(entry for entry in entries if preferred(entry, "fr") == french)
    assert LangString(code) in entry.hidden_labels
