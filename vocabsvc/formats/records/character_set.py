"""The character set that an ISO record declares, and the one that it is written in."""

import codecs

from vocabsvc.formats.records.lifting import Lifting
from vocabsvc.model.statement import Literal

_DEFAULT = "utf-8"  # what ISO 19115 assumes where nothing is declared


def lift_character_set(lifting: Lifting, record: str, path: str) -> None:
    """Lift the declared character set, and say where the document is in another."""
    lifting.codes(record, "characterSet", lifting.root, path)
    written, declared = _codec(lifting.encoding), lifting.values(record, "characterSet")
    if written == "ascii" or not written:
        return  # which is part of every other
    known = {code for code in map(_codec, declared) if code}
    if written not in known if known else not any(declared) and written != _DEFAULT:
        given = lifting.first(lifting.root, f"{path}/*")
        lifting.say(record, "otherCharacterSet", Literal(lifting.encoding), lifting.root if given is None else given)


def _codec(name: str) -> str:
    """Return the name that Python gives a character set of MD_CharacterSetCode, ``""`` if it is none."""
    code = name.rpartition("_")[2].replace("8859part", "iso8859-").replace("usAscii", "ascii").strip()
    try:
        return (
            codecs.lookup(code).name.removesuffix("-sig").replace("utf-16-le", "utf-16").replace("utf-16-be", "utf-16")
        )
    except LookupError:
        return ""
