"""The manifest of a service."""

from collections.abc import Sequence
from urllib.parse import quote

from pydantic import BaseModel

from vocabsvc import __version__
from vocabsvc.model.vocabulary import Vocabulary
from vocabsvc.namespaces import SKOS
from vocabsvc.schemas.reconciliation.types import TypeOut, text_of
from vocabsvc.services.reconciliation.identifiers import IdentifierSpace
from vocabsvc.services.reconciliation.types import EntityTypes

BATCH_SIZE = 100
_PREVIEW_WIDTH, _PREVIEW_HEIGHT = 430, 300
_LIMIT_LABEL = {"en": "Most values in a cell (0 for all)", "fr": "Valeurs par cellule, au plus (0 pour toutes)"}


class ViewOut(BaseModel):
    """An address with ``{{id}}`` in it."""

    url: str


class PreviewOut(ViewOut):
    """The same for a page of this size, in pixels."""

    width: int
    height: int


class SuggestOut(BaseModel):
    """Where suggestions of one kind are."""

    service_url: str
    service_path: str
    flyout_service_url: str
    flyout_service_path: str


class SuggestsOut(BaseModel):
    """Suggestions of all kinds."""

    entity: SuggestOut
    property: SuggestOut
    type: SuggestOut


class ProposeOut(BaseModel):
    """Where properties are proposed."""

    service_url: str
    service_path: str


class SettingOut(BaseModel):
    """What may be set of a property."""

    name: str
    label: str
    type: str
    default: int


class ExtensionOut(BaseModel):
    """How rows are extended."""

    propose_properties: ProposeOut
    property_settings: list[SettingOut]


class ManifestOut(BaseModel):
    """What a service is, and where its parts are."""

    versions: list[str]
    name: str
    identifierSpace: str  # noqa: N815 - the contract's names
    schemaSpace: str  # noqa: N815
    documentation: str
    serviceVersion: str  # noqa: N815
    defaultTypes: list[TypeOut]  # noqa: N815
    view: ViewOut
    preview: PreviewOut
    suggest: SuggestsOut
    extend: ExtensionOut
    batchSize: int  # noqa: N815

    @classmethod
    def of(
        cls,
        space: IdentifierSpace,
        vocabulary: Vocabulary | None,
        types: EntityTypes,
        languages: Sequence[str],
        address: str,
        asked_language: str,
    ) -> "ManifestOut":
        """Describe the service of a vocabulary, or of all.

        ``address`` is that of the server, without a final slash. ``asked_language`` stays in the addresses of pages.
        """
        named = f"/{quote(space.vocabulary, safe='')}" if space.vocabulary else ""
        path = f"/reconcile{named}"
        tail = f"&lang={quote(asked_language, safe='')}" if asked_language else ""
        title = text_of(vocabulary.titles, languages) if vocabulary else ""
        page = f"/vocabulary{named}" if named else "/"

        def suggest(kind: str) -> SuggestOut:
            return SuggestOut(
                service_url=address,
                service_path=f"{path}/suggest/{kind}",
                flyout_service_url=address,
                flyout_service_path=f"{path}/flyout/{kind}?id=${{id}}{tail}",
            )

        return cls(
            versions=["0.2"],
            name=f"{space.vocabulary}: {title}" if vocabulary else "vocabsvc",
            identifierSpace=space.namespace,
            schemaSpace=SKOS,
            documentation=f"{address}{page}",
            serviceVersion=__version__,
            defaultTypes=[TypeOut.of(types.of(space.vocabulary)[0], languages)],
            view=ViewOut(url=f"{address}{path}/view?id={{{{id}}}}{tail}"),
            preview=PreviewOut(
                url=f"{address}{path}/preview?id={{{{id}}}}{tail}", width=_PREVIEW_WIDTH, height=_PREVIEW_HEIGHT
            ),
            suggest=SuggestsOut(entity=suggest("entity"), property=suggest("property"), type=suggest("type")),
            extend=ExtensionOut(
                propose_properties=ProposeOut(service_url=address, service_path=f"{path}/propose_properties"),
                property_settings=[SettingOut(name="limit", label=_limit_label(languages), type="number", default=0)],
            ),
            batchSize=BATCH_SIZE,
        )


def _limit_label(languages: Sequence[str]) -> str:
    return next((_LIMIT_LABEL[one] for one in languages if one in _LIMIT_LABEL), _LIMIT_LABEL["en"])
