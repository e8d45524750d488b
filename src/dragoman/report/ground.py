"""The basemap around the report's own points: the rest of the world would make the file heavy for nothing.

Shapes are GeoJSON in degrees (longitude, latitude); towns are `[name, lat, lon, inhabitants]`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from dragoman import web

# Shapes that come as near as this to a point are kept, and towns that come as near as that.
_NEAR, _TOWNS_NEAR = 6.0, 4.0

# So many towns at most, the largest.
_TOWNS = 800

Point = tuple[float, float]
Box = tuple[float, float, float, float]


def ground(points: Iterable[tuple[float, float]]) -> dict[str, Any]:
    """The parts of the basemap near the points (latitude, longitude)."""
    cells = sorted({(round(lon), round(lat)) for lat, lon in points})
    parts = {name: json.loads(web.text(f"basemap/{name}.json")) for name in ("countries", "rivers", "lakes", "places")}
    near = [town for town in parts["places"] if _meets((town[2], town[1], town[2], town[1]), cells, _TOWNS_NEAR)]
    shapes = {name: _shapes(parts[name], cells) for name in ("countries", "rivers", "lakes")}
    return {**shapes, "places": sorted(near, key=lambda town: (-town[3], town[0]))[:_TOWNS]}


def _shapes(collection: Mapping[str, Any], cells: Sequence[tuple[int, int]]) -> dict[str, Any]:
    kept = (_near(feature, cells) for feature in collection["features"])
    return {**collection, "features": [feature for feature in kept if feature is not None]}


def _near(feature: Mapping[str, Any], cells: Sequence[tuple[int, int]]) -> dict[str, Any] | None:
    """A feature with those of its parts that come near; None where none does."""
    geometry = feature["geometry"]
    if not geometry["type"].startswith("Multi"):
        return dict(feature) if _meets(_box(geometry["coordinates"]), cells, _NEAR) else None
    parts = [part for part in geometry["coordinates"] if _meets(_box(part), cells, _NEAR)]
    return {**feature, "geometry": {**geometry, "coordinates": parts}} if parts else None


def _meets(box: Box, cells: Sequence[tuple[int, int]], near: float) -> bool:
    west, south, east, north = box
    return any(west - near <= lon <= east + near and south - near <= lat <= north + near for lon, lat in cells)


def _box(coordinates: Any) -> Box:
    pairs = list(_pairs(coordinates))
    longitudes, latitudes = [lon for lon, _ in pairs], [lat for _, lat in pairs]
    return min(longitudes), min(latitudes), max(longitudes), max(latitudes)


def _pairs(coordinates: Any) -> Iterator[Point]:
    if isinstance(coordinates[0], (int, float)):
        yield coordinates[0], coordinates[1]
    else:
        for part in coordinates:
            yield from _pairs(part)
