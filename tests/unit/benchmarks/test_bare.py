from fastapi.testclient import TestClient

from benchmarks.bare import BODY_BYTES, app


def test_the_yardstick_answers_one_kilobyte_of_json() -> None:
    with TestClient(app()) as client:
        answer = client.get("/")
    assert answer.headers["content-type"] == "application/json"
    assert len(answer.content) == BODY_BYTES == 1024
