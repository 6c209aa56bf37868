"""Every error that vocabsvc raises on purpose.

::

    VocabsvcError
    ├── InputError                 what was sent cannot be used (HTTP 4xx, exit 2)
    │   ├── UnreadableInput        bytes that cannot be parsed; knows file, line, column
    │   │   ├── UnreadableRecord   … of a metadata record; knows the code of the check that refused it
    │   │   └── InvalidMappingSet  a mapping set that can be read but violates a check; stops a load
    │   ├── InvalidRequest         a parameter with an impossible value
    │   ├── InvalidVocabulary      one of our own that violates a check; stops a load
    │   ├── InputTooLarge          over a limit that is stated in the message
    │   ├── UnknownName            a vocabulary, concept, profile that is not loaded
    │   ├── DecisionRefused        a decision that a mapping in its state, or its target, does not allow
    │   └── DecisionConflict       a decision on a state that somebody else changed meanwhile
    ├── QueryRefused               SPARQL that a read-only endpoint does not run
    │   ├── UpdateRefused          … because it writes
    │   └── QueryInterrupted       … because it hit a limit while running
    ├── Overloaded                 too many wait already; knows when to come again (HTTP 503, exit 2)
    └── ServiceFault               our own fault (HTTP 5xx, exit 2)
        ├── InvalidShapesGraph     shapes that cannot run; stops the start
        ├── NoSnapshot             nothing was loaded yet
        ├── SnapshotDamaged        a snapshot whose files are not what the load wrote
        ├── DiskFull               no room for what is being written
        └── StoreUnreachable       another server, which holds the graphs, is not there (HTTP 503, exit 2)
            └── DatabaseUnreachable … or the database of decisions is not

None of them knows HTTP or the terminal: ``api.errors`` and ``cli.app`` each hold one table that does.
"""

from dataclasses import dataclass


class VocabsvcError(Exception):
    """Base of all of them; its text is one line a person can act on."""


class InputError(VocabsvcError):
    """What was sent cannot be used. This is not the same as a record that does not conform."""


@dataclass
class UnreadableInput(InputError):
    """Bytes that cannot be parsed as what they claim to be.

    ``source`` is the file name as the user gave it, or ``""`` for a request body. ``line`` and ``column``
    count from 1 and are ``None`` where the parser does not know them.
    """

    reason: str
    source: str = ""
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        """Return ``file:line:column: reason`` with the parts that are known."""
        place = [str(part) for part in (self.source, self.line, self.column) if part not in {"", None}]
        return ": ".join([*([":".join(place)] if place else []), self.reason])


@dataclass
class UnreadableRecord(UnreadableInput):
    """Bytes that are no readable metadata record; ``code`` names the check (STR-01…04) that says so."""

    code: str = "STR-01"


class InvalidMappingSet(UnreadableInput):
    """A mapping set that violates a check, at the row that does."""


class InvalidRequest(InputError):
    """A parameter whose value is impossible."""


class InvalidVocabulary(InputError):
    """A vocabulary that we publish ourselves and that violates a check of its making."""


class InputTooLarge(InputError):
    """Input over a stated limit."""


class UnknownName(InputError):
    """A name (vocabulary, concept, profile) that is not loaded."""


class DecisionRefused(InputError):
    """A decision that makes no sense for the mapping as it stands, or that leads to no usable concept."""


class DecisionConflict(InputError):
    """A decision on a state that is no longer, since somebody else decided meanwhile; nothing was written."""


class QueryRefused(VocabsvcError):
    """SPARQL that a public, read-only endpoint does not run."""


class UpdateRefused(QueryRefused):
    """SPARQL Update sent to a read-only endpoint."""


class QueryInterrupted(QueryRefused):
    """A query that hit a limit while it ran; its answer must not be used."""


@dataclass
class Overloaded(VocabsvcError):
    """Nothing is wrong with what was asked, but too many wait already; ``retry_after`` is in whole seconds."""

    reason: str
    retry_after: int = 10

    def __str__(self) -> str:
        """Return the reason."""
        return self.reason


class ServiceFault(VocabsvcError):
    """A fault of the service or its operator, never of the one who asked."""


class InvalidShapesGraph(ServiceFault):
    """A shapes graph that cannot run."""


class NoSnapshot(ServiceFault):
    """There is no snapshot to serve: ``vocabsvc load`` was not run."""


@dataclass
class SnapshotDamaged(ServiceFault):
    """A snapshot whose files are not, or no longer, what the load wrote; ``reason`` names the first of them."""

    snapshot: str
    reason: str

    def __str__(self) -> str:
        """Return ``snapshot: reason``."""
        return f"snapshot {self.snapshot} is damaged: {self.reason}"


class DiskFull(ServiceFault):
    """There is no room for what is being written."""


class StoreUnreachable(ServiceFault):
    """The server that holds the graphs cannot be reached, or does not answer in time; later it may."""


class DatabaseUnreachable(StoreUnreachable):
    """The database of decisions cannot be reached or written; what is published is read on."""
