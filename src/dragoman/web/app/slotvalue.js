/**
 * A claim's slots as a reviewer writes them (a draft: plain texts of a form) and as the contract has them.
 * Pure: `draft` opens a slot for correction, `problems` says what is wrong with a draft, `value` makes the new value.
 */
import { spanOf } from "./codepoints.js";

export const REALIS = ["happened", "ongoing", "planned", "demanded", "predicted", "hypothetical", "failed", "denied"];
export const PHASES = ["start", "ongoing", "end"];
export const COUNTED = ["killed", "injured", "missing", "detained", "displaced", "besieged", "fighters", "strikes",
  "vehicles", "corridors", "other"];
export const COUNTED_WHO = ["civilians", "children", "women", "fighters", "people"];
export const PLACE_PRECISION = ["exact", "neighbourhood", "town", "district", "province", "country", "unresolved"];
export const WHEN_PRECISION = ["hour", "part_of_day", "day", "week", "month", "season", "year", "open"];
export const STANCES = ["reports", "claims", "confirms", "denies", "accuses", "hopes"];
export const SLOTS = ["type", "realis", "phase", "actors", "targets", "places", "when", "counts", "attribution"];

const WORDED = new Set(["actors", "targets", "places", "counts", "attribution"]);

/** Whether the slot is a list of values, each with its words. */
export function isList(slot) {
  return WORDED.has(slot);
}

/** The claim as reviewers corrected it: the last standing correction of each slot in the place of what was read. */
export function corrected(claim) {
  return { ...claim, ...Object.fromEntries((claim.corrections ?? []).map(({ slot, value: mended }) => [slot, mended])) };
}

/** What stands in the claim's slot, as the form's texts. */
export function draft(slot, claim) {
  if (isList(slot)) return claim[slot].map((each) => entryDraft(slot, each));
  if (slot === "when") return whenDraft(claim.when);
  return claim[slot] ?? "";
}

/** A new, empty entry of a list slot. */
export function emptyEntry(slot) {
  if (slot === "counts") {
    return { words: "", near: null, what: "killed", who: "people", low: "", high: "", cumulative: false };
  }
  return { words: "", near: null, id: null, name: "", cue: "", stance: "reports", place: null };
}

/** Keys of messages that say what is wrong, with what they are about: `[{key, entry}]`; [] is ready to be sent. */
export function problems(slot, made, sentence) {
  if (isList(slot)) return made.flatMap((each, entry) => entryProblems(slot, each, sentence).map((key) => ({ key, entry })));
  if (slot === "when") return whenProblems(made).map((key) => ({ key, entry: null }));
  return slot === "phase" || made ? [] : [{ key: "problem.choose", entry: null }];
}

/** The contract's value of a draft that has no problems. */
export function value(slot, made, claim) {
  if (isList(slot)) return made.map((each) => entryValue(slot, each, claim.sentence));
  if (slot === "when") return whenValue(made, claim.when);
  return made || null;
}

/** The day that `text` (YYYY, YYYY-MM or YYYY-MM-DD) begins or ends with, as YYYY-MM-DD, or null if it is no date. */
export function day(text, { last = false } = {}) {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text.trim());
  if (!found) return null;
  const [year, month] = [Number(found[1]), found[2] ? Number(found[2]) : last ? 12 : 1];
  const date = found[3] ? Number(found[3]) : last ? lengthOf(year, month) : 1;
  if (month < 1 || month > 12 || date < 1 || date > lengthOf(year, month)) return null;
  return `${found[1]}-${pad(month)}-${pad(date)}`;
}

function lengthOf(year, month) {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function pad(number) {
  return String(number).padStart(2, "0");
}

function entryDraft(slot, entry) {
  const words = { words: entry.text ?? "", near: null, kept: entry };
  if (slot === "counts") {
    const { what, who, low, high, cumulative } = entry;
    return { ...words, what, who: who ?? "", low: shown(low), high: shown(high), cumulative };
  }
  return { ...words, id: entry.id, name: entry.name ?? "", cue: entry.cue ?? "", stance: entry.stance ?? "reports",
    place: slot === "places" ? entry : null };
}

function shown(number) {
  return number === null || number === undefined ? "" : String(number);
}

function entryProblems(slot, entry, sentence) {
  const found = wordsOf(entry, sentence) ? [] : [entry.words.trim() ? "problem.words" : "problem.no_words"];
  return slot === "counts" ? [...found, ...countProblems(entry)] : found;
}

function countProblems({ low, high }) {
  if (!whole(low) || (high.trim() && !whole(high))) return ["problem.number"];
  return high.trim() && Number(high) < Number(low) ? ["problem.range"] : [];
}

function whole(text) {
  return /^\d{1,9}$/.test(text.trim());
}

/** The words' span: as it stood if they were not touched (they may lie in a neighbouring sentence), else as found. */
function wordsOf(entry, sentence) {
  const { kept } = entry;
  if (kept && kept.text === entry.words && entry.near === null) {
    return { text: kept.text, start: kept.start, end: kept.end };
  }
  return spanOf(sentence, entry.words, entry.near);
}

function entryValue(slot, entry, sentence) {
  const span = wordsOf(entry, sentence);
  if (slot === "counts") return countValue(entry, span);
  const named = { id: entry.id, name: entry.name.trim() || span.text, ...span };
  if (slot === "attribution") return { ...named, cue: entry.cue.trim(), stance: entry.stance };
  return slot === "places" ? { ...named, ...pointOf(entry) } : named;
}

function countValue({ what, who, low, high, cumulative }, span) {
  const top = high.trim() ? Number(high) : null;
  return { what, who: who || null, low: Number(low), high: top, cumulative: Boolean(cumulative), ...span };
}

function pointOf({ id, place }) {
  const { lat = null, lon = null, precision = "unresolved", within = null } = (id && place) || {};
  return { lat, lon, precision, within };
}

function whenDraft(when) {
  const { start = null, end = null, precision = "day" } = when ?? {};
  return { from: start ?? "", to: end ?? "", precision };
}

function whenProblems({ from, to }) {
  if (!from.trim() && !to.trim()) return [];
  if ((from.trim() && !day(from)) || (to.trim() && !day(to, { last: true }))) return ["problem.date"];
  return from.trim() && to.trim() && day(from) > day(to, { last: true }) ? ["problem.order"] : [];
}

function whenValue({ from, to, precision }, old) {
  const { text = null, span_start = null, span_end = null, hours = null } = old ?? {};
  const [start, end] = [day(from), day(to, { last: true })];
  const basis = start || end ? "stated" : "unknown";
  return { start, end, precision: start || end ? precision : "open", basis, text, span_start, span_end, hours };
}
