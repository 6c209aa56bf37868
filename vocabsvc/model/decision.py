"""What a curator decided on a mapping, and what state that leaves it in."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from hashlib import blake2b

from vocabsvc.model.mapping import Mapping


class Action(StrEnum):
    """What a curator does."""

    PROPOSE = "propose"
    ACCEPT = "accept"
    REJECT = "reject"
    CHANGE = "change"
    RETIRE = "retire"


class MappingStatus(StrEnum):
    """Where a mapping stands; in a set's file only what is proposed or accepted has a row."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of the log, which is never changed.

    ``sequence`` counts from 1 over all mappings in the order of commits, ``number`` over those of one mapping.
    ``result`` is the whole row that the decision leaves, ``base`` the row that the set's file had, ``None`` where it
    had none; ``status`` is that of ``result``. ``decided`` is in UTC; ``tool`` is the release that wrote it.
    """

    sequence: int
    mapping_set: str
    mapping: str
    number: int
    action: Action
    status: MappingStatus
    result: Mapping
    base: Mapping | None
    who: str
    decided: datetime
    tool: str
    comment: str = ""


@dataclass(frozen=True, slots=True)
class CuratedMapping:
    """A mapping as it stands: the row of its set's file, or what was last decided.

    ``row`` is the row; ``filed`` the one of the loaded file, ``None`` where that has none. ``decisions`` counts
    what was decided so far. ``edited`` says that the file was changed since then by other means, which counts more.
    """

    id: str
    mapping_set: str
    status: MappingStatus
    row: Mapping
    filed: Mapping | None = None
    decisions: int = 0
    edited: bool = False

    @property
    def etag(self) -> str:
        """A text that is another one whenever the row, its status or what was decided is; it has no quotes."""
        state = (self.id, self.status, self.decisions, self.edited, replace(self.row, line=0))
        return blake2b(repr(state).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


ACTIVE = frozenset({MappingStatus.PROPOSED, MappingStatus.ACCEPTED})
"""What has a row in the file."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants to decide; empty texts leave what is there. Ids are IRIs, or CURIEs of the set."""

    action: Action
    comment: str = ""
    object_id: str = ""
    predicate_id: str = ""


@dataclass(frozen=True, slots=True)
class NewMapping:
    """A mapping that somebody proposes for a set; ids are IRIs, or CURIEs of the set."""

    mapping_set: str
    subject_id: str
    predicate_id: str
    object_id: str
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A decision on a state that is no longer: nothing was written.

    ``current`` is the state that somebody else left, ``sent`` what the decision would have made of it.
    """

    current: CuratedMapping
    sent: CuratedMapping


@dataclass(frozen=True, slots=True)
class Edit:
    """A row of a set's file that was changed by other means than a decision, after ``number`` decisions.

    ``row`` is ``None`` where it was removed.
    """

    number: int
    row: Mapping | None


@dataclass(frozen=True, slots=True)
class MappingHistory:
    """A mapping as it stands, and all that led to it, the oldest first."""

    mapping: CuratedMapping
    steps: tuple[Decision | Edit, ...]
