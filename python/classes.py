#!/usr/bin/env python3
"""Writes the classes of results, readings, comparisons, plans and looks at documents out of the schemas that the program
publishes.

    python python/classes.py MSACHECK          writes python/msacheck/{results,readings,comparisons,plans,lints}.py
    python python/classes.py MSACHECK --check  fails where they aren't what it would write
"""

import json
import keyword
import pathlib
import subprocess
import sys
import textwrap

FOLDER = pathlib.Path(__file__).resolve().parent / "msacheck"
#: Sets of words that have a name: those of the program.
NAMED = {
    ("absent", "not stated", "withheld", "planned", "partial", "in place"): "State",
    (
        "not in force", "not applicable", "not met", "not evidenced", "withheld", "planned", "partly met", "met",
    ): "Outcome",
    ("power", "expectation", "commitment", "duty"): "Strength",
    ("asserted", "cited", "quoted"): "Basis",
    ("territorial", "transport", "agency", "defence", "nuclear", "national"): "ForceKind",
    ("declared-gaps", "not-evidenced", "withheld", "planned", "partly-met"): "Threshold",
}
HEAD = '''"""{about}

Written by `python/classes.py` out of the schema that `msacheck rules schema {kind}` prints."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias
'''


class Module:
    """A module that is to be written."""

    def __init__(self, kind, about, schema, known):
        self.kind, self.about, self.known = kind, about, known
        self.definitions = schema["$defs"]
        self.parts, self.imported, self.names = [], set(), []
        self.own = {}

    def words(self, values):
        values = tuple(value for value in values if value is not None)
        named = NAMED.get(values)
        if named and self.kind == "result":
            return named
        if named:
            self.imported.add(named)
            return named
        return f"Literal[{', '.join(json.dumps(value, ensure_ascii=False) for value in values)}]"

    def type_of(self, schema, within, key):
        """The Python type of what a schema describes."""
        if "$ref" in schema:
            name = schema["$ref"].rsplit("/", 1)[1]
            if self.known.get(name) == self.definitions[name]:
                self.imported.add(name)
            return name
        if "const" in schema:
            return f"Literal[{json.dumps(schema['const'])}]"
        if "anyOf" in schema and "enum" not in schema:
            parts = [self.type_of(one, within, key) for one in schema["anyOf"]]
            return " | ".join(dict.fromkeys(parts))
        if "oneOf" in schema:
            return "str | Mapping[str, object]"
        types = schema.get("type", [])
        types = [types] if isinstance(types, str) else types
        if "enum" in schema:
            text = self.words(schema["enum"])
            return f"{text} | None" if "null" in types else text
        found = []
        for one in types:
            if one == "array":
                found.append(f"tuple[{self.type_of(schema['items'], within, key)}, ...]")
            elif one == "object" and "properties" in schema:
                name = within + "".join(part.capitalize() for part in key.replace("-", "_").split("_"))
                self.define(name, schema)
                found.append(name)
            elif one == "object":
                more = schema.get("additionalProperties")
                value = self.type_of(more, within, key) if isinstance(more, dict) else "object"
                found.append(f"Mapping[str, {value}]")
            else:
                found.append({"string": "str", "integer": "int", "boolean": "bool", "null": "None"}[one])
        return " | ".join(found) or "object"

    def wider(self, name):
        """The class that has some of a class's fields, and none beside: the class is one, with more."""
        def fields(of):
            of = self.definitions[of]
            required = of.get("required", [])
            return {(key, json.dumps(own), key in required) for key, own in of.get("properties", {}).items()}

        mine = fields(name)
        own = [of for of in self.definitions if of not in (name, *self.known) and 3 <= len(fields(of)) and fields(of) < mine]
        return max(own, key=lambda of: len(fields(of)), default=None)

    def define(self, name, schema, without=()):
        """A class, or a name for a type, of a definition."""
        if name in self.names:
            return
        wider = self.wider(name) if name in self.definitions else None
        if wider:
            self.define(wider, self.definitions[wider])
            without = (*without, *self.definitions[wider]["properties"])
        self.names.append(name)
        about = schema.get("description", "")
        if "properties" not in schema:
            self.parts.append(f"\n{name}: TypeAlias = {self.type_of(schema, name, '')}\n{doc(about, 0)}")
            return
        required = schema.get("required", [])
        keys = [key for key in required if key not in without]
        keys += [key for key in schema["properties"] if key not in required and key not in without]
        lines = []
        for key in keys:
            of = schema["properties"][key]
            attribute = key.replace("-", "_")
            attribute += "_" if keyword.iskeyword(attribute) else ""
            written = self.type_of(of, name, key)
            options = []
            if key not in required:
                written += "" if "None" in written.split(" | ") else " | None"
                options.append("default=None")
            if attribute != key:
                options.append(f"metadata={{'key': {json.dumps(key)}}}".replace("'", '"'))
            end = f" = dataclasses.field({', '.join(options)})" if options else ""
            end = " = None" if options == ["default=None"] else end
            lines.append(f"    {attribute}: {written}{end}\n{doc(of.get('description', ''), 4)}")
        head = f"\n\n@dataclass(frozen=True, slots=True, kw_only=True)\nclass {name}{f'({wider})' if wider else ''}:\n{doc(about, 4)}"
        self.parts.append(head + ("\n" if about else "") + "".join(lines))

    def text(self):
        head = HEAD.format(about=self.about, kind=self.kind)
        if self.imported:
            names = ", ".join(sorted(self.imported))
            head += "\nfrom .results import (\n" + textwrap.fill(
                names + ",", 110, initial_indent="    ", subsequent_indent="    ") + "\n)\n"
        if self.kind == "result":
            for values, name in NAMED.items():
                head += f"\n{name}: TypeAlias = {self_words(values)}"
            head += "\n"
        used = "".join(self.parts)
        if "Literal[" not in head.split("import", 4)[-1] + used:
            head = head.replace("from typing import Literal, TypeAlias", "from typing import TypeAlias")
        if "TypeAlias =" not in used and self.kind != "result":
            head = head.replace(", TypeAlias", "").replace("from typing import TypeAlias\n", "")
        if "Mapping[" not in used:
            head = head.replace("from collections.abc import Mapping\n", "")
        # A class may have a field of the name `field`.
        if "dataclasses.field(" not in used:
            head = head.replace("import dataclasses\n", "")
        return head + used


