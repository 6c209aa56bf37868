"""CURIEs (https://www.w3.org/TR/curie/) under the prefixes of one document."""

import re
from collections.abc import Mapping
from urllib.parse import urljoin

from vocabsvc.formats.rdf import encode_iri

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_PREFIX = re.compile(r"[A-Za-z_][\w.-]*")


def is_iri(text: str) -> bool:
    """Tell whether a text is an IRI with a scheme and without forbidden characters (RFC 3987)."""
    return _SCHEME.match(text) is not None and encode_iri(text) == text


class Prefixes:
    """Expands CURIEs to IRIs and contracts them; a namespace without a scheme is relative to ``base_uri``.

    Raises:
        ValueError: a prefix or namespace that cannot be one.
    """

    def __init__(self, namespaces: Mapping[str, str], base_uri: str) -> None:
        self._namespaces: dict[str, str] = {}
        for prefix, written in namespaces.items():
            namespace = written if _SCHEME.match(written) else urljoin(base_uri, written)
            if not _PREFIX.fullmatch(prefix):
                raise ValueError(f"{prefix!r} cannot be a prefix")
            if not is_iri(namespace):
                raise ValueError(f"the namespace of {prefix!r} is no IRI: {written!r}")
            self._namespaces[prefix] = namespace

    def expand(self, curie: str) -> str:
        """Return the IRI of a CURIE.

        Raises:
            ValueError: no CURIE, an unknown prefix, or characters that no IRI holds.
        """
        prefix, colon, local = curie.partition(":")
        if not colon:
            raise ValueError(f"{curie!r} is no CURIE (prefix:local)")
        if prefix not in self._namespaces:
            raise ValueError(f"the prefix of {curie!r} is not declared in curie_map")
        iri = self._namespaces[prefix] + local
        if not is_iri(iri):
            raise ValueError(f"{curie!r} does not expand to an IRI")
        return iri

    def contract(self, iri: str) -> str:
        """Return the CURIE of an IRI, under the longest namespace that it begins with.

        Raises:
            ValueError: no namespace fits.
        """
        fitting = [(len(ns), prefix) for prefix, ns in self._namespaces.items() if iri.startswith(ns)]
        if not fitting:
            raise ValueError(f"no prefix for <{iri}>")
        length, prefix = max(fitting)
        return f"{prefix}:{iri[length:]}"
