/** Days of the calendar counted; pure, in UTC. */

const MS = 86_400_000;

/** How many days lie between two ISO days. */
export function between(first, last) {
  return Math.round((Date.parse(`${last}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / MS);
}

/** The ISO day `by` days after `day`, held within a span `[first, last]`. */
export function stepped(day, by, [first, last]) {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + by * MS).toISOString().slice(0, 10);
  return next < first ? first : next > last ? last : next;
}
