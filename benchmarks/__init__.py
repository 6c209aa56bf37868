"""Measurements of what ships: ``make bench``. Ratios within one run count, absolute times vary by machine.

``docs/performance.md`` says what is measured, and holds figures.
"""
