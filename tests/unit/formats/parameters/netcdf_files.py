"""Files as the C library writes them."""

from pathlib import Path
from typing import Literal

import netCDF4

Layout = Literal["NETCDF4", "NETCDF4_CLASSIC", "NETCDF3_CLASSIC", "NETCDF3_64BIT_OFFSET", "NETCDF3_64BIT_DATA"]


def write_ctd(path: Path, layout: Layout, count: int = 12) -> Path:
    """Write ``count`` variables and TIME; those at multiples of three have twenty more attributes."""
    with netCDF4.Dataset(path, "w", format=layout) as file:
        file.createDimension("TIME", None)
        file.createDimension("DEPTH", 5)
        file.institution, file.instrument, file.number = "Sismer", "CTD é", 3.4
        file.setncattr("history", "run again\n" * 600)
        for position in range(count):
            variable = file.createVariable(f"V{position}", "f4", ("TIME", "DEPTH") if position % 2 else ("TIME",))
            variable.units, variable.long_name = "degree_Celsius", f"Température {position}"
            variable.standard_name, variable.valid_min = "sea_water_temperature", -2.0
            for number in range(20 if position % 3 == 0 else 0):
                variable.setncattr(f"note_{number}", f"text {number}" * number)
        time = file.createVariable("TIME", "f8", ("TIME",))
        time.units, time.long_name = "days since 1950-01-01", "time"
    return path
