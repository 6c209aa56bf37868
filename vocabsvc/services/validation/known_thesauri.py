"""Which vocabulary a citation of a thesaurus means: by address, URN, GeoNetwork's key, code or title."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from vocabsvc.formats.identifier import iri_spellings, read_citation
from vocabsvc.model.folding import fold, fold_words
from vocabsvc.model.vocabulary import Vocabulary
from vocabsvc.namespaces import NVS

_KEPT = 2048
_LONGEST = 300
_CODE = r"(?P<code>[A-Z][A-Z0-9][0-9]|EDMERP|EDMO|EDMED|CSR)"
_NVS_COLLECTION = re.compile(
    rf"https?://vocab\.nerc\.ac\.uk/(?:collection|scheme)/{_CODE}(?:/[a-z0-9]+)?/?", re.IGNORECASE
)
_NDG_LIST = re.compile(
    r"https?://vocab\.ndg\.nerc\.ac\.uk/(?:list|collection)/(?P<code>[A-Z][0-9]{2})1?(?:/.*)?", re.IGNORECASE
)
_URN = re.compile(
    rf"(?:https?://(?:www\.)?seadatanet\.org/urnurl/)?(?:urn:)?SDN:{_CODE}1?:*(?:[0-9]+:*)?", re.IGNORECASE
)
_GEONETWORK_NVS = re.compile(rf"(?:^|[./])(?:NVS|SDN)[.:_-]{_CODE}(?:\.rdf)?$", re.IGNORECASE)
_CODE_ALONE = re.compile(rf"(?:(?:SDN|NVS|BODC|NERC|SEADATANET)[ :/_-]*)*{_CODE}1?", re.IGNORECASE)
_CODE_BESIDE = re.compile(rf"(?:[(\[]|\b(?:NVS|SDN|BODC|NERC)[ :/_-]+){_CODE}\b")
_ADDRESSES = (
    (re.compile(r"https?://(?:www\.)?eionet\.europa\.eu/gemet/(?:[a-z]{2}/)?inspire[-_]themes?/?"), "inspire-themes"),
    (re.compile(r"https?://(?:www\.)?eionet\.europa\.eu/inspire[-_]themes?/?"), "inspire-themes"),
    (re.compile(r"https?://inspire\.ec\.europa\.eu/metadata-codelist/SpatialScope/?"), "spatial-scope"),
    (re.compile(r"https?://inspire\.ec\.europa\.eu/metadata-codelist/PriorityDataset/?"), "priority-data-set"),
    (re.compile(r"https?://cfconventions\.org/\S*standard[-_]name\S*"), "P07"),
)
_GEONETWORK_KEYS: Mapping[str, str] = {
    "httpinspireeceuropaeutheme-theme": "inspire-themes",
    "inspire-theme": "inspire-themes",
}
_ALIASES: Mapping[str, tuple[str, ...]] = {
    "P01": ("parameter usage", "seadatanet pdv usage", "parametres d'usage"),
    "P02": ("parameter discovery", "pdv", "sdn pdv", "parametres de decouverte", "decouverte des parametres"),
    "P03": ("agreed parameter groups",),
    "P06": ("approved data storage units", "data storage units", "storage units"),
    "P07": (
        "cf standard names",
        "cf standard name table",
        "climate and forecast cf standard names",
        "climate and forecast standard name table",
        "climate and forecast metadata convention standard name table",
        "netcdf climate and forecast cf metadata convention standard name table",
        "noms standard cf",
    ),
    "L05": ("devices", "device categories", "device category", "sdn devices", "categories d'instruments"),
    "L06": ("platform categories", "platform classes", "platform class", "categories de plateformes"),
    "L22": ("device catalogue", "catalogue d'instruments"),
    "C16": ("sea areas",),
    "C19": ("salt and fresh water body gazetteer", "water body gazetteer", "salt and fresh water gazetteer"),
    "EDMERP": (
        "european directory of marine environmental research projects",
        "repertoire europeen des projets de recherche marine",
    ),
    "OD1": ("odatis aggregation parameters", "thesaurus odatis", "odatis thesaurus", "odatis parameters"),
    "inspire-themes": ("gemet inspire themes", "inspire themes", "inspire spatial data themes", "themes inspire"),
    "hvd-categories": ("high value dataset categories", "categories de donnees de forte valeur"),
    "spatial-scope": ("spatial scope", "champ geographique"),
    "priority-data-set": ("inspire priority data set", "priority data set"),
}
"""Titles in use beside those that the vocabularies give themselves, without the words that are left out below."""

_LEFT_OUT = frozenset(
    {"seadatanet", "seavox", "bodc", "nerc", "nvs", "vocabulary", "vocabularies", "thesaurus", "list", "the", "sdn"}
)
_VERSION = re.compile(r"[\s,;(]*\b(?:version|v|edition|ed)\.?\s*[0-9][\w.]*\)?\s*$", re.IGNORECASE)
_IN_PARENTHESES = re.compile(r"\([^()]*\)\s*$")


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """A thesaurus that was recognised: its id, and the vocabulary where it is loaded."""

    id: str
    vocabulary: Vocabulary | None


class KnownThesauri:
    """Recognises citations; ``vocabularies`` are those that are loaded."""

    def __init__(self, vocabularies: Sequence[Vocabulary]) -> None:
        self._by_id = {one.id.lower(): one for one in vocabularies}
        self._by_uri = {spelling: one for one in vocabularies for spelling in iri_spellings(one.uri)}
        self._by_title = {_title_key(title): name for name, titles in _ALIASES.items() for title in titles}
        self._by_title |= {_title_key(title.text): one.id for one in vocabularies for title in one.titles}
        self.by_address = lru_cache(_KEPT)(self._by_address)
        self.by_title = lru_cache(_KEPT)(self._titled)

    def recognised(self, addresses: Iterable[str], titles: Iterable[str]) -> Thesaurus | None:
        """Return the thesaurus that one of the addresses means, else one of the titles, else ``None``."""
        found = (*map(self.by_address, addresses), *map(self.by_title, titles))
        return next(filter(None, found), None)

    def _by_address(self, text: str) -> Thesaurus | None:
        cited = text.strip()
        if len(cited) > _LONGEST:
            return None
        for form in (_NVS_COLLECTION, _NDG_LIST, _URN):
            if found := form.fullmatch(cited):
                return self._thesaurus(found["code"].upper())
        if found := _GEONETWORK_NVS.search(cited):
            return self._thesaurus(found["code"].upper())
        for address, name in _ADDRESSES:
            if address.fullmatch(cited):
                return self._thesaurus(name)
        for spelling in iri_spellings(cited):
            if spelling in self._by_uri:
                return self._thesaurus(self._by_uri[spelling].id)
        key = cited.removesuffix(".rdf").rpartition(".")[2]
        return self._thesaurus(_GEONETWORK_KEYS[key]) if key in _GEONETWORK_KEYS else None

    def _titled(self, title: str) -> Thesaurus | None:
        text = " ".join(title.split())
        if len(text) > _LONGEST:
            return None
        if found := _CODE_ALONE.fullmatch(text) or _CODE_BESIDE.search(text):
            return self._thesaurus(found["code"].upper())
        for spelling in (text, _VERSION.sub("", text), _IN_PARENTHESES.sub("", _VERSION.sub("", text))):
            name = self._by_title.get(_title_key(spelling))
            if name is not None and fold(spelling):
                return self._thesaurus(name)
        return None

    def _thesaurus(self, name: str) -> Thesaurus:
        return Thesaurus(name, self._by_id.get(name.lower()))


def nvs_vocabulary(text: str) -> str:
    """Return the code of the NVS collection that a cited identifier of a concept lies in, ``""`` for none."""
    cited = read_citation(text)
    return cited.vocabulary if any(uri.startswith(NVS) for uri in cited.uris) else ""


def _title_key(title: str) -> tuple[str, ...]:
    words = fold_words(title)
    return tuple(word for word in words if word not in _LEFT_OUT) or words
