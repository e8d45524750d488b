/** Who holds what on a day, out of the intervals that the reports give. Days are ISO strings: they compare as text. */

/**
 * The places held on a day: `{place, lat, lon, holds, contested}`, by place, the most told first.
 *
 * An interval runs from its first day up to, but not with, its last: on the day of a change the new holder has it. A place
 * that two holders have on one day is contested, as is one that an interval calls so.
 */
export function heldOn(holds, day) {
  const places = new Map();
  for (const hold of holds) {
    if (!runs(hold, day)) continue;
    if (!places.has(hold.place.id)) places.set(hold.place.id, []);
    places.get(hold.place.id).push(hold);
  }
  return [...places.values()].map(held).sort((a, b) => weight(b) - weight(a) || (a.place.id < b.place.id ? -1 : 1));
}

/** The days on which the picture of control changes, in order. */
export function changes(holds) {
  return [...new Set(holds.flatMap((hold) => [hold.from, hold.until]))].filter(Boolean).sort();
}

/** The sides of some held places, each once, as they first come. */
export function sidesOf(places) {
  return [...new Set(places.flatMap((place) => place.holds.map((hold) => hold.side ?? "unknown")))];
}

function runs({ from, until }, day) {
  if (day === null) return until === null;
  return (!from || from <= day) && (!until || until > day || (until === from && until === day));
}

function held(holds) {
  const [first] = holds;
  const sorted = [...holds].sort((a, b) => b.claims.length - a.claims.length || ((b.from ?? "") < (a.from ?? "") ? -1 : 1));
  const holders = new Set(holds.map((hold) => hold.holder.id ?? hold.holder.name));
  return { place: first.place, lat: first.lat, lon: first.lon, holds: sorted, contested: holders.size > 1 || holds.some((hold) => hold.contested) };
}

function weight(place) {
  return place.holds.reduce((sum, hold) => sum + hold.claims.length, 0);
}
