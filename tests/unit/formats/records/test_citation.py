import pytest

from tests.cases import clean
from tests.lifted import Lifted

RECORD = clean("iso19139").decode()
END = "          <gmd:edition>"


def dated(*dates: tuple[str, str]) -> Lifted:
    assert RECORD.count(END) == 1
    xml = "".join(
        f"<gmd:date><gmd:CI_Date><gmd:date><gco:Date>{value}</gco:Date></gmd:date><gmd:dateType>"
        f'<gmd:CI_DateTypeCode codeListValue="{kind}"/></gmd:dateType></gmd:CI_Date></gmd:date>'
        for kind, value in dates
    )
    return Lifted(RECORD.replace(END, xml + END).encode())


def test_first_and_last_date_of_each_kind() -> None:
    found = dated(("creation", "2021"), ("creation", "2020-06"), ("revision", "2024"), ("publication", "2022"))
    assert found.said("creationEarliest") == ["2020-06-01T00:00:00Z"]
    assert found.said("publicationEarliest") == ["2022-01-01T00:00:00Z"]
    assert found.said("publicationLatest") == ["2023-11-30T23:59:59Z"]
    assert found.said("revisionLatest") == ["2024-12-31T23:59:59Z"]


def test_date_that_is_none_is_left_out_of_the_order() -> None:
    assert dated(("revision", "hier")).said("revisionLatest") == []


@pytest.mark.parametrize(
    "code",
    [
        "<gco:CharacterString>doi:10.5072/salinite-1</gco:CharacterString>",
        '<gmx:Anchor xlink:href="https://doi.org/10.5072/salinite-1">Salinité</gmx:Anchor>',
    ],
)
def test_persistent_identifier_is_text_or_link(code: str) -> None:
    old = "<gco:CharacterString>https://doi.org/10.5072/salinite-1</gco:CharacterString>"
    assert old in RECORD
    assert Lifted(RECORD.replace(old, code).encode()).said("persistentId") == ["https://doi.org/10.5072/salinite-1"]


def test_package_with_a_doi_is_identified_by_it() -> None:
    record = clean("eml").decode().replace('packageId="example.1.1"', 'packageId="doi:10.5072/salinite-2"')
    found = Lifted(
        record.replace("<alternateIdentifier>https://doi.org/10.5072/salinite-1</alternateIdentifier>", "").encode()
    )
    assert found.said("persistentId") == ["https://doi.org/10.5072/salinite-2"]


def test_cited_parties_have_their_roles() -> None:
    found = Lifted(RECORD.encode())
    assert len(found.instances("CitedParty")) == 2
    assert {"author", "publisher"} <= set(found.said("role"))


@pytest.mark.parametrize(("text", "said"), [("", "https://registre.example.org/1"), ("SAL-1", "SAL-1")])
def test_identifier_is_the_text_of_a_link_or_else_its_address(text: str, said: str) -> None:
    anchor = (
        '<gmx:Anchor xmlns:gmx="http://www.isotc211.org/2005/gmx" xmlns:xlink="http://www.w3.org/1999/xlink"'
        f' xlink:href="https://registre.example.org/1">{text}</gmx:Anchor>'
    )
    start = RECORD.index("<gmd:code>", RECORD.index("<gmd:citation>")) + len("<gmd:code>")
    end = RECORD.index("</gmd:code>", start)
    lifted = Lifted((RECORD[:start] + anchor + RECORD[end:]).encode())
    assert lifted.said("resourceId") == [said]
