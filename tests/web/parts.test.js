import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import * as format from "../../src/dragoman/web/parts/format.js";
import { merged, translator } from "../../src/dragoman/web/parts/i18n.js";

const WEB = new URL("../../src/dragoman/web/", import.meta.url);

/** The reader's words of a language, from the files that ship. */
export function words(language) {
  const files = ["vocabulary", "report"].map((name) => JSON.parse(readFileSync(new URL(`messages/${language}/${name}.json`, WEB))));
  return translator(merged(...files), language);
}

test("a message takes its placeholders, numbers as the locale writes them", () => {
  const t = translator({ a: { b: "{n} of {name}" } }, "de");
  assert.equal(t("a.b", { n: 12345, name: "<b>" }), "12.345 of <b>");
});

test("a day that ends in a full stop ends the sentence", () => {
  const t = translator({ a: "do {day}." }, "hr");
  assert.equal(t("a", { day: "12. studenoga 2016." }), "do 12. studenoga 2016.");
  assert.equal(t("a", { day: "danas" }), "do danas.");
});

test("a missing key and a missing value are seen", () => {
  const t = translator({ a: "{x}" }, "en");
  assert.equal(t("no.such"), "no.such");
  assert.equal(t("a"), "{x}");
  assert.equal(t("constructor.name"), "constructor.name");
  assert.equal(t.or("no.such", "data"), "data");
});

test("plurals follow the language", () => {
  const told = (language, n) => words(language)("event.voices", { n });
  assert.deepEqual([1, 2, 5, 21].map((n) => told("hr", n)), ["1 neovisan glas", "2 neovisna glasa", "5 neovisnih glasova", "21 neovisan glas"]);
  assert.deepEqual([1, 2].map((n) => told("de", n)), ["1 unabhängige Stimme", "2 unabhängige Stimmen"]);
});

test("intervals of days are told as what they are", () => {
  const t = words("en");
  const told = (start, end) => format.days({ start, end }, t);
  assert.equal(told(null, null), "day not known");
  assert.equal(told("2016-11-12", "2016-11-12"), "12 November 2016");
  assert.equal(told("2016-11-01", "2016-11-30"), "in November 2016");
  assert.equal(told("2016-02-01", "2016-02-29"), "in February 2016");
  assert.equal(told("2016-01-01", "2016-12-31"), "in 2016");
  assert.equal(told(null, "2016-11-12"), "until 12 November 2016");
});

test("the day does not move with the reader's time zone, and Croatian has its cases", () => {
  assert.equal(format.days({ start: "2016-11-01", end: "2016-11-30" }, words("hr")), "tijekom studenoga 2016.");
  assert.equal(format.days({ start: "2016-11-12", end: "2016-11-14" }, words("hr")), "između 12. i 14. studenoga 2016.");
  assert.equal(format.days({ start: "2016-11-12", end: "2016-11-14" }, words("de")), "zwischen dem 12. und dem 14. November 2016");
});

test("numbers are ranges, and what is unknown stays so", () => {
  const t = words("en");
  assert.equal(format.range(7, 7, t), "7");
  assert.equal(format.range(7, null, t), "at least 7");
  assert.equal(format.range(7, 1000, t), "7 to 1,000");
  assert.equal(format.counted({ what: "killed", who: "civilians" }, t), "Killed, civilians");
  assert.equal(format.counted({ what: "killed", who: "free-army" }, t), "Killed, free army");
});

test("readings of a disagreement are days, numbers or names", () => {
  const t = words("en");
  assert.equal(format.reading("killed civilians", "7+", t), "at least 7");
  assert.equal(format.reading("killed civilians", "7-10", t), "7 to 10");
  assert.equal(format.reading("when", "2016-11-12/2016-11-13", t), "between 12 and 13 November 2016");
  assert.equal(format.reading("actors", "Syrian Army", t), "Syrian Army");
  assert.equal(format.field("killed civilians", t), "Killed, civilians");
  assert.equal(format.field("actors", t), "Who did it");
});
