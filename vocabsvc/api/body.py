"""Request bodies read up to a limit, so that a large one is refused before it fills the memory."""

from fastapi import Request

from vocabsvc.errors import InputTooLarge


async def read_body(request: Request, max_bytes: int) -> bytes:
    """Return the whole body.

    Raises:
        InputTooLarge: it is longer than ``max_bytes``, whatever Content-Length says.
    """
    data = bytearray()
    async for chunk in request.stream():
        data += chunk
        if len(data) > max_bytes:
            raise InputTooLarge(f"the body is larger than {max_bytes} bytes")
    return bytes(data)
