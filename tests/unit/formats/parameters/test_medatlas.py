import pytest

from vocabsvc.errors import UnreadableInput
from vocabsvc.formats.parameters.reading import read_parameters

FILE = """*FI35199800010 L'ATALANTE
*FI3519980001000001 Data Type=H10
*DATE=01011998 TIME=1200 LAT=N43 10.00 LON=E005 20.00 DEPTH=2000   QC=1111
*NB PARAMETERS=03 RECORD LINES=00002
*PRES SEA PRESSURE sea surface=0   (decibar=10000 pascals) def.=-999.9
*TEMP TEMPÉRATURE (ITS-90)         (Celsius degree)        def.=99.999
*PSAL PRACTICAL SALINITY           (P.S.U.)                def.=99.999
*GLOBAL PROFILE QUALITY FLAG=1 GLOBAL PARAMETERS QC FLAGS=111
*DC HISTORY= SBE 911plus
*COMMENT
*SDN_parameter_mapping
*<subject>SDN:LOCAL:TEMP</subject><object>SDN:P01::TEMPPR01</object><units>SDN:P06::UPAA</units>
* PRES TEMP PSAL
  1.0 13.201 38.100 111
*FI3519980001000002 Data Type=H10
*NB PARAMETERS=02 RECORD LINES=00001
*PRES SEA PRESSURE sea surface=0   (decibar=10000 pascals) def.=-999.9
*DOX1 DISSOLVED OXYGEN             (millilitre/litre)      def.=99.99
"""


def test_the_parameters_of_all_stations_are_read_once() -> None:
    table = read_parameters(FILE.encode("cp1252"), "x.med")
    assert [(term.local_name, term.long_name, term.unit) for term in table.terms] == [
        ("PRES", "SEA PRESSURE sea surface=0", "decibar"),
        ("TEMP", "TEMPÉRATURE (ITS-90)", "Celsius degree"),
        ("PSAL", "PRACTICAL SALINITY", "P.S.U."),
        ("DOX1", "DISSOLVED OXYGEN", "millilitre/litre"),
    ]
    assert [row.line for row in table.rows] == [5, 6, 7, 18]
    assert {term.instrument for term in table.terms} == {"CTD; SBE 911plus"}
    assert dict(table.rows[1].cells)["sdn_parameter"] == "SDN:P01::TEMPPR01"


def test_a_parameter_too_few_is_refused_with_its_line() -> None:
    with pytest.raises(UnreadableInput, match="parameter 2 of the 3") as caught:
        read_parameters(FILE.replace("*TEMP", "TEMP").encode(), "x.med")
    assert caught.value.line == 6
    with pytest.raises(UnreadableInput, match="parameter 3 of the 3"):
        read_parameters("\n".join(FILE.split("\n")[:6]).encode(), "x.med")
