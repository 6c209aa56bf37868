"""What GeoNetwork reads from a Re3gistry, the software of INSPIRE's registry: lists in JSON, code lists in XML.

A document is in one language; GeoNetwork asks for one in each that is wanted, and puts them together. A text
that is missing in a language comes in another, tagged so; GeoNetwork then leaves it out.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from urllib.parse import quote

from vocabsvc.formats.rdf_xml import escape_xml
from vocabsvc.formats.thesaurus import notes_of, one_per_language, titles_in
from vocabsvc.model.concept import Concept
from vocabsvc.model.label import LangString, choose_label
from vocabsvc.model.sink import ByteSink
from vocabsvc.model.thesaurus import Thesaurus
from vocabsvc.model.vocabulary import Vocabulary

REGISTER = "vocabulary"
"""The one register of our registry; GeoNetwork looks for a member of each item by this name."""

_NAMESPACE = "http://inspire.ec.europa.eu/codelist_register/codelist"
_VALID = "http://inspire.ec.europa.eu/registry/status/valid"
_TITLES = {"en": "Vocabularies", "fr": "Vocabulaires"}
_BATCH = 500


def re3gistry_registers(address: str, language: str) -> bytes:
    """Return the list of registers, given the address of the registry."""
    register = {"id": f"{address}/{REGISTER}", "label": _label_of_register(language)}
    return _json({"registry": {"id": address, "language": language, "registers": [{"register": register}]}})


def re3gistry_items(vocabularies: Iterable[Vocabulary], address: str, language: str) -> bytes:
    """Return the list of vocabularies, given the address of the registry."""
    register = f"{address}/{REGISTER}"
    items = [{REGISTER: _item(vocabulary, register, language)} for vocabulary in vocabularies]
    described = {"id": register, "language": language, "label": _label_of_register(language)}
    return _json({"register": {**described, "containeditems": items}})


def write_code_list(thesaurus: Thesaurus, language: str, sink: ByteSink) -> None:
    """Write a thesaurus in one language."""
    pieces = chain(_head(thesaurus, language), _values(thesaurus, language), ["  </containeditems>\n</codelist>\n"])
    for batch in iter(lambda: "".join(islice(pieces, _BATCH)), ""):
        sink.write(batch.encode())
    sink.flush()


def _item(vocabulary: Vocabulary, register: str, language: str) -> Mapping[str, object]:
    title = choose_label(titles_in(vocabulary, ()), (language,)) or LangString(vocabulary.id)
    return {"id": f"{register}/{quote(vocabulary.id, safe='')}", "label": {"lang": title.lang, "text": title.text}}


def _label_of_register(language: str) -> Mapping[str, str]:
    known = language if language in _TITLES else "en"
    return {"lang": known, "text": _TITLES[known]}


def _json(content: Mapping[str, object]) -> bytes:
    return json.dumps(content, ensure_ascii=False, indent=2).encode()


def _head(thesaurus: Thesaurus, language: str) -> Iterator[str]:
    vocabulary = thesaurus.vocabulary
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<codelist xmlns="{_NAMESPACE}" id="{escape_xml(vocabulary.uri)}">\n'
    yield f"  <language>{language}</language>\n"
    yield _text("  ", "label", titles_in(vocabulary, ()), language)
    yield _text("  ", "definition", one_per_language(thesaurus.descriptions, vocabulary), language)
    yield "  <containeditems>\n"


def _values(thesaurus: Thesaurus, language: str) -> Iterator[str]:
    vocabulary = thesaurus.vocabulary
    for concept in thesaurus.concepts:
        yield f'    <value id="{escape_xml(concept.uri)}">\n'
        yield _text("      ", "label", one_per_language(concept.pref_labels, vocabulary), language)
        yield _text("      ", "definition", notes_of(concept, vocabulary), language)
        yield f'      <status id="{_VALID}"/>\n'
        yield _parents(concept)
        yield "    </value>\n"


def _parents(concept: Concept) -> str:
    if not concept.broader:
        return ""
    parents = "".join(f'        <parent id="{escape_xml(uri)}"/>\n' for uri in concept.broader)
    return f"      <parents>\n{parents}      </parents>\n"


def _text(indent: str, name: str, texts: Sequence[LangString], language: str) -> str:
    chosen = choose_label(texts, (language,))
    if chosen is None:
        return ""
    tag = f' xml:lang="{escape_xml(chosen.lang)}"' if chosen.lang else ""
    return f"{indent}<{name}{tag}>{escape_xml(chosen.text)}</{name}>\n"
