"""A request keeps the services that it began with."""

from starlette.types import ASGIApp, Receive, Scope, Send

from vocabsvc.serving.swap import Generation, Serving


class PinnedServices:
    """ASGI middleware, the outermost: gives every request ``state.services``, the same to its end.

    So the entity tag and the body of an answer are of one snapshot, and that one stays open until the answer is sent.
    """

    def __init__(self, app: ASGIApp, serving: Serving) -> None:
        self._app = app
        self._serving = serving

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        state = scope.setdefault("state", {})
        generation: Generation = state.get("generation") or self._serving.current
        state["services"] = generation.services
        generation.enter()
        try:
            await self._app(scope, receive, send)
        finally:
            generation.leave()
