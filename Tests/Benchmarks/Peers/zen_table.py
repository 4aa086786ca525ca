"""Decisions a second of zen-engine: zen_table.py TABLE CASES SECONDS.

TABLE has the rules, CASES a line of JSON for each case with its facts and the rules that hold. Prints
the version, how many cases it found other rules for, and the decisions a second of each pass.
"""

import json
import sys
import time
from importlib.metadata import version

import zen

table = json.load(open(sys.argv[1]))
cases = [json.loads(line) for line in open(sys.argv[2])]
kinds = {fact["id"]: fact["several"] for fact in table["facts"]}
fields = {fact: fact.replace("-", "_") for fact in kinds}


def expression(condition):
    kind, *parts = condition
    if kind == "fact":
        fact, options = parts
        names = "[" + ", ".join(json.dumps(option) for option in options) + "]"
        if kinds[fact]:
            return f"some({fields[fact]}, # in {names})"
        return f"({fields[fact]} in {names})"
    if kind == "not":
        return f"not ({expression(parts[0])})"
    inner = [expression(part) for part in parts]
    if not inner:
        return "false" if kind == "any" else "true"
    return "(" + (" or " if kind == "any" else " and ").join(inner) + ")"


def cells(condition):
    """A column for each fact that a rule demands by itself, and one for whatever else it demands."""
    parts = condition[1:] if condition[0] == "all" else [condition]
    row, rest = {}, []
    for part in parts:
        if part[0] == "fact" and not kinds[part[1]] and part[1] not in row:
            row[part[1]] = ", ".join(json.dumps(option) for option in part[2])
        elif part[0] == "all":
            inner, others = cells(part)
            rest += [expression(["all"] + others)] if others else []
            for fact, cell in inner.items():
                if fact in row:
                    rest.append(f"({fields[fact]} in [{cell}])")
                else:
                    row[fact] = cell
        else:
            rest.append(expression(part))
    return row, rest


rows = []
for rule in table["rules"]:
    row, rest = cells(rule["when"])
    entry = {fact: row.get(fact, "") for fact in kinds}
    entry.update({"_id": rule["id"], "rest": " and ".join(rest), "rule": json.dumps(rule["id"])})
    rows.append(entry)
content = {
    "nodes": [
        {"id": "in", "type": "inputNode", "name": "in"},
        {
            "id": "table",
            "type": "decisionTableNode",
            "name": "table",
            "content": {
                "hitPolicy": "collect",
                "inputs": [
                    {"id": fact, "name": fact, "field": field} for fact, field in fields.items()
                ]
                + [{"id": "rest", "name": "rest"}],
                "outputs": [{"id": "rule", "name": "rule", "field": "rule"}],
                "rules": rows,
            },
        },
        {"id": "out", "type": "outputNode", "name": "out"},
    ],
    "edges": [
        {"id": "e1", "type": "edge", "sourceId": "in", "targetId": "table"},
        {"id": "e2", "type": "edge", "sourceId": "table", "targetId": "out"},
    ],
}
# Only what a loader brings is compiled once; a decision that is created by itself is twenty times
# slower.
compiled = zen.ZenDecisionContent(json.dumps(content))
engine = zen.ZenEngine({"loader": lambda name: compiled})
inputs = [
    ({fields[fact]: value for fact, value in case["facts"].items()}, case["rules"]) for case in cases
]
wrong = 0
for facts, rules in inputs:
    result = engine.evaluate("table", facts)["result"]
    found = [row["rule"] for row in result] if isinstance(result, list) else []
    wrong += sorted(found) != sorted(rules)
print(version("zen-engine"))
print(wrong)
end = time.monotonic() + float(sys.argv[3])
while time.monotonic() < end:
    start = time.process_time()
    for facts, _ in inputs:
        engine.evaluate("table", facts)
    print(len(inputs) / (time.process_time() - start))
