"""Licences named in running text, in English and French and, for the commonest, in German.

A wrong licence is worse than none: a text that names two licences, or whose terms contradict each other, is not
recognised, and no version is guessed where there are several.
"""

import re
import unicodedata
from collections.abc import Iterator

from vocabsvc.formats.licences.address import family_of
from vocabsvc.model.licence import Licence

_LONGEST = 1500
_NEAR = 120
_UNCLEAR = Licence("")

_CODE = re.compile(r"\bcc[ :]*by((?: (?:nc|nd|sa))*)\b")
_CODE_ALONE = re.compile(r"by((?: (?:nc|nd|sa))*)(?: (?:v ?)?[1-4]\.[0-9])?(?: [a-z]{2})?")
_CC0 = re.compile(r"\bcc ?(?:0|zero)\b|\bcreative commons (?:cc ?)?(?:0|zero)\b")
_NAMED = re.compile(r"\bcreative commons\b|\bcc (?:attribution|paternite|namensnennung)\b")
_TITLE = re.compile(r"attribution(?: [a-z ]+?)? [1-4]\.[0-9] (?:international|unported|generic)\b.*")
_BY = re.compile(r"\battribution\b|\bpaternite\b|\bnamensnennung\b|\bby\b|\bcredit de l auteur\b")
_WORDS = {
    "nc": re.compile(
        r"\bnon ?commercial\w*|\bpas d ?utilisation commerciale|\bpas d ?usage commercial|\butilisation non commerciale"
        r"|\bnicht ?kommerziell\w*|\bnc\b"
    ),
    "nd": re.compile(
        r"\bno ?deriv\w*|\bpas de modification\w*|\bpas d ?oeuvres? derivees?|\bkeine bearbeitung\w*|\bnd\b"
    ),
    "sa": re.compile(
        r"\bshare ?alike\b|\bpartage (?:a l identique|dans les memes conditions|des conditions initiales)"
        r"|\bweitergabe unter gleichen bedingungen|\bsa\b"
    ),
}
_AGAINST_COMMERCE = re.compile(r"\bcommercia[l-z]\w*|\bkommerziell\w*")
_VERSION = re.compile(r"(?<![\d.])(?:v(?:ersion)? ?)?([1-4])\.([0-9])(?![\d.]*\d)|\bv(?:ersion)? ?([1-4])\b")
_REFUSED = re.compile(
    r"\bnot (?:licen[sc]ed|under|available under)|\bexcept\b|\bsauf\b|\bhors\b|\bexcluding\b|\bno licen[sc]e\b"
    r"|\bor\b(?= cc)"
)
_PORTS = {
    "australia": "AU", "au": "AU", "france": "FR", "fr": "FR", "germany": "DE", "deutschland": "DE", "de": "DE",
    "igo": "IGO", "netherlands": "NL", "nederland": "NL", "austria": "AT", "osterreich": "AT", "united states": "US",
    "us": "US", "new zealand": "NZ", "nz": "NZ", "canada": "CA", "espana": "ES", "spain": "ES", "italia": "IT",
    "italy": "IT", "switzerland": "CH", "suisse": "CH", "schweiz": "CH", "ireland": "IE", "portugal": "PT",
    "brazil": "BR", "brasil": "BR", "england and wales": "UK", "england & wales": "UK", "uk": "UK",
}  # fmt: skip

_OTHERS = (  # family, pattern, the version where there is but one
    ("etalab", re.compile(
        r"\betalab\b|^licence ouverte$|\blicence ouverte(?= (?:open|v|version|[12])\b)|\blo ?v ?2\b"), ""),
    ("ODbL", re.compile(r"\bodbl\b|\bopen (?:data ?commons )?(?:open )?database licen[cs]e"), "1.0"),
    ("ODC-By", re.compile(r"\bodc by\b|\bopen data commons attribution"), "1.0"),
    ("PDDL", re.compile(r"\bpddl\b|\bpublic domain dedication and licen[cs]e"), "1.0"),
    ("OGL-Canada", re.compile(
        r"\bopen government licen[cs]e canada\b|\blicence du gouvernement ouvert (?:du )?canada\b"), "2.0"),
    ("OGL-UK", re.compile(
        r"\bopen government licen[cs]e(?= (?:for public sector|uk|united kingdom|v|version|[123]\.0))"), ""),
    ("DL-DE-BY", re.compile(r"\bdl de by\b|\bdatenlizenz deutschland namensnennung\b"), ""),
    ("DL-DE-ZERO", re.compile(r"\bdl de zero\b|\bdatenlizenz deutschland zero\b"), ""),
    ("SeaDataNet", re.compile(r"\bseadatanet (?:data )?licen[cs]e\b|\blicence seadatanet\b"), "-"),
)  # fmt: skip


def licence_named(text: str) -> Licence | None:
    """Return the licence that a text names, ``None`` where it names none, several, or none for sure."""
    if not text or len(text) > _LONGEST:
        return None
    folded = _folded(text)
    if _REFUSED.search(folded):
        return None
    found = {*_creative_commons(folded), *_others(folded)}
    return next(iter(found)) if len(found) == 1 and _UNCLEAR not in found else None


def _creative_commons(text: str) -> Iterator[Licence]:
    zero = _CC0.search(text)
    if zero:
        yield Licence("CC0", "1.0")
    codes = [*_CODE.finditer(text)]
    alone = _CODE_ALONE.fullmatch(text)
    if alone:
        codes.append(alone)
    named = _NAMED.search(text) or _TITLE.fullmatch(text)
    if not codes and (zero or named is None or not _BY.search(text)):
        return
    said = [frozenset(code[1].split()) for code in codes]
    words = frozenset(term for term, pattern in _WORDS.items() if pattern.search(text))
    terms = said[0] if said else words
    if (
        any(one != terms for one in said)
        or words - terms
        or ("nc" not in terms and _AGAINST_COMMERCE.search(text) and not _permits_commerce(text))
    ):
        yield _UNCLEAR
        return
    starts = [found for found in (*codes[:1], named) if found is not None]
    if starts:
        version = _version(text, min(starts, key=lambda found: found.start()))
        yield Licence(family_of(set(terms)), version, _port(text, version))


def _others(text: str) -> Iterator[Licence]:
    for family, pattern, only in _OTHERS:
        if found := pattern.search(text):
            yield Licence(family, only.strip("-") if only else _version(text, found))


def _permits_commerce(text: str) -> bool:
    return bool(re.search(r"\b(?:including|even|even if|y compris|meme|also) (?:for |a des fins )?commercia", text))


def _version(text: str, found: re.Match[str]) -> str:
    """Return the version that stands in or right behind a name, ``""`` for none or several."""
    window = text[found.start() : found.end() + _NEAR]
    versions = {f"{one[1] or one[3]}.{one[2] or '0'}" for one in _VERSION.finditer(window)}
    return next(iter(versions)) if len(versions) == 1 else ""


def _port(text: str, version: str) -> str:
    """Return the country that a version was adapted to; version 4.0 is the same everywhere."""
    if version in {"", "4.0"}:
        return ""
    for word, port in _PORTS.items():
        if re.search(rf"{re.escape(version)} (?:licen[cs]e )?\(?{re.escape(word)}\b", text):
            return port
    return ""


def _folded(text: str) -> str:
    """Return the text in small letters without accents, with single spaces for all but letters, digits and dots."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(char))
    plain = plain.replace("œ", "oe").replace("n°", "no")
    return " ".join(re.sub(r"[^a-z0-9.&]+|(?<!\d)\.|\.(?!\d)", " ", plain).split())
