import assert from "node:assert/strict";
import test from "node:test";

import { pointsBefore, slice, spanOf } from "../../src/dragoman/web/app/codepoints.js";
import { day, draft, emptyEntry, problems, value } from "../../src/dragoman/web/app/slotvalue.js";
import { entryOf, isPoint } from "../../src/dragoman/web/review/naming.js";

const SENTENCE = { text: "🚑 Rebels killed 7 in 𝒜leppo, rebels said.", start: 100, end: 140 };

test("offsets count code points, not UTF-16 units", () => {
  assert.equal(pointsBefore("🚑a", 2), 1);
  assert.equal(slice("🚑ab", 1, 2), "a");
  assert.deepEqual(spanOf(SENTENCE, "Rebels"), { text: "Rebels", start: 102, end: 108 });
  assert.deepEqual(spanOf(SENTENCE, "𝒜leppo"), { text: "𝒜leppo", start: 121, end: 127 });
});

test("words that were marked are found where they were marked, without the blanks around them", () => {
  const twice = { text: "a b a", start: 10, end: 15 };
  assert.deepEqual(spanOf(twice, " a", 3), { text: "a", start: 14, end: 15 });
  assert.deepEqual(spanOf(twice, "a"), { text: "a", start: 10, end: 11 });
  assert.equal(spanOf(twice, "c"), null);
  assert.equal(spanOf(twice, "  "), null);
});

test("every span that is made says the words of the document", () => {
  const before = "ⵣ".repeat(SENTENCE.start);
  const document = [...(before + SENTENCE.text)];
  for (const words of SENTENCE.text.split(" ")) {
    const { text, start, end } = spanOf(SENTENCE, words);
    assert.equal(document.slice(start, end).join(""), text);
  }
});

const CLAIM = {
  sentence: SENTENCE, type: "killing", realis: "happened", phase: null,
  actors: [{ id: "syrian-rebels", name: "Syrian rebels", text: "They", start: 3, end: 7 }], targets: [], places: [], attribution: [],
  counts: [{ what: "killed", who: null, low: 7, high: 7, cumulative: false, text: "7", start: 116, end: 117 }],
  when: { start: "2016-10-28", end: null, precision: "open", basis: "anchored", text: "Friday", span_start: 1, span_end: 7, hours: null },
};

test("a value that nobody touched stays as it is, even from another sentence", () => {
  for (const slot of ["actors", "counts", "type", "realis"]) {
    const made = draft(slot, CLAIM);
    assert.deepEqual(problems(slot, made, SENTENCE), []);
    assert.deepEqual(value(slot, made, CLAIM), CLAIM[slot]);
  }
  assert.equal(value("phase", draft("phase", CLAIM), CLAIM), null);
});

test("new values have the contract's shape", () => {
  const place = { ...emptyEntry("places"), words: "𝒜leppo", id: "aleppo", name: "Aleppo", place: { lat: 36.2, lon: 37.1, precision: "town", within: "aleppo-province" } };
  assert.deepEqual(value("places", [place], CLAIM), [{ id: "aleppo", name: "Aleppo", text: "𝒜leppo", start: 121, end: 127, lat: 36.2, lon: 37.1, precision: "town", within: "aleppo-province" }]);
  assert.deepEqual(value("places", [{ ...emptyEntry("places"), words: "𝒜leppo" }], CLAIM), [{ id: null, name: "𝒜leppo", text: "𝒜leppo", start: 121, end: 127, lat: null, lon: null, precision: "unresolved", within: null }]);
  const count = { ...emptyEntry("counts"), words: "7", low: "7", high: "", who: "" };
  assert.deepEqual(value("counts", [count], CLAIM), [{ what: "killed", who: null, low: 7, high: null, cumulative: false, text: "7", start: 116, end: 117 }]);
  const speaker = { ...emptyEntry("attribution"), words: "rebels", cue: "said", stance: "claims" };
  assert.deepEqual(value("attribution", [speaker], CLAIM), [{ id: null, name: "rebels", text: "rebels", start: 129, end: 135, cue: "said", stance: "claims" }]);
});

test("what is wrong is said for each entry", () => {
  const keys = (slot, made) => problems(slot, made, SENTENCE).map(({ key, entry }) => `${entry} ${key}`);
  assert.deepEqual(keys("actors", [{ ...emptyEntry("actors"), words: "nobody" }, emptyEntry("actors")]), ["0 problem.words", "1 problem.no_words"]);
  assert.deepEqual(keys("counts", [{ ...emptyEntry("counts"), words: "7", low: "9", high: "7" }]), ["0 problem.range"]);
  assert.deepEqual(keys("counts", [{ ...emptyEntry("counts"), words: "7", low: "many" }]), ["0 problem.number"]);
  assert.deepEqual(keys("when", { from: "2016-13", to: "" }), ["null problem.date"]);
  assert.deepEqual(keys("when", { from: "2016-11-02", to: "2016-10" }), ["null problem.order"]);
  assert.deepEqual(keys("type", ""), ["null problem.choose"]);
});

test("months and years are intervals of days", () => {
  assert.equal(day("2016"), "2016-01-01");
  assert.equal(day("2016-02", { last: true }), "2016-02-29");
  assert.equal(day("2016-02-30"), null);
  const { start, end, basis, text } = value("when", { from: "2016-11", to: "2016-11", precision: "month" }, CLAIM);
  assert.deepEqual([start, end, basis, text], ["2016-11-01", "2016-11-30", "stated", "Friday"]);
  assert.equal(value("when", { from: "", to: "", precision: "day" }, CLAIM).basis, "unknown");
});

test("a name becomes another spelling or a new entry of a pack", () => {
  const common = { name: "Hajjar", role: "place", language: "de", user: " Ana ", reason: "" };
  assert.equal(entryOf({ ...common, id: "hajar", made: null }).id, "hajar");
  const made = entryOf({ ...common, made: { kind: "village", side: "", lat: "36,5", lon: "37", within: { id: "aleppo" } } });
  assert.deepEqual([made.id, made.kind, made.side, made.lat, made.lon, made.within, made.user], [null, "village", null, 36.5, 37, "aleppo", "Ana"]);
});

test("a point is two degrees or none", () => {
  assert.ok(isPoint({ lat: "", lon: "" }) && isPoint({ lat: "36,5", lon: "-37.25" }));
  assert.ok(!isPoint({ lat: "36", lon: "" }) && !isPoint({ lat: "91", lon: "0" }) && !isPoint({ lat: "x", lon: "1" }));
});
