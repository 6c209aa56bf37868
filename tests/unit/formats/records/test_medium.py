from tests.cases import clean
from tests.lifted import Lifted


def test_density_and_its_unit() -> None:
    for encoding in ("iso19139", "iso19115-3"):
        lifted = Lifted(clean(encoding))
        assert (lifted.said("density"), lifted.said("densityUnit")) == (["4.7"], ["Go par disque"])
