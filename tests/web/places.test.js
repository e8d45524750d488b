// Names on the map, and the part of the world that it opens on.
import assert from "node:assert/strict";
import test from "node:test";
import { extent } from "../../src/dragoman/web/parts/extent.js";
import { around, fitted, smallest } from "../../src/dragoman/web/parts/labels.js";
import { shifted, count } from "../../src/dragoman/web/parts/days.js";

const label = (text, x, y, kind = "town") => ({ text, x, y, kind });
const measure = ({ text }) => text.length * 6;

test("labels never touch each other or what is taken", () => {
  const found = fitted([label("Aleppo", 0, 0), label("Minyan", 2, 2), label("Nubl", 4, 4)], [], measure);
  assert.deepEqual(found.map(({ text }) => text), ["Aleppo", "Minyan"]);
  assert.ok(found[0].x > 0 && found[1].x < 0);
  assert.deepEqual(fitted([label("Aleppo", 0, 0)], [around(20, 0, 10), around(-20, 0, 10)], measure), []);
});

test("smaller towns are named the nearer one looks", () => {
  const needed = [3, 5, 7, 9, 12].map(smallest);
  assert.deepEqual(needed, [...needed].sort((a, b) => b - a));
  assert.equal(needed.at(-1), 0);
});

test("the map opens on where most of it is", () => {
  const point = (id, lat, lon, n, precision = "town") => ({ place: { id }, lat, lon, precision, events: Array(n).fill("e") });
  const points = [point("aleppo", 36.2, 37.1, 80), point("idlib", 35.9, 36.6, 15), point("geneva", 46.2, 6.1, 2), point("SY", 35, 38.5, 50, "country")];
  const [[south, west], [north, east]] = extent(points, []);
  assert.ok(south > 35.5 && north < 36.6 && west > 36 && east < 37.6);
  const [, [all]] = extent(points, [], true);
  assert.ok(all > 46);
  assert.equal(extent([], []), null);
});

test("days are counted over months and leap days", () => {
  assert.equal(count("2016-02-28", "2016-03-01"), 2);
  assert.equal(shifted("2016-12-31", 1), "2017-01-01");
});
