"""Local parameter names to concepts. Each kind of evidence is a module; ``mapper`` weighs them."""
