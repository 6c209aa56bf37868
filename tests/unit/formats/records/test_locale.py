from tests.cases import clean
from tests.lifted import Lifted

RECORD = clean("iso19139").decode()
LOCALE = "<gmd:locale>"


def edited(old: str, new: str) -> Lifted:
    assert old in RECORD
    return Lifted(RECORD.replace(old, new, 1).encode())


def another(identifier: str, code: str) -> str:
    language = f'<gmd:languageCode><gmd:LanguageCode codeList="x" codeListValue="{code}"/></gmd:languageCode>'
    return f'<gmd:locale><gmd:PT_Locale id="{identifier}">{language}</gmd:PT_Locale></gmd:locale>{LOCALE}'


def test_text_in_a_language_that_is_not_declared() -> None:
    lifted = edited('locale="#EN"', 'locale="#DE"')
    assert lifted.said("undeclaredLocale") == ["#DE"]
    assert lifted.said("untranslated") == ["eng"]


def test_text_without_a_language_is_in_none_that_is_declared() -> None:
    assert edited(' locale="#EN"', "").said("undeclaredLocale") == [""]


def test_declared_language_without_text() -> None:
    lifted = edited(LOCALE, another("DE", "ger"))
    assert lifted.said("unusedLocale") == ["ger"]
    assert lifted.said("otherLanguage") == ["ger", "eng"]
    assert lifted.said("untranslated") == []


def test_main_language_among_the_others_needs_no_translations() -> None:
    lifted = edited(LOCALE, another("FR", "fre"))
    assert lifted.said("unusedLocale") == []
    assert lifted.said("untranslated") == []


def test_language_without_identifier_is_reported_once() -> None:
    lifted = edited('<gmd:PT_Locale id="EN">', "<gmd:PT_Locale>")
    assert lifted.said("undeclaredLocale") == ["#EN"]
    assert lifted.said("unusedLocale") == []


def test_linked_keyword_needs_no_translation() -> None:
    lifted = Lifted(RECORD.encode())
    assert lifted.said("untranslatedKeyword") == []
    start, end = RECORD.index("<gmd:PT_FreeText", RECORD.index("eau de surface")), 0
    end = RECORD.index("</gmd:PT_FreeText>", start) + len("</gmd:PT_FreeText>")
    lifted = Lifted((RECORD[:start] + RECORD[end:]).encode())
    assert lifted.said("untranslatedKeyword") == ["eng"]
    assert lifted.places("untranslatedKeyword")[0].endswith("/gmd:keyword[2]")


def test_language_in_words_is_told_from_a_code() -> None:
    code = '<gmd:LanguageCode codeList="http://www.loc.gov/standards/iso639-2/" codeListValue="fre"/>'
    lifted = edited(f"<gmd:language>{code}", "<gmd:language><gco:CharacterString>fre</gco:CharacterString>")
    assert lifted.said("uncodedLanguage") == ["fre"]
    assert lifted.said("language") == ["fre", "fre"]
    assert Lifted(RECORD.encode()).said("uncodedLanguage") == []
