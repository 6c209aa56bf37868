import pytest

from tests.unit.checks.records.eml.views import document, faults
from vocabsvc.checks.records.eml import coverage


def ring(text: str) -> bytes:
    return document(f"<datasetGPolygonOuterGRing><gRing>{text}</gRing></datasetGPolygonOuterGRing>")


def points(*pairs: tuple[str, str]) -> bytes:
    inside = "".join(
        f"<gRingPoint><gRingLatitude>{north}</gRingLatitude><gRingLongitude>{east}</gRingLongitude></gRingPoint>"
        for east, north in pairs
    )
    return document(f"<datasetGPolygonOuterGRing>{inside}</datasetGPolygonOuterGRing>")


def taxon(rank: str, inside: str = "") -> str:
    return f"<taxonomicClassification><taxonRankName>{rank}</taxonRankName>{inside}</taxonomicClassification>"


@pytest.mark.parametrize("text", ["1,2 3,4 5,6", "1, 2 3, 4\n5, 6", "-1.5,2. +3,4 5,6 -1.5,2."])
def test_rings_that_can_be_read(text: str) -> None:
    assert faults(coverage.unreadable_rings, ring(text)) == []


@pytest.mark.parametrize(
    "text", ["", "1,2 3,4", "1 2 3 4 5 6", "1,2 3,4 5,6 7", "48,-104 48,-105 49,-104", "a,b c,d e,f"]
)
def test_rings_that_cannot(text: str) -> None:
    assert len(faults(coverage.unreadable_rings, ring(text))) == 1


def test_ring_of_points() -> None:
    three = [("-4.6", "48.2"), ("-4.2", "48.2"), ("-4.2", "48.4")]
    assert faults(coverage.unreadable_rings, points(*three)) == []
    assert faults(coverage.open_rings, points(*three)) == []
    assert len(faults(coverage.unreadable_rings, points(*three[:2]))) == 1
    assert len(faults(coverage.unreadable_rings, points(*three, ("ouest", "48")))) == 1


def test_open_ring_expects_its_first_pair() -> None:
    assert faults(coverage.open_rings, ring("1,2 3,4 5,6")) == [
        ("/dataset/datasetGPolygonOuterGRing/gRing", "1,2 3,4 5,6", ("1,2",))
    ]
    assert faults(coverage.open_rings, ring("1,2 3,4 5,6 1.0,2.0")) == []
    assert faults(coverage.open_rings, ring("nulle part")) == []


def test_rank_inside_one_that_is_not_above() -> None:
    find = coverage.ranks_out_of_order
    assert [value for _, value, _ in faults(find, document(taxon("Species", taxon("genus"))))] == ["genus"]
    assert [value for _, value, _ in faults(find, document(taxon("genus", taxon("Genus"))))] == ["Genus"]
    assert faults(find, document(taxon("division", taxon("class", taxon("variety"))))) == []
    assert faults(find, document(taxon("clade", taxon("kingdom", taxon("grex"))))) == []


def test_taxon_identifier_needs_its_register() -> None:
    data = document('<taxonId provider="https://www.marinespecies.org">1</taxonId><taxonId provider=" ">2</taxonId>')
    assert faults(coverage.taxa_of_no_register, data) == [("/dataset/taxonId[2]", "2", ())]
