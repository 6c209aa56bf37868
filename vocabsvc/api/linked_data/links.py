"""``Link`` headers (RFC 8288) about a representation."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from urllib.parse import quote

from vocabsvc.api.linked_data.choice import Choice, Profile
from vocabsvc.formats.dcat import licence_iri
from vocabsvc.services.catalogue import dataset_iri
from vocabsvc.services.linked_data import Resource, ResourceKind

_URI_CHARACTERS = "%/:?#[]@!$&'()*+,;=~"

AddressOf = Callable[[Choice], str]


def ascii_uri(iri: str) -> str:
    """Return an IRI as a URI (RFC 3987 §3.1), as headers need it."""
    return quote(iri, safe=_URI_CHARACTERS)


def resource_headers(
    resource: Resource, choice: Choice, offered: Mapping[str, str], address_of: AddressOf, address: str
) -> dict[str, str]:
    """Return the headers of a representation of ``resource``.

    ``address_of`` is where each representation is answered without negotiation, ``address`` is that of ``/``.
    """
    links = (*_links_of(resource, address), *_alternates(choice, offered, address_of))
    return {
        "Content-Location": ascii_uri(address_of(choice)),
        "Content-Profile": f"<{choice.profile.value}>",
        "Link": ", ".join((*links, link(choice.profile.value, rel="profile"))),
        "Vary": "Accept, Accept-Profile",
    }


def alternate_links(choice: Choice, offered: Mapping[str, str], address_of: AddressOf) -> str:
    """Return the ``Link`` header of a document that is about nothing but itself."""
    return ", ".join(_alternates(choice, offered, address_of, profiles=(choice.profile,)))


def link(target: str, **attributes: str) -> str:
    """Return one link."""
    return "; ".join((f"<{ascii_uri(target)}>", *(f'{name}="{value}"' for name, value in attributes.items())))


def _links_of(resource: Resource, address: str) -> Iterator[str]:
    yield link(resource.uri, rel="canonical")
    vocabulary = resource.vocabulary
    if vocabulary is None:
        return
    yield link(dataset_iri(address, vocabulary.id), rel="describedby")
    if resource.kind is not ResourceKind.VOCABULARY:
        yield link(vocabulary.uri, rel="collection")
    if licence := licence_iri(vocabulary.licence):
        yield link(licence, rel="license")


def _alternates(
    choice: Choice, offered: Mapping[str, str], address_of: AddressOf, profiles: Iterable[Profile] = Profile
) -> Iterator[str]:
    for media_type in offered:
        other = Choice(media_type, choice.profile)
        if other != choice:
            yield link(address_of(other), rel="alternate", type=media_type)
    for profile in profiles:
        if profile is not choice.profile:
            other = Choice(choice.media_type, profile)
            yield link(address_of(other), rel="alternate", type=choice.media_type, profile=profile.value)
