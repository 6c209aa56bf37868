"""The namespaces of an ISO record: misspelt ones, and GML in two versions at once."""

import re
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache

from vocabsvc.formats.element import Element
from vocabsvc.formats.records.lifting import Lifting
from vocabsvc.model.statement import Literal

_OURS = re.compile(
    r"https?://(?:www\.isotc211\.org|standards\.iso\.org/iso/19|schemas\.isotc211\.org|www\.opengis\.net/gml(?![a-z]))",
    re.IGNORECASE,
)
_GML = ("http://www.opengis.net/gml", "http://www.opengis.net/gml/3.2")
# Every edition of ISO 19139 and ISO 19115-3, drafts included, by how its namespaces are formed.
_FORMS = re.compile(
    r"http://www\.isotc211\.org/2005/(?:gmd|gco|gmx|gmi|gss|gsr|gts|gfc|grg|srv)"
    r"|http://www\.isotc211\.org/2005/[a-z][a-z0-9]{2}/[0-9.]+/[0-9-]{10}"
    r"|http://www\.isotc211\.org/(?:19115|19139|19157)/[a-z0-9./-]+"
    r"|http://standards\.iso\.org/iso/19[0-9]{3}/(?:-[0-9]/)?[a-z][a-z0-9]{2}/[0-9.]+"
    r"|https://schemas\.isotc211\.org/19[0-9]{3}/-(?:[0-9])?/[a-z][a-z0-9]{2}/[0-9.]+"
    r"|http://www\.opengis\.net/gml(?:/3\.[23](?:/[a-z]+)?)?"
)
_ISO_19139 = ("gmd", "gco", "gmx", "gmi", "gss", "gsr", "gts", "gfc", "grg", "srv")
_ISO_19115_3 = ("cat", "gco", "gcx", "gex", "lan", "mas", "mcc", "mco", "mda", "mex", "mmi", "mpc", "mrd", "mri", "mrs")
_ISO_19115_3_2016 = ("cit", "mac", "mdb", "mds", "mdt", "mrc", "mrl", "msr", "srv")
_KNOWN = (
    *(f"http://www.isotc211.org/2005/{name}" for name in _ISO_19139),
    *(f"http://standards.iso.org/iso/19115/-3/{name}/1.0" for name in _ISO_19115_3),
    *(f"http://standards.iso.org/iso/19115/-3/{name}/2.0" for name in _ISO_19115_3_2016),
    *(f"http://standards.iso.org/iso/19157/-2/{name}/1.0" for name in ("dqc", "mdq")),
    *_GML,
)
_NAME = re.compile(r"/([a-z]{3})(?:/[0-9.]+)?$")


def lift_namespaces(lifting: Lifting, used: Mapping[str, Element]) -> None:
    """Lift what is wrong with the namespaces ``used``, each with the first element in it."""
    for namespace, element in used.items():
        if meant := meant_namespace(namespace):
            node = lifting.describe(element, "Element")
            lifting.say(node, "misspeltNamespace", Literal(namespace), element)
            lifting.say(node, "meantNamespace", Literal(meant), element)
    old, new = (used.get(namespace) for namespace in _GML)
    if old is not None and new is not None:
        lifting.say(lifting.describe(old, "Element"), "olderGml", Literal(_GML[0]), old)


@cache
def meant_namespace(namespace: str) -> str:
    """Return the namespace that a misspelt one of ISO or GML can only mean, ``""`` for one that is right or foreign."""
    if not _OURS.match(namespace) or _FORMS.fullmatch(namespace):
        return ""
    folded = _fold(namespace)
    for one in _KNOWN:
        if _fold(one) == folded or (one not in _GML and folded.startswith(f"{_fold(one)}/")):
            return one
    name = _NAME.search(folded)
    called_so = [one for one in _KNOWN if name is not None and f"/{name.group(1)}" in one]
    return next(iter(get_close_matches(namespace, called_so or _KNOWN, n=1, cutoff=0.0 if called_so else 0.9)), "")


def _fold(namespace: str) -> str:
    return namespace.lower().replace("https:", "http:").rstrip("/#")
