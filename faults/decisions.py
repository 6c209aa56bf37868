"""Decisions over HTTP, a server that is killed in the middle of them, and the proof that none is lost."""

import http.client
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from random import Random
from threading import Timer
from typing import Any

from faults.proof import NotServable
from vocabsvc.store.curation.database import Database
from vocabsvc.store.curation.log import SqlDecisionLog

_START_SECONDS = 60
_OF_ONE_MAPPING = 5
_TOKEN = "of a curator who is killed a lot"  # noqa: S105 - of a server that lives for seconds
_PREDICATES = ("skos:closeMatch", "skos:exactMatch")


class ServedData:
    """``vocabsvc serve`` over a data folder and a database, to be killed and started again."""

    def __init__(self, data: Path, database: str) -> None:
        tokens = f"curator:{sha256(_TOKEN.encode()).hexdigest()}"
        said = {"VOCABSVC_DATA": str(data), "VOCABSVC_DECISIONS": database, "VOCABSVC_CURATOR_TOKENS": tokens}
        self._environment = {**os.environ, **said}
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port: int = free.getsockname()[1]
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it, and wait until it answers."""
        command = [sys.executable, "-m", "vocabsvc", "serve", "--port", str(self._port)]
        self._process = subprocess.Popen(command, env=self._environment, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + _START_SECONDS
        while time.monotonic() < deadline:
            try:
                self.ask("GET", "/health")
            except OSError:
                time.sleep(0.05)
            else:
                return
        raise TimeoutError("the server does not start")

    def kill(self) -> None:
        """Kill it, and wait until it is gone."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()

    def ask(
        self, method: str, path: str, body: Mapping[str, str] | None = None, etag: str = ""
    ) -> tuple[int, dict[str, Any]]:
        """Return status and JSON of an answer."""
        headers = {"Authorization": f"Bearer {_TOKEN}", "Content-Type": "application/json", "If-Match": etag}
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=30)
        try:
            connection.request(method, path, json.dumps(body) if body else None, headers)
            answer = connection.getresponse()
            return answer.status, json.loads(answer.read())
        finally:
            connection.close()


@dataclass(frozen=True)
class Acknowledged:
    """A decision that the server said it has written."""

    mapping: str
    comment: str


class Curator:
    """Proposes mappings for a set and changes them, and notes what was acknowledged."""

    def __init__(self, server: ServedData, mapping_set: str, target: str) -> None:
        self._server = server
        self._new = {"set": mapping_set, "object_id": target, "predicate_id": "skos:exactMatch"}
        self._mapping: dict[str, Any] = {}
        self.acknowledged: list[Acknowledged] = []

    def decide(self) -> None:
        """Make one decision. One that was written before a kill, but not acknowledged, is not made again."""
        number = len(self.acknowledged)
        comment = f"décision {number}"
        if number % _OF_ONE_MAPPING == 0:
            body = self._new | {"subject_id": f"http://faults.example/{number}", "comment": comment}
            status, answer = self._server.ask("POST", "/api/v1/mappings", body)
        else:
            predicate = _PREDICATES[self._mapping["predicate_id"].endswith("closeMatch")]
            body = {"action": "change", "predicate_id": predicate, "comment": comment}
            path = f"/api/v1/mappings/{self._mapping['id']}/decisions"
            status, answer = self._server.ask("POST", path, body, self._mapping["etag"])
        if status not in {200, 201, 409}:
            raise NotServable(f"decision {number}: {status} {answer}")
        self._mapping = answer["current"] if status == 409 else answer
        self.acknowledged.append(Acknowledged(self._mapping["id"], comment))


def decide_and_kill(
    server: ServedData,
    curator: Curator,
    decisions: int,
    kills: int,
    moments: Random,
    kill_database: Callable[[], None] = lambda: None,
) -> None:
    """Make decisions, and kill the server in the middle of some of them, with it what ``kill_database`` kills."""
    doomed = set(moments.sample(range(1, decisions), kills))
    with _running(server):
        while len(curator.acknowledged) < decisions:
            number = len(curator.acknowledged)
            if number not in doomed:
                curator.decide()
                continue
            doomed.remove(number)
            timer = Timer(moments.uniform(0, 0.02), server.kill)
            timer.start()
            try:
                while True:
                    curator.decide()
            except (OSError, http.client.HTTPException):
                timer.join()
            kill_database()
            server.start()


def prove_decisions(database: str, curator: Curator, kills: int) -> None:
    """Prove that the log has all that was acknowledged, in order, and little more.

    Raises:
        NotServable: it has not.
    """
    opened = Database.open(database)
    found = SqlDecisionLog(opened).since(0)
    opened.close()
    lost = set(curator.acknowledged) - {Acknowledged(one.mapping, one.comment) for one in found}
    if lost:
        raise NotServable(f"{len(lost)} acknowledged decisions are lost, among them {next(iter(lost))}")
    if len(found) > len(curator.acknowledged) + kills:
        raise NotServable(f"the log has {len(found)} decisions instead of {len(curator.acknowledged)}")
    numbers: dict[str, int] = {}
    for sequence, one in enumerate(found, start=1):
        numbers[one.mapping] = numbers.get(one.mapping, 0) + 1
        if (one.sequence, one.number) != (sequence, numbers[one.mapping]):
            raise NotServable(f"decision {sequence} has the numbers {one.sequence} and {one.number}")


@contextmanager
def _running(server: ServedData) -> Iterator[None]:
    try:
        server.start()
        yield
    finally:
        server.kill()
