"""Schema sets taken from a folder, an archive or an address into the folder that validation reads."""
