"""Exercise types: one folder per type, everything that the type is inside it.

`contract.py` says what a folder must give, `registry.py` finds the folders, `forms.py` reads their forms.
Pure: standard library and pydantic only. Types never import each other, and nothing outside a folder names its type.
"""
