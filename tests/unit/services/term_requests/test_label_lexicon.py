from dataclasses import replace

from tests.requested import LABELS, P01, entries
from vocabsvc.services.mapper.wording import Wording
from vocabsvc.services.term_requests.label_lexicon import LabelLexicon, Part

LEXICON = LabelLexicon(entries(), Wording.shipped())


def texts(part: Part, *words: str) -> list[str]:
    return sorted({use.text for use in LEXICON.among(part, words)})


def test_wordings_are_found_by_all_of_their_words_or_those_of_another_name() -> None:
    assert texts(Part.OBJECT, "lead", "sediment") == ["lead {Pb CAS 7439-92-1}"]
    assert texts(Part.OBJECT, "bpa") == ["bisphenol A {BPA CAS 80-05-7}"]
    assert texts(Part.METHOD, "flow") == []
    assert texts(Part.METHOD, "flow", "cytometry") == ["flow cytometry"]


def test_it_knows_how_wordings_go_together() -> None:
    lead = LEXICON.part(Part.OBJECT, "lead {Pb CAS 7439-92-1}")
    assert lead is not None
    assert lead.count == 3
    assert lead.tally(lambda use: use.basis) == {"volume": 2, "dry weight": 1}
    assert lead.share(lambda use: bool(use.phase)) == 2 / 3


def test_a_label_leads_to_its_concept_and_a_deprecated_one_is_not_known() -> None:
    assert LEXICON.labelled("temperature of the WATER body") == f"{P01}TEMPWAT1/"
    assert LEXICON.labelled("Temperature of the moon") == ""
    gone = entries(LABELS[:1])
    deprecated = [replace(one, ref=replace(one.ref, deprecated=True)) for one in gone]
    assert not list(LabelLexicon(deprecated, Wording.shipped()).uses(Part.PROPERTY))
