"""A server on this machine that answers like NVS, and as badly as a test asks."""

import gzip
import hashlib
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

QUERY = "?_profile=nvs&_mediatype=text/turtle"
NVS = "http://vocab.nerc.ac.uk/collection/"


def nvs_turtle(vocabulary: str, count: int, edition: str = "7", *, described: int | None = None) -> bytes:
    """Return a collection as NVS writes it; ``described`` of its members are there, all by default."""
    concepts = "".join(
        f"""
<{NVS}{vocabulary}/current/C{number:05}/>
        rdf:type               skos:Concept;
        dce:identifier         "SDN:{vocabulary}::C{number:05}";
        dc:date                "2007-06-29 16:19:24.0";
        pav:hasCurrentVersion  <{NVS}{vocabulary}/current/C{number:05}/1/>;
        owl:deprecated         "{str(number == 1).lower()}";
        owl:versionInfo        "1";
        skos:altLabel          "Salinité n° {number}";
        skos:definition        "Définition de l’essai, édition {edition}."@en;
        skos:notation          "SDN:{vocabulary}::C{number:05}";
        skos:prefLabel         "Practical salinity, Sète – œuvre n° {number}"@en .
"""
        for number in range(1, (count if described is None else described) + 1)
    )
    members = " , ".join(f"<{NVS}{vocabulary}/current/C{number:05}/>" for number in range(1, count + 1))
    return f"""PREFIX dc:   <http://purl.org/dc/terms/>
PREFIX dce:  <http://purl.org/dc/elements/1.1/>
PREFIX owl:  <http://www.w3.org/2002/07/owl#>
PREFIX pav:  <http://purl.org/pav/>
PREFIX rdf:  <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
{concepts}
<{NVS}{vocabulary}/current/>
        rdf:type         skos:Collection;
        dc:alternative   "Essai {vocabulary}";
        dc:date          "2026-01-16 02:00:05.0";
        dc:license       <https://creativecommons.org/licenses/by/4.0/>;
        dc:publisher     "Natural Environment Research Council";
        dc:title         "Vocabulaire d’essai {vocabulary}";
        owl:versionInfo  "{edition}";
        skos:member      {members};
        skos:prefLabel   "Vocabulaire d’essai {vocabulary}" .
""".encode()


@dataclass
class Page:
    """What is behind an address."""

    content: bytes
    media_type: str = "text/turtle; charset=utf-8"
    headers: dict[str, str] = field(default_factory=dict)
    gzipped: bool = False
    strong: bool = True

    @property
    def body(self) -> bytes:
        return gzip.compress(self.content, mtime=0) if self.gzipped else self.content

    @property
    def etag(self) -> str:
        return ("" if self.strong else "W/") + f'"{hashlib.sha256(self.body).hexdigest()[:16]}"'


Fault = Callable[["Handler", Page | None], None]
"""What is done instead of a proper answer."""


@dataclass
class NvsServer:
    """``faults`` are the answers to the next requests, ``None`` a proper one; ``requests`` are those that came."""

    address: str
    pages: dict[str, Page] = field(default_factory=dict)
    faults: list[Fault | None] = field(default_factory=list)
    requests: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def put(self, vocabulary: str, content: bytes, **said: object) -> Page:
        page = self.pages[f"/collection/{vocabulary}/current/{QUERY}"] = Page(content, **said)  # type: ignore[arg-type]
        return page

    def asked(self, header: str) -> list[str | None]:
        return [headers.get(header) for _, headers in self.requests]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    nvs: NvsServer

    def do_GET(self) -> None:
        self.close_connection = True
        self.nvs.requests.append((self.path, dict(self.headers)))
        page = self.nvs.pages.get(self.path)
        fault = self.nvs.faults.pop(0) if self.nvs.faults else None
        if fault is not None:
            fault(self, page)
        elif page is None:
            self.answer(404, b"Not Found", {"Content-Type": "text/html"})
        else:
            self.serve(page)

    def serve(self, page: Page, *, ranges: bool = True) -> None:
        if self.headers.get("If-None-Match") == page.etag:
            self.answer(304, b"", {"ETag": page.etag})
            return
        wanted = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", ""))
        start = int(wanted[1]) if wanted and ranges and self.headers.get("If-Range") == page.etag else 0
        said = self.said_of(page)
        if start:
            said["Content-Range"] = f"bytes {start}-{len(page.body) - 1}/{len(page.body)}"
        self.answer(206 if start else 200, page.body[start:], said)

    def said_of(self, page: Page) -> dict[str, str]:
        encoding = {"Content-Encoding": "gzip"} if page.gzipped else {}
        return {"ETag": page.etag, "Content-Type": page.media_type, **encoding, **page.headers}

    def answer(self, status: int, body: bytes, said: dict[str, str], length: int | None = None) -> None:
        self.send_response(status)
        for name, value in said.items():
            self.send_header(name, value)
        if status != 304:
            self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None: ...


def status(code: int, **said: str) -> Fault:
    """Answer with a status and headers (``Retry_After``)."""
    headers = {name.replace("_", "-"): value for name, value in said.items()}
    return lambda handler, _: handler.answer(code, b"<html>", headers)


def cut(after: int) -> Fault:
    """Send the headers and so many bytes, then close the connection."""

    def answer(handler: Handler, page: Page | None) -> None:
        assert page is not None
        handler.answer(200, page.body[:after], handler.said_of(page), length=len(page.body))

    return answer


def cut_chunks(after: int) -> Fault:
    """Send so many bytes in a chunk without saying how many there will be, then close the connection."""

    def answer(handler: Handler, page: Page | None) -> None:
        assert page is not None
        handler.send_response(200)
        for name, value in {**handler.said_of(page), "Transfer-Encoding": "chunked"}.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(b"%x\r\n" % len(page.body) + page.body[:after])

    return answer


def stall(after: int, release: threading.Event) -> Fault:
    """Send so many bytes and then nothing until released."""

    def answer(handler: Handler, page: Page | None) -> None:
        cut(after)(handler, page)
        handler.wfile.flush()
        release.wait(30)

    return answer


def whole(handler: Handler, page: Page | None) -> None:
    """Answer like a server without ranges."""
    assert page is not None
    handler.serve(page, ranges=False)


def hang_up(handler: Handler, _: Page | None) -> None:
    """Close the connection without a word."""


@contextmanager
def nvs_server() -> Iterator[NvsServer]:
    """Give a server while it runs."""
    with ThreadingHTTPServer(("127.0.0.1", 0), type("Bound", (Handler,), {})) as http:
        nvs = NvsServer(f"http://127.0.0.1:{http.server_address[1]}")
        http.RequestHandlerClass.nvs = nvs  # type: ignore[attr-defined]
        thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield nvs
        finally:
            http.shutdown()
            thread.join()
