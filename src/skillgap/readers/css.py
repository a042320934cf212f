"""Style sheets -> the declarations of one element: the part of CSS that can hide text.

tinycss2 parses; the selectors that count are simple ones (tag, id, class, attribute) below one
another. What depends on states, siblings or the window's size is left out: it says nothing of
the page as it opens.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import tinycss2

from skillgap.readers.markup import Element

# Properties that decide whether text is seen, and how it is set.
PROPERTIES = frozenset(
    """display visibility opacity color background background-color background-image font-size
    font-weight font position left top right bottom text-indent margin-left margin-top margin clip
    clip-path height width max-height max-width overflow transform float white-space""".split()
)
# Saved web pages bring a few thousand rules that matter.
MAX_RULES = 20_000
# The sheets of a page together, in characters; a longer one is left out.
MAX_SHEET = 3_000_000
# Brackets in brackets: tinycss2 writes them out by recursion.
MAX_NESTING = 60
# Selectors held against elements, and their parts against ancestors; beyond that, the sheets are
# left out. A saved profile page takes a tenth.
MAX_STEPS = 2_000_000
# Nobody writes longer selectors by hand, and tools that do so hide nothing by them.
MAX_COMPOUNDS = 10
_BRACKETS = re.compile(r"[()\[\]{}]")
_PARTS = re.compile(r"\s*>\s*|\s+")
_COMPOUND = re.compile(r"(?P<tag>\*|[a-z][\w-]*)?(?P<rest>(?:[#.][\w-]+|\[[^\]]*\])*)", re.I)
_REST = re.compile(
    r"#(?P<id>[\w-]+)|\.(?P<cls>[\w-]+)|\[\s*(?P<attr>[\w-]+)(?:=[\"']?(?P<value>[^\]\"']*)[\"']?)?\s*\]"
)
_OPEN_MEDIA = re.compile(r"\s*(?:only\s+)?(?:screen|all)?\s*", re.I)

# A property's value: tinycss2's tokens, without white space.
Tokens = tuple[Any, ...]
Declarations = dict[str, Tokens]


@dataclass(frozen=True, slots=True)
class _Compound:
    tag: str = ""
    ids: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    attributes: tuple[tuple[str, str | None], ...] = ()

    def fits(self, element: Element) -> bool:
        if self.tag and element.tag != self.tag:
            return False
        if self.ids and element.get("id") not in self.ids:
            return False
        if self.classes and not self.classes <= set((element.get("class") or "").split()):
            return False
        return all(
            element.get(name) is not None and value in (None, element.get(name))
            for name, value in self.attributes
        )


@dataclass(frozen=True, slots=True)
class Rule:
    """Compounds from left to right; `tight[i]` says that the i-th is the next one's parent."""

    compounds: tuple[_Compound, ...]
    tight: tuple[bool, ...]
    rank: tuple[int, int]
    values: Declarations
    important: Declarations


