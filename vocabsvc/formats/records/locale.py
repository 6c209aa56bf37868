"""The languages of an ISO record."""

from vocabsvc.formats.records.lifting import Lifting, language_tag


def lift_locales(lifting: Lifting, path: str) -> None:
    """Learn which language each ``PT_Locale`` stands for."""
    for locale in lifting.every(lifting.root, path):
        for code in lifting.every(locale, "languageCode/*") or lifting.every(locale, "language/*"):
            lifting.locales[locale.get("id", "")] = language_tag(code.get("codeListValue", ""))
