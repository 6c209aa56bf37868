"""Names of data formats that are known, and those that only one maker's programs read well."""

import re


def _any_of(*names: str) -> re.Pattern[str]:
    """Return a pattern for any of these names as a word; the names are regular expressions, case apart."""
    return re.compile(rf"\b(?:{'|'.join(names)})(?![a-z])", re.IGNORECASE)


_KNOWN = _any_of(
    r"net ?cdf[34]?|nc4?|cdf|cf|cfpoint|cfprofile|ncml|opendap|dods|erddap|zarr|hdf(?:-?eos)?[- ]?[45]?",
    r"h5|grib[ -]?[12]?|bufr",
    r"csv|tsv|txt|ascii|text|(?:comma|tab)\b.*(?:delimited|separated)|xml|x?html|json(?:-?ld)?|yaml",
    r"markdown|parquet|arrow",
    r"rdf|turtle|n-?triples|nquads|sparql|sensorml|waterml|darwin core|dwc(?:-?a)?|fasta|fastq",
    r"geo-?json|topojson|gml|kml|kmz|gpx|georss|geo ?package|gpkg|flatgeobuf|spatialite|sqlite|postgis|postgresql|sql",
    r"shp|shape ?files?|esri|geodatabase|gdb|arcinfo|arcgis|coverage|layer|lpk|mpk|dbf|e00|dxf|dwg|dgn",
    r"mif|tab|mapinfo|qgis",
    r"(?:geo|cloud[- ]optimi[sz]ed[- ](?:geo)?)?tiff?|cog|png|jpe?g|jp2|jpeg ?2000|gif|svg|bmp|vrt|ecw",
    r"mrsid|nitf|img|bil|bip|bsq",
    r"envi|erdas|grass|idrisi|surfer|grd|asc|s-?57|s-?100|s-?102|vpf|gdf|fits|xyz|las|laz|e57",
    r"bag|seg-?[yd]|sgy|xtf|gsf|miniseed|sac|odv|ocean data view|medatlas|argo|ices|cnv|whp|seabird|edf",
    r"pdf(?:/a)?|portable document|odt|ods|open ?document|ooxml|docx?|word|xlsx?|excel|rtf|latex|tex|postscript|eps",
    r"mdb|accdb|access|matlab|mat|spss|sav|sas|sas7bdat|stata|dta|rdata|rds|idl",
    r"zip|gzip|gz|tar|7z|bz2|wav|flac|mp[34]",
    r"wms|wfs|wcs|wmts|sos|wmc|mapserver|atom|rss|tms|web (?:map|feature|coverage) service",
)
_PROPRIETARY = _any_of(
    r"xls|(?:ms|microsoft)[- ]?(?:excel|access|word)|excel(?! \(xlsx)|mdb|accdb|doc|ecw|mrsid|sid|dwg|dgn|lpk|mpk|e00",
    r"file geodatabase|fgdb|gdb|arc/?info (?:coverage|export)|map ?info|surfer|idrisi|erdas",
    r"matlab|spss|sav|sas7bdat|stata",
)
_OPEN = _any_of(r"xlsx|ooxml|csv|txt|ascii|open ?document")
_MEDIA_TYPE = re.compile(
    r"(?:application|audio|chemical|image|model|multipart|text|video)/[a-z0-9][a-z0-9.+_-]*", re.IGNORECASE
)
_REGISTER = re.compile(
    r"/collection/L24/current/|SDN:L24:|iana\.org/assignments/media-types|authority/file-type/"
    r"|inspire\.ec\.europa\.eu/media-types/|nationalarchives\.gov\.uk/PRONOM",
    re.IGNORECASE,
)


def is_known(text: str) -> bool:
    """Tell whether a name or identifier of a format is a usual one, a media type, or of a register of formats."""
    return bool(_KNOWN.search(text) or _MEDIA_TYPE.fullmatch(text.strip()) or _REGISTER.search(text))


def is_proprietary(text: str) -> bool:
    """Tell whether a name is of a format that only one maker's programs read well."""
    return bool(_PROPRIETARY.search(text)) and not _OPEN.search(text)
