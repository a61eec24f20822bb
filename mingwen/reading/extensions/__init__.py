"""One extension of Markdown a module: `extend(md)` adds its rules and how its tokens are rendered."""
