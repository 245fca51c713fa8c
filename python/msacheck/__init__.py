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

from . import errors, results
from ._comparison import Comparison, compare
from ._given import Date, Declaration, PathLike, Texts
from ._native import Frame, __version__
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
    "MsacheckError",
    "MsacheckWarning",
    "PathLike",
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
    "read",
    "read_all",
    "render",
    "results",
    "rules",
    "to_frame",
]
