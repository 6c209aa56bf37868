"""All routes of this façade; they follow GeoNetwork's contracts, so the description of the API leaves them out."""

from fastapi import APIRouter

from vocabsvc.api.geonetwork import ld_registry, re3gistry, thesaurus

router = APIRouter(tags=["GeoNetwork"], include_in_schema=False)
for _module in (thesaurus, ld_registry, re3gistry):
    router.include_router(_module.router)
