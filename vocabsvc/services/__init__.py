"""What the outside may ask; one question family a module, and ``services`` has them all together."""
