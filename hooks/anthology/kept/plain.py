"""Plain: any value of the model as a line of JSON, and back, by nothing but its type.

A dataclass is the list of its fields, a tuple, a list or a set is a list, and a mapping is an
object. Where subclasses are possible, the name of the class comes first. What does not have exactly
the form of the type is ``Unlike`` it.
"""

from __future__ import annotations

import dataclasses
import json
import sys
import types
import typing
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Generic, Literal, NamedTuple, NoReturn, TypeVar, Union

T = TypeVar("T")

_SCALARS = (str, int, float, bool, types.NoneType)
_LONGEST_SHARED = 40
"""Up to how many characters equal texts become one object: names and labels stand there often."""


class Unlike(ValueError):
    """What should be a value of a type is none."""


class _Ways(NamedTuple):
    """How a value of one type becomes plain, and how it is made of that again."""

    plain: Callable[[Any], Any]
    value: Callable[[Any], Any]


class Form(Generic[T]):
    """How values of one type are written."""

    def __init__(self, kind: type[T]) -> None:
        self._ways = _Forms().ways(kind)

    def written(self, value: T) -> bytes:
        """Return ``value`` as one line of JSON, without its end."""
        plain = self._ways.plain(value)
        text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
        return text.encode("utf-8", "surrogatepass")

    def read(self, line: bytes) -> T:
        """Return the value that ``line`` is.

        Raises:
            Unlike: where it is none of this type.
        """
        try:
            value: T = self._ways.value(json.loads(line.decode("utf-8", "surrogatepass")))
        except (ValueError, RecursionError) as error:
            raise Unlike(str(error)) from None
        return value


class _Forms:
    """The ways of all types that have been met, so that a type may be part of itself."""

    def __init__(self) -> None:
        self._known: dict[Any, _Ways] = {}

    def ways(self, kind: Any) -> _Ways:
        """Return the ways of the type ``kind``."""
        if kind not in self._known:
            # Until they are known, what is inside finds them late.
            self._known[kind] = self._later(kind)
            self._known[kind] = self._new(kind)
        return self._known[kind]

    def _later(self, kind: Any) -> _Ways:
        def plain(value: Any) -> Any:
            return self._known[kind].plain(value)

        def value(plain: Any) -> Any:
            return self._known[kind].value(plain)

        return _Ways(plain, value)

    def _new(self, kind: Any) -> _Ways:
        origin, parts = typing.get_origin(kind), typing.get_args(kind)
        if kind in _SCALARS:
            return _scalar(kind)
        if dataclasses.is_dataclass(kind):
            return self._family(kind)
        if origin is Literal:
            return _literal(parts)
        if origin in (Union, types.UnionType):
            return self._union(parts)
        if origin is tuple and parts[-1] is not ...:
            return self._fixed(parts)
        if origin in (tuple, list, frozenset):
            return self._many(origin, parts[0])
        if origin in (dict, Mapping) and parts[0] is str:
            return self._mapping(parts[1])
        raise TypeError(f"no way to write {kind}")

    def _family(self, kind: Any) -> _Ways:
        """Return the ways of a dataclass, and of its subclasses if it has any."""
        members = {each.__name__: each for each in _family(kind)}
        each = {name: self._fields(member) for name, member in members.items()}
        if len(each) == 1:
            return each[kind.__name__]

        def plain(value: Any) -> Any:
            name = type(value).__name__
            return [name, each[name].plain(value)]

        def value(plain: Any) -> Any:
            if type(plain) is not list or len(plain) != 2:
                _refuse(kind)
            name, fields = plain
            if type(name) is not str or name not in each:
                _refuse(kind)
            return each[name].value(fields)

        return _Ways(plain, value)

    def _fields(self, kind: Any) -> _Ways:
        """Return the ways of a dataclass itself: a list of its fields, in their order."""
        hints = typing.get_type_hints(kind)
        names = [each.name for each in dataclasses.fields(kind)]
        inner = [self.ways(hints[name]) for name in names]
        to_plain = [(name, way.plain) for name, way in zip(names, inner, strict=True)]
        to_value = [(name, way.value) for name, way in zip(names, inner, strict=True)]
        size = len(names)

        def plain(value: Any) -> Any:
            return [way(getattr(value, name)) for name, way in to_plain]

        def value(plain: Any) -> Any:
            if type(plain) is not list or len(plain) != size:
                _refuse(kind)
            pairs = zip(to_value, plain, strict=True)
            return kind(**{name: way(part) for (name, way), part in pairs})

        return _Ways(plain, value)

    def _union(self, parts: tuple[Any, ...]) -> _Ways:
        """Return the ways of a type that is one of several, which JSON can tell apart."""
        in_python = [(_class(part), self.ways(part).plain) for part in parts]
        in_json = {_in_json(part): self.ways(part).value for part in parts}

        def plain(value: Any) -> Any:
            return next(way(value) for kind, way in in_python if isinstance(value, kind))

        def value(plain: Any) -> Any:
            way = in_json.get(type(plain))
            return way(plain) if way else _refuse(parts)

        return _Ways(plain, value)

    def _fixed(self, parts: tuple[Any, ...]) -> _Ways:
        """Return the ways of a tuple of so many parts."""
        ways = [self.ways(part) for part in parts]

        def plain(value: Any) -> Any:
            return [way.plain(part) for way, part in zip(ways, value, strict=True)]

        def value(plain: Any) -> Any:
            if type(plain) is not list or len(plain) != len(ways):
                _refuse(parts)
            return tuple(way.value(part) for way, part in zip(ways, plain, strict=True))

        return _Ways(plain, value)

    def _many(self, origin: Any, part: Any) -> _Ways:
        """Return the ways of a tuple, a list or a set of any length."""
        way = self.ways(part)
        in_order = sorted if origin is frozenset else iter

        def plain(value: Any) -> Any:
            return [way.plain(each) for each in in_order(value)]

        def value(plain: Any) -> Any:
            if type(plain) is not list:
                _refuse(origin)
            return origin([way.value(each) for each in plain])

        return _Ways(plain, value)

    def _mapping(self, part: Any) -> _Ways:
        """Return the ways of a mapping with texts as keys."""
        way = self.ways(part)

        def plain(value: Any) -> Any:
            return {key: way.plain(each) for key, each in value.items()}

        def value(plain: Any) -> Any:
            if type(plain) is not dict:
                _refuse(dict)
            return {key: way.value(each) for key, each in plain.items()}

        return _Ways(plain, value)


