"""Accept header to media type (RFC 9110 §12.5.1)."""

from collections.abc import Collection, Mapping


def choose_media_type(accept: str, offered: Mapping[str, str], also: Collection[str] = ()) -> str | None:
    """Return the offered media type that the header likes best, or ``None`` where it likes none.

    ``offered`` maps media types to short names, the default first; ``also`` are spellings that stand for the
    default (``application/json``). An empty header, or one that cannot be read, gets the default.
    """
    default = next(iter(offered))
    wanted = [_quality(part) for part in accept.split(",") if part.strip()]
    if not wanted:
        return default
    for kind, _ in sorted((one for one in wanted if one[1] > 0), key=lambda one: -one[1]):
        if kind in offered:
            return kind
        if kind in also or kind == "*/*":
            return default
        if kind.endswith("/*"):
            found = next((one for one in offered if one.startswith(kind[:-1])), None)
            if found:
                return found
    return None


def _quality(part: str) -> tuple[str, float]:
    kind, *parameters = (piece.strip().lower() for piece in part.split(";"))
    for parameter in parameters:
        if parameter.startswith("q="):
            try:
                return kind, float(parameter[2:])
            except ValueError:
                return kind, 0.0
    return kind, 1.0
