"""The languages of an ISO record: which are declared, which its texts are in, and what lacks one."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from vocabsvc.formats.element import Element, href, local_name
from vocabsvc.formats.records.lifting import Lifting, language_tag
from vocabsvc.model.statement import Literal

_OTHER = ("locale/*", "otherLocale/*")  # ISO 19139, ISO 19115-3
_TRANSLATED = {
    "untranslated": ("identificationInfo/*/citation/*/title", "identificationInfo/*/abstract"),
    "untranslatedKeyword": ("identificationInfo/*/descriptiveKeywords/*/keyword",),
}


class _Locale(NamedTuple):
    """A language besides the main one: its ``id``, its language tag, and the element with the code."""

    element: Element
    identifier: str
    language: str
    code: Element


def lift_locales(lifting: Lifting, path: str) -> None:
    """Learn which language each ``PT_Locale`` stands for."""
    for locale in lifting.every(lifting.root, path):
        for code in _codes(lifting, locale):
            lifting.locales[locale.get("id", "")] = language_tag(code.get("codeListValue", ""))


def lift_language(lifting: Lifting, subject: str, parent: Element, path: str) -> None:
    """Lift the languages at ``path``, and which of them are given in words, without a code."""
    lifting.codes(subject, "language", parent, path)
    for prop in lifting.every(parent, path):
        if all(child.get("codeListValue") is None for child in prop):
            lifting.texts(subject, "uncodedLanguage", prop, ".")


def lift_locale_use(lifting: Lifting, record: str, used: Mapping[str, Element]) -> None:
    """Lift how declared languages and texts fit; ``used`` is the first text in each locale, by its identifier."""
    declared = {code.get("id", "") for code in lifting.within() if local_name(code) == "PT_Locale"} if used else set()
    for identifier, text in used.items():
        if identifier not in declared:
            attribute = "locale" if "locale" in text.attrib else ""
            _say(lifting, text, "undeclaredLocale", f"#{identifier}" if identifier else "", attribute)
    main = {language_tag(language) for language in lifting.values(record, "language")}
    others: list[_Locale] = []
    for locale in _others(lifting):
        lifting.say(record, "otherLanguage", Literal(locale.language), locale.code, attribute="codeListValue")
        if locale.language in main:
            continue
        if locale.identifier in used:
            others.append(locale)
        elif locale.identifier or not used.keys() - declared:
            _say(lifting, locale.element, "unusedLocale", locale.language)
    _lift_untranslated(lifting, others)


def _codes(lifting: Lifting, locale: Element) -> Sequence[Element]:
    return lifting.every(locale, "languageCode/*") or lifting.every(locale, "language/*")


def _others(lifting: Lifting) -> Iterator[_Locale]:
    for path in _OTHER:
        for element in lifting.every(lifting.root, path):
            for code in _codes(lifting, element)[:1]:
                language = language_tag(code.get("codeListValue", ""))
                if language:
                    yield _Locale(element, element.get("id", ""), language, code)


def _lift_untranslated(lifting: Lifting, locales: list[_Locale]) -> None:
    for predicate, paths in _TRANSLATED.items() if locales else ():
        for path in paths:
            for prop in lifting.every(lifting.root, path):
                given = {text.get("locale", "").removeprefix("#") for text in lifting.every(prop, "PT_FreeText/*/*")}
                linked = any(href(child) for child in lifting.every(prop, "*"))  # a concept has its own labels
                for locale in locales if len(prop) and not linked else ():
                    if locale.identifier not in given:
                        _say(lifting, prop, predicate, locale.language)


def _say(lifting: Lifting, element: Element, predicate: str, value: str, attribute: str = "") -> None:
    node = lifting.describe(element, "Element")
    lifting.say(node, predicate, Literal(value), element, attribute=attribute)
