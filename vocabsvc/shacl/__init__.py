"""A SHACL Core engine of its own: shapes become Python closures, data a dict index.

It knows nothing of metadata, nothing of the rest of vocabsvc, and no RDF library: terms are plain data
(``terms``). ``docs/shacl.md`` tells how it works and where it differs from other engines.
"""
