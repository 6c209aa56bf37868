"""Geographic bounding boxes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BoundingBox:
    """Degrees, WGS 84; ``west`` greater than ``east`` crosses the antimeridian (ISO 19115-1 B.2.2)."""

    west: float
    east: float
    south: float
    north: float
