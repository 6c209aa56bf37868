"""Fifty clients at once, as a program: ``python -m tests.flood PORT QUERY…`` prints counts of outcomes as JSON."""

import collections
import json
import os
import socket
import sys
import threading
import urllib.parse

CLIENTS = 50
_END = b"0\r\n\r\n"


def main(port: int, queries: list[str]) -> None:
    os.nice(10)  # clients are elsewhere, and take no time of the server
    outcomes: collections.Counter[str] = collections.Counter()

    def ask(number: int) -> None:
        path = f"/sparql?{urllib.parse.urlencode({'query': queries[number % len(queries)]})}"
        outcomes[_outcome(port, path)] += 1

    threads = [threading.Thread(target=ask, args=[number]) for number in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    sys.stdout.write(json.dumps(outcomes))


def _outcome(port: int, path: str) -> str:
    with socket.create_connection(("127.0.0.1", port)) as client:
        client.sendall(f"GET {path} HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n".encode())
        last = start = client.recv(1 << 20)
        while piece := client.recv(1 << 20):
            last = (last + piece)[-len(_END) :]
    head, _, _ = start.lower().partition(b"\r\n\r\n")
    whole = b"content-length" in head or last.endswith(_END)
    return f"{start[9:12].decode()} {'whole' if whole else 'broken'}"


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
