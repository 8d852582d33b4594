"""JSON as bundle.md wants it: strict, and for signed texts in plain form."""

import json
import re

DEEPEST = 100
STRING = re.compile(r'"(?:[^"\\]|\\.)*"')


class Bad(Exception):
    """The text isn't what the specification allows."""


def whole(text):
    if len(text.lstrip("-")) > 15 or text == "-0":
        raise Bad("number")
    return int(text)


def refuse(text):
    raise Bad("number " + text)


def once(pairs):
    result = dict(pairs)
    if len(result) != len(pairs):
        raise Bad("repeated key")
    return result


def depth(text):
    """In how many arrays and objects the deepest value stands."""
    level = deepest = 0
    for sign in STRING.sub("s", text):
        if sign in "]}":
            level -= 1
        elif sign not in ",: \t\n\r":
            deepest = max(deepest, level)
            if sign in "[{":
                level += 1
    return deepest


def read(data, plain=True):
    """The value of these bytes; raises Bad."""
    try:
        text = data.decode("utf-8") if isinstance(data, bytes) else data
        if text.count("[") + text.count("{") > DEEPEST and depth(text) > DEEPEST:
            raise Bad("depth")
        value = json.loads(text, object_pairs_hook=once, parse_int=whole, parse_float=refuse, parse_constant=refuse)
        written = write(value)
        # Half of a surrogate pair can't be encoded.
        written.encode("utf-8")
    except (ValueError, RecursionError):
        raise Bad("syntax")
    # Python keeps the order of keys, so that plain text comes back as it was.
    if plain and written != text:
        raise Bad("not plain")
    return value


def write(value):
    """Plain form of a value."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


# Shapes: each answers whether a value has it.

HASH = re.compile(r"[0-9a-f]{64}\Z")


def is_text(value):
    return isinstance(value, str)


def is_flag(value):
    return isinstance(value, bool)


def is_integer(value):
    return isinstance(value, int) and not isinstance(value, bool)


def is_count(value):
    return is_integer(value) and value >= 0


def is_hash(value):
    return isinstance(value, str) and HASH.match(value) is not None


def one_of(*values):
    return lambda value: any(type(value) is type(one) and value == one for one in values)


def maybe(shape):
    return lambda value: value is None or shape(value)


def list_of(shape):
    return lambda value: isinstance(value, list) and all(shape(one) for one in value)


def pair_of(left, right):
    return lambda value: isinstance(value, list) and len(value) == 2 and left(value[0]) and right(value[1])


def map_of(shape):
    return lambda value: isinstance(value, dict) and all(shape(one) for one in value.values())


def fields(*rows):
    """Exactly these keys in this order."""
    keys = [key for key, _ in rows]
    return lambda value: isinstance(value, dict) and list(value) == keys and all(shape(value[key]) for key, shape in rows)


def open_fields(*rows):
    """At least these keys, in any order."""
    return lambda value: isinstance(value, dict) and all(key in value and shape(value[key]) for key, shape in rows)
