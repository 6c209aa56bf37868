from tests.unit.formats.records.eml.documents import dataset


def test_paragraphs_become_one_line() -> None:
    lifted = dataset(
        "<abstract><section><title>But</title><para>Une  sonde\n fixe</para><para>de CO<subscript>2</subscript>.</para>"
        "</section></abstract>"
    )
    assert lifted.said("abstract") == ["But Une sonde fixe de CO2."]


def test_translation_is_no_part_of_the_text() -> None:
    lifted = dataset('<title xml:lang="fr">Salinité en <b>rade</b><value xml:lang="en">Salinity</value></title>')
    assert lifted.said("title") == ["Salinité en rade"]
    assert lifted.said("titleTranslation") == ["Salinity"]
    (fact,) = [one for one in lifted.graph.facts if one.predicate.endswith("#titleTranslation")]
    assert getattr(fact.object, "lang", "") == "en"


def test_language_is_said_of_every_element_that_has_one() -> None:
    lifted = dataset('<title xml:lang="fr">T<value xml:lang="en">T</value></title>')
    assert lifted.said("textLanguage") == ["fr", "en"]
    assert {fact.attribute for fact in lifted.graph.facts if fact.predicate.endswith("#textLanguage")} == {"xml:lang"}


def test_language_alone_does_not_make_an_element_understood() -> None:
    assert dataset('<nouveau xml:lang="fr">x</nouveau>').unlifted() == ["/eml:eml/dataset/nouveau"]
