"""What is missing in a record, as XML for the place where it belongs."""
