from tests.cases import clean
from tests.unit.checks.records.test_language_detection import TEXTS
from tests.viewed import view
from vocabsvc.checks.records.text_language import texts_in_other_languages

RECORD = clean("iso19139").decode()
START = RECORD.index("Mesures de salinité de surface")
ABSTRACT = RECORD[START : RECORD.index("<", START)]


def found(text: str, declared: str) -> list[tuple[str, tuple[str, ...]]]:
    record = RECORD.replace(ABSTRACT, text).replace('codeListValue="fre"', f'codeListValue="{declared}"', 1)
    return [(fault.value, fault.expected) for fault in texts_in_other_languages(view(record.encode()))]


def test_abstract_in_another_language_than_the_record() -> None:
    assert found(TEXTS["en"], "fre") == [("eng", ("fre",))]
    assert found(TEXTS["fr"], "eng; USA") == [("fre", ("eng",))]


def test_abstract_in_the_language_of_the_record_however_it_is_coded() -> None:
    for code in ("fre", "fra", "fr", "fr-CA", "FRE"):
        assert found(TEXTS["fr"], code) == []


def test_language_that_nobody_can_tell_here_is_not_judged() -> None:
    assert found(TEXTS["en"], "nor") == []


def test_nearest_language_tag_of_eml_counts() -> None:
    text = clean("eml").decode()
    start, end = text.index("<abstract>"), text.index("</abstract>")
    english = text[:start] + f"<abstract>{TEXTS['en']}" + text[end:]
    assert list(texts_in_other_languages(view(english.encode()))) == []
    french = english.replace("<dataset>", '<dataset xml:lang="fr">', 1)
    assert [fault.value for fault in texts_in_other_languages(view(french.encode()))] == ["eng"]
    tagged = french.replace("<abstract>", '<abstract xml:lang="en">')
    assert list(texts_in_other_languages(view(tagged.encode()))) == []
