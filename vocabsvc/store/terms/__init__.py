"""The term index: every label of every concept in tantivy, folded, and the order of lists."""
