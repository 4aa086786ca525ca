"""Conditions of rules, as the measuring program writes them, made into one function of Python."""


def expression(condition, kinds):
    """A condition as an expression over the facts `f`, each an option or a list of options."""
    kind, *parts = condition
    if kind == "fact":
        fact, options = parts
        if kinds[fact]:
            return f"(not {{{', '.join(map(repr, options))}}}.isdisjoint(f[{fact!r}]))"
        return f"(f[{fact!r}] in {{{', '.join(map(repr, options))}}})"
    if kind == "not":
        return f"(not {expression(parts[0], kinds)})"
    inner = [expression(part, kinds) for part in parts]
    if kind == "any":
        return "(" + (" or ".join(inner) or "False") + ")"
    return "(" + (" and ".join(inner) or "True") + ")"


def function(table):
    """Answers for the facts of a case which rules hold, as a tuple of truth values."""
    kinds = {fact["id"]: fact["several"] for fact in table["facts"]}
    rules = ", ".join(expression(rule["when"], kinds) for rule in table["rules"])
    return eval(f"lambda f: ({rules},)")
