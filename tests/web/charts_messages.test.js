// The charts' words: the same in every language, with the plurals that the language has.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

const LANGUAGES = ["en", "de", "hr"];
const words = (language) => JSON.parse(readFileSync(new URL(`../../src/dragoman/web/messages/${language}/charts.json`, import.meta.url), "utf-8"));
const PLURALS = new Set(["one", "few", "other"]);

/** The paths of all texts; plural forms count as one. */
function paths(node, path = []) {
  if (typeof node === "string") return [path.join(".")];
  return Object.entries(node).flatMap(([key, value]) => paths(value, PLURALS.has(key) ? path : [...path, key]));
}

function plurals(node) {
  if (typeof node === "string") return [];
  return "other" in node ? [Object.keys(node)] : Object.values(node).flatMap(plurals);
}

test("all languages have the same keys and placeholders", () => {
  const keys = LANGUAGES.map((language) => [...new Set(paths(words(language)))].sort());
  for (const found of keys) assert.deepEqual(found, keys[0]);
});

test("plurals have every form of their language", () => {
  for (const language of LANGUAGES) {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const found of plurals(words(language))) assert.deepEqual([...found].sort(), [...forms].sort(), language);
  }
});
