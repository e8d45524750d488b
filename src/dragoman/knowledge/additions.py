"""Adds places of a GeoNames dump to a project's own pack, for countries where the gazetteer is too coarse.

A dump (https://download.geonames.org/export/dump/) has 19 columns, tab-separated, no header. The pack is a
folder with `pack.toml` and `places.tsv`; `load(extra=[folder])` reads it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import PackError
from dragoman.knowledge.folding import plain
from dragoman.knowledge.problems import Problem

COLUMNS = 19
HEADER = ("id", "name", "kind", "lat", "lon", "within", "geonames", "population", "en", "ar")
_SHORTEST = 4  # letters, as in the packed gazetteer

# GeoNames' feature codes (https://www.geonames.org/export/codes.html) that are places of a report.
_KINDS = {
    "PPLX": "neighbourhood", "STLMT": "neighbourhood", "AIRB": "airbase", "AIRF": "airbase",
    "AIRP": "facility",
    "INSM": "base", "MLTYAREA": "base", "HSP": "hospital", "DAM": "dam", "OILF": "field", "GASF": "field",
    "HLL": "hill", "MT": "hill", "CMP": "camp", "CMPRF": "camp", "BDRYCRSG": "crossing", "CSTM": "crossing",
    "BDG": "facility", "ADM1": "province", "ADM2": "district", "ADM3": "subdistrict", "RGN": "region",
    "AREA": "area", "RD": "road",
}  # fmt: skip
_CITY, _TOWN = 100_000, 10_000  # inhabitants


@dataclass(frozen=True, slots=True)
class Added:
    """What an addition did: places written, lines of other things (rivers), and lines that are wrong."""

    places: int
    skipped: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    number: str
    name: str
    kind: str
    lat: float
    lon: float
    country: str
    population: int
    spellings: tuple[str, ...]


def add_places(file: Path, folder: Path) -> Added:
    """Writes the places of a GeoNames dump to `folder/places.tsv`, beside those already there.

    A wrong line is left out and said with its number; PackError where the dump cannot be read at all or no
    line of it is a place.
    """
    lines = _dump_lines(file)
    rows: dict[str, _Row] = {}
    problems: list[Problem] = []
    skipped = 0
    for number, line in enumerate(lines, 1):
        try:
            row = _row(line)
        except ValueError as error:
            problems.append(Problem(str(file), number, str(error)))
            continue
        if row is None:
            skipped += 1
        else:
            rows[row.number] = row
    if not rows:
        what = str(problems[0]) if problems else f"{file}:1: no populated place in the file; give a GeoNames dump"
        raise PackError(what)
    _write(folder, rows.values())
    return Added(len(rows), skipped, tuple(problems))


def _dump_lines(file: Path) -> Sequence[str]:
    try:
        text = file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise PackError(f"{file}:1: cannot be read as UTF-8 text ({error}); give an unzipped GeoNames dump") from None
    return [line for line in text.split("\n") if line.strip()]


def _row(line: str) -> _Row | None:
    """A line of the dump; None where it is no place of reports, ValueError where it is no line of a dump."""
    cells = line.rstrip("\r").split("\t")
    if len(cells) != COLUMNS:
        raise ValueError(
            f"{len(cells)} columns where a GeoNames dump has {COLUMNS}; take the file as it was downloaded"
        )
    kind = _kind(cells[6], cells[7], _whole(cells[14] or "0", "population"))
    if not cells[0].isdigit():
        raise ValueError(f'"{cells[0]}" is no GeoNames number; mend the first column')
    lat, lon = _degrees(cells[4], "latitude", 90.0), _degrees(cells[5], "longitude", 180.0)
    if kind is None or not cells[1]:
        return None
    spellings = tuple(sorted({plain(each) for each in (cells[1], cells[2], *cells[3].split(",")) if _is_name(each)}))
    return _Row(cells[0], plain(cells[1]), kind, lat, lon, cells[8], int(cells[14] or 0), spellings)


def _kind(feature_class: str, code: str, population: int) -> str | None:
    if code in _KINDS:
        return _KINDS[code]
    if feature_class != "P":
        return None
    if population >= _CITY:
        return "city"
    return "town" if population >= _TOWN else "village"


def _whole(cell: str, what: str) -> int:
    if not cell.isdigit():
        raise ValueError(f'{what} "{cell}" is no whole number; mend the cell')
    return int(cell)


def _degrees(cell: str, what: str, limit: float) -> float:
    try:
        value = float(cell)
    except ValueError:
        value = limit + 1
    if not abs(value) <= limit:
        raise ValueError(f'{what} "{cell}" is no number from -{limit:.0f} to {limit:.0f}; mend the cell')
    return value


def _is_name(spelling: str) -> bool:
    letters = sum(character.isalpha() for character in spelling)
    return letters >= _SHORTEST and not spelling.isupper() and not (spelling.islower() and spelling.isascii())


def _write(folder: Path, rows: Iterable[_Row]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    head = folder / "pack.toml"
    if not head.exists():
        licence = 'licence = "CC BY 4.0"\nsources = ["GeoNames, https://www.geonames.org"]\n'
        head.write_text(f'[pack]\nid = "own-places"\nname = "Places added to this project"\n{licence}', "utf-8")
    path = folder / "places.tsv"
    kept = _kept(path, {f"geo-{row.number}" for row in rows})
    lines = sorted([*kept, *map(_line, rows)])
    path.write_text("\n".join(["\t".join(HEADER), *lines]) + "\n", "utf-8")


def _kept(path: Path, replaced: set[str]) -> Iterator[str]:
    """The lines of an earlier addition that this one does not replace."""
    if not path.exists():
        return
    header, *lines = path.read_text("utf-8").splitlines()
    if tuple(header.split("\t")) != HEADER:
        raise PackError(f"{path}:1: not written by add-places; give another folder")
    yield from (line for line in lines if line.split("\t", 1)[0] not in replaced)


def _line(row: _Row) -> str:
    latin = [name for name in row.spellings if _is_latin(name)]
    other = [name for name in row.spellings if not _is_latin(name)]
    cells = (
        f"geo-{row.number}",
        row.name,
        row.kind,
        f"{row.lat:.5f}",
        f"{row.lon:.5f}",
        row.country,
        row.number,
    )
    return "\t".join((*cells, str(row.population), ";".join(latin), ";".join(other)))


def _is_latin(name: str) -> bool:
    return name.isascii() or not any("\u0600" <= character <= "\u06ff" for character in name)
