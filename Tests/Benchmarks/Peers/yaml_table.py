"""One case answered from the YAML files by PyYAML: yaml_table.py FILES RULES FACT=OPTION…

FILES names a text file with a path on each line; all of them are read, as `ask` reads them, and the
rules of the file RULES are tried. Prints the verdict and the citations of the strictest rules.
"""

import sys

import yaml

Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
ORDER = ["act", "no", "ask-first", "yes-if", "yes", "silent", "note"]


def listed(value):
    return value if isinstance(value, list) else [value]


def holds(condition, facts):
    for key, value in condition.items():
        if key == "not":
            is_so = not holds(value, facts)
        elif key == "any":
            is_so = any(holds(part, facts) for part in value)
        elif key == "all":
            is_so = all(holds(part, facts) for part in value)
        else:
            is_so = facts.get(key) in listed(value)
        if not is_so:
            return False
    return True


trees = {}
with open(sys.argv[1]) as names:
    for name in names.read().split():
        with open(name, "rb") as file:
            trees[name] = yaml.load(file, Loader)
topic = trees[sys.argv[2]]
facts = dict(word.split("=") for word in sys.argv[3:])
found = [rule for rule in topic["rules"] if holds(rule.get("when", {}), facts)]
gone = {id for rule in found for id in listed(rule.get("overrides", []))}
found = [rule for rule in found if rule["id"] not in gone]
if not any("verdict" in rule for rule in found):
    found.append(topic["otherwise"])
verdict = min((rule["verdict"] for rule in found if "verdict" in rule), key=ORDER.index)
clauses = sorted({clause for rule in found for clause in listed(rule.get("cite", []))})
print(verdict, *clauses, sep="\n")
