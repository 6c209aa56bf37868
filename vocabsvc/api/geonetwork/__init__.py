"""What GeoNetwork imports vocabularies from: thesaurus files and two kinds of registry."""
