"""The checks of EML that are programs."""

from vocabsvc.checks.records.eml import (
    attributes,
    coverage,
    dereferenced,
    formats,
    gbif_profile,
    integrity,
    schema_location,
    units,
)
from vocabsvc.checks.records.eml.document import of_eml
from vocabsvc.checks.records.view import Checks

_FINDS: Checks = {
    "EML-01-location": schema_location.other_version,
    "EML-02": integrity.repeated_ids,
    "EML-03": integrity.dangling_references,
    "EML-04": integrity.dangling_annotations,
    "EML-05": integrity.dangling_descriptions,
    "EML-06": integrity.referring_ids,
    "EML-07": integrity.unidentified_subjects,
    "EML-08": units.undefined_units,
    "EML-08-standard": units.needless_custom_units,
    "EML-09": units.unknown_standard_units,
    "EML-10": integrity.differing_systems,
    "EML-11": integrity.references_of_another_kind,
    "EML-12": dereferenced.validity_without_references,
    "EML-13": integrity.circular_references,
    "EML-14": attributes.repeated_attribute_names,
    "EML-17": attributes.unexplained_codes,
    "EML-17-unique": attributes.repeated_codes,
    "EML-18": formats.unreadable_formats,
    "EML-18-iso": formats.formats_beside_iso,
    "EML-19": attributes.reversed_bounds,
    "EML-19-number": attributes.unreadable_numbers,
    "EML-20": attributes.unexplained_missing_values,
    "EML-23-ring": coverage.unreadable_rings,
    "EML-23-closed": coverage.open_rings,
    "EML-25": coverage.ranks_out_of_order,
    "EML-25-provider": coverage.taxa_of_no_register,
    "EML-28": attributes.repeated_entity_names,
    "EML-33": gbif_profile.gbif_profile,
}

EML_CHECKS: Checks = {name: of_eml(find) for name, find in _FINDS.items()}
"""By the name of the constraint."""
