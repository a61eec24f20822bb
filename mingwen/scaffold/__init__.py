"""What `mingwen new` writes: site/ is a whole site, manuscripts/ one file a kind of document.

Gaps: {{name}}, {{today}} and {{todo}} (the mark of mingwen.placeholder) as they are; {{name.yaml}}, {{name.toml}} and
{{name.text}} quoted for the place they stand in. `gitignore` loses its dot so that Git does not obey it here.
"""
