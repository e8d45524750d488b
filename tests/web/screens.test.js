import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import test from "node:test";

import { merged, translator } from "../../src/dragoman/web/parts/i18n.js";

const WEB = new URL("../../src/dragoman/web/", import.meta.url);
const FOLDERS = ["app", "pages", "review"];

function sources() {
  return FOLDERS.flatMap((folder) => readdirSync(new URL(`${folder}/`, WEB)).map((name) => [`${folder}/${name}`, readFileSync(new URL(`${folder}/${name}`, WEB), "utf8")]));
}

function words(language) {
  const names = readdirSync(new URL(`messages/${language}/`, WEB));
  return translator(merged(...names.map((name) => JSON.parse(readFileSync(new URL(`messages/${language}/${name}`, WEB))))), language);
}

test("every word that a screen says is there", () => {
  const t = words("en");
  for (const [name, text] of sources()) {
    for (const [, key] of text.matchAll(/\bt(?:\.or)?\("([a-z_.]+)"/g)) assert.ok(t.has(key), `${name}: ${key}`);
    for (const [, group] of text.matchAll(/\bt(?:\.or)?\(`([a-z_.]+)\.[a-z_]*\$\{/g)) assert.ok(t.has(group), `${name}: ${group}.…`);
    for (const [, key] of text.matchAll(/"((?:error|problem)\.[a-z_]+)"/g)) assert.ok(t.has(key), `${name}: ${key}`);
  }
});

test("no page writes markup, runs text or styles in attributes", () => {
  for (const [name, text] of sources()) {
    assert.doesNotMatch(text, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|dangerouslySet/, name);
    assert.doesNotMatch(text, /\sstyle="/, name);
  }
  assert.doesNotMatch(readFileSync(new URL("index.html", WEB), "utf8"), /<style|\sstyle=|\son\w+=|<script(?![^>]*src=)/);
});

test("files are short", () => {
  for (const [name, text] of sources()) assert.ok(text.split("\n").length < 300, name);
});

test("a window's title cannot be turned around, and is short", async () => {
  const { titled } = await import("../../src/dragoman/web/app/frame.js").catch(() => ({}));
  if (!titled) return; // the libraries are built by `make web`
  assert.equal(titled("a\u202eb\u2066c\n"), "abc");
  assert.equal([...titled("𝒜".repeat(500))].length, 120);
});
