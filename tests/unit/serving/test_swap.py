"""What happens in one event loop; see tests/cli/test_snapshot_swap.py for servers under load."""

import asyncio
import threading
from collections.abc import Awaitable, Callable
from typing import cast

import pytest
from starlette.types import Message, Receive, Scope, Send

from vocabsvc.errors import NoSnapshot, SnapshotDamaged
from vocabsvc.services.services import Services
from vocabsvc.serving import swap
from vocabsvc.serving.pinned import PinnedServices
from vocabsvc.serving.swap import Serving
from vocabsvc.store.snapshot import RefusedSnapshot, ServedSnapshot
from vocabsvc.store.snapshot_choice import Chosen


class FakeServices:
    def __init__(self, name: str, *, starts: bool) -> None:
        self.name = name
        self.starts = starts
        self.state = "new"

    async def start(self) -> None:
        if not self.starts:
            raise OSError("aucun processus")
        self.state = "started"

    async def close(self) -> None:
        self.state = "closed"


class FakeSource:
    def __init__(self) -> None:
        self.name = "1"
        self.opened: dict[str, FakeServices] = {}
        self.damaged: set[str] = set()
        self.lame: set[str] = set()
        self.threads: set[int] = set()

    def first(self) -> Chosen[Services]:
        return self.open(self.name)

    def wanted(self) -> str:
        return self.name

    def open(self, name: str) -> Chosen[Services]:
        self.threads.add(threading.get_ident())
        if name in self.damaged:
            raise SnapshotDamaged(name, "graph/é is missing")
        services = self.opened[name] = FakeServices(name, starts=name not in self.lame)
        return Chosen(cast("Services", services), ServedSnapshot(name, "2026"))


def run(scene: Callable[[Serving, FakeSource], Awaitable[None]]) -> FakeSource:
    """Play a scene with a server that looks for a new snapshot all the time."""
    source = FakeSource()

    async def play() -> None:
        serving = Serving(source, look_seconds=0)
        await serving.start()
        await scene(serving, source)
        await serving.close()

    asyncio.run(play())
    return source


async def until(said: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not said():
            await asyncio.sleep(0)


def name_of(serving: Serving) -> str:
    return cast("FakeServices", serving.current.services).name


def test_new_services_take_over_and_the_old_ones_are_closed() -> None:
    async def scene(serving: Serving, source: FakeSource) -> None:
        assert name_of(serving) == "1"
        source.name = "2"
        await until(lambda: name_of(serving) == "2")
        await until(lambda: source.opened["1"].state == "closed")
        assert serving.served == ServedSnapshot("2", "2026")

    source = run(scene)
    assert {one.state for one in source.opened.values()} == {"closed"}
    assert len(source.threads) > 1  # the loop did not open the second


def test_a_request_keeps_its_services_until_its_answer_is_sent() -> None:
    async def scene(serving: Serving, source: FakeSource) -> None:
        seen: list[str] = []
        go_on = asyncio.Event()

        async def app(scope: Scope, receive: Receive, send: Send) -> None:
            for _ in range(2):
                seen.append(scope["state"]["services"].name)
                await go_on.wait()

        async def nothing() -> Message:
            raise AssertionError

        async def nowhere(message: Message) -> None:
            raise AssertionError

        class App:
            state = type("State", (), {})()

        pinned = PinnedServices(app, serving)
        request = asyncio.create_task(pinned({"type": "http", "app": App}, nothing, nowhere))
        await until(lambda: seen == ["1"])
        source.name = "2"
        await until(lambda: name_of(serving) == "2")
        for _ in range(20):
            await asyncio.sleep(0)
        assert source.opened["1"].state == "started"
        go_on.set()
        await request
        assert seen == ["1", "1"]
        await until(lambda: source.opened["1"].state == "closed")

    run(scene)


def test_a_client_that_never_reads_is_not_waited_for_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(swap, "_PATIENCE_SECONDS", 0.01)

    async def scene(serving: Serving, source: FakeSource) -> None:
        serving.current.enter()
        source.name = "2"
        await until(lambda: source.opened["1"].state == "closed")

    run(scene)


@pytest.mark.parametrize("fault", ["damaged", "lame"])
def test_what_cannot_be_opened_or_started_is_refused_once(fault: str, caplog: pytest.LogCaptureFixture) -> None:
    why = {"damaged": "graph/é is missing", "lame": "aucun processus"}[fault]

    async def scene(serving: Serving, source: FakeSource) -> None:
        getattr(source, fault).add("2")
        source.name = "2"
        await until(lambda: bool(serving.served.refused))
        for _ in range(100):
            await asyncio.sleep(0)
        assert serving.served == ServedSnapshot("1", "2026", (RefusedSnapshot("2", why),))
        assert name_of(serving) == "1"
        assert source.opened["1"].state == "started"
        source.name = "1"  # rolled back by the operator
        await until(lambda: not serving.served.refused)
        source.name = "3"
        await until(lambda: name_of(serving) == "3")

    source = run(scene)
    assert {one.state for one in source.opened.values()} == {"closed"}
    assert [record.message for record in caplog.records] == [f"snapshot 2 is refused: {why}; serving 1"]


def test_what_was_refused_is_tried_again_later(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(swap, "_RETRY_SECONDS", 0.05)

    async def scene(serving: Serving, source: FakeSource) -> None:
        source.damaged.add("2")
        source.name = "2"
        await until(lambda: bool(serving.served.refused))
        source.damaged.clear()
        await until(lambda: name_of(serving) == "2")
        assert serving.served.refused == ()

    run(scene)


def test_a_pointer_that_cannot_be_read_changes_nothing() -> None:
    async def scene(serving: Serving, source: FakeSource) -> None:
        source.name = ""
        for _ in range(100):
            await asyncio.sleep(0)
        assert name_of(serving) == "1"
        source.name = "2"
        await until(lambda: name_of(serving) == "2")

    run(scene)


def test_memory_is_tidied_when_the_old_services_are_gone() -> None:
    source, tidied = FakeSource(), list[set[str]]()

    async def play() -> None:
        serving = Serving(source, lambda: tidied.append({one.state for one in source.opened.values()}), 0)
        await serving.start()
        source.name = "2"
        await until(lambda: len(tidied) == 2)
        await serving.close()

    asyncio.run(play())
    assert tidied == [{"started"}, {"closed", "started"}]


def test_without_anything_to_serve_there_is_no_start() -> None:
    class Empty(FakeSource):
        def first(self) -> Chosen[Services]:
            raise NoSnapshot("run `vocabsvc load` first")

    with pytest.raises(NoSnapshot):
        asyncio.run(Serving(Empty()).start())
