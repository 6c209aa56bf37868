"""A centre's list and its mapping set, for tests of decisions on it."""

from hashlib import sha256
from pathlib import Path

from tests.conftest import DATA, ROOT
from vocabsvc.bootstrap.loading import build_loader
from vocabsvc.bootstrap.services import build_services
from vocabsvc.bootstrap.snapshots import snapshot_folder
from vocabsvc.services.services import Services
from vocabsvc.settings import Settings
from vocabsvc.store.sources import find_sources

BASE_URI = "http://hub.example/id/"
CENTRE = f"{BASE_URI}curated/"
T01, T02 = (f"http://test.example/collection/{name}/current/" for name in ("T01", "T02"))

TOKENS = {"marie.dupont": "jeton de Marie", "yves": "jeton d'Yves"}
ENTRIES = ",".join(f"{name}:{sha256(token.encode()).hexdigest()}" for name, token in TOKENS.items())

SSSOM = """\
#curie_map:
#  T01: http://test.example/collection/T01/current/
#  T02: http://test.example/collection/T02/current/
#  centre: curated/
#  v: https://w3id.org/vocabsvc/def#
#mapping_set_id: https://test.example/mappings/curated
#license: https://spdx.org/licenses/CC0-1.0
#mapping_set_title: Paramètres d’essai
#extension_definitions:
#- slot_name: ext_status
#  property: v:status
#  type_hint: xsd:string
subject_id\tsubject_label\tpredicate_id\tobject_id\tobject_label\tmapping_justification\tconfidence\tcomment\text_status
centre:1\tSEAU_T\tskos:exactMatch\tT01:SALTX01/\tSalinity of the test basin\tsemapv:LexicalMatching\t0.6\tvu\tproposed
centre:2\tTEMP_X\tskos:exactMatch\tT01:TEMPX01/\tTemperature of the test basin\tsemapv:LexicalMatching\t0.9\t\t
centre:3\tOXY\tskos:broadMatch\tT02:CHEM/\tChemistry\tsemapv:LexicalMatching\t0.5\t\tproposed
centre:4\tVIEUX\tskos:exactMatch\tT01:TEMPX02/\tTemperature\tsemapv:LexicalMatching\t0.5\t\t
centre:5\tNévé\tskos:closeMatch\tT01:OXYGX01/\tDissolved oxygen\tsemapv:LexicalMatching\t0.5\t\tproposed
"""

LIST = (
    "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
    + "".join(
        f"<{CENTRE}{number}> a skos:Concept ; skos:inScheme <{CENTRE}> ; "
        f'skos:prefLabel "Paramètre {number}"@fr ; owl:deprecated "{"true" if number == 7 else "false"}" .\n'
        for number in range(1, 8)
    )
)


def load_curated(folder: Path, sssom: str = SSSOM) -> Path:
    """Load the test vocabularies, the list and the set into a data folder in ``folder``."""
    sources = folder / "sources"
    sources.mkdir(exist_ok=True)
    (sources / "curated.ttl").write_text(f"<{CENTRE}> a <http://www.w3.org/2004/02/skos/core#ConceptScheme> .\n{LIST}")
    (sources / "curated.sssom.tsv").write_text(sssom, "utf-8")
    settings = Settings(data=folder / "data", base_uri=BASE_URI)
    paths = [DATA / "T01.ttl", DATA / "T02.ttl", *sorted(sources.iterdir()), ROOT / "shapes"]
    build_loader(settings).load(find_sources(paths), lambda *_: None)
    return settings.data


def open_curated(data: Path, **said: object) -> Services:
    """Open the current snapshot of such a folder; ``said`` are settings."""
    settings = Settings.model_validate({"data": data, "base_uri": BASE_URI, "curator_tokens": ENTRIES, **said})
    return build_services(settings, snapshot_folder(settings).current())
