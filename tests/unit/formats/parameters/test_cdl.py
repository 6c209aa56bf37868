import pytest

from vocabsvc.errors import InputTooLarge, UnreadableInput
from vocabsvc.formats.parameters import cdl
from vocabsvc.formats.parameters.reading import read_parameters

HEADER = r"""// ncdump -h
netcdf profil {
types:
  byte enum flag_t {good = 1, bad = 4} ;
  compound obs_t { int day ; float value ; } ;
dimensions:
	TIME = UNLIMITED ; // (3 currently)
variables:
	double TIME(TIME), data(TIME) ;
		TIME:units = "days since 1950-01-01T00:00:00Z" ;
		data:units = "1" ;
	float TEMP\ 1(TIME, DEPTH) ;
		string TEMP\ 1:units = "degree_Celsius" ;
		TEMP\ 1:long_name = "Température; \"in situ\"", " (ITS-90)" ;
		TEMP\ 1:_FillValue = 99999.f ;
	flag_t TEMP_QC(TIME) ;
		obs_t TEMP_QC:last = {1, 2.5} ;

// global attributes:
		:institution = "Ifremer" ;
		string :instrument = "CTD", "SBE 911" ;

group: deep {
  variables:
	int W ;
		W:units = "m" ;
  data:
   W = 1 ;
  } // group deep
data:
 TIME = 1, 2, {3} ;
}
"""


def test_what_ncdump_writes_is_read() -> None:
    table = read_parameters(HEADER.encode(), "profil.cdl")
    assert [(dict(row.cells)["group"], row.term.local_name, row.term.unit) for row in table.rows] == [
        ("", "TIME", "days since 1950-01-01T00:00:00Z"),
        ("", "data", "1"),
        ("", "TEMP 1", "degree_Celsius"),
        ("", "TEMP_QC", ""),
        ("/deep", "W", "m"),
    ]
    temperature = table.terms[2]
    assert temperature.long_name == 'Température; "in situ" (ITS-90)'
    assert (temperature.centre, temperature.instrument) == ("Ifremer", "CTD, SBE 911")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('netcdf x {\nvariables:\n float T ;\n T:units = "degC ;\n}', 4),
        ("netcdf x {\nvariables:\n float T ;\n", 4),
        ("netcdf x {\n : = 3 ;\n}", 2),
        ("netcdf x {\n\\", 2),
    ],
)
def test_what_is_not_cdl_is_refused_with_its_line(text: str, line: int) -> None:
    with pytest.raises(UnreadableInput, match="not CDL") as caught:
        read_parameters(text.encode(), "x.cdl")
    assert caught.value.line == line


def test_hostile_headers_take_no_time(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UnreadableInput):
        read_parameters(b"// " * 300_000 + b"\nnetcdf x", "x.cdl")
    monkeypatch.setattr(cdl, "_MOST_TOKENS", 1_000)
    with pytest.raises(InputTooLarge, match="over 1000 words"):
        read_parameters(b"netcdf x {" + b"{;" * 600, "x.cdl")
