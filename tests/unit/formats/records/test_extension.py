from tests.cases import clean
from tests.lifted import Lifted


def test_definition_of_an_element() -> None:
    for encoding in ("iso19139", "iso19115-3"):
        lifted = Lifted(clean(encoding))
        assert lifted.said("dataType") == ["class"]
        assert lifted.said("obligation") == ["conditional"]
        assert lifted.said("condition") == ["mesures faites en mer"]
        assert lifted.said("maximumOccurrence") == ["1"]
        assert lifted.said("domainValue") == ["nombre en mètres"]


def test_code_of_a_value_in_either_edition() -> None:
    for encoding, prefix, name in (("iso19139", "gmd", "domainCode"), ("iso19115-3", "mex", "code")):
        new = f"<{prefix}:{name}><gco:CharacterString>7</gco:CharacterString></{prefix}:{name}><{prefix}:obligation>"
        record = clean(encoding).decode().replace(f"<{prefix}:obligation>", new, 1)
        assert Lifted(record.encode()).said("domainCode") == ["7"]


def test_obligation_by_a_code_of_a_list() -> None:
    written = "<mex:MD_ObligationCode>conditional<"
    record = clean("iso19115-3").decode()
    assert written in record
    coded = record.replace(written, '<mex:MD_ObligationCode codeList="x" codeListValue="mandatory">conditional<', 1)
    assert Lifted(coded.encode()).said("obligation") == ["mandatory"]
