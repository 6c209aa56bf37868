"""The header of a NetCDF-4 file, which is an HDF5 file (HDF5 File Format Specification, version 3.0).

Read here and by no library: the C library is not made for hostile files and would end the whole process, and the
reader in pure Python (pyfive) makes room for what a file claims before it looks, with 84 MB of packages besides.
Names and texts are all that is wanted, so this reads no values, no filters and no types but text.
"""
