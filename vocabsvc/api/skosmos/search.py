"""Search by label, and look-up of one label."""

from collections.abc import Iterator, Sequence

from vocabsvc.api.skosmos.answers import Body, Listing
from vocabsvc.api.skosmos.asked import Asked, Refusal
from vocabsvc.api.skosmos.contexts import BASE, LABELS, ONKI, SEARCH, expand
from vocabsvc.api.skosmos.hits import FIELDS, Hit, Hits
from vocabsvc.services.labels import LabelRequest
from vocabsvc.store.labels.wildcard import label_key

_FEW = 200
_PREF_LABELS = {"prefLabels": {"@id": "skos:prefLabel", "@container": "@language"}}


def search(asked: Asked) -> Listing:
    """Search all vocabularies, or those that ``vocab`` names."""
    return _search(asked, tuple(asked.named_vocabulary(name).id for name in asked.words("vocab")), "")


def search_in_vocabulary(asked: Asked) -> Listing:
    """Search one vocabulary."""
    return _search(asked, (asked.vocabulary.id,), asked.language)


def is_quick(asked: Asked) -> bool:
    """Tell whether a search is a step into the lists and a short way on from there."""
    more = ("parent", "group", "scheme", "type", "fields")
    few = 0 < asked.lenient_number("maxhits", 0) + asked.lenient_number("offset", 0) <= _FEW
    begun = asked.text("query").strip().removesuffix("*")
    anywhere = begun.startswith("*") and asked.text("query").strip().endswith("*")
    return few and "*" not in (begun[1:] if anywhere else begun) and not any(map(asked.text, more))


def _search(asked: Asked, vocabularies: tuple[str, ...], default: str) -> Listing:
    text = asked.text("query")
    if not label_key(text) and not asked.text("group") and not asked.text("parent"):
        raise Refusal(400, "Bad Request", "query parameter missing")
    shown = asked.text("labellang") or asked.text("lang") or default
    fields = tuple(field for field in asked.words("fields") if field in FIELDS)
    request = LabelRequest(
        text=text,
        vocabularies=vocabularies,
        language=asked.text("lang").lower(),
        shown=shown.lower(),
        parent=asked.text("parent"),
        group=asked.text("group"),
        schemes=asked.words("scheme"),
        types=tuple(expand(name) for name in asked.text("type").replace("+", " ").split()),
        unique=asked.flag("unique", default=False),
        offset=asked.number("offset", least=0, otherwise=0),
        limit=asked.number("maxhits", least=1, otherwise=0),
    )
    hits = Hits(asked, shown, fields)
    return Listing(
        {"@context": _context(asked, fields), "uri": ""},
        "results",
        map(hits.hit, asked.browsing.labels.search(request)),
    )


def lookup(asked: Asked) -> Body:
    """Find a label as it is, first among preferred labels, then among alternative ones."""
    label, lang = asked.required("label"), asked.text("lang")
    hits = Hits(asked, asked.language)
    found = [hits.hit(match) for match in asked.browsing.labels.named(label, asked.vocabulary.id, lang.lower())]
    best = next((same for same in _cascade(found, label, any_language=not lang) if same), None)
    if best is None:
        raise Refusal(404, "Not Found", f"Could not find label '{label}'")
    context = {**BASE, "onki": ONKI, "results": {"@id": "onki:results"}, **LABELS}
    return {"@context": {**context, **({"@language": lang} if lang else {})}, "result": best}


def _cascade(found: Sequence[Hit], label: str, *, any_language: bool) -> Iterator[list[Hit]]:
    """Yield the results of each step: the label itself, then in another case; each step only counts if none before."""
    yield from _equal(found, "prefLabel", label)
    if any_language:
        for same in _equal(found, "matchedPrefLabel", label):
            yield [_as_preferred(hit) for hit in same]
    yield from _equal(found, "altLabel", label)


def _equal(found: Sequence[Hit], key: str, label: str) -> Iterator[list[Hit]]:
    yield [hit for hit in found if hit.get(key) == label]
    yield [hit for hit in found if str(hit.get(key, "")).lower() == label.lower()]


def _as_preferred(hit: Hit) -> Hit:
    shown = {key: value for key, value in hit.items() if key != "matchedPrefLabel"}
    return {**shown, "prefLabel": hit["matchedPrefLabel"]}


def _context(asked: Asked, fields: Sequence[str]) -> Body:
    language = asked.text("labellang") or asked.text("lang")
    return {
        **SEARCH,
        **{field: f"skos:{field}" for field in fields},
        **(_PREF_LABELS if "prefLabel" in fields else {}),
        **({"@language": language} if language else {}),
    }
