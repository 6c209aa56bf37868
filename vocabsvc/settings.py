"""Settings, read once at the edge from ``VOCABSVC_…`` environment variables."""

from pathlib import Path

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """What an operator may set; ``docs/settings.md`` lists the same, and a test compares the two."""

    model_config = SettingsConfigDict(env_prefix="VOCABSVC_", frozen=True)

    base_uri: str = Field(
        default="http://127.0.0.1:8000/id/",
        description="Namespace of the concepts that the hub publishes itself.",
    )
    data: Path = Field(default=Path("var/data"), description="Folder that holds the snapshots.")
    query_timeout: float = Field(default=30.0, gt=0, description="Seconds after which a SPARQL query is interrupted.")
    query_max_bytes: int = Field(
        default=200_000_000, gt=0, description="Longest SPARQL answer, in bytes; a longer one is an error."
    )
    max_record_bytes: int = Field(
        default=20_000_000, gt=0, description="Largest metadata record that is read, in bytes."
    )

    @field_validator("base_uri")
    @classmethod
    def _base_uri_ends_a_namespace(cls, value: str) -> str:
        if not value.startswith(("http://", "https://")) or not value.endswith(("/", "#")):
            raise ValueError("base_uri must be an http(s) IRI that ends in / or #")
        return value
