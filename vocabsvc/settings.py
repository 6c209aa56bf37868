"""Settings, read once at the edge from ``VOCABSVC_…`` environment variables."""

from pathlib import Path

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """What an operator may set; ``docs/settings.md`` lists the same, and a test compares the two."""

    model_config = SettingsConfigDict(env_prefix="VOCABSVC_", frozen=True)

    base_uri: str = Field(
        default="http://127.0.0.1:8000/id/",
        description="Namespace of the concepts that the hub publishes itself.",
    )
    data: Path = Field(default=Path("var/data"), description="Folder that holds the snapshots.")
    store: str = Field(
        default="oxigraph", description="`oxigraph` (in the snapshot), `memory`, or the address of a SPARQL server."
    )
    update_store: str = Field(default="", description="Where that server takes updates; a load needs it.")
    graph_store: str = Field(default="", description="Its Graph Store Protocol, if it has one: loads are faster.")
    store_user: str = Field(default="", description="User at that server (Basic or Digest); empty asks without.")
    store_password: SecretStr = Field(default=SecretStr(""), description="Password at that server.")
    store_timeout: float = Field(default=30.0, gt=0, description="Seconds that it may take for a question of our own.")
    query_timeout: float = Field(default=30.0, gt=0, description="Seconds after which a SPARQL query is interrupted.")
    query_max_bytes: int = Field(
        default=200_000_000, gt=0, description="Longest SPARQL answer, in bytes; a longer one is an error."
    )
    query_max_rows: int = Field(
        default=5_000_000, gt=0, description="Longest SPARQL answer, in solutions or triples; a longer one is an error."
    )
    query_memory: int = Field(
        default=1_000_000_000, ge=200_000_000, description="Memory that one SPARQL query may use, in bytes."
    )
    query_readers: int = Field(
        default=2, gt=0, le=256, description="Processes that answer SPARQL queries, for each process that serves."
    )
    query_waiting: int = Field(
        default=64, ge=0, description="SPARQL queries that may wait for one of them; more are told to come again."
    )
    query_kept_bytes: int = Field(
        default=32_000_000, ge=0, description="Memory for short SPARQL answers that may be asked again, in bytes."
    )
    max_record_bytes: int = Field(
        default=20_000_000, gt=0, description="Largest metadata record that is read, in bytes."
    )
    schemas: Path | None = Field(
        default=None, description="Folder of XML Schema sets; without it records are not assessed by XML Schema."
    )
    decisions: SecretStr = Field(
        default=SecretStr(""),
        description="Database of what curators decide: `sqlite:///PATH` or `postgresql://…`; "
        "empty is `decisions.sqlite` in the data folder.",
    )
    curator_tokens: SecretStr = Field(
        default=SecretStr(""),
        description="Who may decide over HTTP: entries `name:SHA-256 of the token`, or a file of them; "
        "empty lets nobody.",
    )

    @field_validator("schemas", mode="before")
    @classmethod
    def _no_folder_is_none(cls, value: object) -> object:
        return None if value == "" else value

    @field_validator("store")
    @classmethod
    def _store_is_known(cls, value: str) -> str:
        if value not in {"oxigraph", "memory"} and not value.startswith(("http://", "https://")):
            raise ValueError("store must be oxigraph, memory or an http(s) address")
        return value

    @field_validator("base_uri")
    @classmethod
    def _base_uri_ends_a_namespace(cls, value: str) -> str:
        if not value.startswith(("http://", "https://")) or not value.endswith(("/", "#")):
            raise ValueError("base_uri must be an http(s) IRI that ends in / or #")
        return value
