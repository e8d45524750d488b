import assert from "node:assert/strict";
import test from "node:test";

import { links } from "../../src/dragoman/web/parts/chain.js";
import { voicesOf } from "../../src/dragoman/web/parts/disagreements.js";
import { byVoice } from "../../src/dragoman/web/parts/event.js";
import { busiest } from "../../src/dragoman/web/parts/sources.js";
import { direction, labelled } from "../../src/dragoman/web/parts/told.js";
import { EVERYTHING, chosen, folded, lasts, narrows, within } from "../../src/dragoman/web/report/choice.js";
import { byDay } from "../../src/dragoman/web/report/chronology.js";
import { paged, pageOf } from "../../src/dragoman/web/report/pages.js";
import { claimsOf, linker, quotations, story } from "../../src/dragoman/web/report/story.js";

const REPORT = { id: "d_1", outlet: "Wire", title: "Shelling of Alépo", language: "en" };

function claim(id, says, attribution = []) {
  return { id, document: "d_1", says, attribution, pieces: [{ text: `Words of ${id}`, slots: [] }] };
}

function event(id, claims, start, grade = "single") {
  return { id, claims, grade, sentence: `Sentence ${id}`, when: { start, end: start }, actors: [], targets: [], places: [{ name: "Džabal" }] };
}

const MONITOR = { id: "monitor", name: "The Monitor", cue: "said", stance: "reports" };
const TOLD = story({
  claims: [claim("c_1", "The Monitor", [MONITOR]), claim("c_2", "Wire"), claim("c_3", "The Monitor", [MONITOR])],
  reports: { d_1: REPORT },
  events: [event("e_1", ["c_1", "c_2"], "2016-10-28", "contested"), event("e_2", ["c_3"], null)],
  days: [{ heading: "Friday", events: ["e_1"] }, { heading: "Day not known", events: ["e_2"] }],
  sources: [{ id: "monitor", name: "Monitor of the reader" }, { id: "unnamed outlet of d_1", name: "" }],
});

test("a slot over several pieces is named where it begins", () => {
  const pieces = [{ text: "7 ", slots: ["count"] }, { text: "civilians", slots: ["target", "count"] }, { text: " in ", slots: [] }, { text: "Homs", slots: ["place"] }];
  assert.deepEqual(labelled(pieces).map((piece) => piece.begun), [["count"], ["target"], [], ["place"]]);
  assert.deepEqual(labelled(pieces)[1].slots, ["target", "count"]);
});

test("words go the way of their language, names their own", () => {
  assert.deepEqual(["ar", "fa-IR", "hr", undefined].map(direction), ["rtl", "rtl", "ltr", "auto"]);
});

test("a chain begins with the outlet and ends with who says so", () => {
  assert.deepEqual(links(TOLD.claims[0]).map((one) => one.name), ["Wire", "The Monitor"]);
  assert.deepEqual(links(TOLD.claims[1]).map((one) => [one.name, one.outlet]), [["Wire", true]]);
});

test("claims stand by voice, who says most first, outlets without a name apart and last", () => {
  const claims = [claim("c_1", "B"), claim("c_2", "A"), claim("c_3", "A"), claim("c_4", null), { ...claim("c_5", null), document: "d_2" }];
  assert.deepEqual(byVoice(claims).map((voice) => [voice.name, voice.claims.length]), [["A", 2], ["B", 1], [null, 1], [null, 1]]);
});

test("a value of a disagreement names each voice once, with its claims", () => {
  const byId = new Map(TOLD.claims.map((one) => [one.id, one]));
  assert.deepEqual(voicesOf(["c_1", "c_3", "c_2"], byId), [{ name: "The Monitor", claims: ["c_1", "c_3"] }, { name: "Wire", claims: ["c_2"] }]);
});

test("who quotes whom is counted along the chains, in the reader's names", () => {
  const [pair, ...others] = quotations(TOLD);
  assert.deepEqual(others, []);
  assert.deepEqual([pair.quoted.name, pair.by.name, pair.claims], ["Monitor of the reader", "Wire", 2]);
  assert.deepEqual(busiest([pair], "by"), [pair.by]);
});

test("addresses lead to what has a place in the page, and nowhere else", () => {
  const link = linker(TOLD);
  assert.deepEqual([link("event", "e_1"), link("claim", "c_1"), link("source", "monitor")], ["#e_1", "#c_1", "#s_0"]);
  assert.deepEqual([link("document", "d_1"), link("place", "homs"), link("source", "nobody")], [null, null, null]);
});

test("an outlet without a name is known by its report", () => {
  assert.deepEqual(TOLD.sources.map((source) => source.title), [null, "Shelling of Alépo"]);
  assert.deepEqual(claimsOf(TOLD.events[0], TOLD).map((one) => one.report.outlet), ["Wire", "Wire"]);
});

test("a choice takes events by days, grades and words, however they are typed", () => {
  const ids = (choice) => chosen(TOLD, { ...EVERYTHING, ...choice }).map((one) => one.id);
  assert.deepEqual(ids({}), ["e_1", "e_2"]);
  assert.deepEqual(ids({ grades: ["contested"] }), ["e_1"]);
  assert.deepEqual(ids({ from: "2016-10-01", to: "2016-10-28" }), ["e_1"]);
  assert.deepEqual(ids({ from: "2016-10-29" }), []);
  assert.deepEqual(ids({ words: "dzabal C_2" }), ["e_1"]);
  assert.deepEqual(ids({ words: "alepo" }), ["e_1", "e_2"]);
  assert.equal(narrows(EVERYTHING), false);
  assert.equal(narrows({ ...EVERYTHING, words: " x" }), true);
  assert.equal(folded("Džábal"), "dzabal");
});

test("open ends reach on: of events from the day that is known, of what lasts for ever", () => {
  const days = { from: "2016-10-10", to: "2016-10-20" };
  assert.equal(within("2016-10-15", null, days), true);
  assert.equal(within(null, "2016-10-05", days), false);
  assert.equal(within(null, null, days), false);
  assert.equal(lasts("2016-01-01", null, days), true);
  assert.equal(lasts("2016-10-21", null, days), false);
});

test("pages hold what there is, and an event is found on its own", () => {
  const events = Array.from({ length: 5 }, (_, place) => ({ id: `e_${place}` }));
  assert.deepEqual(paged(events, 9, 2), { page: 3, pages: 3, shown: [events[4]] });
  assert.deepEqual(paged([], 1, 2), { page: 1, pages: 1, shown: [] });
  assert.equal(pageOf(events, "e_3", 2), 2);
  assert.equal(pageOf(events, "e_9", 2), 0);
});

test("events stand under their days", () => {
  assert.deepEqual(byDay(TOLD.events, TOLD).map((group) => [group.day.heading, group.events.length]), [["Friday", 1], ["Day not known", 1]]);
});
