from os import PathLike
from typing import final

from ._given import Told

__version__: str

Path = str | PathLike[str]

@final
class Rules:
    def __new__(
        cls, folders: list[Path], packs: list[str], drafts: bool, config: Path | None, today: str | None
    ) -> Rules: ...
    @property
    def today(self) -> str: ...
    def json(self) -> str: ...

@final
class Frame:
    """A table in Arrow's form: pandas, Polars, DuckDB and pyarrow take it without a copy."""

    def __len__(self) -> int: ...
    @property
    def columns(self) -> list[str]:
        """The names of its columns."""
    def __arrow_c_schema__(self) -> object: ...
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...

@final
class Reader:
    def __new__(cls, rules: Rules, force: str | None) -> Reader: ...
    def read(self, name: str, bytes: bytes | None, explain: bool) -> tuple[str, str]: ...
    def find(self, paths: list[Path], ignored: bool) -> tuple[list[Path], list[Told]]: ...
    def read_files(self, paths: list[Path], jobs: int) -> list[tuple[str | None, list[Told]]]: ...
    def read_batch(self, names: list[str], papers: list[bytes | None]) -> Frame: ...
    def frame(self, lines: list[str]) -> Frame: ...

@final
class Checked:
    @staticmethod
    def of(
        rules: Rules,
        inputs: list[object],
        texts: list[tuple[Path, bytes]],
        narrowed: tuple[list[str], list[str], list[str]],
        gate: tuple[str | None, Path | None, bool, bool],
        *,
        force: str | None,
        as_of: str | None,
        read_sources: bool,
        ignored: bool,
        jobs: int | None,
    ) -> Checked: ...
    @staticmethod
    def from_saved(name: str, bytes: bytes) -> Checked: ...
    @property
    def faults(self) -> list[Told]: ...
    @property
    def passes(self) -> bool | None: ...
    def json(self, indented: bool) -> bytes: ...
    def render(
        self, format: str, *, all: bool, extent: str | None, width: int, with_suppressed: bool, ungated: bool
    ) -> tuple[bytes, bool]: ...
    def frame(self, of: str) -> Frame: ...

@final
class Compared:
    @staticmethod
    def of(
        rules: Rules,
        inputs: list[object],
        texts: list[tuple[Path, bytes]],
        results: list[Checked],
        narrowed: tuple[list[str], list[str], list[str]],
        *,
        by: str,
        group_by: str | None,
        force: str | None,
        as_of: str | None,
        jobs: int | None,
    ) -> Compared: ...
    @property
    def faults(self) -> list[Told]: ...
    def render(self, format: str, width: int, full: bool) -> tuple[bytes, bool]: ...
    def frame(self) -> Frame: ...

def main(arguments: list[str]) -> int: ...
