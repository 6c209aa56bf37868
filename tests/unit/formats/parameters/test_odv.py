import pytest

from vocabsvc.errors import UnreadableInput
from vocabsvc.formats.parameters.reading import read_parameters

FILE = """//<Encoding>UTF-8</Encoding>
//SDN_parameter_mapping
//<subject>SDN:LOCAL:Température</subject><object>SDN:P01::TEMPPR01</object><units>SDN:P06::UPAA</units><instrument>SDN:L22::TOOL0667</instrument>
//<DataVariable>label="Salinity [psu]" value_type="FLOAT" comment="Salinité pratique" </DataVariable>
Cruise\tStation\tType\tyyyy-mm-ddThh:mm:ss.sss\tLongitude [degrees_east]\tLOCAL_CDI_ID\tEDMO_code\tBot. Depth [m]\t\
Température [degC]:PRIMARYVAR:FLOAT\tQV:SEADATANET\tSalinity [psu]\tQV:SEADATANET
C1\tS1\t*\t2022-09-11T11:59:45\t-9.3\tID\t486\t\t20.08\t1\t35.8\t1
"""


def test_columns_that_measure_are_read_with_what_seadatanet_says_of_them() -> None:
    table = read_parameters(FILE.encode(), "x.txt")
    assert [(term.local_name, term.unit) for term in table.terms] == [
        ("Longitude", "degrees_east"),
        ("Bot. Depth", "m"),
        ("Température", "degC"),
        ("Salinity", "psu"),
    ]
    temperature, salinity = table.rows[2:]
    assert dict(temperature.cells)["sdn_parameter"] == "SDN:P01::TEMPPR01"
    assert dict(temperature.cells)["sdn_unit"] == "SDN:P06::UPAA"
    assert temperature.term.instrument == "SDN:L22::TOOL0667"
    assert salinity.term.long_name == "Salinité pratique"
    assert {row.line for row in table.rows} == {5}


def test_a_file_without_comments_is_known_by_its_first_columns() -> None:
    header, _, _ = FILE.partition("C1\t")[0].rpartition("\n")
    table = read_parameters(header.rpartition("\n")[2].replace("\t", ";").encode("cp1252"), "x.csv")
    assert table.terms[2].local_name == "Température"


def test_only_the_header_is_looked_at() -> None:
    assert len(read_parameters(FILE.encode() + b"x\t" * 8_000_000, "x.txt").rows) == 4


def test_comments_without_columns_are_refused() -> None:
    with pytest.raises(UnreadableInput, match="without a line of columns"):
        read_parameters(b"// nothing\n// more\n", "x.txt")
