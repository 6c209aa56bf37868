"""A few labels in the style of P01 with units, a centre's list, and what drafts requests over them."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from vocabsvc.bootstrap.loading import build_loader
from vocabsvc.bootstrap.services import build_services
from vocabsvc.bootstrap.snapshots import snapshot_folder
from vocabsvc.model.concept import ConceptRef
from vocabsvc.model.label import LangString
from vocabsvc.services.mapper.entries import ParameterEntry
from vocabsvc.services.mapper.knowledge import new_reader
from vocabsvc.services.mapper.target_index import TargetIndex
from vocabsvc.services.mapper.unit_concepts import UnitConcepts
from vocabsvc.services.mapper.wording import Wording
from vocabsvc.services.services import Services
from vocabsvc.services.term_requests.drafting import Drafter
from vocabsvc.services.term_requests.label_lexicon import LabelLexicon
from vocabsvc.services.term_requests.requested_units import RequestedUnits
from vocabsvc.services.term_requests.segments import Segmenter
from vocabsvc.settings import Settings
from vocabsvc.store.sources import find_sources

P01 = "http://vocab.nerc.ac.uk/collection/P01/current/"
P06 = "http://vocab.nerc.ac.uk/collection/P06/current/"

UNITS = {
    "UGPL": ("Micrograms per litre", "ug/l"), "UCPL": ("Number per litre", "#/l"), "UPAA": ("Degrees Celsius", "degC"),
    "UUKG": ("Micrograms per kilogram", "ug/kg"), "UVAA": ("Metres per second", "m/s"), "UPDY": ("per day", "/d"),
    "UMUB": ("Micromoles per micromole per day", "umol/umol/d"), "NGPG": ("Nanograms per gram", "ng/g"),
}  # fmt: skip
LABELS = (
    ("LEADDIS1", ("Concentration of lead {Pb CAS 7439-92-1} per unit volume of the water body "
     "[dissolved plus reactive particulate <unknown phase]"), "UGPL"),
    ("LEADTOT1", ("Concentration of lead {Pb CAS 7439-92-1} per unit volume of the water body "
     "[dissolved plus reactive particulate phase] by atomic absorption"), "UGPL"),
    ("ZINCTOT1", ("Concentration of zinc {Zn CAS 7440-66-6} per unit volume of the water body "
     "[dissolved plus reactive particulate phase]"), "UGPL"),
    ("LEADSDW1", "Concentration of lead {Pb CAS 7439-92-1} per unit dry weight of sediment", "UUKG"),
    ("ZINCSWW1", "Concentration of zinc {Zn CAS 7440-66-6} per unit wet weight of sediment", "UUKG"),
    ("BIPACON1", ("Concentration of bisphenol A {BPA CAS 80-05-7} per unit wet weight of biota "
     "{Mytilus edulis (ITIS: 79454: WoRMS 140480)}"), "UUKG"),
    ("SYNECHO1", ("Abundance of Synechococcus (ITIS: 773: WoRMS 160572) per unit volume of the water body "
     "by flow cytometry"), "UCPL"),
    ("NANOEUK1", ("Abundance of nanoeukaryotic cells [Size: 2-20um] per unit volume of the water body "
     "by flow cytometry"), "UCPL"),
    ("TEMPWAT1", "Temperature of the water body", "UPAA"),
    ("TEMPSTD1", "Temperature standard deviation of the water body", "UPAA"),
    ("TEMPAIR1", "Temperature of the atmosphere", "UPAA"),
    ("WINDSPD1", "Speed of wind {wind speed} in the atmosphere", "UVAA"),
    ("WINDSPD2", "Speed of wind {wind speed} in the atmosphere by in-situ anemometer", "UVAA"),
    ("WINDSPD3", "Speed maximum of wind {wind speed} in the atmosphere", "UVAA"),
    ("FLUOWAT1", "Fluorescence of the water body", ""),
    ("PORECON1", "Concentration of zinc {Zn CAS 7440-66-6} per unit volume of the sediment pore water", "UGPL"),
)  # fmt: skip
"""Code, label and code of the unit; the labels are those of no concept, but in the style of P01."""

FRENCH = {
    "concentration": "concentration", "plomb": "lead", "sédiment": "sediment", "colonne d eau": "water body",
    "dissous": "dissolved", "microplastiques": "microplastics", "abondance": "abundance",
}  # fmt: skip


def entries(labels: Sequence[tuple[str, str, str]] = LABELS) -> list[ParameterEntry]:
    return [
        ParameterEntry(
            ConceptRef(f"{P01}{code}/", "P01", f"SDN:P01::{code}", (LangString(label, "en"),)),
            code,
            (label,),
            units=(UNITS[unit][1], UNITS[unit][0]) if unit else (),
        )
        for code, label, unit in labels
    ]


def unit_entries() -> list[ParameterEntry]:
    return [
        ParameterEntry(
            ConceptRef(f"{P06}{code}/", "P06", f"SDN:P06::{code}", (LangString(label, "en"),)),
            code,
            (label,),
            (symbol,),
        )
        for code, (label, symbol) in UNITS.items()
    ]


def in_english(text: str) -> str:
    words = text.replace("’", " ").lower()
    return FRENCH.get(words, "")


def new_segmenter(wording: Wording) -> tuple[Segmenter, LabelLexicon]:
    """What cuts names, and the wordings of the labels above."""
    index = TargetIndex.of(entries(), wording)

    def translations(text: str) -> list[str]:
        return [english] if (english := in_english(text)) else []

    reader = new_reader(wording, [index], [], translations)
    known = index.proper_words.__contains__
    return Segmenter(reader, wording, known, lambda text: bool(in_english(text))), LabelLexicon(entries(), wording)


def new_drafter() -> Drafter:
    """What drafts over the labels and units above, with a few words of French."""
    wording = Wording.shipped()
    segmenter, lexicon = new_segmenter(wording)
    return Drafter(lexicon, RequestedUnits(UnitConcepts(unit_entries())), segmenter.reader, segmenter, in_english)


def load_requested(folder: Path) -> Settings:
    """Load the labels, the units and a centre's list of three names, one of them mapped."""
    sources = folder / "sources"
    _write(
        sources,
        "P01",
        P01,
        "".join(_concept(f"{P01}{code}/", f"SDN:P01::{code}", label, unit) for code, label, unit in LABELS),
    )
    units = "".join(
        f'<{P06}{code}/> a skos:Concept ; skos:notation "SDN:P06::{code}" ; '
        f'skos:prefLabel "{label}"@en ; skos:altLabel "{symbol}" .\n'
        for code, (label, symbol) in UNITS.items()
    )
    _write(sources, "P06", P06, units)
    listed = "".join(
        f'<baie/{code}> a skos:Concept ; skos:inScheme <baie/> ; skos:notation "{number}", "{code}" ; '
        f'skos:prefLabel "{english}"@en, "{french}"@fr ; v:unit "{unit}" .\n'
        for number, (code, english, french, unit) in enumerate((
            ("TEMP", "Temperature of the water", "Température de l’eau", "degC"),
            ("NIFH", "Abundance of nifH gene copies", "Abondance des copies du gène nifH", "copies/l"),
            ("TEMP_QC", "Quality flag of temperature", "Code qualité de la température", ""),
        ))
    )  # fmt: skip
    _write(sources, "baie", "baie/", listed, local=True)
    sources.joinpath("baie.sssom.tsv").write_text(
        "#mapping_set_id: https://example.org/sets/baie\n#license: https://creativecommons.org/licenses/by/4.0/\n"
        f"#curie_map:\n#  P01: {P01}\n#  baie: baie/\n"
        "subject_id\tsubject_label\tpredicate_id\tobject_id\tmapping_justification\tconfidence\n"
        "baie:TEMP\tTEMP\tskos:exactMatch\tP01:TEMPWAT1/\tsemapv:ManualMappingCuration\t0.9\n",
        "utf-8",
    )
    settings = Settings(data=folder / "data", base_uri="http://hub.example/id/")
    build_loader(settings).load(
        find_sources([sources / "P01", sources / "P06", sources / "baie", sources / "baie.sssom.tsv"]), lambda *_: None
    )
    return settings


