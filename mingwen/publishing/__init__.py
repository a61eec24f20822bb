"""What every publisher needs: what stands where, what would change, and what was done.

Publishers themselves live in mingwen/publishers, one module a kind of target. Each is a function

    publish(site, target, *, agree, adopt, keep_old) -> Receipt

that works out the Difference, asks `agree(difference)`, and only then touches the target.
"""