def _class(kind: Any) -> Any:
    """Return the class of which the values of the type ``kind`` are."""
    origin = typing.get_origin(kind)
    return str if origin is Literal else origin or kind


def _in_json(kind: Any) -> Any:
    """Return the type that JSON gives back for a value of the type ``kind``."""
    known = _class(kind)
    if known in _SCALARS:
        return known
    return dict if known in (dict, Mapping) else list


def _scalar(kind: Any) -> _Ways:
    """Return the ways of a number, a truth, a text or None."""

    def plain(value: Any) -> Any:
        # A whole number may stand where any number may.
        return float(value)

    def value(plain: Any) -> Any:
        if type(plain) is not kind:
            _refuse(kind)
        return plain

    def text(plain: Any) -> Any:
        if type(plain) is not str:
            _refuse(str)
        return sys.intern(plain) if len(plain) <= _LONGEST_SHARED else plain

    return _Ways(plain if kind is float else _same, text if kind is str else value)


def _same(value: Any) -> Any:
    return value


def _literal(parts: tuple[Any, ...]) -> _Ways:
    known = {part: part for part in parts}

    def value(plain: Any) -> Any:
        if type(plain) is not str or plain not in known:
            _refuse(parts)
        return known[plain]

    return _Ways(_same, value)


def _family(kind: Any) -> Iterator[Any]:
    """Yield a dataclass and its subclasses."""
    # A dataclass with slots is made of a class without, which may still be among the subclasses.
    if getattr(sys.modules[kind.__module__], kind.__name__, None) is kind:
        yield kind
    for each in kind.__subclasses__():
        yield from _family(each)


def _refuse(kind: Any) -> NoReturn:
    raise Unlike(f"not {kind}")
