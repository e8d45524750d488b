/** Numbers of victims in groups that may be compared: the same thing counted, of the same people, at the same place or event. */

const DECADES = 2; // of numbers on one axis; above, it is logarithmic
const OPEN = 1.6; // how far "at least" reaches beyond its number

/**
 * Panels `{what, cumulative, groups, rows, top}`: each has one axis. Sums of a period and single incidents never share one.
 *
 * `tolls` are rows `{scope, place_name, what, who, low, best, high, cumulative, from, until, source, from_name, claims}`; the
 * groups with most sources come first, for there is something to compare, then the largest.
 */
export function panels(tolls) {
  const found = grouped(tolls, ({ what, cumulative }) => JSON.stringify([what, cumulative]));
  const made = found.map((rows) => ({ what: rows[0].what, cumulative: rows[0].cumulative, groups: groups(rows), rows: rows.length }));
  return made.sort((a, b) => b.rows - a.rows);
}

/** Whether the rows' numbers span so much that small ones would vanish on an even axis. */
export function isWide(rows) {
  const numbers = rows.flatMap(({ low, high }) => [low, high ?? low]).filter((n) => n > 0);
  return numbers.length > 0 && Math.max(...numbers) / Math.min(...numbers) > 10 ** DECADES;
}

/** A scale from numbers to per cent of the axis, from nought or, logarithmic, from one. */
export function axis(rows, wide = isWide(rows)) {
  const top = Math.max(1, ...rows.map(reach));
  if (!wide) return d3.scaleLinear([0, top], [0, 100]).nice(5);
  const bottom = Math.min(...rows.map(({ low }) => low).filter((n) => n > 0));
  return d3.scaleLog([10 ** Math.floor(Math.log10(bottom)), top], [0, 100]).nice().clamp(true);
}

/** The ticks of a scale: few enough to be read. */
export function ticks(scale, wide) {
  if (!wide) return scale.ticks(5).filter(Number.isInteger);
  const powers = scale.ticks().filter((n) => Number.isInteger(Math.log10(n)));
  return powers.length > 6 ? powers.filter((_, place) => place % 2 === 0) : powers;
}

/** The end of a bar: what is said at least goes on beyond its number. */
export function reach({ low, high }) {
  return high ?? Math.max(low * OPEN, low + 1);
}

function groups(rows) {
  const found = grouped(rows, ({ scope, who }) => JSON.stringify([scope, who]));
  const made = found.map((same) => ({ scope: same[0].scope, place: same[0].place_name ?? null, who: same[0].who, rows: [...same].sort(byNumber) }));
  return made.sort((a, b) => sources(b) - sources(a) || largest(b) - largest(a) || (key(a) < key(b) ? -1 : 1));
}

function grouped(rows, keyOf) {
  const found = new Map();
  for (const row of rows) found.set(keyOf(row), [...(found.get(keyOf(row)) ?? []), row]);
  return [...found.values()];
}

function byNumber(a, b) {
  return b.low - a.low || (b.high ?? Infinity) - (a.high ?? Infinity) || (a.source < b.source ? -1 : 1);
}

function sources({ rows }) {
  return new Set(rows.map(({ source }) => source)).size;
}

function largest({ rows }) {
  return Math.max(...rows.map(({ low, high }) => high ?? low));
}

function key({ scope, who }) {
  return JSON.stringify([scope, who]);
}
