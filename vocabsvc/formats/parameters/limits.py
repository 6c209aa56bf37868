"""The limits of a file of parameters, whatever its format."""

MOST_BYTES = 20_000_000
"""Of an upload, and of a NetCDF file that is read from memory; of one on a disk only the header is read."""

MOST_TEXT_BYTES = 10_000_000
"""Of a table, a spreadsheet, JSON, CDL and the texts with a header."""

MOST_ROWS = 10_000
MOST_COLUMNS = 1_000
MOST_CELLS = 500_000
LONGEST_CELL = 10_000
LONGEST_ATTRIBUTE = 1_000
"""What is kept of an attribute in a header: some centres put their whole history in one."""
