"""Files of local parameters: tables, spreadsheets, and the headers of data files. ``reading`` finds the format."""
