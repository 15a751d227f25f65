from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brand_memory.prices import amount, currency, span, stated
from brand_memory.structured_data import items, parse, text_of, types_of

JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=20,
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{"a":1,}', {"a": 1}),
        ('<!-- {"a":1} -->', {"a": 1}),
        ('// <![CDATA[\n{"a":"http://x"}\n// ]]>', {"a": "http://x"}),
        ('{"a": /* why */ 1}', {"a": 1}),
        ('{"a":"two\nlines"}', {"a": "two\nlines"}),
        ("{&quot;a&quot;:1}", {"a": 1}),
        ('{"a":1};', {"a": 1}),
        ('{"a":{"b":"br', {"a": {"b": "br"}}),
        ('{"a":1,"b":', {"a": 1, "b": None}),
        ('{"a":1,"b', {"a": 1, "b": None}),
        ('{"a":[1,2,', {"a": [1, 2]}),
    ],
)
def test_broken_blocks_are_mended(text: str, found: dict[str, Any]):
    assert parse(text) == (found,)


def test_several_blocks_in_one_are_all_read():
    assert parse('{"a":1}\n{"b":2} [{"c":3}, 4]') == ({"a": 1}, {"b": 2}, {"c": 3})


@pytest.mark.parametrize(
    "text", ["", "null", "12", "hello", "[" * 50_000, '{"a":' * 5000, '"\\"' * 30_000, "/*" * 50_000]
)
def test_what_makes_no_sense_is_nothing(text: str):
    assert parse(text) == ()


@given(JSON.filter(lambda value: isinstance(value, dict)), st.data())
def test_a_block_cut_anywhere_never_fails(value: dict[str, Any], data: st.DataObject):
    text = json.dumps(value)
    cut = data.draw(st.integers(0, len(text)))
    assert all(isinstance(item, dict) for item in parse(text[:cut]))
    assert len(parse(text)) == 1


@given(JSON)
def test_any_tree_can_be_walked(value: Any):
    for item in items([value]):
        assert types_of(item) is not None
        assert all(len(text_of(part)) <= 300 for part in item.values())


def test_depth_does_not_exhaust_the_walk():
    deep: Any = {"@type": "Product"}
    for _ in range(3000):
        deep = {"x": [deep]}
    assert sum("product" in types_of(item) for item in items([deep])) == 1


@pytest.mark.parametrize(
    ("text", "number", "code"),
    [
        ("1.299,00 €", "1299.00", "EUR"),
        ("$1,299.00", "1299.00", "USD"),
        ("CHF 1'299.–", "1299", "CHF"),
        ("¥12,800", "12800", "JPY"),
        ("1\u202f299,00 kr", "1299.00", "SEK"),
        ("₹1,00,000", "100000", "INR"),
        ("ab 12,90 EUR", "12.90", "EUR"),
        ("49 zł", "49", "PLN"),
        ("on request", "", ""),
    ],
)
def test_prices_are_read_in_any_country(text: str, number: str, code: str):
    assert (amount(text), currency(text, "sv")) == (number, code)


def test_stated_prices_take_a_point_for_decimals():
    assert [stated(value) for value in (19.9, "1299.000", "1.299,00", 12, True, None, float("nan"))] == [
        "19.90", "1299.00", "1299.00", "12", "", "", "",
    ]  # fmt: skip
    assert span("12.00", "9.50") == "9.50\u201312.00"


@given(st.text(max_size=60))
def test_any_text_can_be_a_price(text: str):
    assert amount(text) == "" or float(amount(text)) >= 0
    assert currency(text) == "" or len(currency(text)) == 3
