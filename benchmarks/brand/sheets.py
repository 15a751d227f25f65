"""How a site writes its style: class names that say nothing, utility classes, inline styles, or components."""

from __future__ import annotations

import random
from html import escape

from benchmarks.brand.themes import Dialect

Style = dict[str, str]


class Sheet:
    """Collects the rules of one page. `style` gives the attributes that make an element look like `rules`."""

    def __init__(self, dialect: Dialect, seed: int) -> None:
        self.dialect = dialect
        self._dice = random.Random(f"sheet {seed}")
        self._names: dict[str, str] = {}
        self._rules: dict[str, str] = {}
        self.variables: dict[str, str] = {}
        self._variable_of: dict[str, str] = {}

    def style(self, part: str, rules: Style) -> str:
        """` class="…"` or ` style="…"` for an element that is the `part` of the page."""
        written = {key: self._value(value) for key, value in rules.items()}
        if self.dialect == "builder":
            text = ";".join(f"{key}:{value}" for key, value in written.items())
            return f' id="comp-{self._code(7)}" style="{escape(text)}"'
        if self.dialect == "utility":
            return f' class="{" ".join(self._utility(key, value) for key, value in written.items())}"'
        name = self._name(part)
        self._rules[f".{name}"] = ";".join(f"{key}:{value}" for key, value in written.items())
        return f' class="{name}"'

    def rule(self, selector: str, rules: Style) -> None:
        """A rule that no class stands for."""
        self._rules[selector] = ";".join(f"{key}:{self._value(value)}" for key, value in rules.items())

    def variable(self, value: str) -> str:
        """A custom property, by a name that says nothing, for `value`."""
        if value not in self._variable_of:
            name = f"--{self._code(4)}"
            self._variable_of[value] = name
            self.variables[name] = value
        return f"var({self._variable_of[value]})"

    def css(self) -> str:
        """All rules as a style sheet."""
        root = ";".join(f"{name}:{value}" for name, value in self.variables.items())
        return f":root{{{root}}}\n" + "\n".join(f"{selector}{{{body}}}" for selector, body in self._rules.items())

    def _value(self, value: str) -> str:
        """Colours of a framework's theme go through custom properties, as they do on real pages."""
        through = self.dialect in ("components", "press", "shadow", "app")
        return (
            self.variable(value) if through and value.startswith(("#", "okl", "color(", "hsl", "hwb", "l")) else value
        )

    def _name(self, part: str) -> str:
        if part not in self._names:
            if self.dialect == "modules":
                self._names[part] = f"{self._code(3)}_{self._code(5)}__{self._code(4)}"
            elif self.dialect == "press":
                self._names[part] = f"wp-block-{self._code(6)} is-{self._code(5)}".split()[0]
            else:
                self._names[part] = f"{self._code(2)}-{self._code(4)}"
        return self._names[part]

    def _utility(self, key: str, value: str) -> str:
        known = f"{key}:{value}"
        if known not in self._names:
            short = "".join(word[0] for word in key.split("-"))
            self._names[known] = f"{short}-{self._code(4)}"
            self._rules[f".{self._names[known]}"] = known
        return self._names[known]

    def _code(self, length: int) -> str:
        letters = "abcdefghjkmnopqrstuvwxyz"
        return "".join(self._dice.choice(letters) for _ in range(length))
