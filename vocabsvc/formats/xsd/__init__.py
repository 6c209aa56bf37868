"""XML Schema: sets of XSD files as they are published, the right one for a record, and errors that can be read."""
