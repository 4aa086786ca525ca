"""Answers lines of JSON with lines of JSON: batch_table.py TABLE CASES.

TABLE has the answer to every case of a topic, or its rules with what each brings; then answers are
kept by the rules that hold.
"""

import json
import sys

from conditions import function

try:
    from orjson import dumps, loads
except ImportError:
    loads = json.loads

    def dumps(value):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def by_case(table):
    names = [fact["id"] for fact in table["facts"]]
    answers = {tuple(row["key"]): row["answer"] for row in table["answers"]}
    fields = ["status", "verdict", "possible", "citations", "contacts", "conditions", "steps"]
    answers = {key: {field: answer[field] for field in fields} for key, answer in answers.items()}
    return lambda facts: answers[tuple([facts[name] for name in names])]


def by_rules(table):
    holding = function(table)
    several = [fact["id"] for fact in table["facts"] if fact["several"]]
    known = {}

    def find(facts):
        # Of several options one alone is a text.
        for fact in several:
            if type(facts[fact]) is str:
                facts[fact] = (facts[fact],)
        key = holding(facts)
        answer = known.get(key)
        if answer is None:
            answer = known[key] = together(table, key)
        return answer

    return find


def together(table, key):
    """The answer where these rules hold, all facts being known."""
    found = [rule for rule, holds in zip(table["rules"], key) if holds]
    if all(rule["strictness"] < 0 for rule in found):
        found.append(table["otherwise"])
    found.sort(key=lambda rule: -rule["strictness"])

    def all_of(name):
        return list(dict.fromkeys(item for rule in found for item in rule[name]))

    verdict = found[0]["verdict"]
    citations, contacts = all_of("citations"), all_of("contacts")
    fallback = table["fallback"]
    if verdict == "silent":
        citations = list(dict.fromkeys(citations + fallback["citations"]))
    if verdict == "silent" or not contacts:
        contacts = list(dict.fromkeys(contacts + fallback["contacts"]))
    steps = []
    for rule in found:
        steps += [one for one in rule["steps"] if one not in steps]
    steps.sort(key=lambda one: one["hours"])
    return {
        "status": "answered",
        "verdict": verdict,
        "possible": [verdict],
        "citations": citations,
        "contacts": contacts,
        "conditions": all_of("conditions") if verdict in table["open"] else [],
        "steps": [dict(one["step"]) for one in steps],
    }


with open(sys.argv[1], "rb") as file:
    table = loads(file.read())
find = by_case(table) if "answers" in table else by_rules(table)
output = []
with open(sys.argv[2], "rb") as lines:
    for number, line in enumerate(lines, 1):
        case = loads(line)
        output.append(dumps({"line": number, "id": case["id"], **find(case["facts"])}))
output.append(b"")
sys.stdout.buffer.write(b"\n".join(output))
