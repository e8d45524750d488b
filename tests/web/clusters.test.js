// Points of the map put together: nothing lost, nothing counted twice, areas kept apart from spots.
import assert from "node:assert/strict";
import test from "node:test";
import { apart, clustered, radius } from "../../src/dragoman/web/parts/clusters.js";

const point = (id, x, y, events, more = {}) => ({ place: { id, name: id }, lat: y, lon: x, precision: "town", events, ...more });
const project = ({ lat, lon }) => ({ x: lon, y: lat });

test("points on one spot become one, each event counted once", () => {
  const [one, ...others] = clustered([point("a", 0, 0, ["e1", "e2"]), point("b", 0, 0, ["e2", "e3"])], project, 30);
  assert.equal(others.length, 0);
  assert.deepEqual(one.events, ["e1", "e2", "e3"]);
  assert.deepEqual(one.points.map(({ place }) => place.id), ["a", "b"]);
});

test("points far from each other stay apart; the largest comes first", () => {
  const found = clustered([point("a", 0, 0, ["e1"]), point("b", 100, 0, ["e2", "e3"])], project, 30);
  assert.deepEqual(found.map(({ points }) => points[0].place.id), ["b", "a"]);
});

test("an area never joins a spot, and moves off it", () => {
  const found = clustered([point("town", 50, 50, ["e1", "e2"]), point("land", 50, 50, ["e3"], { precision: "country" })], project, 30);
  assert.equal(found.length, 2);
  const moved = apart(found);
  const [town, land] = [moved.find(({ rough }) => !rough), moved.find(({ rough }) => rough)];
  assert.deepEqual([town.x, town.y], [50, 50]);
  assert.ok(Math.hypot(land.x - 50, land.y - 50) >= radius(2) + radius(1));
});

test("clusters whose markers would cover each other become one", () => {
  const many = (from) => Array.from({ length: 400 }, (_, n) => `e${from + n}`);
  const found = clustered([point("a", 0, 0, many(0)), point("b", 36, 0, many(1000))], project, 34);
  assert.equal(found.length, 1);
  assert.equal(found[0].events.length, 800);
});

test("grades come from the events, else from the points", () => {
  const grades = { e1: "single", e2: "contested" };
  assert.deepEqual(clustered([point("a", 0, 0, ["e1", "e2"])], project, 30, (id) => grades[id])[0].grades, { single: 1, contested: 1 });
  assert.deepEqual(clustered([point("a", 0, 0, ["e1"], { grades: { conceded: 1 } })], project, 30)[0].grades, { conceded: 1 });
});

test("six thousand points take less than three seconds", () => {
  const points = Array.from({ length: 6000 }, (_, n) => point(`p${n}`, (n * 37) % 1400, (n * 91) % 800, [`e${n}`]));
  const begun = performance.now();
  const found = apart(clustered(points, project, 34));
  assert.ok(performance.now() - begun < 3000);
  assert.equal(found.reduce((sum, { events }) => sum + events.length, 0), 6000);
});
