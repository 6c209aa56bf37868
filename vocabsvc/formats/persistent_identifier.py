"""Persistent identifiers: DOI, Handle, ARK, PURL, URN with a registered agency behind it."""

import re

_DOI_NAME = r"10\.[0-9]{4,9}(?:\.[0-9]+)*/[^\s\"<>]+"  # ISO 26324, DOI handbook 2.2
_DOI = re.compile(
    rf"(?:(?P<address>https?://(?:dx\.|www\.)?doi\.org/)|doi: ?|urn:doi:|info:doi/)?(?P<name>{_DOI_NAME})",
    re.IGNORECASE,
)
_DOI_CLAIM = re.compile(r"(?:https?://)?(?:dx\.|www\.)?doi\.org/.*|doi:.*|10\.[0-9]{4,}.*", re.IGNORECASE)
_OTHERS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?:https?://hdl\.handle\.net/|hdl:)[0-9][0-9A-Z.]*/\S+",
        r"(?:https?://[^\s/]+/)?ark:/?[0-9]{5,}/\S+",
        r"https?://(?:purl\.[a-z.]+|w3id\.org|n2t\.net|identifiers\.org)/\S+",
        r"urn:(?:nbn|lsid|isbn):\S+",
        r"igsn:\S+",
    )
)


def doi_iri(text: str) -> str:
    """Return a DOI in any of its written forms as ``https://doi.org/10…``, ``""`` for what is none."""
    match = _DOI.fullmatch(text.strip())
    return f"https://doi.org/{match['name']}" if match is not None else ""


def claims_doi(text: str) -> bool:
    """Tell whether a text looks as if it wanted to be a DOI."""
    return _DOI_CLAIM.fullmatch(text.strip()) is not None


def persistent_iri(text: str) -> str:
    """Return a persistent identifier as it should be cited, ``""`` for what is none."""
    text = text.strip()
    return doi_iri(text) or next((text for pattern in _OTHERS if pattern.fullmatch(text)), "")
