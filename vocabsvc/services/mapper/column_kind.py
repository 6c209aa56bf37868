"""Whether a column holds a parameter at all, or flags, errors, coordinates or remarks about one."""

import re

from vocabsvc.formats.unit import parse_unit
from vocabsvc.model.candidate import LocalTerm, TermKind
from vocabsvc.model.folding import fold, fold_words

_FLAG = re.compile(
    r"(?:^|[_\s:.-])(?:qc|qf|flag|flags|qualityflag|qcflag|qartod|sdn_flag|qv|seadatanet_flag|drapeau)\d?$|"
    r"^(?:qc|qf|flag|drapeau|qartod|qv)[_\s:.-]|_qc_|[a-z\d]_(?:flagw|flagp)$"
)
_FLAG_TEXT = re.compile(
    r"\b(?:quality (?:control )?flags?|qc flags?|flag values?|quality code|drapeaux? (?:de )?qualite|code qualite|"
    r"indicateur de qualite|qc (?:test|code|indicator)|quality control (?:test|indicator|code))\b"
)
_ERROR = re.compile(r"(?:^|_)(?:err|error|erreur|uncertainty|uncert|unc|incertitude|standard_error|stderr)\d?$|_error_")
_ERROR_TEXT = re.compile(
    r"\b(?:standard error|measurement error|error estimate|estimated error|uncertainty|incertitude|"
    r"erreur (?:type|de mesure|standard))\b"
)
_DIMENSIONS = frozenset({
    "n_prof", "n_levels", "n_param", "n_calib", "n_history", "n_measurements", "obs", "row", "index", "record",
    "trajectory",
    "profile_index", "nv", "bnds", "nbnds", "string16", "string32", "string64", "station_index", "scan", "nbin",
    "time_bnds", "lat_bnds", "lon_bnds", "depth_bnds", "x", "y", "z", "i", "j", "k", "xc", "yc", "rowsize", "n_obs",
})  # fmt: skip
_ANCILLARY = frozenset({
    "station", "station_id", "stationid", "station_name", "cruise", "cruise_id", "cruise_name", "campagne", "expocode",
    "stnnbr", "castno", "cast", "cast_number", "btlnbr", "bottle", "bottle_number", "sampno", "sample_id", "sampleid",
    "platform", "platform_number", "platform_code", "platform_name", "wmo", "wmo_id", "wmo_platform_code", "data_mode",
    "comment", "comments", "commentaire", "commentaires", "remarks", "remarque", "remarques", "notes", "crs",
    "project", "project_name", "projet", "pi_name", "instrument", "instrument_id", "serial_number", "navire", "vessel",
    "ship", "file", "filename", "dataset_id", "event", "event_id", "eventid", "niskin", "leg", "operateur", "operator",
    "direction_of_profile", "cycle_number", "data_type", "format_version", "history", "source_file", "profile_id",
})  # fmt: skip
_TAIL = re.compile(r"\s*[(\[][^()\[\]]*[)\]]$")


def kind_of(term: LocalTerm) -> TermKind:
    """Return what a column holds; a parameter where nothing tells otherwise."""
    name = fold(_TAIL.sub("", term.local_name.rpartition("::")[2])).replace(" ", "_")
    text = " ".join(fold_words(f"{term.long_name} {term.standard_name}"))
    if _FLAG.search(name) or _FLAG_TEXT.search(text) or term.standard_name.endswith("status_flag"):
        return TermKind.QUALITY_FLAG
    if _ERROR.search(name) or _ERROR_TEXT.search(text) or term.standard_name.endswith("standard_error"):
        return TermKind.ERROR
    if not term.long_name and not term.standard_name and not _measures(term.unit):
        if name in _DIMENSIONS:
            return TermKind.DIMENSION
        if name in _ANCILLARY:
            return TermKind.ANCILLARY
    if name in _ANCILLARY and not _measures(term.unit) and set(text.split()) <= set(name.split("_")) | _PLAIN:
        return TermKind.ANCILLARY
    return TermKind.PARAMETER


_PLAIN = frozenset({
    "number", "name", "id", "identifier", "identifiant", "code", "of", "the", "nom", "numero", "de", "du", "la",
    "unique", "label",
})  # fmt: skip


def _measures(unit: str) -> bool:
    """Tell whether there is a unit that measures something."""
    parsed = parse_unit(unit) if unit.strip() else None
    return parsed is not None and bool(parsed.dimensions)
