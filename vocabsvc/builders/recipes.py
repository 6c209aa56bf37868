"""The recipes of the vocabularies that ship; the only list."""

from vocabsvc.builders import argo, bodc, cf, copernicus, coriolis, emso, nvs_turtle, octopus, sextant
from vocabsvc.builders.auxiliary_recipes import AUXILIARY_RECIPES
from vocabsvc.builders.graph import HUB
from vocabsvc.builders.nvs import collection
from vocabsvc.builders.recipe import Container, Recipe


def _nvs(vocabulary: str, title_en: str, title_fr: str) -> Container:
    return Container(collection(vocabulary), title_en, title_fr)


RECIPES: tuple[Recipe, ...] = (
    Recipe(
        "P01",
        _nvs("P01", "BODC Parameter Usage Vocabulary", "Vocabulaire d’usage des paramètres du BODC"),
        (bodc.P01, bodc.P01_LINKS, bodc.P01_MATCHES),
        bodc.fill_p01,
        compressed=True,
    ),
    Recipe(
        "P02",
        _nvs(
            "P02",
            "SeaDataNet Parameter Discovery Vocabulary",
            "Vocabulaire SeaDataNet de recherche des paramètres",
        ),
        (nvs_turtle.P02, emso.table("P02"), *emso.link_lists("P02")),
        nvs_turtle.fill_p02,
    ),
    Recipe(
        "P03",
        _nvs("P03", "SeaDataNet Agreed Parameter Groups", "Groupes de paramètres convenus de SeaDataNet"),
        (nvs_turtle.P03, *emso.link_lists("P02")),
        nvs_turtle.fill_p03,
    ),
    Recipe(
        "P06",
        _nvs("P06", "BODC-approved data storage units", "Unités de stockage des données approuvées par le BODC"),
        (emso.table("P06"), emso.UNITS, *emso.link_lists("P06", emso.UPWARD)),
        emso.fill_p06,
    ),
    Recipe(
        "P07",
        _nvs("P07", "Climate and Forecast Standard Names", "Noms standard Climate and Forecast (CF)"),
        (cf.NAMES, cf.TABLE, *emso.link_lists("P07"), octopus.EDITIONS),
        cf.fill_p07,
    ),
    Recipe(
        "P09",
        _nvs("P09", "MEDATLAS Parameter Usage Vocabulary", "Vocabulaire d’usage des paramètres MEDATLAS"),
        (nvs_turtle.P09, nvs_turtle.P09_MATCHES),
        nvs_turtle.fill_p09,
    ),
    Recipe(
        "R03",
        _nvs("R03", "Argo parameter codes", "Codes de paramètres Argo"),
        (argo.R03, cf.NAMES),
        argo.fill_r03,
    ),
    Recipe(
        "L05",
        _nvs("L05", "SeaDataNet device categories", "Catégories d’instruments SeaDataNet"),
        (nvs_turtle.L05, emso.table("L05"), *emso.link_lists("L05")),
        nvs_turtle.fill_l05,
    ),
    Recipe(
        "L06",
        _nvs("L06", "SeaVoX Platform Categories", "Catégories de plateformes SeaVoX"),
        (emso.table("L06"), *emso.link_lists("L06", emso.UPWARD)),
        emso.fill_l06,
    ),
    Recipe(
        "L22",
        _nvs("L22", "SeaVoX Device Catalogue", "Catalogue d’instruments SeaVoX"),
        (emso.table("L22"), *emso.link_lists("L22", emso.UPWARD)),
        emso.fill_l22,
    ),
    Recipe(
        "C19",
        _nvs(
            "C19",
            "SeaVoX salt and fresh water body gazetteer",
            "Répertoire SeaVoX des étendues d’eau salée et douce",
        ),
        (nvs_turtle.C19,),
        nvs_turtle.fill_c19,
    ),
    Recipe(
        "F02",
        _nvs(
            "F02",
            "Marine Microbial Flow Cytometry Standardised Group Names",
            "Noms normalisés des groupes microbiens marins en cytométrie en flux",
        ),
        (bodc.VALUES,),
        bodc.fill_f02,
    ),
    Recipe(
        "OD1",
        _nvs(
            "OD1",
            "ODATIS aggregation parameters and Essential Variable names",
            "Paramètres d’agrégation ODATIS et noms des variables essentielles",
        ),
        (nvs_turtle.OD1,),
        nvs_turtle.fill_od1,
    ),
    Recipe(
        "odatis",
        Container(f"{HUB}odatis/", "ODATIS catalogue lists", "Listes du catalogue ODATIS"),
        tuple(sextant.LISTS),
        sextant.fill_odatis,
        publisher="Ifremer (Sextant), ODATIS",
        licence="",
        attribution="ODATIS, Ifremer (Sextant)",
        parts=tuple(sextant.LISTS.values()),
    ),
    Recipe(
        "coriolis",
        Container(coriolis.SCHEME, "Coriolis parameter codes", "Codes de paramètres de Coriolis", "ConceptScheme"),
        (coriolis.CODES, emso.UNITS),
        coriolis.fill_coriolis,
        publisher="Coriolis (Ifremer)",
        licence="",
        attribution="Coriolis, Ifremer",
        own=True,
        local=True,
    ),
    Recipe(
        "copernicus",
        Container(
            copernicus.SCHEME,
            "Copernicus Marine in situ variables",
            "Variables in situ de Copernicus Marine",
            "ConceptScheme",
        ),
        (copernicus.VARIABLES,),
        copernicus.fill_copernicus,
        publisher="Copernicus Marine Service, In Situ Thematic Centre",
        licence="",
        attribution="Copernicus Marine Service; list kept by EMSO ERIC",
        own=True,
        local=True,
    ),
    *AUXILIARY_RECIPES,
)
