import pytest

from vocabsvc.formats.protocol import Protocol, names_layer, protocol_named, protocol_of


@pytest.mark.parametrize(
    ("text", "protocol"),
    [
        ("OGC:WMS", Protocol.WMS),
        ("OGC:WMS-1.1.1-http-get-map", Protocol.WMS),
        ("OGC  Web Map\n Service", Protocol.WMS),
        ("urn:ogc:serviceType:WebMapService:1.1.1:HTTP", Protocol.WMS),
        ("http://www.opengis.net/def/serviceType/ogc/wfs", Protocol.WFS),
        ("wmts 1.0.0", Protocol.WMTS),
        ("OGC API - Features", Protocol.API),
        ("OPeNDAP:OPeNDAP", Protocol.OPENDAP),
        ("WWW:LINK-1.0-http--opendap", Protocol.OPENDAP),
        ("ERDDAP:tabledap", Protocol.ERDDAP),
        ("UNIDATA:THREDDS", Protocol.THREDDS),
        ("ESRI REST: Map Service", Protocol.ESRI),
        ("ATOM Syndication Format", Protocol.ATOM),
        ("WWW:DOWNLOAD-1.0-ftp--download", Protocol.FTP),
        ("WWW:DOWNLOAD-1.0-http--download", Protocol.DOWNLOAD),
        ("Téléchargement", Protocol.DOWNLOAD),
        ("WWW:LINK-1.0-http--link", Protocol.LINK),
        ("https", Protocol.LINK),
        ("text/html", Protocol.OTHER),
    ],
)
def test_usual_names(text: str, protocol: Protocol) -> None:
    assert protocol_named(text) is protocol


@pytest.mark.parametrize("text", ["", "Visit page", "information", "WMSX", "IMOS:NCWMS--proto", "urn:sentinel2:shub"])
def test_names_that_nobody_else_uses(text: str) -> None:
    assert protocol_named(text) is None


@pytest.mark.parametrize("protocol", [one for one in Protocol if one is not Protocol.OTHER])
def test_name_that_is_proposed_is_known(protocol: Protocol) -> None:
    assert protocol_named(protocol.value) is protocol


@pytest.mark.parametrize(
    ("address", "protocol"),
    [
        ("https://data.example.org/wms?SERVICE=wms&REQUEST=GetCapabilities", Protocol.WMS),
        ("https://data.example.org/ows?request=GetFeature&amp;service=WFS", Protocol.WFS),
        ("https://data.example.org/thredds/dodsC/a.nc", Protocol.OPENDAP),
        ("https://data.example.org/thredds/fileServer/a.nc", Protocol.DOWNLOAD),
        ("https://data.example.org/thredds/wms/a.nc", Protocol.WMS),
        ("https://data.example.org/erddap/tabledap/x.html", Protocol.ERDDAP),
        ("https://data.example.org/a.NC", Protocol.DOWNLOAD),
        ("ftp://data.example.org/a", Protocol.FTP),
        ("https://doi.org/10.17882/42182", Protocol.DOI),
        ("https://data.example.org/page", None),
        ("http://[data.example.org", None),
        ("", None),
    ],
)
def test_what_an_address_shows(address: str, protocol: Protocol | None) -> None:
    assert protocol_of(address) is protocol


def test_layer_in_an_address() -> None:
    assert names_layer("https://data.example.org/wms?LAYERS=salinite")
    assert not names_layer("https://data.example.org/wms?layers=&service=WMS")
    assert not names_layer("http://[")
