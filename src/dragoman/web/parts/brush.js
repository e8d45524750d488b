/** The brush of a timeline: days chosen by mouse or touch; it snaps to the bars. */
import { html, useEffect, useRef } from "../vendor/preact.js";
import { startOf, endOf } from "./bins.js";

/** `x` is the time scale; `range` the chosen `[from, to]` ISO days or null; `onRange` gets the same. */
export function Brush({ x, top, bottom, range, unit, onRange }) {
  const [group, latest] = [useRef(null), useRef(onRange)];
  latest.current = onRange;
  const [left, right] = x.range();
  const [from, to] = range ?? [null, null];
  useEffect(() => {
    const brush = d3.brushX().extent([[left, top], [right, bottom]]).on("end", ({ selection, sourceEvent }) => {
      if (sourceEvent) latest.current(selection ? snapped(selection.map(x.invert), unit, x.domain()) : null);
    });
    d3.select(group.current).call(brush).call(brush.move, pixels(x, from, to));
  }, [left, right, top, bottom, +x.domain()[0], +x.domain()[1], unit, from, to]);
  return html`<g class="brush no-print" ref=${group} />`;
}

/** Whole units that a selection touches by more than its edge, as ISO days, both with it. */
function snapped([start, end], unit, [first, last]) {
  const middle = (date) => new Date((+startOf(date, unit) + +endOf(startOf(date, unit), unit)) / 2);
  const from = start <= middle(start) ? startOf(start, unit) : endOf(startOf(start, unit), unit);
  const until = end >= middle(end) ? endOf(startOf(end, unit), unit) : startOf(end, unit);
  const [a, b] = until > from ? [from, until] : [startOf(start, unit), endOf(startOf(start, unit), unit)];
  return [iso(a < first ? first : a), iso(new Date((b > last ? last : b) - 1))];
}

function pixels(x, from, to) {
  if (!from) return null;
  const [low, high] = x.range();
  const ends = [x(new Date(from)), x(endOf(new Date(to), "day"))].map((at) => Math.min(high, Math.max(low, at)));
  return ends[1] - ends[0] >= 1 ? ends : null;
}

function iso(date) {
  return date.toISOString().slice(0, 10);
}
