import pytest

from tests.cases import clean
from tests.lifted import Lifted
from vocabsvc.formats.records.suspect_text import repair

KINDS = ("markup", "mojibake", "unprintable", "templateText")


def suspected(text: str) -> list[str]:
    """What is said of a text, in the abstract of a record."""
    old = "<gco:CharacterString>Mesures de salinité"
    record = clean("iso19139").decode()
    assert old in record
    start = record.index(old)
    end = record.index("</gco:CharacterString>", start)
    lifted = Lifted(f"{record[:start]}<gco:CharacterString><![CDATA[{text}]]>{record[end:]}".encode())
    return [kind for kind in KINDS if lifted.said(kind)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Une <strong>salinité</strong>", "markup"),
        ("ligne<br/>ligne", "markup"),
        ('voir <a href="https://example.org/">ici</a>', "markup"),
        ("salinit&eacute;", "markup"),
        ("R &amp; D", "markup"),
        ("SalinitÃ©", "mojibake"),
        ("l’eauâ€™", "mojibake"),
        ("12Â°C", "mojibake"),
        ("Me\ufffdstelle", "unprintable"),
        ("d\x92espèces", "unprintable"),
        ("-- Court résumé --", "templateText"),
        ("À compléter", "templateText"),
        ("To be defined.", "templateText"),
        ("Lorem ipsum dolor sit amet", "templateText"),
        ("Jeu {{titre}}", "templateText"),
        ("xxxx", "templateText"),
        ("???", "templateText"),
    ],
)
def test_what_no_reader_was_meant_to_see(text: str, kind: str) -> None:
    assert suspected(text) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "S < 35 et T > 12",
        "Dupont <dupont@example.org>",
        "AT&T; R&D",
        "Île de Ré, Ångström, São Tomé, NÃO, PÂTÉ",
        "Cf. https://example.org/?a=1&b=2",
        "Données à compléter chaque année par les campagnes",
        "-- --",
        "TBD Enterprises",
        "Łódź, Ελλάδα, 日本",
    ],
)
def test_what_only_looks_odd(text: str) -> None:
    assert suspected(text) == []


def test_repaired_text_is_what_it_was() -> None:
    assert repair("LÃ¤nsikatu, â€œÃ‰tÃ©â€\x9d, Dessau-RoÃŸlau") == "Länsikatu, “Été”, Dessau-Roßlau"
    assert repair("Été à São Tomé") == "Été à São Tomé"


def test_only_the_surroundings_of_a_fault_are_shown() -> None:
    record = clean("eml").decode().replace("<para>Sonde", f"<para>{'a ' * 60}12Â°C{' b' * 60} Sonde")
    graph = Lifted(record.encode()).graph
    (fact,) = [fact for fact in graph.facts if fact.predicate.endswith("#mojibake")]
    assert fact.given.startswith("…")
    assert fact.given.endswith("…")
    assert "12Â°C" in fact.given
    assert len(fact.given) < 100


def test_codes_and_delimiters_of_eml_are_signs() -> None:
    lifted = Lifted(clean("eml").decode().replace("<code>-99</code>", "<code>---</code>").encode())
    assert lifted.said("templateText") == []
