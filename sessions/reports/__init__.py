"""The report "Ce soir": what a counsellor reads within a minute of the end.

`building.build(material)` turns what happened into a `ReportDocument`; `pdf`, `spreadsheet` and templates/reports draw it.
The rules stand one a file (attendance, hours, participation, gains, missed, suggestions …) and are pure: no database, no clock.
No exercise type is ever named here: sections, grades and measures come from the type's own contract.
"""
