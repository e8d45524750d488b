// Numbers that may be compared stand on one axis, others never.
import assert from "node:assert/strict";
import test from "node:test";
import "../../src/dragoman/web/vendor/d3.min.js";
import { axis, isWide, panels, reach, ticks } from "../../src/dragoman/web/parts/tollgroups.js";

const toll = (scope, source, low, high, more = {}) => ({ scope, place_name: scope, what: "killed", who: "people", low, high, cumulative: false, source, claims: [], ...more });

test("sums of a period stand apart from incidents, and other things counted from both", () => {
  const found = panels([toll("a", "x", 1, 1), toll("a", "x", 9, 9, { cumulative: true }), toll("a", "x", 2, 2, { what: "injured" })]);
  assert.deepEqual(found.map(({ what, cumulative }) => [what, cumulative]).sort(), [["injured", false], ["killed", false], ["killed", true]]);
});

test("what most sources tell comes first, then the largest", () => {
  const [panel] = panels([toll("big", "x", 900, 900), toll("told", "x", 5, 5), toll("told", "y", 7, null), toll("small", "x", 1, 1)]);
  assert.deepEqual(panel.groups.map(({ scope }) => scope), ["told", "big", "small"]);
  assert.deepEqual(panel.groups[0].rows.map(({ source }) => source), ["y", "x"]);
});

test("children and civilians are not compared with each other", () => {
  assert.equal(panels([toll("a", "x", 1, 1), toll("a", "y", 1, 1, { who: "children" })])[0].groups.length, 2);
});

test("over two decades the axis is logarithmic, and nought stays on it", () => {
  assert.equal(isWide([toll("a", "x", 5, 400)]), false);
  const rows = [toll("a", "x", 0, 0), toll("a", "y", 3, 4000)];
  assert.equal(isWide(rows), true);
  const scale = axis(rows);
  assert.ok(scale(4000) <= 100 && scale(3) > 0 && Number.isFinite(scale(scale.domain()[0])));
  assert.ok(ticks(scale, true).every((n) => Number.isInteger(Math.log10(n))));
});

test("nothing but noughts still has an axis", () => {
  assert.equal(axis([toll("a", "x", 0, 0)])(0), 0);
});

test("at least goes on beyond its number", () => {
  assert.ok(reach(toll("a", "x", 100, null)) > 100);
  assert.equal(reach(toll("a", "x", 100, 120)), 120);
});
