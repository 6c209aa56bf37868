"""What the endpoint says of itself to those who ask no query."""

from starlette.requests import Request
from starlette.responses import Response

from vocabsvc.api.address import server_address
from vocabsvc.api.problems import problem
from vocabsvc.api.sparql.negotiation import choose_format
from vocabsvc.errors import InvalidRequest
from vocabsvc.formats.rdf_writer import rdf_bytes
from vocabsvc.formats.service_description import DESCRIPTION_PREFIXES, DescribedLimits, describe_service
from vocabsvc.services.named_graphs import named_graphs
from vocabsvc.services.services import Services


async def describe(request: Request, override: str) -> Response:
    """Answer the service description.

    Raises:
        InvalidRequest: only solutions are liked, so there should have been a query.
    """
    accept = request.headers.get("accept", "")
    media_type = choose_format(accept, override, graph=True)
    if media_type is None:
        if choose_format(accept, override, graph=False):
            raise InvalidRequest("give exactly one query")
        return problem(406, "Not acceptable", "the endpoint describes itself in RDF, and to browsers in HTML")
    services: Services = request.state.services
    endpoint = endpoint_of(request)
    limits = services.sparql.limits
    stated = DescribedLimits(limits.seconds, limits.bytes, limits.rows, limits.memory)
    graphs = await named_graphs(services.sparql, services.concepts, services.dumps)
    content = rdf_bytes(describe_service(endpoint, graphs, stated), media_type, DESCRIPTION_PREFIXES)
    return Response(content, headers={"Vary": "Accept"}, media_type=media_type)


def endpoint_of(request: Request) -> str:
    """Return the address of the endpoint, as the client wrote it."""
    return f"{server_address(request)}sparql"
