"""The author's form, generated from a type's specification, and what comes of it. Pure: no request, no template.

`shapes` and `shaping` say which fields there are; `drafts` holds what was typed, right or not, and `moves` adds and moves rows;
`making` turns it into a specification, or into problems told in French (`words`) at their field; `drawing` is what a template walks through;
`offering` lists the dated facts that can be told; `writing` gives the step as YAML.
A type writes its own form only where this one is clumsy: `editor.html` in its folder (see CONTRIBUTING.md).
"""
