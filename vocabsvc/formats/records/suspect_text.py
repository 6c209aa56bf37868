"""Texts that no reader was meant to see: markup, characters gone wrong, what a form or template left behind."""

import re

from vocabsvc.formats.element import Element, local_name
from vocabsvc.formats.records.lifting import Lifting
from vocabsvc.model.statement import Literal

_TAGS = (
    "a|b|big|blockquote|body|br|center|code|div|em|font|h[1-6]|hr|html|i|img|li|ol|p|pre|small|span|strong|sub|sup"
    "|table|tbody|td|th|tr|tt|u|ul"
)
_MARKUP = re.compile(
    rf"</?(?:{_TAGS})(?:\s[^<>]{{0,300}})?/?>|<!--|<!\[CDATA\["
    r"|&(?:amp|lt|gt|quot|apos|nbsp|[A-Za-z]{1,7}(?:acute|grave|circ|uml|cedil)|#[0-9]{2,6}|#x[0-9A-Fa-f]{2,6});",
    re.IGNORECASE,
)
# C1 controls, byte order marks, private use and the replacement character: nothing that a font can show.
_UNPRINTABLE = re.compile("[\x7f-\x84\x86-\x9f\ufeff\ufffd\ue000-\uf8ff\u202a-\u202e\u2066-\u2069]")
# UTF-8 read as Windows-1252: a lead byte as a letter, then what stands there for bytes 80 to BF.
_CP1252 = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_MOJIBAKE = re.compile(rf"(?:[ÂÃÄÅÎÏ][\x80-\xbf{_CP1252}]|â[\x80-\xbf{_CP1252}]{{2}})+")
_TEMPLATE = re.compile(
    r"--\s.*\s--|[?]+|[.…]+|x{3,}|-{2,}"
    r"|(?:tbd|tbc|tba|todo|to do)\W*"
    r"|to be (?:completed|confirmed|defined|determined|announced|filled in|provided|written)\W*"
    r"|(?:à|a) (?:compl[eé]ter|renseigner|d[eé]finir|pr[eé]ciser|remplir|confirmer|venir)\W*"
    r"|(?:insert|enter|type|saisir|ins[eé]rer|indiquer) (?:your |the |here |a |votre |le |la |l’|l'|ici ).{0,60}"
    r"|lorem ipsum.*",
    re.IGNORECASE | re.DOTALL,
)
_PLACEHOLDER = re.compile(r".*(?:\{\{[^{}]+\}\}|\$\{[^{}]+\}).*", re.DOTALL)
_LONGEST_TEMPLATE = 200
_SHOWN = 40
_EML_SIGNS = {
    "code",
    "fieldDelimiter",
    "recordDelimiter",
    "physicalLineDelimiter",
    "quoteCharacter",
    "literalCharacter",
}


def lift_suspect_text(lifting: Lifting, element: Element, text: str) -> None:
    """Lift what is wrong with a ``text`` of the record, which stands in ``element``."""
    # A plain look for the letters that every match has is far cheaper than the pattern, and nearly all texts have none.
    if ("<" in text or "&" in text) and (found := _MARKUP.search(text)) is not None:
        lifting.say(lifting.describe(element, "Element"), "markup", Literal(text), element, found.group())
    if text.isascii():
        pass
    elif (found := _MOJIBAKE.search(text)) is not None and (repaired := repair(text)) != text:
        node = _say(lifting, element, "mojibake", text, found)
        lifting.say(node, "repairedText", Literal(repaired), element)
    elif (found := _UNPRINTABLE.search(text)) is not None:
        _say(lifting, element, "unprintable", text, found)
    if len(text) <= _LONGEST_TEMPLATE and (found := _template(text)) is not None:
        _say(lifting, element, "templateText", text, found)


def lift_suspect_texts(lifting: Lifting) -> None:
    """Lift what is wrong with any text of an EML record, codes and delimiters apart."""
    for element in lifting.within():
        text = (element.text or "").strip()
        if text and local_name(element) not in _EML_SIGNS:
            lift_suspect_text(lifting, element, text)


def repair(text: str) -> str:
    """Return the text with what was UTF-8 read as Windows-1252 read as UTF-8, where that is possible."""
    return _MOJIBAKE.sub(_reread, text)


def _template(text: str) -> re.Match[str] | None:
    return _TEMPLATE.fullmatch(text) or (_PLACEHOLDER.fullmatch(text) if "{" in text else None)


def _reread(found: re.Match[str]) -> str:
    try:
        return b"".join(_bytes(character) for character in found.group()).decode()
    except UnicodeError:
        return found.group()


def _bytes(character: str) -> bytes:
    # Windows-1252 leaves five bytes undefined; they pass as the C1 controls of the same number.
    return character.encode("latin-1") if character <= "\xff" else character.encode("cp1252")


def _say(lifting: Lifting, element: Element, predicate: str, text: str, found: re.Match[str]) -> str:
    node = lifting.describe(element, "Element")
    lifting.say(node, predicate, Literal(text), element, _excerpt(text, found))
    return node


def _excerpt(text: str, found: re.Match[str]) -> str:
    begin, end = max(found.start() - _SHOWN, 0), found.end() + _SHOWN
    shown = " ".join(text[begin:end].split())
    return f"{'…' if begin else ''}{shown}{'…' if end < len(text) else ''}"
