"""The names that the model learnt from, as it keeps them."""

from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from importlib import resources

from vocabsvc.model.candidate import LocalTerm
from vocabsvc.services.mapper.examples import Example

_FILE = "known_names.tsv"
_NVS = "http://vocab.nerc.ac.uk/collection/"
MOST_WORDS = 10


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name that a source maps to a concept; ``words`` are the canonical words of its long name."""

    source: str
    local_name: str
    words: str
    unit: str
    target: str

    def example(self) -> Example:
        """Return it as an example."""
        return Example((self.source,), LocalTerm(self.local_name, self.words, self.unit), self.target)


def read_known_names(text: str | None = None) -> Iterator[KnownName]:
    """Yield the names of a text, or those of the package."""
    lines = text or resources.files(__package__).joinpath(_FILE).read_text(encoding="utf-8")
    for line in lines.splitlines():
        if line and not line.startswith("#"):
            source, local_name, words, unit, vocabulary, code = line.split("\t")
            yield KnownName(source, local_name, words, unit, f"{_NVS}{vocabulary}/current/{code}/")


def write_known_names(names: Iterable[KnownName]) -> str:
    """Return the text that ``read_known_names`` reads, sorted, each name once."""
    lines = sorted({_line(name) for name in names})
    return "# source, local name, words of the long name, unit, vocabulary, code\n" + "".join(lines)


def _line(name: KnownName) -> str:
    *cells, target = astuple(name)
    vocabulary, _, code = target.removeprefix(_NVS).rstrip("/").partition("/current/")
    return "\t".join(" ".join(str(cell).split()) for cell in (*cells, vocabulary, code)) + "\n"
