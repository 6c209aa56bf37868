"""Templates to pages, in the language of the reader."""

from collections.abc import Sequence

from fastapi import Request
from fastapi.responses import HTMLResponse
from fastapi.templating import Jinja2Templates

from vocabsvc.formats.accept import preferences
from vocabsvc.model.label import LangString, choose_label
from vocabsvc.web.messages import MESSAGES, page_language


class Pages:
    """Renders pages from a set of templates."""

    def __init__(self, templates: Jinja2Templates) -> None:
        self._templates = templates

    def render(self, request: Request, name: str, context: dict[str, object], status: int = 200) -> HTMLResponse:
        """Return a page; its templates are handed ``language``, ``say`` and ``label`` besides."""
        accepted = [tag.partition("-")[0] for tag in preferences(request.headers.get("accept-language", ""))]
        language = page_language(request.query_params.get("lang", ""), accepted)

        def label(labels: Sequence[LangString]) -> LangString:
            return choose_label(labels, (language,)) or LangString("")

        shared = {"language": language, "say": MESSAGES[language], "label": label}
        answer = self._templates.TemplateResponse(request, name, {**shared, **context}, status_code=status)
        answer.headers["Content-Language"] = language
        answer.headers["Vary"] = "Accept-Language"
        return answer
