"""The names of the units in the dictionaries of EML."""

_ALL = """
    acre ampere amperePerMeter amperePerSquareMeter angstrom are atmosphere bar becquerel britishThermalUnit bushel
    bushelsPerAcre calorie candela candelaPerSquareMeter celsius centigram centimeter centimeterPerYear
    centimetersPerSecond centisecond coulomb cubicCentimetersPerCubicCentimeters cubicFeetPerSecond cubicInch
    cubicMeter cubicMeterPerKilogram cubicMetersPerSecond cubicMicrometersPerGram decigram decimeter decisecond
    degree dekagram dekameter dekasecond dimensionless fahrenheit farad fathom feetPerDay feetPerHour feetPerSecond
    feetSquaredPerDay foot Foot_Gold_Coast Foot_US footPound gallon grad gram gramsPerCentimeterSquaredPerSecond
    gramsPerCubicCentimeter gramsPerGram gramsPerHectarePerDay gramsPerLiter gramsPerLiterPerDay
    gramsPerMeterSquaredPerYear gramsPerMilliliter gramsPerSquareMeter gramsPerYear gray hectare hectogram
    hectometer hectosecond henry hertz hour inch joule katal kelvin kilogram kilogramPerCubicMeter
    kilogramsPerHectare kilogramsPerHectarePerYear kilogramsPerMeterSquaredPerSecond kilogramsPerMeterSquaredPerYear
    kilogramsPerSecond kilogramsPerSquareMeter kilohertz kiloliter kilometer kilometersPerHour kilopascal kilosecond
    kilovolt kilowatt knots Link_Clarke liter litersPerHectare litersPerSecond litersPerSquareMeter lumen lux
    megagram megahertz megameter megapascal megasecond megavolt megawatt meter metersPerDay metersPerGram
    metersPerSecond metersPerSecondSquared metersSquaredPerDay metersSquaredPerSecond microgram microgramsPerGram
    microgramsPerLiter microliter micrometer micron microsecond mile milesPerHour milesPerMinute milesPerSecond
    millibar milligram milligramsPerCubicMeter milligramsPerLiter milliGramsPerMilliLiter milligramsPerSquareMeter
    millihertz milliliter millimeter millimetersPerSecond millimolesPerGram millisecond millivolt milliwatt minute
    molality molarity mole molePerCubicMeter molesPerGram molesPerKilogram molesPerKilogramPerSecond nanogram
    nanometer nanomolesPerGramPerSecond nanosecond nauticalMile newton nominalDay nominalHour nominalLeapYear
    nominalMinute nominalWeek nominalYear number numberPerGram numberPerKilometerSquared numberPerMeterCubed
    numberPerMeterSquared ohm ohmMeter pascal pint pound poundsPerSquareInch quart radian second siemen sievert
    squareCentimeters squareFoot squareKilometers squareMeter squareMeterPerKilogram squareMile squareMillimeters
    squareYard tesla ton tonne tonnePerHectare tonnesPerYear volt watt waveNumber weber yard Yard_Indian Yard_Sears
    yardsPerSecond
"""
_SINCE_2_1 = """
    numberPerLiter numberPerMilliliter
"""
_SINCE_2_2 = """
    amperePerMeterSquared bushelPerAcre candelaPerMeterSquared centimeterCubed centimeterPerSecond centimeterSquared
    decibar equivalentPerLiter footCubedPerSecond footPerDay footPerHour footPerSecond footSquared footSquaredPerDay
    gramPerCentimeterCubed gramPercentimeterSquared gramPerCentimeterSquaredPerSecond gramPerDayPerHectare
    gramPerDayPerLiter gramPerGram gramPerLiter gramPerMeterSquared gramPerMeterSquaredPerDay
    gramPerMeterSquaredPerYear gramPerMilliliter gramPerYear hectopascal inchCubed inchPerHour inverseCentimeter
    inverseMeter kilogramPerHectare kilogramPerHectarePerYear kilogramPerMeterCubed kilogramPerMeterSquared
    kilogramPerMeterSquaredPerDay kilogramPerMeterSquaredPerSecond kilogramPerMeterSquaredPerYear kilogramPerSecond
    kilometerPerHour kilometerSquared kilowattPerMeterSquared knot langley langleyPerDay literPerHectare
    literPerLiter literPerMeterSquared literPerSecond megagramPerMeterCubed megajoulePerMeterSquaredPerDay
    meterCubed meterCubedPerHectare meterCubedPerKilogram meterCubedPerMeterCubed meterCubedPerMeterSquared
    meterCubedPerSecond meterPerDay meterPerGram meterPerSecond meterPerSecondSquared meterSquared
    meterSquaredPerDay meterSquaredPerHectare meterSquaredPerKilogram meterSquaredPerSecond microequivalentPerLiter
    microgramPerGram microgramPerGramPerDay microgramPerGramPerHour microgramPerGramPerWeek microgramPerLiter
    microliterPerLiter micrometerCubedPerGram micromolePerCentimeterSquaredPerSecond micromolePerGram
    micromolePerGramPerDay micromolePerGramPerHour micromolePerGramPerSecond micromolePerKilogram micromolePerLiter
    micromolePerMeterSquaredPerSecond micromolePerMole microwattPerCentimeterSquaredPerNanometer
    microwattPerCentimeterSquaredPerNanometerPerSteradian microwattPerCentimeterSquaredPerSteradian milePerHour
    milePerMinute milePerSecond mileSquared milliequivalentPerLiter milligramPerKilogram milligramPerLiter
    milligramPerMeterCubed milligramPerMeterCubedPerDay milligramPerMeterSquared milligramPerMeterSquaredPerDay
    milligramPerMilliliter milliliterPerLiter millimeterPerDay millimeterPerSecond millimeterSquared
    millimolePerGram millimolePerKilogram millimolePerLiter millimolePerMeterCubed millimolePerMole molePerGram
    molePerKilogram molePerKilogramPerSecond molePerLiter molePerMeterCubed molePerMeterSquaredPerSecond molePerMole
    nanogramPerGram nanogramPerGramPerHour nanoliterPerLiter nanomolePerGramPerDay nanomolePerGramPerHour
    nanomolePerGramPerSecond nanomolePerKilogram nanomolePerLiter nanomolePerMole numberPerHectare percent permil
    poundPerAcre poundPerInchSquared siemens siemensPerCentimeter siemensPerMeter steradian tonnePerYear
    wattPerMeterSquared wattPerMeterSquaredPerNanometer wattPerMeterSquaredPerNanometerPerSteradian
    wattPerMeterSquaredPerSteradian yardPerSecond yardSquared
"""


def standard_units(version: str) -> frozenset[str]:
    """Return the names that a version of EML has; of one that is not known, those of the latest."""
    names = [_ALL]
    if not version.startswith("2.0."):
        names.append(_SINCE_2_1)
    if not version.startswith(("2.0.", "2.1.")):
        names.append(_SINCE_2_2)
    return frozenset(name for block in names for name in block.split())
