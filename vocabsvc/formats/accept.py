"""Preferences as HTTP headers list them: Accept, Accept-Language (RFC 9110 §12.4.2)."""


def preferences(header: str) -> tuple[str, ...]:
    """Return the values in lower case, the best liked first; those with quality 0 or none that can be read are out."""
    ranked = [_ranked(part) for part in header.split(",") if part.strip()]
    return tuple(value for value, quality in sorted(ranked, key=lambda one: -one[1]) if quality > 0)


def _ranked(part: str) -> tuple[str, float]:
    value, *parameters = (piece.strip().lower() for piece in part.split(";"))
    for parameter in parameters:
        if parameter.startswith("q="):
            try:
                quality = float(parameter[2:])
            except ValueError:
                return value, 0.0
            return value, quality if 0 <= quality <= 1 else 0.0
    return value, 1.0
