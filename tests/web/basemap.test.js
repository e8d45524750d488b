// The basemap as the build left it: small, and right about the lands that reports are about.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

const BASEMAP = new URL("../../src/dragoman/web/basemap/", import.meta.url);
const FILES = ["countries", "rivers", "lakes", "places"];
const text = (name) => readFileSync(new URL(`${name}.json`, BASEMAP), "utf-8");

test("the whole is under 1.5 MB", () => {
  assert.ok(FILES.reduce((sum, name) => sum + text(name).length, 0) < 1_500_000);
});

test("countries have their letters and a point for the name", () => {
  const countries = new Map(JSON.parse(text("countries")).features.map(({ properties }) => [properties.code, properties]));
  for (const code of ["SY", "UA", "IQ", "LB", "TR", "RU", "HR", "DE"]) assert.ok(countries.has(code), code);
  const [lon, lat] = countries.get("SY").label;
  assert.ok(Math.abs(lon - 38.5) < 1 && Math.abs(lat - 35) < 1);
});

test("towns come by inhabitants, Syria's villages with them", () => {
  const places = JSON.parse(text("places"));
  assert.ok(places.every(([, , , people], i) => !i || people <= places[i - 1][3]));
  assert.ok(places.some(([name]) => name === "Ayn Halaqim"));
});

test("no country leaps around the world at the date line", () => {
  for (const { properties, geometry } of JSON.parse(text("countries")).features) {
    const rings = (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates).flat();
    assert.ok(rings.every((ring) => ring.every(([lon], i) => !i || Math.abs(lon - ring[i - 1][0]) < 180)), properties.name);
  }
});
