"""What ISO 3166 knows of the countries in a record."""

from collections.abc import Iterable, Mapping

from vocabsvc.model.record import Fact, FactIndex, RecordGraph, text_of
from vocabsvc.model.statement import Literal
from vocabsvc.services.validation.code_lists import CodeList
from vocabsvc.services.validation.term_facts import said

_LIST = "Country"
_EUROPEAN = {"UK": "GB", "EL": "GR"}  # as the institutions of the European Union call them


class CountryFacts:
    """A ``FactSource`` about the countries of parties; it says nothing while the list of countries is not loaded."""

    def __init__(self, lists: Mapping[str, CodeList]) -> None:
        self._countries = lists.get(_LIST)

    def of(self, index: FactIndex, _graph: RecordGraph) -> Iterable[Fact]:
        """Return whether each country is known, and the code of one that is called otherwise."""
        if self._countries is None:
            return
        for party in dict.fromkeys(index.nodes("Party")):
            for fact in (*index.facts(party, "countryCode"), *index.facts(party, "country"))[:1]:
                code = text_of(fact.object).strip()
                meant = _EUROPEAN.get(code) or self._countries.meant(code)
                status = "known" if code in self._countries.codes else "unknown"
                yield said(party, "countryStatus", Literal(status), fact)
                if status == "unknown" and meant:
                    yield said(party, "countryMatch", Literal(meant), fact)
