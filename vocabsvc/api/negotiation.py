"""Accept header to media type (RFC 9110 §12.5.1)."""

from collections.abc import Collection, Mapping

from vocabsvc.formats.accept import preferences


def choose_media_type(accept: str, offered: Mapping[str, str], also: Collection[str] = ()) -> str | None:
    """Return the offered media type that the header likes best, or ``None`` where it likes none.

    ``offered`` maps media types to short names, the default first; ``also`` are spellings that stand for the
    default (``application/json``). An empty header gets the default.
    """
    default = next(iter(offered))
    if not accept.replace(",", "").strip():
        return default
    for kind in preferences(accept):
        if kind in offered:
            return kind
        if kind in also or kind == "*/*":
            return default
        if kind.endswith("/*"):
            found = next((one for one in offered if one.startswith(kind[:-1])), None)
            if found:
                return found
    return None
