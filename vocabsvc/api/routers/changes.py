"""What changed in a vocabulary."""

from typing import Annotated

from fastapi import APIRouter, Query

from vocabsvc.api.deps import ServicesDep
from vocabsvc.schemas.changes import ChangesOut
from vocabsvc.services.changes import LONGEST_SINCE

router = APIRouter(prefix="/api/v1", tags=["vocabularies"])

Since = Annotated[
    str, Query(max_length=LONGEST_SINCE, description="Name of an edition, or a date; empty for all that is known")
]


@router.get("/vocabularies/{vocabulary_id}/changes")
def list_changes(vocabulary_id: str, services: ServicesDep, since: Since = "") -> ChangesOut:
    """List what was added, changed, deprecated, un-deprecated and removed since an edition or a date."""
    return ChangesOut.of(services.changes.since(vocabulary_id, since))  # up to tens of thousands: in a thread