@dataclass(slots=True)
class Sheets:
    """The rules of a page, found by what their last compound asks for."""

    rules: dict[str, list[Rule]] = field(default_factory=dict)
    count: int = 0
    steps: int = 0
    length: int = 0

    @property
    def exhausted(self) -> bool:
        """Whether the sheets are too much to be followed."""
        return self.steps > MAX_STEPS

    def add(self, text: str) -> None:
        """One more style sheet."""
        self.length += len(text)
        if self.length > MAX_SHEET or _nesting(text) > MAX_NESTING:
            return
        self._add(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True))

    def _add(self, nodes: Iterable[Any]) -> None:
        for node in nodes:
            if self.count > MAX_RULES:
                return
            if node.type == "at-rule" and node.content is not None and _applies(node):
                self._add(
                    tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
                )
            elif node.type == "qualified-rule":
                values, important = declarations_of(node.content)
                if values or important:
                    self._add_rule(tinycss2.serialize(node.prelude), values, important)

    def _add_rule(self, prelude: str, values: Declarations, important: Declarations) -> None:
        for selector in prelude.split(","):
            parsed = _parse_selector(selector.strip())
            if parsed is None:
                continue
            compounds, tight = parsed
            self.count += 1
            weight = (
                100 * sum(len(c.ids) for c in compounds)
                + 10 * sum(len(c.classes) + len(c.attributes) for c in compounds)
                + sum(bool(c.tag) for c in compounds)
            )
            rule = Rule(compounds, tight, (weight, self.count), values, important)
            self.rules.setdefault(_key(compounds[-1]), []).append(rule)

    def matching(self, element: Element, ancestors: Sequence[Element]) -> list[Rule]:
        """The rules that apply to an element, the weightiest last."""
        if not self.rules or self.exhausted:
            return []
        keys = ["*", str(element.tag), f"#{element.get('id')}"]
        keys += [f".{name}" for name in set((element.get("class") or "").split())]
        candidates = [rule for key in keys for rule in self.rules.get(key, ())]
        self.steps += len(candidates)
        fitting = (
            rule
            for rule in candidates
            if rule.compounds[-1].fits(element) and self._lies_in(rule, ancestors)
        )
        return sorted(fitting, key=lambda rule: rule.rank)

    def _lies_in(self, rule: Rule, ancestors: Sequence[Element]) -> bool:
        """Whether the ancestors fit the compounds before the last, from the root down."""
        need = len(rule.compounds) - 1
        if not need:
            return True
        self.steps += need * len(ancestors)
        if self.exhausted:
            return False
        reached = {0}  # so many compounds are found, the last of them anywhere above
        parents: set[int] = set()  # the same, the last of them being the parent
        for ancestor in ancestors:
            now = {
                at + 1
                for at in range(need)
                if rule.compounds[at].fits(ancestor)
                and (at in parents if at and rule.tight[at - 1] else at in reached)
            }
            reached |= now
            parents = now
        return need in (parents if rule.tight[need - 1] else reached)


def merged(rules: Sequence[Rule], style: str) -> Declarations:
    """What rules (the weightiest last) and a style attribute say together."""
    own, own_important = style_attribute(style)
    result: Declarations = {}
    for rule in rules:
        result.update(rule.values)
    result.update(own)
    for rule in rules:
        result.update(rule.important)
    result.update(own_important)
    return result


@lru_cache(maxsize=1000)
def style_attribute(text: str) -> tuple[Declarations, Declarations]:
    """The declarations of a style attribute. Pages repeat the same ones."""
    return ({}, {}) if not text or _nesting(text) > MAX_NESTING else declarations_of(text)


def _nesting(text: str) -> int:
    """How deep brackets lie in brackets, at the most."""
    depth = deepest = 0
    for bracket in _BRACKETS.findall(text):
        depth += 1 if bracket in "([{" else -1
        deepest = max(deepest, depth)
    return deepest


def declarations_of(content: Any) -> tuple[Declarations, Declarations]:
    """The declarations of a rule that matter: usual ones, important ones."""
    values: Declarations = {}
    important: Declarations = {}
    for node in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if node.type == "declaration" and node.lower_name in PROPERTIES:
            tokens = tuple(t for t in node.value if t.type not in ("whitespace", "comment"))
            (important if node.important else values)[node.lower_name] = tokens
    return values, important


def _applies(rule: Any) -> bool:
    name = rule.lower_at_keyword
    if name == "media":
        return bool(_OPEN_MEDIA.fullmatch(tinycss2.serialize(rule.prelude)))
    return bool(name == "layer")


def _parse_selector(selector: str) -> tuple[tuple[_Compound, ...], tuple[bool, ...]] | None:
    """The compounds of a selector and which are parents, or None if it asks for more."""
    if not selector or len(selector) > 300 or re.search(r"[:+~\\&@]", selector):
        return None
    parts = _PARTS.split(selector)
    if len(parts) > MAX_COMPOUNDS:
        return None
    tight = tuple(">" in gap for gap in _PARTS.findall(selector))
    compounds = []
    for part in parts:
        match = _COMPOUND.fullmatch(part)
        if match is None or not part:
            return None
        tag = (match["tag"] or "").lower().replace("*", "")
        found = list(_REST.finditer(match["rest"]))
        if sum(len(one[0]) for one in found) != len(match["rest"]):
            return None
        compounds.append(
            _Compound(
                tag,
                frozenset(one["id"] for one in found if one["id"]),
                frozenset(one["cls"] for one in found if one["cls"]),
                tuple((one["attr"].lower(), one["value"]) for one in found if one["attr"]),
            )
        )
    return tuple(compounds), tight


def _key(compound: _Compound) -> str:
    if compound.ids:
        return f"#{min(compound.ids)}"
    if compound.classes:
        return f".{min(compound.classes)}"
    return compound.tag or "*"
