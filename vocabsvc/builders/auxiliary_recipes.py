"""The recipes of the lists that records cite: organisations, licences, languages, code lists and the like."""

from dataclasses import replace

from vocabsvc.builders import (
    code_lists,
    data_formats,
    emso,
    inspire,
    languages,
    licences,
    nvs_turtle,
    octopus,
    protocols,
    seadatanet,
)
from vocabsvc.builders.nvs import collection
from vocabsvc.builders.recipe import Container, Fill, Recipe


def _nvs(vocabulary: str, title_en: str, title_fr: str, inputs: tuple[str, ...], fill: Fill) -> Recipe:
    return Recipe(vocabulary, Container(collection(vocabulary), title_en, title_fr), inputs, fill)


def _listed(name: str, container: Container, fill: Fill, publisher: str, addresses: tuple[str, ...]) -> Recipe:
    """Return the recipe of what our own tables hold."""
    return Recipe(
        name, container, (), fill, publisher=publisher, licence="", attribution=publisher, addresses=addresses
    )


_ISO = "International Organization for Standardization (ISO), technical committee 211"
_EC = "European Commission, INSPIRE registry"
_SDN = "SeaDataNet"

_RECIPES = (
    _nvs(
        "C16",
        "SeaDataNet sea areas",
        "Zones marines SeaDataNet",
        (octopus.C16,),
        octopus.fill_c16,
    ),
    _nvs(
        "L08",
        "SeaDataNet Data Access Restriction Policies",
        "Politiques SeaDataNet de restriction d’accès aux données",
        (nvs_turtle.L08,),
        nvs_turtle.fill_l08,
    ),
    _nvs(
        "L10",
        "SeaDataNet geographic co-ordinate reference frames",
        "Systèmes de coordonnées géographiques de référence SeaDataNet",
        (nvs_turtle.L10,),
        nvs_turtle.fill_l10,
    ),
    _nvs(
        "L11",
        "SeaDataNet depth measurement reference planes",
        "Plans de référence SeaDataNet des mesures de profondeur",
        (nvs_turtle.L11,),
        nvs_turtle.fill_l11,
    ),
    _nvs(
        "L20",
        "SeaDataNet measurand qualifier flags",
        "Codes de qualité SeaDataNet des mesures",
        (octopus.L20,),
        octopus.fill_l20,
    ),
    replace(
        _nvs(
            "L24",
            "SeaDataNet data transport formats",
            "Formats d’échange de données SeaDataNet",
            (),
            data_formats.fill_l24,
        ),
        addresses=("http://vocab.nerc.ac.uk/collection/L24/current/",),
    ),
    _nvs(
        "L35",
        "SenseOcean device developers and manufacturers",
        "Concepteurs et fabricants d’instruments SenseOcean",
        (emso.table("L35"), emso.link_list("L35", "related")),
        emso.fill_l35,
    ),
    Recipe(
        "EDMO",
        seadatanet.EDMO,
        (seadatanet.NAMES, seadatanet.DETAILS),
        seadatanet.fill_edmo,
        publisher=_SDN,
        licence="",
        attribution="EDMO, SeaDataNet; copies kept by EMSO ERIC and SeaDataNet",
        compressed=True,
    ),
    Recipe(
        "EDMERP",
        seadatanet.EDMERP,
        (seadatanet.PROJECTS,),
        seadatanet.fill_edmerp,
        publisher=_SDN,
        licence="",
        attribution="EDMERP, SeaDataNet",
        compressed=True,
    ),
    _listed("iso-19139", code_lists.ISO_19139, code_lists.fill_iso_19139, _ISO, code_lists.SOURCES[:2]),
    _listed("iso-19115-3", code_lists.ISO_19115_3, code_lists.fill_iso_19115_3, _ISO, code_lists.SOURCES[2:]),
    _listed(
        "languages",
        languages.LANGUAGES,
        languages.fill_languages,
        "Library of Congress, ISO 639-2 registration authority",
        languages.LANGUAGE_SOURCES,
    ),
    replace(
        _listed(
            "countries",
            languages.COUNTRIES,
            languages.fill_countries,
            "International Organization for Standardization (ISO)",
            languages.COUNTRY_SOURCES,
        ),
        attribution="ISO 3166-1; names of Unicode CLDR",
    ),
    _listed("SPDX", licences.SPDX, licences.fill_licences, "SPDX, The Linux Foundation", licences.SOURCES),
    Recipe(
        "inspire-themes",
        inspire.THEMES,
        (inspire.REGISTERED, inspire.NAMED),
        inspire.fill_themes,
        publisher=_EC,
        licence="",
        attribution="European Commission; GEMET, European Environment Agency",
    ),
    replace(
        _listed(
            "inspire-metadata",
            inspire.METADATA,
            inspire.fill_metadata,
            _EC,
            ("http://inspire.ec.europa.eu/metadata-codelist",),
        ),
        inputs=(inspire.SPATIAL_SCOPE,),
    ),
    _listed(
        "hvd-categories",
        inspire.HVD,
        inspire.fill_hvd,
        "Publications Office of the European Union",
        ("http://data.europa.eu/bna/asd487ae75",),
    ),
    replace(
        _listed("protocols", protocols.PROTOCOLS, protocols.fill_protocols, "vocabsvc", ()),
        licence="Apache-2.0",
        attribution="",
        own=True,
    ),
)

AUXILIARY_RECIPES = tuple(replace(recipe, auxiliary=True) for recipe in _RECIPES)
