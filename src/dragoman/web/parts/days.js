/** A stepper through days: a slider, buttons to the days on which something changes, and a field for the day itself. */
import { html } from "../vendor/preact.js";
import { day as written } from "./format.js";

const DAY = 86400000;

/**
 * `from`, `to` and `value` are ISO days; `onChange(day)`. `marks` are the days on which something changes, in order: the
 * buttons go to the one before or after; without marks they go a day on.
 */
export function Days({ from, to, value, onChange, t, marks = [] }) {
  const last = count(from, to);
  const at = Math.min(last, Math.max(0, count(from, value)));
  const [before, after] = [previous(marks, value, from), next(marks, value, to)];
  const names = marks.length ? ["charts.days.change_before", "charts.days.change_after"] : ["charts.days.before", "charts.days.after"];
  return html`<div class="days" role="group" aria-label=${t("charts.days.label")}>
    <button type="button" title=${t(names[0])} aria-label=${t(names[0])} disabled=${!before} onClick=${() => onChange(before)}>◀</button>
    <div class="days-slider">
      <input type="range" min="0" max=${last} step="1" value=${at} aria-label=${t("charts.days.day")} aria-valuetext=${written(value, t)} onInput=${(event) => onChange(shifted(from, Number(event.target.value)))} />
      <svg class="days-marks" viewBox=${`0 0 ${Math.max(last, 1)} 1`} preserveAspectRatio="none" aria-hidden="true">
        ${marks.filter((mark) => mark >= from && mark <= to).map((mark) => html`<line key=${mark} x1=${count(from, mark)} x2=${count(from, mark)} y1="0" y2="1" />`)}
      </svg>
    </div>
    <button type="button" title=${t(names[1])} aria-label=${t(names[1])} disabled=${!after} onClick=${() => onChange(after)}>▶</button>
    <label class="days-field"><span class="hidden-words">${t("charts.days.day")}</span><input type="date" min=${from} max=${to} value=${value} onChange=${(event) => inside(event.target.value, from, to) && onChange(event.target.value)} /></label>
    <output class="days-value">${written(value, t)}</output>
  </div>`;
}

/** Days from one to another. */
export function count(from, to) {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

/** The day so many days on. */
export function shifted(from, days) {
  return new Date(Date.parse(from) + days * DAY).toISOString().slice(0, 10);
}

function previous(marks, value, from) {
  if (marks.length) return marks.findLast((mark) => mark < value && mark >= from) ?? null;
  return value > from ? shifted(value, -1) : null;
}

function next(marks, value, to) {
  if (marks.length) return marks.find((mark) => mark > value && mark <= to) ?? null;
  return value < to ? shifted(value, 1) : null;
}

function inside(value, from, to) {
  return value >= from && value <= to;
}
