"""What every importer needs: text → lines, furniture of web pages, metadata, numbering, and Draft → manuscript.

Importers themselves live in mingwen/importers, one module a format; nothing here knows which format a line came from.
"""
