"""Protocols of online resources: what records call them, and what an address says by itself."""

import re
from enum import StrEnum
from urllib.parse import parse_qsl, urlsplit


class Protocol(StrEnum):
    """How an online resource is used; the value is the name to write in a record."""

    WMS = "OGC:WMS"
    WMTS = "OGC:WMTS"
    WFS = "OGC:WFS"
    WCS = "OGC:WCS"
    SOS = "OGC:SOS"
    CSW = "OGC:CSW"
    WPS = "OGC:WPS"
    CONTEXT = "OGC:WMC"
    API = "OGC API"
    KML = "OGC:KML"
    OPENDAP = "OPeNDAP:OPeNDAP"
    THREDDS = "UNIDATA:THREDDS"
    SUBSET = "UNIDATA:NCSS"
    ERDDAP = "ERDDAP"
    ESRI = "ESRI:REST"
    TILES = "TMS"
    ATOM = "INSPIRE Atom"
    FTP = "WWW:FTP"
    DOWNLOAD = "WWW:DOWNLOAD-1.0-http--download"
    LINK = "WWW:LINK-1.0-http--link"
    DOI = "DOI"
    FILE = "FILE"
    OTHER = "other"


SERVICES = frozenset({
    Protocol.WMS, Protocol.WMTS, Protocol.WFS, Protocol.WCS, Protocol.SOS, Protocol.CSW, Protocol.WPS,
})  # fmt: skip
"""Services that an address names by its parameter ``service``."""
VIEWS = frozenset({Protocol.WMS, Protocol.WMTS, Protocol.TILES, Protocol.CONTEXT, Protocol.ESRI})
DOWNLOADS = frozenset({
    Protocol.WFS, Protocol.WCS, Protocol.SOS, Protocol.API, Protocol.OPENDAP, Protocol.THREDDS, Protocol.SUBSET,
    Protocol.ERDDAP, Protocol.ATOM, Protocol.FTP, Protocol.DOWNLOAD, Protocol.FILE, Protocol.KML,
})  # fmt: skip
GENERAL = frozenset({Protocol.LINK, Protocol.DOWNLOAD, Protocol.OTHER, Protocol.API, Protocol.FILE})
"""Protocols that fit any address over HTTP."""

_SERVICE_NAMES = {
    "WMTS": (Protocol.WMTS, "web ?map ?tile ?service"),
    "WMS": (Protocol.WMS, "web ?map ?service"),
    "WFS": (Protocol.WFS, "web ?feature ?service"),
    "WCS": (Protocol.WCS, "web ?coverage ?service"),
    "SOS": (Protocol.SOS, "sensor ?observation ?service"),
    "CSW": (Protocol.CSW, "catalog(?:ue)? ?service(?: for the web)?"),
    "WPS": (Protocol.WPS, "web ?processing ?service"),
}
_SEPARATOR = r"[:\s/_-]*"


def _service_pattern(name: str, words: str) -> str:
    """Return the ways to call a service: by its address, its URN, its letters and its words."""
    return (
        rf"https?://www\.opengis\.net/def/serviceType/ogc/{name}\b|urn:ogc:serviceType:(?:{words}|{name})\b"
        rf"|(?:INSPIRE |OGC{_SEPARATOR})?(?:{name}|{words})(?![a-z])"
    )


