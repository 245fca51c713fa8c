"""Objects out of our JSON: each class says by its types what it is made of."""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
Make = Callable[[Any], Any]


def built(kind: type[T], value: Mapping[str, Any], **more: object) -> T:
    """An object of a class, out of what JSON has under its keys."""
    hashed: Any = kind
    parts = {name: make(value[key]) for name, key, make in _parts(hashed) if key in value}
    return kind(**parts, **more)


@cache
def _parts(kind: type) -> tuple[tuple[str, str, Make], ...]:
    hints = get_type_hints(kind)
    keys = {of.name: of.metadata.get("key", of.name) for of in fields(kind)}
    return tuple((name, keys[name], _make(hint)) for name, hint in hints.items() if name in keys)


@cache
def _make(hint: Any) -> Make:
    if isinstance(hint, type) and is_dataclass(hint):
        return lambda value: built(hint, value)
    arguments = get_args(hint)
    if get_origin(hint) is tuple:
        item = _make(arguments[0])
        return lambda value: tuple(item(one) for one in value)
    if get_origin(hint) in (Union, types.UnionType):
        makes = [_make(one) for one in arguments if one is not type(None) and _is_made(one)]
        if makes:
            return lambda value: None if value is None else makes[0](value)
    if get_origin(hint) is Mapping and _is_made(arguments[1]):
        under = _make(arguments[1])
        return lambda value: {key: under(one) for key, one in value.items()}
    return lambda value: value


def _is_made(hint: Any) -> bool:
    """Whether values of a type are other than JSON has them."""
    return (isinstance(hint, type) and is_dataclass(hint)) or get_origin(hint) is tuple
