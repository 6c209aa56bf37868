"""How a command reaches the services."""

from pathlib import Path

from vocabsvc.bootstrap.services import build_services
from vocabsvc.bootstrap.snapshots import snapshot_folder
from vocabsvc.cli.options import settings_with
from vocabsvc.services.services import Services


def open_services(data: Path | None) -> Services:
    """Open the current snapshot.

    Raises:
        NoSnapshot: nothing was loaded.
    """
    settings = settings_with(data)
    return build_services(settings, snapshot_folder(settings).current())
