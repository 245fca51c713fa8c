"""What a police force declares against modern slavery, held against what three texts ask of it.

The library behind the command `msacheck`, for notebooks and for engines:

>>> import datetime
>>> import msacheck
>>> result = msacheck.check({
...     "force": {"id": "northmarch", "kind": "territorial", "as_of": datetime.date(2026, 3, 31)},
...     "lead": {"state": "partial", "capacity": "part-time"},
...     "coordinator": {"state": "absent"},
... })
>>> [(own.arrangement, own.state) for own in result.assessments[0].arrangements if own.state != "not stated"]
[('lead', 'partial'), ('coordinator', 'absent')]
"""

# What type checkers take for `typing.TYPE_CHECKING`, without its import.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import errors, lints, plans, results
    from ._comparison import Comparison, compare
    from ._given import Date, Declaration, PathLike, Texts
    from ._lint import Lint, lint
    from ._native import Frame, __version__
    from ._plan import Plans, plan
    from ._reading import Reader, Reading, read, read_all, to_frame
    from ._result import Result, check, render
    from ._rules import Requirement, Rules
    from ._rules import Rules as rules
    from .errors import Fault, MsacheckError, MsacheckWarning

__all__ = [
    "Comparison",
    "Date",
    "Declaration",
    "Fault",
    "Frame",
    "Lint",
    "MsacheckError",
    "MsacheckWarning",
    "PathLike",
    "Plans",
    "Reader",
    "Reading",
    "Requirement",
    "Result",
    "Rules",
    "Texts",
    "__version__",
    "check",
    "compare",
    "errors",
    "lint",
    "lints",
    "plan",
    "plans",
    "read",
    "read_all",
    "render",
    "results",
    "rules",
    "to_frame",
]

#: Where what the package gives is written: it is taken from there when somebody asks for it, since the command asks for none.
_FROM = {
    "_comparison": ("Comparison", "compare"),
    "_given": ("Date", "Declaration", "PathLike", "Texts"),
    "_lint": ("Lint", "lint"),
    "_native": ("Frame", "__version__"),
    "_plan": ("Plans", "plan"),
    "_reading": ("Reader", "Reading", "read", "read_all", "to_frame"),
    "_result": ("Result", "check", "render"),
    "_rules": ("Requirement", "Rules", "rules"),
    "errors": ("Fault", "MsacheckError", "MsacheckWarning"),
}


def __getattr__(name: str) -> object:
    from importlib import import_module

    for module, names in _FROM.items():
        if name in names:
            found: object = getattr(import_module(f".{module}", __name__), name)
            globals()[name] = found
            return found
    if name in __all__:
        return import_module(f".{name}", __name__)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