def self_words(values):
    return f"Literal[{', '.join(json.dumps(value) for value in values)}]"


def doc(text, indent):
    """A docstring; none where there is nothing to say."""
    if not text:
        return ""
    text = " ".join(text.split()).replace("\\", "\\\\")
    pad = " " * indent
    closing = '"""' if not text.endswith('"') else ' """'
    return textwrap.fill(f'"""{text}{closing}', 116, initial_indent=pad, subsequent_indent=pad) + "\n"


def written(program):
    """What each module is to be."""
    def schema(kind):
        printed = subprocess.run([program, "rules", "schema", kind], check=True, stdout=subprocess.PIPE)
        return json.loads(printed.stdout)

    result = schema("result")
    results = Module("result", "What a check came to, as classes.", result, {})
    for name, definition in result["$defs"].items():
        results.define(name, definition)
    results.define("Run", {**result["anyOf"][1], "description": "What the assessments of a result rest on."},
                   without=("assessments",))
    texts = {"results.py": results.text()}
    # What several schemas have in common is defined once, in `results`.
    for kind, about, root in [
        ("reading", "What a paper declares, as classes.", None),
        ("comparison", "Assessments side by side, as classes.", "Comparison"),
        ("plan", "What to change, as classes.", "Plans"),
        ("lint", "What is wrong with documents, as classes.", "Lint"),
    ]:
        own = schema(kind)
        module = Module(kind, about, own, result["$defs"])
        for name, definition in module.definitions.items():
            if result["$defs"].get(name) != definition:
                module.define(name, definition)
        if root:
            module.define(root, own.get("anyOf", [own])[0])
        texts[f"{kind}s.py"] = module.text()
    return texts


def main():
    old = []
    for name, text in written(sys.argv[1]).items():
        if sys.argv[2:] == ["--check"]:
            old += [name] if (FOLDER / name).read_text(encoding="utf-8") != text else []
        else:
            (FOLDER / name).write_text(text, encoding="utf-8")
    if old:
        sys.exit(f"Not what the schemas say: {', '.join(old)}. Write them anew: python python/classes.py MSACHECK")


if __name__ == "__main__":
    main()
