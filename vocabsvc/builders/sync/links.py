"""The Link header (RFC 8288), as far as paging needs it."""

import re

_LINK = re.compile(r"<([^>]*)>([^<]*)")
_RELATION = re.compile(r';\s*rel\s*=\s*(?:"([^"]*)"|([^\s";,]+))', re.IGNORECASE)


def next_link(header: str) -> str:
    """Return the reference to the page that follows, ``""`` if the header names none."""
    for reference, parameters in _LINK.findall(header):
        relation = _RELATION.search(parameters)
        if relation and "next" in (relation[1] or relation[2] or "").lower().split():
            return str(reference)
    return ""
