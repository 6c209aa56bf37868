"""Fields of the term index. One document is one concept."""

from tantivy import Filter, Index, Schema, SchemaBuilder, TextAnalyzer, TextAnalyzerBuilder, Tokenizer

# Text is folded by model.folding before it gets here, so that the index and the query agree to the letter.
_WORDS = "folded_words"
STEMMERS = {"fr": "french", "en": "english"}
"""Languages whose word forms are reduced, and tantivy's names for them; each has a field ``stems_<language>``."""

STARTS = {"words": ("word_start", 8), "first": ("first_start", 12), "notation": ("code_start", 12)}
"""Fields asked by their beginnings: where short ones are terms of their own, and how long these are at most.

So a beginning that tens of thousands share (``SDN:P01::``) is not a walk over as many terms. A longer one begins few.
"""

TOP = "top"
LOCAL = "local"
AUXILIARY = "auxiliary"
"""The only values of the fields of these names."""

_LABELS = ("label", "own_labels", "shared_labels", "first", "stemmed", "former")


def term_schema() -> Schema:
    """Return the schema.

    ``uri``, ``vocabulary`` (id in lower case), ``broader``, ``ancestor`` (broader at any distance),
    ``collection``, ``top``, ``local``, ``auxiliary``, ``unit``, ``language`` and ``status`` are whole values;
    ``notation`` holds folded notations and codes; ``label`` whole folded labels, ``stemmed`` the same by the stems of
    their content words, ``first`` the first of these, ``former`` those of concepts that this one stands in for;
    ``words`` the folded words of all labels, ``stems_fr`` and ``stems_en`` their stems, ``former_words`` those of
    former ones.
    ``own_words`` and ``own_labels`` are words and whole labels behind the vocabulary's id (see ``own_term``),
    ``shared_words`` and ``shared_labels`` those of what is in no auxiliary list: typos are looked for among these.
    ``standing`` is a step of what raises a concept among equals (see ``merit``). ``rank`` is the place in label
    order over everything, ``place`` the same within a vocabulary and below a concept (see ``place_term``);
    ``entry`` which of the ``Entries`` is the concept's.
    """
    builder = SchemaBuilder()
    for field in (
        "uri",
        "broader",
        "ancestor",
        "collection",
        "top",
        "local",
        "auxiliary",
        "language",
        "notation",
        "place",
        *_LABELS,
    ):
        builder.add_text_field(field, tokenizer_name="raw", index_option="basic")
    for field in ("vocabulary", "status", "unit"):
        builder.add_text_field(field, tokenizer_name="raw", index_option="basic", fast=True)
    builder.add_text_field("words", tokenizer_name=_WORDS, index_option="freq")
    builder.add_text_field("former_words", tokenizer_name=_WORDS, index_option="basic")
    builder.add_text_field("own_words", tokenizer_name=_WORDS, index_option="basic")
    builder.add_text_field("shared_words", tokenizer_name=_WORDS, index_option="basic")
    for field in ("word_start", "first_start"):  # given together: no word has a space
        builder.add_text_field(field, tokenizer_name=_WORDS, index_option="basic")
    builder.add_text_field("code_start", tokenizer_name="raw", index_option="basic")
    for language in STEMMERS:
        builder.add_text_field(f"stems_{language}", tokenizer_name=_stem_tokenizer(language), index_option="freq")
    builder.add_unsigned_field("standing", indexed=True)
    builder.add_unsigned_field("rank", fast=True)
    builder.add_unsigned_field("entry", fast=True)
    return builder.build()


def own_term(vocabulary: str, text: str) -> str:
    """Return the term by which a word or label is compared within one vocabulary, and not with those of all."""
    return f"{''.join(vocabulary.lower().split())}/{text}"


def place_term(field: str, value: str, place: int) -> str:
    """Return the term of the concept at a place, from 0, in the list of those that have a value of a field."""
    return f"{field} {value} {place}"


def register_tokenizers(index: Index) -> None:
    """Make the tokenizers of the schema known; needed before writing and before searching."""
    index.register_tokenizer(_WORDS, TextAnalyzerBuilder(Tokenizer.whitespace()).build())
    for language in STEMMERS:
        index.register_tokenizer(_stem_tokenizer(language), stem_analyzer(language))


def stem_analyzer(language: str) -> TextAnalyzer:
    """Return what reduces folded words of a language to their stems."""
    return TextAnalyzerBuilder(Tokenizer.whitespace()).filter(Filter.stemmer(STEMMERS[language])).build()


def _stem_tokenizer(language: str) -> str:
    return f"stems_{language}"
