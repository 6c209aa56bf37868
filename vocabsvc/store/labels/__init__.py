"""Every label of every vocabulary in alphabetical order, for wildcards over whole labels and for indexes."""
