from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.decisions import LogInMemory
from vocabsvc.formats.sssom import read_sssom
from vocabsvc.model.decision import Action, Asked, CuratedMapping, MappingStatus
from vocabsvc.model.mapping import MappingSet
from vocabsvc.services.curation.coverage import Coverage
from vocabsvc.services.curation.curation import Curation
from vocabsvc.services.curation.export import MappingExport
from vocabsvc.services.curation.filters import MappingFilter
from vocabsvc.services.curation.targets import Targets
from vocabsvc.services.paging import MOST_ITEMS
from vocabsvc.services.resolver import Resolver
from vocabsvc.store.base import Store, TermIndex

SHIPPED = sorted((ROOT / "mappings").glob("*.sssom.tsv"))
BASE_URI = "http://127.0.0.1:8000/id/"


class NothingLoaded:
    """A store and an index that know no concept."""

    def refs(self, _uris: object) -> dict[str, object]:
        return {}

    def concept(self, _uri: str) -> None:
        return None

    def coded(self, _code: str, _vocabulary: str) -> tuple[()]:
        return ()


class Shop:
    """Curation over one file, and its export."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.mapping_set: MappingSet = read_sssom(file.read_bytes(), file.name, BASE_URI)
        nothing = NothingLoaded()
        store, index = as_store(nothing), as_index(nothing)
        targets = Targets(store, Resolver(store, index), (), BASE_URI)
        self.curation = Curation(LogInMemory, [self.mapping_set], targets, Coverage(store, None))  # type: ignore[arg-type]
        self._export = MappingExport(self.curation, self._files, (), BASE_URI)

    def exported(self, newer: bytes | None = None) -> bytes:
        (one,) = self._export.sets(lambda _: newer)
        return one.content

    def mappings(self) -> tuple[CuratedMapping, ...]:
        return self.curation.mappings(MappingFilter(), 0, MOST_ITEMS).items

    def _files(self) -> Iterator[tuple[str, bytes]]:
        yield self.file.name, self.file.read_bytes()


def as_store(nothing: NothingLoaded) -> Store:
    return nothing  # type: ignore[return-value]


def as_index(nothing: NothingLoaded) -> TermIndex:
    return nothing  # type: ignore[return-value]


@pytest.mark.no_cover
@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: str(file.name))
def test_without_decisions_what_ships_is_exported_byte_by_byte(file: Path) -> None:
    shop = Shop(file)
    assert shop.exported() == file.read_bytes()
    assert shop.exported(file.read_bytes()) == file.read_bytes()


@pytest.mark.no_cover
@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: str(file.name))
def test_one_decision_on_what_ships_is_one_line(file: Path) -> None:
    shop = Shop(file)
    mapping = shop.mappings()[0]
    if mapping.status is MappingStatus.PROPOSED:
        asked = Asked(Action.ACCEPT, "vérifié")
    else:
        other = "skos:relatedMatch" if mapping.row.predicate_id.endswith("#closeMatch") else "skos:closeMatch"
        asked = Asked(Action.CHANGE, "plutôt", predicate_id=other)
    assert isinstance(shop.curation.decide(mapping.id, asked, "hélène"), CuratedMapping)
    before, after = file.read_text("utf-8").split("\n"), shop.exported().decode().split("\n")
    differing = [number for number, (old, new) in enumerate(zip(before, after, strict=True)) if old != new]
    assert differing == [mapping.row.line - 1]
    assert shop.exported(shop.exported()) == shop.exported()


@pytest.mark.no_cover
@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: str(file.name))
def test_what_was_retired_and_proposed_again_is_what_shipped(file: Path) -> None:
    shop = Shop(file)
    some = shop.mappings()[:8]
    for mapping in some:
        leave = Action.REJECT if mapping.status is MappingStatus.PROPOSED else Action.RETIRE
        shop.curation.decide(mapping.id, Asked(leave, "non"), "hélène")
    assert shop.exported().count(b"\n") == file.read_bytes().count(b"\n") - 8
    for mapping in some:
        shop.curation.decide(mapping.id, Asked(Action.PROPOSE), "hélène")
        if mapping.status is MappingStatus.ACCEPTED:
            shop.curation.decide(mapping.id, Asked(Action.ACCEPT), "hélène")
    assert shop.exported() == file.read_bytes()
