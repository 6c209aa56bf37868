"""What the routes of linked data are handed."""

from typing import Annotated

from fastapi import Depends, Request

from vocabsvc.services.catalogue import Catalogue
from vocabsvc.services.dumps import Dumps
from vocabsvc.services.linked_data import LinkedData


async def _linked_data(request: Request) -> LinkedData:
    service: LinkedData = request.state.services.linked_data
    return service


async def _dumps(request: Request) -> Dumps:
    service: Dumps = request.state.services.dumps
    return service


async def _catalogue(request: Request) -> Catalogue:
    service: Catalogue = request.state.services.catalogue
    return service


LinkedDataDep = Annotated[LinkedData, Depends(_linked_data)]
DumpsDep = Annotated[Dumps, Depends(_dumps)]
CatalogueDep = Annotated[Catalogue, Depends(_catalogue)]
