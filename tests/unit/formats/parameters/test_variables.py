from vocabsvc.formats.parameters.variables import Variable, parameters_of

ARGO = Variable("DOXY", {"units": "umol/kg", "standard_name": "moles_of_oxygen_per_unit_mass_in_sea_water"})


def test_attributes_of_variable_and_file_make_the_term() -> None:
    told = {"institution": "Ifremer", "platform": "profiling float", "title": "x"}
    (row,) = parameters_of([ARGO], told)
    term = row.term
    assert (term.unit, term.standard_name) == ("umol/kg", "moles_of_oxygen_per_unit_mass_in_sea_water")
    assert (term.centre, term.instrument) == ("Ifremer", "profiling float")


def test_a_variable_that_describes_an_instrument_is_read_for_it() -> None:
    measured = Variable("TEMP", {"instrument": "instrument_ctd"})
    instrument = Variable("instrument_ctd", {"long_name": "Sea-Bird SBE 37"})
    first, _ = parameters_of([measured, instrument], {"instrument": "CTD"})
    assert first.term.instrument == "Sea-Bird SBE 37; CTD"


def test_the_group_is_shown_where_there_are_groups() -> None:
    rows = list(parameters_of([ARGO, Variable("Z", group="/deep")], {}))
    assert [dict(row.cells)["group"] for row in rows] == ["", "/deep"]
    assert "group" not in dict(next(parameters_of([ARGO], {})).cells)


def test_long_attributes_are_cut() -> None:
    (row,) = parameters_of([Variable("X", {"long_name": "word " * 10_000})], {})
    assert len(row.term.long_name) == 1000
