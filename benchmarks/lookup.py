"""The look-up against its aims, without HTTP: all that ships is loaded."""

from string import ascii_lowercase

from benchmarks.answering import (
    broadest,
    counting,
    frequent_words,
    largest,
    paging,
    paging_narrower,
    sample_uris,
    suggesting,
)
from benchmarks.prefixes import Labels, beginnings, with_typos
from benchmarks.timing import show_spread, timed
from vocabsvc.services.paging import MOST_ITEMS
from vocabsvc.services.services import Services

SUGGESTIONS = 5000
WITH_TYPO_MS = 10.0
ANSWER_MS = 5.0
"""Aims for the 99th percentile."""

_GROUPS = "P02"


def measure_lookup(services: Services, labels: Labels) -> None:
    """Print suggest, typos, concept detail, pages in label order and facets."""
    texts = beginnings(labels, SUGGESTIONS)
    show_spread("suggest", suggesting(services, texts), ANSWER_MS)
    show_spread("suggest with a typo", suggesting(services, with_typos(texts)), WITH_TYPO_MS)
    show_spread("concept", timed(services.concepts.detail, sample_uris(services)), ANSWER_MS)
    members = services.concepts.members(_GROUPS, 0, MOST_ITEMS).items
    groups = broadest(services, [ref.uri for ref in members])
    times = timed(services.concepts.detail, [uri for uri, _ in groups for _ in range(5)])
    show_spread(f"concept, {groups[-1][1]}–{groups[0][1]} narrower", times, ANSWER_MS)
    vocabulary = largest(services)
    show_spread(f"page of 100 of {vocabulary.id}", paging(services, vocabulary), ANSWER_MS)
    show_spread(f"page of 100 below {_GROUPS}", paging_narrower(services, groups), ANSWER_MS)
    show_spread("facets of frequent words", counting(services, (*ascii_lowercase, *frequent_words(labels))), ANSWER_MS)
