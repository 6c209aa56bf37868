"""Collections and schemes as NVS nodes: plain strings in one language, which clients take as they are."""

from collections.abc import Iterable, Sequence
from json.encoder import encode_basestring

from vocabsvc.formats.nvs_jsonld import group_by_subject, plain_node
from vocabsvc.model.label import LangString, choose_label
from vocabsvc.model.statement import Literal, Statement
from vocabsvc.model.vocabulary import Vocabulary
from vocabsvc.namespaces import DCTERMS, OWL, RDF, SKOS

_TITLE = f"{DCTERMS}title"
_PREF_LABEL = f"{SKOS}prefLabel"
_NEEDED = (f"{SKOS}altLabel", f"{DCTERMS}alternative", f"{DCTERMS}description")


def literal_of(label: LangString) -> Literal:
    """Return a label as a literal."""
    return Literal(label.text, f"{RDF}langString", label.lang) if label.lang else Literal(label.text)


def made_collection(uri: str, vocabulary: Vocabulary) -> tuple[Statement, ...]:
    """Return what a vocabulary that states no collection of its own says as one."""
    titles = (Statement(uri, _TITLE, literal_of(title)) for title in vocabulary.titles)
    return (Statement(uri, f"{RDF}type", f"{SKOS}Collection"), *titles)


def collection_node(uri: str, statements: Iterable[Statement], vocabulary: Vocabulary, languages: Sequence[str]) -> str:
    """Return the JSON object of a collection or scheme without its members.

    Each text is one plain string, in the first of ``languages`` that has it, else English. Title and preferred
    label stand in for each other; edition, date and publisher are those of the vocabulary's description where
    the statements lack them, and what clients need beyond is NVS's own empty string.
    """
    subjects = group_by_subject(statements)
    about = {predicate: _plain(objects, languages) for predicate, objects in subjects.said.get(uri, {}).items()}
    titles = [literal_of(title) for title in vocabulary.titles]
    title = about.get(_TITLE) or about.get(_PREF_LABEL) or _plain(titles, languages) or [Literal("")]
    held: dict[str, list[str | Literal]] = {
        _TITLE: title,
        f"{OWL}versionInfo": [Literal(vocabulary.edition)],
        f"{DCTERMS}date": [Literal(vocabulary.date)],
        **{predicate: [Literal("")] for predicate in _NEEDED},
    }
    if vocabulary.publisher:
        held[f"{DCTERMS}publisher"] = [Literal(vocabulary.publisher)]
    whole = {**held, **about}
    # A preferred label of a concept is an object; a collection's is a string.
    label = _text(whole.pop(_PREF_LABEL, title))
    node = plain_node(uri, subjects._replace(said={**subjects.said, uri: whole}))
    return f'{node[:-1]},"skos:prefLabel":{label}}}'


def _plain(objects: Sequence[str | Literal], languages: Sequence[str]) -> list[str | Literal]:
    """Return objects with the texts among them reduced to one, without its language."""
    texts = [LangString(one.lexical, one.lang.lower()) for one in objects if isinstance(one, Literal) and one.lang]
    chosen = choose_label(texts, languages)
    if chosen is None:
        return list(objects)
    return [*(one for one in objects if not isinstance(one, Literal) or not one.lang), Literal(chosen.text)]


def _text(objects: Sequence[str | Literal]) -> str:
    return encode_basestring(next((one.lexical for one in objects if isinstance(one, Literal)), ""))
