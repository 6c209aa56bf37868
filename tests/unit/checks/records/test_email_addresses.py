"""An address is taken apart from what stands beside it, and without asking only where nothing is lost."""

import pytest

from tests.cases import clean
from tests.edits import edited
from tests.viewed import faults, view
from vocabsvc.checks.records.email_addresses import accompanied_addresses
from vocabsvc.model.record import text_of
from vocabsvc.namespaces import DEF

ENCODINGS = ("iso19139", "iso19115-3", "eml")


def record(encoding: str, email: str) -> str:
    text = clean(encoding).decode()
    return text.replace(f">{emails(text)[0]}<", f">{email}<", 1)


def emails(text: str) -> list[str]:
    return [text_of(fact.object) for fact in view(text.encode()).graph.facts if fact.predicate == f"{DEF}email"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize(
    ("written", "addresses", "safe"),
    [
        ("a@mer.fr; b@mer.fr, é@mer.fr", ("a@mer.fr", "b@mer.fr", "é@mer.fr"), True),
        ("a@mer.fr b@mer.fr a@mer.fr", ("a@mer.fr", "b@mer.fr"), True),
        ("mailto:a@mer.fr", ("a@mer.fr",), True),
        ("Mailto:a@mer.fr; MAILTO:b@mer.fr", ("a@mer.fr", "b@mer.fr"), True),
        ("&lt;a@mer.fr&gt;", ("a@mer.fr",), True),
        ("Anne Le Goff &lt;a@mer.fr&gt;", ("a@mer.fr",), False),
        ("Anne &lt;a@mer.fr&gt; ; Éric &lt;b@mer.fr&gt;", ("a@mer.fr", "b@mer.fr"), False),
    ],
)
def test_addresses_are_taken_apart(encoding: str, written: str, addresses: tuple[str, ...], *, safe: bool) -> None:
    text = record(encoding, written)
    fault = faults(accompanied_addresses, text)[0]
    assert (fault.expected, fault.safe) == (addresses, safe)
    mended = edited(text.encode(), fault.edits).decode()
    assert faults(accompanied_addresses, mended) == []
    assert set(addresses) <= set(emails(mended))


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("written", ["", "a@mer.fr", "données+1@mer.fr", "a(at)mer.fr", "Anne"])
def test_an_address_alone_or_none_is_left(encoding: str, written: str) -> None:
    assert faults(accompanied_addresses, record(encoding, written)) == []


def test_a_translated_address_is_not_taken_apart() -> None:
    """Its copy would lose the language."""
    text = clean("iso19139").decode()
    written = f"<gco:CharacterString>{emails(text)[0]}</gco:CharacterString>"
    assert written in text
    localised = '<gmd:LocalisedCharacterString locale="#fr">a@mer.fr; b@mer.fr</gmd:LocalisedCharacterString>'
    free = f"<gmd:PT_FreeText><gmd:textGroup>{localised}</gmd:textGroup></gmd:PT_FreeText>"
    fault = faults(accompanied_addresses, text.replace(written, free, 1))[0]
    assert (fault.value, fault.edits) == ("a@mer.fr; b@mer.fr", ())
