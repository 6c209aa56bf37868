import pytest

from vocabsvc.model.candidate import LocalTerm, TermKind
from vocabsvc.services.mapper.column_kind import kind_of


@pytest.mark.parametrize(
    ("term", "kind"),
    [
        (LocalTerm("TEMP_QC"), TermKind.QUALITY_FLAG),
        (LocalTerm("QV:SEADATANET"), TermKind.QUALITY_FLAG),
        (LocalTerm("qf_sal", "Drapeau qualité de la salinité"), TermKind.QUALITY_FLAG),
        (LocalTerm("x", standard_name="sea_water_temperature status_flag"), TermKind.QUALITY_FLAG),
        (LocalTerm("PSAL_ADJUSTED_ERROR", "Salinity error", "psu"), TermKind.ERROR),
        (LocalTerm("temp_unc", "Incertitude sur la température", "degC"), TermKind.ERROR),
        (LocalTerm("N_PROF"), TermKind.DIMENSION),
        (LocalTerm("station_id", "Station identifier"), TermKind.ANCILLARY),
        (LocalTerm("Navire"), TermKind.ANCILLARY),
        (LocalTerm("commentaires"), TermKind.ANCILLARY),
        (LocalTerm("TEMP", "Température de la mer", "degC"), TermKind.PARAMETER),
        (LocalTerm("z", "Depth", "m"), TermKind.PARAMETER),
        (LocalTerm("x", "Salinity"), TermKind.PARAMETER),
        (LocalTerm("terror", "Terrigenous matter", "mg/l"), TermKind.PARAMETER),
    ],
)
def test_columns_are_told_apart(term: LocalTerm, kind: TermKind) -> None:
    assert kind_of(term) is kind
