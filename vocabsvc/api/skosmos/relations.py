"""One concept among others: labels, what is above, below and beside it."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from vocabsvc.api.skosmos.answers import Body, Listing
from vocabsvc.api.skosmos.asked import Asked, Refusal
from vocabsvc.api.skosmos.contexts import BASE, LABELS, ONKI, iri, keyed
from vocabsvc.model.concept import ConceptRef
from vocabsvc.model.label import LangString, choose_label
from vocabsvc.services.hierarchy import Branch, Child
from vocabsvc.services.labels import speaks

_MOST_STEPS = 1000
_TREE = 100_000


def label(asked: Asked) -> Body:
    """Tell the labels of a concept, whatever its vocabulary."""
    asked.required("uri")
    return _labels(asked, asked.found_in("").vocabulary, asked.text("lang"))


def vocabulary_label(asked: Asked) -> Body:
    """Tell the labels of a concept of one vocabulary."""
    asked.required("uri")
    return _labels(asked, asked.vocabulary.id, asked.language)


def broader(asked: Asked) -> Body:
    """List what is directly above a concept."""
    return _direct(asked, "broader", asked.browsing.hierarchy.broader)


def narrower(asked: Asked) -> Body:
    """List what is directly below a concept."""
    return _direct(asked, "narrower", asked.browsing.hierarchy.narrower)


def related(asked: Asked) -> Body:
    """List what a concept is related to."""
    return _direct(asked, "related", asked.browsing.hierarchy.related)


def broader_transitive(asked: Asked) -> Body:
    """Tell a concept and all that is above it, by IRI."""
    return _transitive(asked, "broader", asked.browsing.hierarchy.ancestors)


def narrower_transitive(asked: Asked) -> Body:
    """Tell a concept and all that is below it, by IRI."""
    return _transitive(asked, "narrower", asked.browsing.hierarchy.descendants)


def children(asked: Asked) -> Body:
    """List what is directly below a concept, and whether there is more below that."""
    uri = asked.concept.uri
    found = asked.browsing.hierarchy.children(asked.vocabulary.id, uri)
    return {
        "@context": {
            **BASE,
            "prefLabel": "skos:prefLabel",
            "narrower": "skos:narrower",
            "notation": "skos:notation",
            "hasChildren": "onki:hasChildren",
            "@language": asked.language,
        },
        "uri": asked.uri,
        "narrower": [_child(one, "prefLabel", asked.tag) for one in found],
    }


def top_concepts(asked: Asked) -> Listing:
    """List the concepts with nothing above them, of the vocabulary or of one of its schemes."""
    own, scheme = asked.vocabulary, asked.text("scheme") or asked.vocabulary.uri
    whole, uris = asked.browsing.schemes.concepts_in((scheme,), (own.id,))
    tops = asked.browsing.hierarchy.tops(own.id)
    found = (one for one in tops if whole or one.concept.uri in uris)
    return Listing(
        {
            "@context": {
                **BASE,
                "onki": ONKI,
                "topconcepts": "skos:hasTopConcept",
                "notation": "skos:notation",
                "label": "skos:prefLabel",
                "@language": asked.language,
            },
            "uri": scheme,
        },
        "topconcepts",
        (_top(one, scheme, asked.tag) for one in found),
    )


def hierarchy(asked: Asked) -> Body:
    """Tell a concept and all that is above it, each with what is directly below."""
    own = asked.vocabulary
    above = asked.browsing.hierarchy.ancestors(own.id, asked.concept.uri, _TREE)
    return {
        "@context": {
            **BASE,
            "onki": ONKI,
            "prefLabel": "skos:prefLabel",
            "notation": "skos:notation",
            "narrower": iri("skos:narrower"),
            "broader": iri("skos:broader"),
            "broaderTransitive": keyed("skos:broaderTransitive"),
            "top": iri("skos:topConceptOf"),
            "tops": iri("skos:topConceptOf"),
            "hasChildren": "onki:hasChildren",
            "@language": asked.language,
        },
        "uri": asked.uri,
        "broaderTransitive": {uri: _branch(asked, uri, branch) for uri, branch in above.items()},
    }


def _branch(asked: Asked, uri: str, branch: Branch) -> Body:
    below = asked.browsing.hierarchy.children(asked.vocabulary.id, uri)
    scheme = asked.vocabulary.uri
    return {
        "uri": uri,
        **({} if branch.steps else {"top": scheme, "tops": [scheme]}),
        **({"narrower": [_child(one, "label", asked.tag) for one in below]} if below else {}),
        "prefLabel": shown_label(branch.concept, asked.tag),
        **_notation(branch.concept),
        **({"broader": list(branch.steps)} if branch.steps else {}),
        "hasChildren": bool(below),
    }


def _labels(asked: Asked, vocabulary: str, lang: str) -> Body:
    concept, tag = asked.found_in(vocabulary), lang.lower()
    pref, alt, hidden = (
        _in_language(labels, tag) for labels in (concept.pref_labels, concept.alt_labels, concept.hidden_labels)
    )
    return {
        "@context": {**BASE, **LABELS, **({"@language": lang} if lang else {})},
        "uri": asked.uri,
        **({"prefLabel": pref[0]} if pref else {}),
        **({"altLabel": alt} if alt else {}),
        **({"hiddenLabel": hidden} if hidden else {}),
    }


def _direct(asked: Asked, name: str, find: Callable[[str, str], Sequence[ConceptRef]]) -> Body:
    found = find(asked.vocabulary.id, asked.concept.uri)
    return {
        "@context": {**BASE, "prefLabel": "skos:prefLabel", name: f"skos:{name}", "@language": asked.language},
        "uri": asked.uri,
        name: [{"uri": ref.uri, "prefLabel": shown_label(ref, asked.tag)} for ref in found],
    }


def _transitive(asked: Asked, name: str, find: Callable[[str, str, int], Mapping[str, Branch]]) -> Body:
    found = find(asked.vocabulary.id, asked.concept.uri, _limit(asked))
    return {
        "@context": {
            **BASE,
            "prefLabel": "skos:prefLabel",
            name: iri(f"skos:{name}"),
            f"{name}Transitive": keyed(f"skos:{name}Transitive"),
            "@language": asked.language,
        },
        "uri": asked.uri,
        f"{name}Transitive": {
            uri: {
                "uri": uri,
                "prefLabel": shown_label(branch.concept, asked.tag),
                **({name: list(branch.steps)} if branch.steps else {}),
            }
            for uri, branch in found.items()
        },
    }


def _limit(asked: Asked) -> int:
    """Return the digits of ``limit`` as a number, as Skosmos does, whatever stands between them."""
    digits = "".join(char for char in asked.text("limit") if char in "+-0123456789")
    try:
        limit = int(digits[:19] or 0) or _MOST_STEPS
    except ValueError:
        limit = -1
    if limit <= 0:
        raise Refusal(400, "Bad Request", "Invalid limit parameter")
    return limit


def _in_language(labels: Iterable[LangString], tag: str) -> list[str]:
    return [label.text for label in labels if not tag or not label.lang or speaks(label.lang, tag)]


def _child(child: Child, key: str, tag: str) -> Body:
    return {
        "uri": child.concept.uri,
        key: shown_label(child.concept, tag),
        "hasChildren": child.has_children,
        **_notation(child.concept),
    }


def _top(child: Child, scheme: str, tag: str) -> Body:
    return {
        "uri": child.concept.uri,
        "topConceptOf": scheme,
        "label": shown_label(child.concept, tag),
        "hasChildren": child.has_children,
        **_notation(child.concept),
    }


def _notation(ref: ConceptRef) -> dict[str, str]:
    return {"notation": ref.notation} if ref.notation else {}


def shown_label(ref: ConceptRef, tag: str) -> str | None:
    """Return the label in a language, else in English, untagged or any; ``None`` where there is none."""
    found = choose_label(ref.pref_labels, (tag,))
    return found.text if found else None