# What records call them, the particular before the general; matched from the start, spaces and case apart
_NAMES: tuple[tuple[Protocol, re.Pattern[str]], ...] = tuple(
    (protocol, re.compile(pattern, re.IGNORECASE))
    for protocol, pattern in (
        *((kind, _service_pattern(name, words)) for name, (kind, words) in _SERVICE_NAMES.items()),
        (Protocol.CONTEXT, r"OGC:(?:WMC|OWS-?C)\b"),
        (
            Protocol.API,
            r"OGC ?API\b|https?://www\.opengis\.net/def/interface/ogcapi|(?:OGC:)?(?:STA|SensorThings|EDR)\b",
        ),
        (Protocol.KML, r"OGC:KML|GLG:KML|KML\b|KMZ\b"),
        (Protocol.FILE, r"OGC:(?:GML|GPKG)|GML\b|GeoPackage\b|FILE\b|NETWORK:LINK"),
        (Protocol.OPENDAP, r"OPeNDAP|DAP[24]?\b|WWW:OPENDAP|DODS\b|WWW:LINK-1\.0-http--opendap"),
        (Protocol.SUBSET, r"UNIDATA:NCSS|NCSS\b|NetCDF ?Subset"),
        (Protocol.THREDDS, r"(?:UNIDATA:|WWW:)?THREDDS"),
        (Protocol.ERDDAP, r"ERDDAP"),
        (Protocol.ESRI, r"ESRI\b|ArcGIS\b|AGS:"),
        (Protocol.TILES, r"(?:OSGEO:)?TMS\b|XYZ\b"),
        (Protocol.ATOM, r"(?:INSPIRE[ :]|WWW:)?ATOM\b|https?://\S*rfc4287|GeoRSS\b|RSS\b"),
        (Protocol.FTP, r"(?:WWW:)?S?FTPS?\b|WWW:DOWNLOAD-1\.0-ftp|file transfer protocol"),
        (Protocol.DOI, r"(?:WWW:)?DOI\b"),
        (Protocol.DOWNLOAD, r"WWW:DOWNLOAD|download\b|t[eé]l[eé]chargement\b|WWW:LINK-1\.0-http--download"),
        (Protocol.LINK, r"WWW:[A-Z]|WWW\b|HTTPS?\b|link\b|lien\b|web\b|https?://www\.w3\.org/(?:TR|Protocols)"),
        (Protocol.OTHER, r"S3\b|SPARQL\b|OpenSearch\b|STAC\b|OAI(?:-PMH)?\b|JDBC\b|POSTGIS\b|WEBSOCKET\b|MQTT\b|GIT\b"),
        (Protocol.OTHER, r"GLOBUS\b|https?://www\.opengis\.net/def/"),
        (Protocol.OTHER, r"(?:application|audio|font|image|model|multipart|text|video)/[a-z0-9.+-]+"),
    )
)

_PATHS: tuple[tuple[Protocol, re.Pattern[str]], ...] = (
    (Protocol.DOWNLOAD, re.compile(r"/thredds/fileserver/|/erddap/files/", re.IGNORECASE)),
    (Protocol.OPENDAP, re.compile(r"/thredds/dodsc/|/dodsc/|/opendap/", re.IGNORECASE)),
    (Protocol.WMS, re.compile(r"/thredds/(?:nc)?wms/|/erddap/wms/", re.IGNORECASE)),
    (Protocol.WCS, re.compile(r"/thredds/wcs/", re.IGNORECASE)),
    (Protocol.SUBSET, re.compile(r"/thredds/ncss/", re.IGNORECASE)),
    (Protocol.THREDDS, re.compile(r"/thredds/.*catalog", re.IGNORECASE)),
    (Protocol.ERDDAP, re.compile(r"/erddap/(?:tabledap|griddap)/", re.IGNORECASE)),
    (Protocol.ESRI, re.compile(r"/(?:map|feature|image)server(?:/|$)", re.IGNORECASE)),
    (Protocol.DOWNLOAD, re.compile(
        r"\.(?:nc4?|cdf|csv|tsv|txt|zip|tar|t?gz|bz2|7z|tiff?|hdf5?|h5|grib2?|grb|gpkg|geojson|gml|xlsx?|parquet|mat|shp|dbf)$",
        re.IGNORECASE,
    )),
)  # fmt: skip


def protocol_named(text: str) -> Protocol | None:
    """Return the protocol that a record names in its own way, ``None`` where no usual name begins the text."""
    name = " ".join(text.split())
    return next((protocol for protocol, pattern in _NAMES if pattern.match(name)), None)


def protocol_of(address: str) -> Protocol | None:
    """Return the protocol that an address shows by itself, ``None`` where it may be anything over HTTP."""
    parts = _split(address)
    if parts is None:
        return None
    scheme, host, path, query = parts
    if scheme in {"ftp", "ftps", "sftp"}:
        return Protocol.FTP
    if host in {"doi.org", "dx.doi.org", "www.doi.org"}:
        return Protocol.DOI
    found = _SERVICE_NAMES.get(query.get("service", "").upper())
    if found is not None:
        return found[0]
    return next((protocol for protocol, pattern in _PATHS if pattern.search(path)), None)


def names_layer(address: str) -> bool:
    """Tell whether an address itself says which layer, feature type or coverage of a service is meant."""
    parts = _split(address)
    names = {"layers", "layer", "typename", "typenames", "coverage", "coverageid", "identifier", "featureid"}
    return parts is not None and any(parts[3].get(name) for name in names)


def _split(address: str) -> tuple[str, str, str, dict[str, str]] | None:
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return None
    query = {name.lower(): value for name, value in parse_qsl(parts.query.replace("&amp;", "&"))}
    return parts.scheme.lower(), host, parts.path, query
