"""Small pages about an entity, in English and French, fit for a frame."""

from collections.abc import Callable, Mapping, Sequence
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse, RedirectResponse, Response

from vocabsvc.api.reconciliation.asked import Asked
from vocabsvc.model.label import LangString, choose_label
from vocabsvc.services.concepts import ConceptDetail
from vocabsvc.services.reconciliation.extension import broader_of

MESSAGES: Mapping[str, Mapping[str, str]] = {
    "en": {
        "deprecated": "deprecated",
        "replaced_by": "Use instead",
        "unit": "Unit",
        "broader": "Broader",
        "other_labels": "Other labels",
        "vocabulary": "Vocabulary",
        "concepts": "concepts",
        "values_in": "Values: concepts of",
    },
    "fr": {
        "deprecated": "obsolète",
        "replaced_by": "À utiliser à la place",
        "unit": "Unité",
        "broader": "Plus large",
        "other_labels": "Autres libellés",
        "vocabulary": "Vocabulaire",
        "concepts": "concepts",
        "values_in": "Valeurs : concepts de",
    },
}
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


class Pages:
    """Renders the templates; all that comes from vocabularies is escaped."""

    def __init__(self) -> None:
        self._templates = Environment(
            loader=PackageLoader("vocabsvc.api.reconciliation"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def render(self, name: str, languages: Sequence[str], context: Mapping[str, object]) -> str:
        """Return a page in the first language that there is, else in English."""
        language = page_language(languages)

        def label(labels: Sequence[LangString]) -> LangString:
            return choose_label(labels, (language,)) or LangString("")

        shared = {"language": language, "say": MESSAGES[language], "label": label}
        return self._templates.get_template(name).render({**shared, **context})


def told(detail: ConceptDetail) -> Mapping[str, object]:
    """Return what templates tell of a concept; broader concepts that are not loaded have no name to show."""
    return {"detail": detail, "broader": [ref for ref in broader_of(detail) if ref.vocabulary]}


def page_language(languages: Sequence[str]) -> str:
    """Return the first language that there are words in, else English."""
    return next((one for one in languages if one in MESSAGES), "en")


def preview(pages: Pages) -> Callable[[Asked], Response]:
    """Return the page that is shown beside a cell."""

    def page(asked: Asked) -> Response:
        ref = asked.reconciliation.identifiers.concept(asked.required("id"), asked.space)
        context = {**told(asked.services.concepts.detail(ref.uri)), "address": _page_of(asked, ref.uri)}
        html = pages.render("preview.html", asked.languages, context)
        headers = {"Content-Security-Policy": _POLICY, "Content-Language": page_language(asked.languages)}
        return HTMLResponse(html, headers=headers)

    return page


def view(asked: Asked) -> Response:
    """Lead to the page of a concept."""
    ref = asked.reconciliation.identifiers.concept(asked.required("id"), asked.space)
    return RedirectResponse(_page_of(asked, ref.uri), 303)


def _page_of(asked: Asked, uri: str) -> str:
    lang = f"&lang={quote(asked.asked_language, safe='')}" if asked.asked_language else ""
    return f"{asked.address}/concept?uri={quote(uri, safe='')}{lang}"
