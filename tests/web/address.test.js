import assert from "node:assert/strict";
import test from "node:test";

import { changed, dataPath, href, one, parse, recordPath, toggled } from "../../src/dragoman/web/app/address.js";
import { between, stepped } from "../../src/dragoman/web/app/daystep.js";
import { commandOf } from "../../src/dragoman/web/app/keys.js";
import { languageOf } from "../../src/dragoman/web/app/language.js";
import { withReason } from "../../src/dragoman/web/app/recent.js";
import { seenIn } from "../../src/dragoman/web/app/send.js";

test("an address is read and written again, in one order", () => {
  const address = parse("/events/", "?type=clash&q=%D8%AD%D9%84%D8%A8+x&grade=single&type=attack&page=");
  assert.deepEqual(address, { path: "/events", params: { type: ["clash", "attack"], q: ["حلب x"], grade: ["single"] } });
  assert.equal(href(address), "/events?grade=single&q=%D8%AD%D9%84%D8%A8+x&type=clash&type=attack");
  assert.deepEqual(parse("/events", href(address).slice("/events".length)), address);
  assert.equal(one(address, "sort", "day"), "day");
});

test("a new question begins at its first page; a day on the map and a language do not ask anew", () => {
  const address = parse("/events", "?page=3&q=a");
  assert.equal(href(changed(address, { q: "b" })), "/events?q=b");
  assert.equal(href(changed(address, { lang: "de" })), "/events?lang=de&page=3&q=a");
  assert.equal(href(changed(address, { page: 4 })), "/events?page=4&q=a");
  assert.equal(href(changed(address, { q: null })), "/events");
});

test("a facet goes in and out", () => {
  const once = toggled(parse("/events", ""), "place", "a b/c");
  assert.equal(href(once), "/events?place=a+b%2Fc");
  assert.equal(href(toggled(once, "place", "a b/c")), "/events");
});

test("the server is asked for the page without what only the screen needs", () => {
  assert.equal(dataPath(parse("/map", "?day=2016-10-28&q=x&item=k"), "hr"), "/map.json?lang=hr&q=x");
  assert.equal(dataPath(parse("/", ""), "en", ".csv"), "/index.csv?lang=en");
  assert.equal(recordPath("sources", "An official / x"), "/sources/An%20official%20%2F%20x");
});

test("the address's language goes before the remembered one, and that before the browser's", () => {
  assert.equal(languageOf(parse("/", "?lang=hr"), "de", ["en-GB"]), "hr");
  assert.equal(languageOf(parse("/", "?lang=xx"), "de", ["en-GB"]), "de");
  assert.equal(languageOf(parse("/", ""), "", ["fr", "de-AT"]), "de");
  assert.equal(languageOf(parse("/", ""), "", ["fr"]), "en");
});

test("the innermost layer has a key first, unless its command is off", () => {
  const layers = [[{ key: "j", name: "page" }], [{ key: "j", name: "list", off: false }]];
  assert.equal(commandOf("j", layers).name, "list");
  layers[1][0].off = true;
  assert.equal(commandOf("j", layers).name, "page");
  assert.equal(commandOf("q", layers), null);
});

test("reasons are kept once each, the latest first, and not too many", () => {
  assert.deepEqual(withReason(["a", "b"], " b "), ["b", "a"]);
  assert.deepEqual(withReason(["a"], "  "), ["a"]);
  assert.equal(withReason(["1", "2", "3", "4", "5", "6", "7", "8"], "9").length, 8);
});

test("what a screen has seen is the greatest number of a decision", () => {
  assert.equal(seenIn([{ id: 3 }, { id: 9 }, { id: 4 }]), 9);
  assert.equal(seenIn(undefined), 0);
});

test("days are stepped over months and leap days, within their span", () => {
  assert.equal(between("2016-02-28", "2016-03-01"), 2);
  assert.equal(stepped("2016-02-28", 1, ["2016-01-01", "2016-12-31"]), "2016-02-29");
  assert.equal(stepped("2016-12-31", 1, ["2016-01-01", "2016-12-31"]), "2016-12-31");
});
