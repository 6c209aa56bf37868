"""The limits of every list."""

from vocabsvc.errors import InputTooLarge, InvalidRequest

MOST_ITEMS = 1000
DEEPEST_OFFSET = 1_000_000


def check_page(offset: int, limit: int) -> None:
    """Refuse an impossible or too large page.

    Raises:
        InvalidRequest: negative, or no item asked.
        InputTooLarge: over ``MOST_ITEMS`` or ``DEEPEST_OFFSET``.
    """
    if offset < 0 or limit < 1:
        raise InvalidRequest("offset must be 0 or more, limit 1 or more")
    if limit > MOST_ITEMS or offset > DEEPEST_OFFSET:
        raise InputTooLarge(f"limit goes up to {MOST_ITEMS}, offset up to {DEEPEST_OFFSET}")
