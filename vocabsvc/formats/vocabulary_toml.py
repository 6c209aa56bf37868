"""``vocabulary.toml``: what a vocabulary folder holds, checked against ``vocabulary.schema.json``."""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files

from jsonschema import Draft202012Validator

from vocabsvc.errors import UnreadableInput
from vocabsvc.model.label import LangString
from vocabsvc.model.vocabulary import Vocabulary, VocabularyDescription

FILE_NAME = "vocabulary.toml"

_TOML_POSITION = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_LANGUAGES = ("en", "fr")

Value = str | int | bool | Sequence[str] | Mapping[str, str]


def vocabulary_schema() -> dict[str, object]:
    """Return the JSON Schema of ``vocabulary.toml``."""
    text = files("vocabsvc.formats").joinpath("vocabulary.schema.json").read_text("utf-8")
    schema: dict[str, object] = json.loads(text)
    return schema


def read_vocabulary_toml(data: bytes, name: str) -> VocabularyDescription:
    """Read a description.

    Raises:
        UnreadableInput: not UTF-8, not TOML (with line and column), or not as the schema asks (naming
            the key).
    """
    try:
        content = tomllib.loads(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise UnreadableInput("not UTF-8", name, data[: error.start].count(b"\n") + 1) from error
    except tomllib.TOMLDecodeError as error:
        raise _unreadable(str(error), name) from error
    fault = next(iter(sorted(Draft202012Validator(vocabulary_schema()).iter_errors(content), key=str)), None)
    if fault is not None:
        key = ".".join(map(str, fault.absolute_path))
        raise UnreadableInput(f"{key}: {fault.message}" if key else fault.message, name)
    vocabulary = Vocabulary(
        id=content["id"],
        uri=content["uri"],
        titles=tuple(LangString(content["title"][lang], lang) for lang in _LANGUAGES),
        publisher=content["publisher"],
        sources=tuple(content["source"]),
        edition=content.get("edition", ""),
        date=content.get("date", ""),
        licence=content.get("licence", ""),
        languages=tuple(content["languages"]),
        missing=tuple(content["missing"]),
        concept_count=content["concepts"],
        deprecated_count=content["deprecated"],
        local=content.get("local", False),
        auxiliary=content.get("auxiliary", False),
    )
    return VocabularyDescription(
        vocabulary=vocabulary,
        file=content["file"],
        checksum=content["checksum"],
        attribution=content.get("attribution", ""),
        own=content.get("own", False),
    )


def write_vocabulary_toml(description: VocabularyDescription) -> str:
    """Write a description so that reading it gives the same; empty optional values are left out."""
    vocabulary = description.vocabulary
    values: dict[str, Value] = {
        "id": vocabulary.id,
        "title": {title.lang: title.text for title in vocabulary.titles},
        "uri": vocabulary.uri,
        "own": description.own,
        "local": vocabulary.local,
        "auxiliary": vocabulary.auxiliary,
        "publisher": vocabulary.publisher,
        "source": vocabulary.sources,
        "edition": vocabulary.edition,
        "date": vocabulary.date,
        "licence": vocabulary.licence,
        "attribution": description.attribution,
        "languages": vocabulary.languages,
        "file": description.file,
        "checksum": description.checksum,
        "concepts": vocabulary.concept_count,
        "deprecated": vocabulary.deprecated_count,
        "missing": vocabulary.missing,
    }
    return "".join(_lines(values))


def _lines(values: Mapping[str, Value]) -> Iterator[str]:
    for key, value in values.items():
        if isinstance(value, Mapping):
            pairs = ", ".join(f"{name} = {_string(text)}" for name, text in value.items())
            yield f"{key} = {{ {pairs} }}\n"
        elif isinstance(value, bool):
            if value:
                yield f"{key} = true\n"
        elif isinstance(value, int):
            yield f"{key} = {value}\n"
        elif isinstance(value, str):
            if value:
                yield f"{key} = {_string(value)}\n"
        else:
            items = "".join(f"    {_string(text)},\n" for text in value)
            yield f"{key} = [\n{items}]\n"


def _string(text: str) -> str:
    """Return a TOML basic string: JSON's, which also escapes what TOML forbids, but for DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _unreadable(message: str, name: str) -> UnreadableInput:
    place = _TOML_POSITION.search(message)
    reason = _TOML_POSITION.sub("", message)
    line, column = (int(part) for part in place.groups()) if place and place[1] else (None, None)
    return UnreadableInput(reason[:1].lower() + reason[1:], name, line, column)
