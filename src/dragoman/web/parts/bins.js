/** Events by day put together by week, month or year, so that a long time still has bars to see. Days are UTC. */
import { GRADES } from "./grade.js";

const DAY = 86400000;
const LIMITS = [[130, "day"], [900, "week"], [8000, "month"]]; // days that are drawn day by day, …
const RARE = 0.02; // so small a share of events at the ends may be left outside of the picture

/** The unit of the bars for a time of so many days. */
export function unitOf(days) {
  return LIMITS.find(([upTo]) => days <= upTo)?.[1] ?? "year";
}

/** The first day of the unit that a day lies in, as a Date. */
export function startOf(day, unit) {
  return steps(unit).floor(new Date(day));
}

/** The first day after a unit that begins on `start`. */
export function endOf(start, unit) {
  return steps(unit).offset(start, 1);
}

/** Bars `{start, end, total, single, …}` of the bins between two ISO days, in order; units without events have none. */
export function bars(bins, unit, [from, to]) {
  const found = new Map();
  for (const bin of bins) {
    if (bin.day < from || bin.day > to) continue;
    const start = startOf(bin.day, unit);
    const bar = found.get(+start) ?? { start, end: endOf(start, unit), total: 0, ...Object.fromEntries(GRADES.map((grade) => [grade, 0])) };
    for (const grade of GRADES) bar[grade] += bin[grade] ?? 0;
    bar.total += total(bin);
    found.set(+start, bar);
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}

/** The number of events of a bin. */
export function total(bin) {
  return GRADES.reduce((sum, grade) => sum + (bin[grade] ?? 0), 0);
}

/**
 * The days between which nearly all events lie, and how many lie outside: `{from, to, outside}`.
 *
 * A report of one week may mention a war of 1982; drawn in full, its own days would be one bar. The ends are left out only
 * where that shortens the time to half.
 */
export function core(bins) {
  const sorted = [...bins].sort((a, b) => (a.day < b.day ? -1 : 1));
  const all = sorted.reduce((sum, bin) => sum + total(bin), 0);
  const whole = { from: sorted[0]?.day, to: sorted.at(-1)?.day, outside: 0 };
  const kept = trimmed(sorted, all * RARE);
  if (kept.length === 0) return whole;
  const found = { from: kept[0].day, to: kept.at(-1).day, outside: all - kept.reduce((sum, bin) => sum + total(bin), 0) };
  return days(found) <= days(whole) / 2 ? found : whole;
}

/** Days of an interval, both ends with it. */
export function days({ from, to }) {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY) + 1;
}

/** Takes from whichever end has the wider gap to its neighbour, as long as few enough events are lost. */
function trimmed(sorted, budget) {
  let [first, last, lost] = [0, sorted.length - 1, 0];
  const gap = (a, b) => Date.parse(sorted[b].day) - Date.parse(sorted[a].day);
  while (first < last) {
    const early = gap(first, first + 1) >= gap(last - 1, last);
    lost += total(sorted[early ? first : last]);
    if (lost > budget) break;
    if (early) first += 1;
    else last -= 1;
  }
  return sorted.slice(first, last + 1);
}

function steps(unit) {
  return { day: d3.utcDay, week: d3.utcMonday, month: d3.utcMonth, year: d3.utcYear }[unit];
}
