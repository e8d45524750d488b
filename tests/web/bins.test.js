// Events by day put together for the timeline.
import assert from "node:assert/strict";
import test from "node:test";
import "../../src/dragoman/web/vendor/d3.min.js";
import { bars, core, days, total, unitOf } from "../../src/dragoman/web/parts/bins.js";

const bin = (day, single, contested = 0) => ({ day, single, repeated: 0, corroborated: 0, conceded: 0, contested });

test("the unit grows with the time", () => {
  assert.deepEqual([30, 400, 3000, 30000].map(unitOf), ["day", "week", "month", "year"]);
});

test("bars sum a unit; weeks begin on Monday; empty units have no bar", () => {
  const found = bars([bin("2016-11-06", 1), bin("2016-11-07", 2, 1), bin("2016-11-13", 3), bin("2016-12-01", 1)], "week", ["2016-11-01", "2016-12-31"]);
  assert.deepEqual(found.map(({ start, total: n }) => [start.toISOString().slice(0, 10), n]), [["2016-10-31", 1], ["2016-11-07", 6], ["2016-11-28", 1]]);
  assert.equal(found[1].contested, 1);
});

test("bins outside of the days are left out", () => {
  assert.equal(bars([bin("2016-11-06", 1)], "day", ["2016-11-07", "2016-11-08"]).length, 0);
});

test("few events far away do not flatten the rest", () => {
  const bins = [bin("1982-02-02", 1), ...Array.from({ length: 20 }, (_, n) => bin(`2016-11-${String(n + 1).padStart(2, "0")}`, 5))];
  assert.deepEqual(core(bins), { from: "2016-11-01", to: "2016-11-20", outside: 1 });
  assert.equal(bins.reduce((sum, one) => sum + total(one), 0), 101);
});

test("an even time is drawn whole, a single day too", () => {
  const bins = Array.from({ length: 300 }, (_, n) => bin(new Date(Date.UTC(2016, 0, 1 + n)).toISOString().slice(0, 10), 1));
  assert.equal(core(bins).outside, 0);
  assert.deepEqual(core([bin("2016-11-01", 1)]), { from: "2016-11-01", to: "2016-11-01", outside: 0 });
  assert.equal(days({ from: "2016-11-01", to: "2016-11-01" }), 1);
});