def open_requested(settings: Settings) -> Services:
    """Open what was loaded."""
    return build_services(settings, snapshot_folder(settings).current())


def _concept(uri: str, notation: str, label: str, unit: str) -> str:
    related = f" ; skos:related <{P06}{unit}/>" if unit else ""
    return f'<{uri}> a skos:Concept ; skos:notation "{notation}" ; skos:prefLabel "{label}"@en{related} .\n'


def _write(sources: Path, name: str, uri: str, concepts: str, *, local: bool = False) -> None:
    folder = sources / name
    folder.mkdir(parents=True)
    scheme = f'<{uri}> a skos:ConceptScheme ; dcterms:title "{name}"@en, "{name}"@fr .\n'
    prefixes = (
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@prefix dcterms: <http://purl.org/dc/terms/> .\n"
        "@prefix v: <https://w3id.org/vocabsvc/def#> .\n"
    )
    data = (prefixes + scheme + concepts).encode()
    folder.joinpath(f"{name}.ttl").write_bytes(data)
    folder.joinpath("vocabulary.toml").write_text(
        f'id = "{name}"\ntitle = {{ en = "{name}", fr = "{name}" }}\nuri = "{uri}"\n'
        f"own = {str(local).lower()}\nlocal = {str(local).lower()}\n"
        'publisher = "Nobody"\nsource = ["https://example.org/"]\nlanguages = ["en"]\n'
        f'file = "{name}.ttl"\nchecksum = "{hashlib.sha256(data).hexdigest()}"\n'
        f'concepts = {concepts.count(" a skos:Concept ;")}\ndeprecated = 0\nmissing = []\ndate = "2026"\n'
        'licence = "CC0-1.0"\nattribution = "Nobody"\n',
        "utf-8",
    )
