// Who holds what on a day.
import assert from "node:assert/strict";
import test from "node:test";
import { changes, heldOn, sidesOf } from "../../src/dragoman/web/parts/control.js";

const hold = (place, holder, from, until, more = {}) =>
  ({ place: { id: place, name: place }, lat: 1, lon: 2, holder: { id: holder, name: holder }, side: holder, from, until, contested: false, claims: ["c"], ...more });
const HOLDS = [hold("minyan", "opposition", "2016-10-29", "2016-11-11"), hold("minyan", "government", "2016-11-11", null), hold("nubl", "government", null, null)];
const holders = (day) => heldOn(HOLDS, day).map(({ place, holds }) => [place.id, holds[0].holder.id]);

test("on the day of a change the new holder has the place", () => {
  assert.deepEqual(holders("2016-11-10"), [["minyan", "opposition"], ["nubl", "government"]]);
  assert.deepEqual(holders("2016-11-11"), [["minyan", "government"], ["nubl", "government"]]);
});

test("before the first day nobody holds it; without a first day it is held from ever", () => {
  assert.deepEqual(holders("2016-10-01"), [["nubl", "government"]]);
});

test("no day means the end of the story", () => {
  assert.deepEqual(holders(null), [["minyan", "government"], ["nubl", "government"]]);
});

test("an interval of one day counts on it", () => {
  assert.equal(heldOn([hold("a", "x", "2016-11-01", "2016-11-01")], "2016-11-01").length, 1);
  assert.equal(heldOn([hold("a", "x", "2016-11-01", "2016-11-01")], "2016-11-02").length, 0);
});

test("two holders on one day make a place contested", () => {
  const [place] = heldOn([hold("a", "x", "2016-11-01", null), hold("a", "y", "2016-11-02", null, { claims: ["c", "d"] })], "2016-11-03");
  assert.equal(place.contested, true);
  assert.deepEqual(place.holds.map(({ holder }) => holder.id), ["y", "x"]);
  assert.deepEqual(sidesOf([place]), ["y", "x"]);
});

test("changes are the days of the intervals, each once", () => {
  assert.deepEqual(changes(HOLDS), ["2016-10-29", "2016-11-11"]);
});
