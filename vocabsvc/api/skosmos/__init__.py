"""The REST API of Skosmos, version 1, over what is loaded (base ``/rest/v1/``)."""
