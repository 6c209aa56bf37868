from collections.abc import Iterator

from lxml import etree

from vocabsvc.formats.re3gistry import write_code_list
from vocabsvc.formats.thesaurus import notes_of, one_per_language, titles_in, write_thesaurus
from vocabsvc.model.box import BoundingBox
from vocabsvc.model.concept import Concept
from vocabsvc.model.label import LangString
from vocabsvc.model.thesaurus import Thesaurus
from vocabsvc.model.vocabulary import Vocabulary

FRENCH = Vocabulary("L", "http://e.example/l", (), languages=("fr",))
BOTH = Vocabulary("L", "http://e.example/l", (LangString("L", "en"), LangString("Ł", "fr")), languages=("en", "fr"))


class Sink(bytearray):
    def write(self, data: bytes, /) -> int:
        self.extend(data)
        return len(data)

    def flush(self) -> None:
        pass


def thesaurus(vocabulary: Vocabulary, *concepts: Concept) -> Thesaurus:
    return Thesaurus(vocabulary, (), "", "", "", (), iter(concepts))


def test_a_plain_tag_goes_before_one_with_a_country() -> None:
    labels = [LangString("couleur du Québec", "fr-ca"), LangString("couleur", "fr"), LangString("colour", "en-gb")]
    assert one_per_language(labels, BOTH) == (LangString("colour", "en"), LangString("couleur", "fr"))


def test_what_has_no_language_gets_the_only_one_there_is() -> None:
    assert one_per_language([LangString("été")], FRENCH) == (LangString("été", "fr"),)
    assert one_per_language([LangString("été")], BOTH) == (LangString("été", ""),)


def test_a_thesaurus_is_never_without_a_name() -> None:
    assert titles_in(FRENCH, ("en",)) == (LangString("L", ""),)
    assert titles_in(BOTH, ("fr", "en"))[0] == LangString("Ł", "fr")


def test_several_definitions_of_a_language_are_one_note() -> None:
    concept = Concept("c", "L", definitions=(LangString("b", "fr"), LangString("a", "fr"), LangString("c", "en")))
    assert notes_of(concept, BOTH) == (LangString("c", "en"), LangString("a\nb", "fr"))


def test_a_large_thesaurus_is_written_while_it_is_read() -> None:
    sink, seen = Sink(), []

    def concepts() -> Iterator[Concept]:
        for number in range(2000):
            seen.append(len(sink))
            yield Concept(f"http://e.example/{number}", "L", box=BoundingBox(1.0, 2.0, 3.0, 4.0))

    write_thesaurus(Thesaurus(FRENCH, (), "", "", "", (), concepts()), (), sink)
    assert len(sink) - seen[-1] < 100_000 < seen[-1]
    assert len(etree.fromstring(bytes(sink))) == 2001


def test_an_empty_thesaurus_is_a_file() -> None:
    rdf, xml = Sink(), Sink()
    write_thesaurus(thesaurus(FRENCH), (), rdf)
    write_code_list(thesaurus(FRENCH), "fr", xml)
    assert [child.attrib.values() for child in etree.fromstring(bytes(rdf))] == [["http://e.example/l"]]
    assert [etree.QName(child).localname for child in etree.fromstring(bytes(xml))] == [
        "language",
        "label",
        "containeditems",
    ]


def test_a_code_list_escapes_what_it_holds() -> None:
    sink = Sink()
    concept = Concept("http://e.example/?a=1&b=\"2'", "L", pref_labels=(LangString("<é> & ]]>\x01", "fr"),))
    write_code_list(thesaurus(FRENCH, concept), "fr", sink)
    value = etree.fromstring(bytes(sink))[-1][0]
    assert value.attrib["id"] == concept.uri
    assert value[0].text == "<é> & ]]>\ufffd"
