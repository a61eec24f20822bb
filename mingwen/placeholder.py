"""What marks a sentence that a writer has still to replace: `mingwen new` writes it, reading asks about it."""

TODO = "【待写】"
